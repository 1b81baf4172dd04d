/**
 * How far back the records of a thing go. A supplementary extract often begins long after the dataset does: before its first rows nothing
 * recorded does not mean that nothing was done, and what depends on it is not counted.
 */
import type { KEY_EVENT } from '../../children/key-event.ts'
import { rowsBy } from '../../children/records.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import type { Length } from '../../terms/length-of-time.ts'
import { type History, numbered } from '../history.ts'
import type { Running } from '../running.ts'

/** The day from which there are rows, but for one in a hundred, which may be strays. Null where there are none. */
function reachOf(days: readonly (DayNumber | null)[]): DayNumber | null {
  const known = days.filter(on => on !== null).sort((one, other) => one - other)
  return known[Math.floor(known.length / 100)] ?? null
}

const eventReaches = ({ records }: History) =>
  new Map(
    [...rowsBy(records.keyEvents, 'kind')].map(([kind, rows]) => [
      kind,
      reachOf(rows.map(({ happenedOn }) => numbered(happenedOn))),
    ]),
  )

export const eventsReachTo = (history: History, kind: keyof typeof KEY_EVENT): DayNumber | null =>
  history.of(eventReaches).get(kind) ?? null

const groupReach = ({ records }: History) => ({ on: reachOf(records.coreGroups.map(({ heldOn }) => numbered(heldOn))) })

export const coreGroupsReachTo = (history: History): DayNumber | null => history.of(groupReach).on

/** The first day of those that have a decision: contacts and referrals before it cannot be judged. */
export const firstOf = (days: readonly DayNumber[]): DayNumber => reachOf(days) ?? Infinity

/** A chain may be told from one interval before the first thing recorded: whatever was held then would be among the rows. */
export const chainReach = (reach: DayNumber | null, { count, unit }: Length): DayNumber => {
  if (reach === null) return -Infinity
  return unit === 'months' ? monthsAfter(reach, -count) : reach - Math.ceil(count * (CALENDAR_DAYS[unit] ?? 1))
}

/** Of a working day about one and a half, with weekends and holidays. */
const CALENDAR_DAYS: Partial<Record<Length['unit'], number>> = { weeks: 7, 'working days': 1.5 }

/**
 * Of a chain that began before the records reach, begun where they do: its first interval may have been in time or not, and is left out,
 * unless it is late even so.
 */
export const withoutFirst = <One extends Running>([first, ...rest]: readonly One[]): One[] =>
  first && first.lastInTime !== null && (first.done ?? Infinity) > first.lastInTime ? [first, ...rest] : rest
