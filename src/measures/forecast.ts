/**
 * What this month's figure will be, from the clocks that run: as it stands, if nothing more is done, if all that is still in time is done in
 * time, and the best there can be. What begins meanwhile is not foreseen.
 */
import { type Day, endOfMonth } from '../terms/day.ts'
import { dayNumber, dayNumbered } from '../terms/day-number.ts'
import { stateOf } from './clock-state.ts'
import { counts } from './figure.ts'
import type { History } from './history.ts'
import type { Measure, Settings } from './measure.ts'
import { isRunning } from './running.ts'

/** `value` in per cent, unrounded; null where there is nothing to divide by. */
export type Share = { readonly numerator: number; readonly denominator: number; readonly value: number | null }

export type Forecast = {
  readonly from: Day
  /** The last day of the month. */
  readonly to: Day
  /** As the book has it: what was due, or done, by the day of the records. */
  readonly soFar: Share
  readonly ifNothing: Share
  readonly ifInTime: Share
  readonly best: Share
  /** Where what was done counts: if what is overdue now is done this month too. It is late, so doing it lowers the figure of the month. */
  readonly ifBacklog: Share | null
  /** Still in time, due by the end of the month. */
  readonly yetToDo: number
  /** Past their day and not done. */
  readonly overdue: number
}

/** Percentages in time by the month, counted from clocks, of which more is better. */
export const isForecast = ({ count, periods, valued, polarity, basis }: Measure): boolean =>
  count.clocks !== undefined &&
  periods.includes('month') &&
  valued === 'percentage' &&
  polarity === 'higher' &&
  (basis === 'due' || basis === 'completed')

/** How many cases stand how: of those due in the month, or done in it. */
export type Standing = {
  readonly met: number
  readonly late: number
  readonly overdue: number
  /** In time yet, due by the end of the month. */
  readonly soon: number
  /** In time yet, due after it. */
  readonly later: number
}

export function forecastOf(measure: Measure, history: History, settings: Settings): Forecast {
  const last = dayNumbered(history.asAt)
  const [year, month] = [Number(last.slice(0, 4)), Number(last.slice(5, 7))]
  const to = endOfMonth(year, month)
  const from = `${last.slice(0, 8)}01` as Day
  const whole = standingOf(measure, history, settings, dayNumber(from), dayNumber(to))
  const now = standingOf(measure, history, settings, dayNumber(from), history.asAt)
  return { from, to, ...sharesOf(measure.basis === 'due' ? 'due' : 'completed', whole, now) }
}

/** Pure arithmetic on how the cases stand: `whole` of the month, `now` of its days so far. */
export function sharesOf(basis: 'due' | 'completed', whole: Standing, now: Standing): Omit<Forecast, 'from' | 'to'> {
  const { met, late, overdue, soon, later } = whole
  const rest = { yetToDo: soon, overdue }
  if (basis === 'due') {
    const all = met + late + overdue + soon
    const best = share(met + soon, all)
    return {
      soFar: share(now.met, now.met + now.late + now.overdue),
      ifNothing: share(met, all),
      ifInTime: best,
      best,
      ifBacklog: null,
      ...rest,
    }
  }
  const soFar = share(met, met + late)
  return {
    soFar,
    ifNothing: soFar,
    ifInTime: share(met + soon, met + late + soon),
    best: share(met + soon + later, met + late + soon + later),
    ifBacklog: overdue === 0 ? null : share(met + soon, met + late + soon + overdue),
    ...rest,
  }
}

const share = (numerator: number, denominator: number): Share => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : (numerator * 100) / denominator,
})

function standingOf(measure: Measure, history: History, settings: Settings, from: number, to: number): Standing {
  const found = { met: 0, late: 0, overdue: 0, soon: 0, later: 0 }
  const { asAt } = history
  measure.count(
    history,
    { from, to, asAt },
    (_, state) => {
      if (state === 'open-overdue') found.overdue += 1
      else if (state === 'open-in-time') found.soon += 1
      else if (counts(measure, state).over) found.met += 1
      else if (counts(measure, state).under) found.late += 1
    },
    settings,
  )
  if (measure.basis !== 'completed') return found
  for (const one of history.by(measure.count.clocks!, settings))
    if (isRunning(one, asAt) && one.due !== null && stateOf(one.clock, one, asAt).state === 'open-in-time')
      found[one.due <= to ? 'soon' : 'later'] += 1
  return found
}

/** Whether a target can still be reached this month: `reached` whatever happens, `open`, or `gone`. Null where nothing is counted. */
export function reachOf({ ifNothing, best }: Pick<Forecast, 'ifNothing' | 'best'>, target: number) {
  if (best.value === null) return null
  if (best.value < target) return 'gone' as const
  return ifNothing.value !== null && ifNothing.value >= target ? ('reached' as const) : ('open' as const)
}

export const REACH = {
  reached: 'Reached, unless something is done late',
  open: 'Can still be reached',
  gone: 'Out of reach this month',
} as const
