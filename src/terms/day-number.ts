/**
 * Days as whole numbers, for counting: 0 is 1 January 1970, and one more is the next day. A `Day` is turned into one once, on the
 * way in; what is worked out over many thousands of children never makes a date object.
 */
import type { Day } from './day.ts'

export type DayNumber = number

/** The number of a day. The calendar is the Gregorian one, throughout. */
export function dayNumber(day: Day): DayNumber {
  return numberOf(
    digit(day, 0) * 1000 + digit(day, 1) * 100 + digit(day, 2) * 10 + digit(day, 3),
    digit(day, 5) * 10 + digit(day, 6),
    digit(day, 8) * 10 + digit(day, 9),
  )
}

const digit = (text: string, at: number) => text.charCodeAt(at) - 48

/** The day that has the number. */
export function dayNumbered(number: DayNumber): Day {
  const { year, month, date } = partsOf(number)
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${TWO_DIGITS[month]}-${TWO_DIGITS[date]}` as Day
}

/** The same of a day that may not be known. */
export const dayOrNull = (number: DayNumber | null): Day | null => (number === null ? null : dayNumbered(number))

const TWO_DIGITS = Array.from({ length: 32 }, (_, part) => String(part).padStart(2, '0'))

/** 0 is Monday, 6 is Sunday. */
export const weekdayOf = (number: DayNumber): number => (((number + 3) % 7) + 7) % 7

/**
 * The same date so many months later, or the month's last day where it has no such date: 31 August + 6 months is 28 or 29
 * February, 28 February + 6 months is 28 August (Dodds v Walker [1981] 1 WLR 1027). Count from the real anchor, never from a day that
 * this has already brought forward.
 */
export function monthsAfter(number: DayNumber, months: number): DayNumber {
  const { year, month, date } = partsOf(number)
  const count = year * 12 + (month - 1) + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return numberOf(toYear, toMonth, Math.min(date, lastDateOf(toYear, toMonth)))
}

/** The last day of the month that the day is in, or of one so many months later. */
export function endOfMonthOf(number: DayNumber, later = 0): DayNumber {
  const { date } = partsOf(number)
  return monthsAfter(number - date + 1, later + 1) - 1
}

/** The day somebody becomes so many years old. Born on 29 February: on 1 March where the year has no 29th. */
export function birthday(bornOn: DayNumber, age: number): DayNumber {
  const { year, month, date } = partsOf(bornOn)
  const isLost = month === 2 && date === 29 && !isLeap(year + age)
  return isLost ? numberOf(year + age, 3, 1) : numberOf(year + age, month, date)
}

/** The last day of the calendar year that the day is in. */
export const endOfYearOf = (number: DayNumber): DayNumber => numberOf(partsOf(number).year, 12, 31)

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lastDateOf = (year: number, month: number) => (month === 2 && isLeap(year) ? 29 : MONTH_LENGTHS[month - 1]!)

const DAYS_IN_400_YEARS = 146_097
const DAYS_BEFORE_1970 = 719_468

/**
 * The civil calendar in whole numbers, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): years begin in
 * March, so that the leap day is the last of one.
 */
function numberOf(year: number, month: number, date: number): DayNumber {
  const from = month > 2 ? year : year - 1
  const era = Math.floor(from / 400)
  const yearOfEra = from - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_BEFORE_1970
}

function partsOf(number: DayNumber): { year: number; month: number; date: number } {
  const since = number + DAYS_BEFORE_1970
  const era = Math.floor(since / DAYS_IN_400_YEARS)
  const dayOfEra = since - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  }
}
