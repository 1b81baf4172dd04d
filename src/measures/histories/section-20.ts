/** Arrangements under section 20 (legal status V2), without a break, in a period of care. */
import type { History } from '../history.ts'
import { type CarePeriod, carePeriods, legalStatusesOf } from './care-periods.ts'
import type { Span } from './span.ts'

export type Arrangement = Span & { readonly id: string; readonly personId: string }

/** In the order they began; statuses that follow on each other without a day between are one arrangement. */
export const section20Arrangements = (history: History): readonly Arrangement[] =>
  history.of(carePeriods).flatMap(period => within(history, period))

function within(history: History, { id, personId, from, until }: CarePeriod): Arrangement[] {
  const found: Arrangement[] = []
  for (const status of legalStatusesOf(history, personId)) {
    const isApart = status.from > (until ?? Infinity) || (status.until !== null && status.until <= from)
    if (status.status !== 'V2' || isApart) continue
    const began = Math.max(status.from, from)
    const ends = Math.min(status.until ?? Infinity, until ?? Infinity)
    const last = found.at(-1)
    const one = { id, personId, from: began, until: ends === Infinity ? null : ends }
    if (last && last.until !== null && last.until >= began) found[found.length - 1] = { ...last, until: one.until }
    else found.push(one)
  }
  return found.map((one, at) => (at === 0 ? one : { ...one, id: `${id}/${at + 1}` }))
}
