/**
 * A length of time as the law and councils word one: 45 working days, 6 months, 26 weeks beginning with a day, 72 hours. Adding one to
 * a day is the whole of "within".
 */
import { type DayNumber, monthsAfter } from './day-number.ts'
import type { WorkingDays } from './working-day.ts'

export const UNITS = ['working days', 'days', 'weeks', 'months', 'hours'] as const
export type Unit = (typeof UNITS)[number]

/** `beginningWith`: the day it starts is the first of the days counted, as section 32 of the Children Act 1989 counts 26 weeks. */
export type Length = { readonly count: number; readonly unit: Unit; readonly beginningWith: boolean }

const length = (count: number, unit: Unit): Length => ({ count, unit, beginningWith: false })
export const inWorkingDays = (count: number): Length => length(count, 'working days')
export const inDays = (count: number): Length => length(count, 'days')
export const inWeeks = (count: number): Length => length(count, 'weeks')
export const inMonths = (count: number): Length => length(count, 'months')
export const inHours = (count: number): Length => length(count, 'hours')
export const beginningWith = (counted: Length): Length => ({ ...counted, beginningWith: true })

/**
 * Which holidays count, and whether the day of the event is day 0 (`exclusive`, the rule of the statistics) or day 1 (`inclusive`, as some
 * councils count: a working day earlier, unless the event fell on a day nobody works).
 */
export type Counting = { calendar: WorkingDays; dayCount: 'exclusive' | 'inclusive' }

/**
 * The last day of the length. Calendar days, weeks and months may end on a day nobody works: the last day does not move. Hours
 * without times are whole days, rounded up. Null where the calendar does not hold the years.
 */
export function after(
  from: DayNumber,
  { count, unit, beginningWith: isFirst }: Length,
  by: Counting,
): DayNumber | null {
  const first = isFirst ? 1 : 0
  switch (unit) {
    case 'working days':
      return by.calendar.after(from, by.dayCount === 'inclusive' && by.calendar.isWorking(from) ? count - 1 : count)
    case 'days':
      return from + count - first
    case 'weeks':
      return from + count * 7 - first
    case 'months':
      return monthsAfter(from, count) - first
    case 'hours':
      return from + Math.ceil(count / 24)
  }
}

/** `1 working day`, `26 weeks beginning with the day`. */
export const lengthWords = ({ count, unit, beginningWith: isFirst }: Length): string =>
  `${count} ${count === 1 ? unit.slice(0, -1) : unit}${isFirst ? ' beginning with the day' : ''}`

/** The length a person typed: `15 working days`, `6 weeks`, `1 year`, `10wd`. Null where it is none. */
export function readLength(text: string): Length | null {
  const [, digits, word] = /^\s*(\d{1,4})\s*(.+?)\s*$/.exec(text) ?? []
  if (word === undefined) return null
  const count = Number(digits)
  if (/^years?$/i.test(word)) return inMonths(count * 12)
  if (/^wds?$/i.test(word)) return inWorkingDays(count)
  const unit = UNITS.find(unit => unit === word.toLowerCase() || unit === `${word.toLowerCase()}s`)
  return unit ? length(count, unit) : null
}
