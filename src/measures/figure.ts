/** A figure of a measure: counted from its cases, and never anything but them. */
import { type LeftOut, type State, STATE } from './clock-state.ts'
import type { History } from './history.ts'
import type { Case, Measure, Settings } from './measure.ts'
import type { Window } from './window.ts'

export type Figure = {
  /** Of a mean: the sum of the amounts. */
  readonly numerator: number
  /** Null of a plain count. Of a rate: the population; of a mean: how many cases. */
  readonly denominator: number | null
  /** Unrounded. Null where there are no cases, or what it is divided by is not known: never 0% and never 100%. */
  readonly value: number | null
  /** What is open and overdue at the end of the window. */
  readonly openOverdue: number
  readonly excluded: number
  /** Of a mean only. */
  readonly median: number | null
}

/** One case as it stood at the end of a window. */
export type Stood = {
  readonly one: Case
  readonly state: State
  readonly amount: number
  readonly because: LeftOut | string | null
}

/** The figure alone; nothing is kept of the cases. */
export function figureOf(measure: Measure, history: History, window: Window, settings: Settings): Figure {
  const tally = tallyFor(measure)
  measure.count(history, window, (_, state, amount = 1) => tally.add(state, amount), settings)
  const figure = tally.figure(
    measure.per ? measure.per(history, window, settings) : populationAt(measure, history, window),
  )
  return isTold(measure, history, window, settings) ? figure : { ...figure, value: null }
}

const isTold = ({ since }: Measure, history: History, { from }: Window, settings: Settings) =>
  !since || from >= (history.by(since, settings) ?? Infinity)

/** Every case of the window, with those left out, in the order they are counted. */
export function casesOf(measure: Measure, history: History, window: Window, settings: Settings): Stood[] {
  const cases: Stood[] = []
  measure.count(
    history,
    window,
    (one, state, amount = 1, because = null) => cases.push({ one, state, amount, because }),
    settings,
  )
  return cases
}

/** The figure of some of the cases: a team's, an age band's. `per` is what a rate of these is divided by, where that is known. */
export function figureOfCases(
  measure: Measure,
  cases: readonly Pick<Stood, 'state' | 'amount'>[],
  per: number | null = null,
): Figure {
  const tally = tallyFor(measure)
  for (const { state, amount } of cases) tally.add(state, amount)
  return tally.figure(per)
}

const populationAt = (measure: Measure, history: History, { to }: Window) =>
  measure.valued === 'rate' ? (history.population(to)?.children ?? null) : null

/** Whether a case in this state counts in the numerator, and in the denominator. */
export function counts({ basis }: Measure, state: State): { over: boolean; under: boolean } {
  if (state === 'met') return { over: true, under: true }
  if (state === 'late') return { over: false, under: true }
  if (state === 'excluded') return { over: false, under: false }
  if (basis === 'snapshot') return { over: state === 'open-in-time', under: true }
  return { over: false, under: state === 'open-overdue' && basis === 'due' }
}

function tallyFor(measure: Measure) {
  let [over, under, cases, openOverdue, excluded] = [0, 0, 0, 0, 0]
  const amounts: number[] = []
  const isMean = measure.valued === 'mean'
  const countedBy = {} as Record<State, { over: boolean; under: boolean }>
  for (const state of Object.keys(STATE) as State[]) countedBy[state] = counts(measure, state)
  return {
    add(state: State, amount: number) {
      if (state === 'excluded') excluded += 1
      if (state === 'open-overdue') openOverdue += 1
      const counted = countedBy[state]
      if (counted.under) {
        under += amount
        cases += 1
      }
      if (counted.over) {
        over += amount
        if (isMean) amounts.push(amount)
      }
    },
    figure(per: number | null): Figure {
      const rest = { openOverdue, excluded, median: isMean ? medianOf(amounts) : null }
      if (isMean) return { numerator: over, denominator: amounts.length, value: divided(over, amounts.length), ...rest }
      if (measure.valued === 'count') return { numerator: over, denominator: null, value: over, ...rest }
      if (measure.valued === 'rate')
        return { numerator: over, denominator: per, value: divided(over * 10_000, per), ...rest }
      if (measure.valued === 'per')
        return { numerator: over, denominator: per, value: divided(over * measure.times, per), ...rest }
      return { numerator: over, denominator: under, value: divided(over * 100, cases === 0 ? null : under), ...rest }
    },
  }
}

const divided = (over: number, under: number | null) => (under === null || under === 0 ? null : over / under)

function medianOf(amounts: number[]): number | null {
  if (amounts.length === 0) return null
  const sorted = Float64Array.from(amounts).sort()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * A number to one decimal, half up on the decimal it stands for (33.25 is 33.3, 1.005 to two is 1.01), as the catalogue rounds: the binary
 * `toFixed` would bring some halves down.
 */
export function halfUp(value: number, decimals = 1): string {
  const scale = 10 ** decimals
  const rounded = Math.floor(Number((Math.abs(value) * scale + 0.5).toPrecision(13))) / scale
  return `${value < 0 && rounded > 0 ? '-' : ''}${rounded.toFixed(decimals)}`
}
