/** The periods that figures are counted over: a month, a rolling twelve months, a financial year, a quarter. Both ends are counted. */
import { addDays, addMonths, type Day, day, endOfMonth, startOfMonth } from './day.ts'

export type Period = { from: Day; to: Day }

/** The month written `2016-02`. Throws where it is none. */
export function monthOf(text: string): Period {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  if (year === undefined) throw new RangeError(`not a month: ${text}`)
  return { from: startOfMonth(Number(year), Number(month)), to: endOfMonth(Number(year), Number(month)) }
}

/** So many months ending with a day: from the day after the same date so many months before. */
export const monthsEnding = (to: Day, months: number): Period => ({ from: addDays(addMonths(to, -months), 1), to })

/** The rolling year that ends with a day. */
export const yearEnding = (to: Day): Period => monthsEnding(to, 12)

/** From 1 April up to the day, as councils' years run. */
export function financialYearTo(to: Day): Period {
  const year = Number(to.slice(0, 4))
  return { from: day(`${to.slice(5) < '04-01' ? year - 1 : year}-04-01`), to }
}

export const isWithin = ({ from, to }: Period, on: Day): boolean => on >= from && on <= to

/** The months that end on or before the day, newest last: `monthsBack('2016-03-31', 36)` begins in April 2013. */
export function monthsBack(asAt: Day, count: number): Period[] {
  const next = addDays(asAt, 1)
  const first = addMonths(startOfMonth(Number(next.slice(0, 4)), Number(next.slice(5, 7))), -count)
  return Array.from({ length: count }, (_, at) => monthOf(addMonths(first, at).slice(0, 7)))
}
