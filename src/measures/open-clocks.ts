/** Every clock that is running for a child on the day of the extract: what is due next, what is overdue, by when to arrange it, and whose it is. */
import type { CareLeaver } from '../children/care-leaver.ts'
import type { TableName } from '../children/records.ts'
import type { DayNumber } from '../terms/day-number.ts'
import { teamOf, workerOf } from './breakdown.ts'
import { WHOLE_CATALOGUE } from './catalogue.ts'
import { arrangeBy, type Clock, clockBase } from './clock.ts'
import { stateOf } from './clock-state.ts'
import { OWED } from './histories/care-leavers.ts'
import { lookedAfterOn } from './histories/care-periods.ts'
import { childrenInNeedOn } from './histories/children-in-need.ts'
import { onCpPlanOn } from './histories/cp-plans.ts'
import type { History } from './history.ts'
import type { Measure } from './measure.ts'
import { countingOf, isRunning, type Running, type RunningOf } from './running.ts'
import { type OwnSettings, settingsFor } from './work-out.ts'

export type OpenClock = {
  readonly clock: Clock
  /** The first measure of the catalogue that counts it, or the council's own. */
  readonly measure: Measure
  readonly one: Running
  readonly due: DayNumber
  /** The last working day on or before it; null where that is before the clock began. */
  readonly arrangeBy: DayNumber | null
  readonly isOverdue: boolean
  /** A thing of a moment more than a year over: it was never done, and doing it now would not mend it. Told of the child, and in no list of work. */
  readonly isLongPast: boolean
  readonly workerId: string | null
  readonly teamId: string | null
}

/** Where a table that the clock is read from was not brought, nobody knows what was done: it would all seem overdue. */
const isBrought = ({ needs }: Measure, { records }: History): boolean =>
  needs.every(need => typeof need !== 'string' || records.loaded.has(need.split('.')[0] as TableName))

/** Days for which a clock of a closed case is told. */
const STILL_TOLD = 28

const LONG_PAST = 365

/**
 * Things of a moment: a year later nothing is mended by doing them. A visit, a review or an assessment is owed however late it is; in place of
 * an initial health assessment the yearly one is.
 */
const OF_A_MOMENT = [
  'contact-decision',
  'referral-decision',
  'referrer-feedback',
  'da-screening',
  'strategy',
  'health-notified',
  'iha',
  'placement-meeting',
]

const kept = new WeakMap<History, { said: string; clocks: readonly OpenClock[] }>()

/**
 * In the order they are due. What two measures count is told once, by the first of them: the same clock to the same end. Of a child whose case is
 * closed, who is on no plan and not looked after either, only what began within the last four weeks is told: nobody can still do the rest. What
 * care leavers are owed does not end with the case. `measures`: the catalogue, and the council's own after it.
 */
export function openClocks(
  history: History,
  own: OwnSettings = new Map(),
  measures: readonly Measure[] = WHOLE_CATALOGUE,
): readonly OpenClock[] {
  const ours = measures.slice(WHOLE_CATALOGUE.length).map(({ id, version }) => [id, version.number])
  const said = JSON.stringify([[...own], ours])
  const known = kept.get(history)
  if (known?.said === said) return known.clocks
  const clocks = workOutClocks(history, own, measures).sort((one, other) => one.due - other.due)
  kept.set(history, { said, clocks })
  return clocks
}

const isOwed = ({ eligibility, inTouch }: CareLeaver): boolean =>
  eligibility !== null && OWED.includes(eligibility) && inTouch === 'YES'

function workOutClocks(history: History, own: OwnSettings, measures: readonly Measure[]): OpenClock[] {
  const seen = new Set<RunningOf>()
  const told = new Set<string>()
  const open = [childrenInNeedOn, onCpPlanOn, lookedAfterOn].map(on => on(history, history.asAt))
  const leavers = new Set(history.records.careLeavers.filter(isOwed).map(({ personId }) => personId))
  const isOpen = (personId: string, { area }: Clock) =>
    open.some(children => children.has(personId)) || (area === 'care-leavers' && leavers.has(personId))
  return measures.flatMap(measure => {
    const of = measure.count.clocks
    if (!of || seen.has(of) || !isBrought(measure, history)) return []
    seen.add(of)
    const settings = settingsFor(measure, own)
    const by = countingOf(history, settings)
    return history.by(of, settings).flatMap((one): OpenClock[] => {
      if (one.personId === null || !isRunning(one, history.asAt) || one.due === null) return []
      const { state } = stateOf(one.clock, one, history.asAt)
      if (state !== 'open-in-time' && state !== 'open-overdue') return []
      if (!isOpen(one.personId, one.clock) && one.start! < history.asAt - STILL_TOLD) return []
      const key = `${clockBase(one.clock.id)} ${one.clock.stops} ${one.personId} ${one.start}`
      if (told.has(key)) return []
      told.add(key)
      return [
        {
          clock: one.clock,
          measure,
          one,
          due: one.due,
          arrangeBy: arrangeBy(one.due, one.start!, by),
          isOverdue: state === 'open-overdue',
          isLongPast: one.due < history.asAt - LONG_PAST && OF_A_MOMENT.includes(clockBase(one.clock.id)),
          workerId: workerOf(history, one, history.asAt),
          teamId: teamOf(history, one, history.asAt),
        },
      ]
    })
  })
}
