/** The case workers a child had. Cover of less than two weeks, where it is marked, is no change (ruling "Three social workers"). */
import type { DayNumber } from '../../terms/day-number.ts'
import type { History } from '../history.ts'
import { type CaseHolding, holdingsOf } from './case-holders.ts'
import { isOpen, wasOpenIn } from './span.ts'

const TWO_WEEKS = 14

const covers = ({ records }: History): ReadonlySet<string> =>
  new Set(records.covers.flatMap(({ involvementId, isCover }) => (isCover ? involvementId : [])))

/** As it was known at the end of a day. */
const isCover = (history: History, { row, from, until }: CaseHolding, on: DayNumber) =>
  Math.min(until ?? on, on) - from < TWO_WEEKS && history.of(covers).has(row.id)

/** Each worker once, however often the child came back to them. Both ends are counted. */
export function workersIn(history: History, personId: string, first: DayNumber, on: DayNumber): ReadonlySet<string> {
  const workers = new Set<string>()
  for (const holding of holdingsOf(history, personId))
    if (holding.workerId !== null && wasOpenIn(holding, first, on) && !isCover(history, holding, on))
      workers.add(holding.workerId)
  return workers
}

/** Since when the present worker has held the case without another in between; null where nobody holds it. */
export function sameWorkerSince(history: History, personId: string, on: DayNumber): DayNumber | null {
  const holdings = holdingsOf(history, personId).filter(one => one.from <= on && !isCover(history, one, on))
  const at = holdings.findLastIndex(one => isOpen(one, on))
  const now = holdings[at]
  if (!now?.workerId) return null
  let since = now.from
  for (let before = at - 1; before >= 0 && holdings[before]!.workerId === now.workerId; before--)
    since = holdings[before]!.from
  return since
}
