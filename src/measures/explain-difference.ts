/**
 * Why a figure was reported as one thing and is known as another: the cases that came, went or stand differently between two runs, each counted over
 * the records of its own snapshot by the settings of its own run.
 */
import type { State } from './clock-state.ts'
import { casesOf, counts, type Stood } from './figure.ts'
import type { History } from './history.ts'
import type { Measure, Settings } from './measure.ts'
import type { Window } from './window.ts'

/** One way of counting the figure. */
export type Counted = { readonly history: History; readonly window: Window; readonly settings: Settings }

/** How a case counted: not at all where the extract did not have it, or it was no case of the period. */
export type Standing = { readonly state: State; readonly amount: number; readonly because: string | null }

export type ChangedCase = {
  readonly caseRef: string
  readonly personId: string | null
  readonly then: Standing | null
  readonly now: Standing | null
}

export type Difference = {
  /** Counted now and not then. */
  readonly came: readonly ChangedCase[]
  /** Counted then and not now. */
  readonly went: readonly ChangedCase[]
  /** Counted both times, and otherwise: in time where it was late, of another length. */
  readonly changed: readonly ChangedCase[]
}

/** Only what moves the figure is told: a case that is left out both times, or counts the same by another day, moves nothing. */
export function differenceBetween(measure: Measure, then: Counted, now: Counted): Difference {
  const [before, after] = [standingsOf(measure, then), standingsOf(measure, now)]
  const found = [...new Set([...before.keys(), ...after.keys()])].map((key): ChangedCase => {
    const [was, is] = [before.get(key), after.get(key)]
    const { id: caseRef, personId } = (is ?? was)!.one
    return { caseRef, personId, then: was ? standingOf(was) : null, now: is ? standingOf(is) : null }
  })
  const isCounted = (standing: Standing | null) => standing !== null && countedAs(measure, standing) !== null
  return {
    came: found.filter(one => !isCounted(one.then) && isCounted(one.now)),
    went: found.filter(one => isCounted(one.then) && !isCounted(one.now)),
    changed: found.filter(
      ({ then, now }) => isCounted(then) && isCounted(now) && countedAs(measure, then!) !== countedAs(measure, now!),
    ),
  }
}

/** A thing that a measure counts twice, as two children of one court case, is told apart by the child. */
const standingsOf = (measure: Measure, { history, window, settings }: Counted): Map<string, Stood> =>
  new Map(casesOf(measure, history, window, settings).map(stood => [`${stood.one.personId} ${stood.one.id}`, stood]))

const standingOf = ({ state, amount, because }: Stood): Standing => ({ state, amount, because })

/** Null where it is in neither part of the figure. */
function countedAs(measure: Measure, { state, amount }: Standing): string | null {
  const { over, under } = counts(measure, state)
  return over || under ? `${over} ${under} ${amount}` : null
}
