/** Since when a young person has been an eligible child: 13 weeks looked after since 14, some of it at 16 or over (regulation 40). */
import { birthday, type DayNumber } from '../../terms/day-number.ts'
import type { History } from '../history.ts'
import { type CarePeriod, carePeriodsByChild } from './care-periods.ts'

const THIRTEEN_WEEKS = 91

/** By person. Periods of care are added up; short breaks do not count. */
export const eligibleSince = (history: History): ReadonlyMap<string, DayNumber> => {
  const found = new Map<string, DayNumber>()
  for (const [personId, periods] of history.of(carePeriodsByChild)) {
    const bornOn = history.child(personId)?.bornOn ?? null
    const on = bornOn === null ? null : eligibleOn(periods, bornOn, history.asAt)
    if (on !== null) found.set(personId, on)
  }
  return found
}

function eligibleOn(periods: readonly CarePeriod[], bornOn: DayNumber, asAt: DayNumber): DayNumber | null {
  const [fourteenOn, sixteenOn] = [birthday(bornOn, 14), birthday(bornOn, 16)]
  let days = 0
  for (const { from, until, isShortBreaks } of periods) {
    const start = Math.max(from, fourteenOn)
    const end = until ?? asAt
    if (isShortBreaks || end < start) continue
    const on = Math.max(start + Math.max(0, THIRTEEN_WEEKS - days), sixteenOn)
    if (on <= end) return on
    days += end - start
  }
  return null
}
