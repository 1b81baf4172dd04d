/**
 * How far back the records of a thing go. A supplementary extract often begins long after the dataset does: before its first rows nothing
 * recorded does not mean that nothing was done, and what depends on it is not counted (ruling "Not recorded"). Only where the rows tell
 * when they began: a few, or a gap before the first no longer than others may be, tell nothing, and what is not recorded was not done.
 */
import type { KEY_EVENT } from '../../children/key-event.ts'
import { rowsBy } from '../../children/records.ts'
import { day } from '../../terms/day.ts'
import { type DayNumber, dayNumber } from '../../terms/day-number.ts'
import { type History, numbered } from '../history.ts'
import type { Running } from '../running.ts'

/** Fewer rows do not tell when recording began. */
export const FEWEST = 10
/** So many times as long as passed between two of the first rows, and somebody would have recorded one. */
const GAPS = 5
/** Before anything that a record could tell of. */
const EVER = dayNumber(day('1900-01-01'))

/**
 * The day from which such things were recorded: that of the first row, but for one in a hundred, which may be strays, and five gaps before it
 * as long as those between the first rows. Null where there are no rows.
 */
function reachOf(days: readonly (DayNumber | null)[]): DayNumber | null {
  const known = days.filter(on => on !== null).sort((one, other) => one - other)
  if (known.length === 0) return null
  if (known.length < FEWEST) return EVER
  const strays = Math.floor(known.length / 100)
  const [first, tenth] = [known[strays]!, known[strays + FEWEST - 1]!]
  return first - Math.ceil((GAPS * (tenth - first)) / (FEWEST - 1))
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

/**
 * Of a chain that began before the records reach, begun where they do: what was held just before is not among them, so its first interval
 * may have been in time or not, and is left out, unless it is late even so.
 */
export const withoutFirst = <One extends Running>([first, ...rest]: readonly One[]): One[] =>
  first && first.lastInTime !== null && (first.done ?? Infinity) > first.lastInTime ? [first, ...rest] : rest
