/** Counting what happened in a window: each dated thing is so, is not so, is left out with why, or is not of the measure at all. */
import type { DayNumber } from '../terms/day-number.ts'
import type { LeftOut, State } from './clock-state.ts'
import type { History } from './history.ts'
import type { Case, Count, Settings } from './measure.ts'
import type { Window } from './window.ts'

/** A case that belongs to the period of one day: when it was received, held, authorised, ended. */
export type Dated = Case & { readonly on: DayNumber }

/** Null: not of the measure. */
export type Verdict = State | { readonly leftOut: LeftOut | string } | null

export type Seen = { readonly history: History; readonly window: Window; readonly settings: Settings }

/** A case of one day alone. */
export const dated = (id: string, personId: string | null, on: DayNumber) => ({
  id,
  personId,
  on,
  start: on,
  due: null,
  done: null,
})

/** Something with a beginning that is counted by its end. */
export const ended = (id: string, personId: string, from: DayNumber | null, on: DayNumber) => ({
  id,
  personId,
  on,
  start: from,
  due: null,
  done: on,
})

/** Those of the window, as `verdict` has each. What it looks up may not be later than `window.asAt`. */
export const countHappened =
  <One extends Dated>(
    list: (history: History) => readonly One[],
    verdict: (one: One, seen: Seen) => Verdict = () => 'met',
  ): Count =>
  (history, window, take, settings) => {
    const seen = { history, window, settings }
    for (const one of history.of(list)) {
      if (one.on < window.from || one.on > window.to) continue
      const found = verdict(one, seen)
      if (typeof found === 'string') take(one, found)
      else if (found !== null) take(one, 'excluded', 0, found.leftOut)
    }
  }

/** For a mean: the amount of each, or why it has none. */
export const countAmounts =
  <One extends Dated>(
    list: (history: History) => readonly One[],
    amount: (one: One, seen: Seen) => number | { readonly leftOut: LeftOut | string } | null,
  ): Count =>
  (history, window, take, settings) => {
    const seen = { history, window, settings }
    for (const one of history.of(list)) {
      if (one.on < window.from || one.on > window.to) continue
      const found = amount(one, seen)
      if (typeof found === 'number') take(one, 'met', found)
      else if (found !== null) take(one, 'excluded', 0, found.leftOut)
    }
  }

/** So or not so, of what may be unread or unsaid. */
export const isSo = (so: boolean): Verdict => (so ? 'met' : 'late')
