/** The window a figure is counted over: a period up to a day, and how things stood at the end of that day. */
import { addDays, addMonths, type Day, endOfMonth } from '../terms/day.ts'
import { type DayNumber, dayNumber } from '../terms/day-number.ts'
import { financialYearTo, monthOf, monthsEnding, type Period, yearEnding } from '../terms/period.ts'

export const PERIOD_KIND = {
  month: 'Month',
  quarter: 'Three months',
  'year-to-date': 'Financial year to date',
  'rolling-year': 'Twelve months',
  'three-years': 'Three years to 31 March',
  snapshot: 'At the end of the day',
} as const
export type PeriodKind = keyof typeof PERIOD_KIND

/** Both ends are counted. What happened after `asAt` is not seen; the as-at day of a past period is its last day (ruling "As-at of a past period"). */
export type Window = { readonly from: DayNumber; readonly to: DayNumber; readonly asAt: DayNumber }

/** The period of a kind that ends with a day. Three years end with the last 31 March. */
export function periodTo(kind: PeriodKind, to: Day): Period {
  switch (kind) {
    case 'snapshot':
      return { from: to, to }
    case 'month':
      return { from: monthOf(to.slice(0, 7)).from, to }
    case 'quarter':
      return quarterTo(to)
    case 'year-to-date':
      return financialYearTo(to)
    case 'rolling-year':
      return yearEnding(to)
    case 'three-years':
      return monthsEnding(lastYearEnd(to), 36)
  }
}

/** Three whole months where the day ends one: to 30 June from 1 April, not from 31 March. */
function quarterTo(to: Day): Period {
  const [from, wholeFrom] = [monthsEnding(to, 3).from, addMonths(addDays(to, 1), -3)]
  return { from: wholeFrom > from ? wholeFrom : from, to }
}

const lastYearEnd = (to: Day): Day => endOfMonth(Number(to.slice(0, 4)) - (to.slice(5) < '03-31' ? 1 : 0), 3)

/** The window of a period as it is seen on a day: its own last day, or the extract's where that is earlier. */
export function windowOf({ from, to }: Period, asAt: Day): Window {
  const last = to < asAt ? to : asAt
  return { from: dayNumber(from), to: dayNumber(last), asAt: dayNumber(last) }
}
