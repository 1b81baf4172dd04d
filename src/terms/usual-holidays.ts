/** The bank holidays of England and Wales by name: what law and custom give any year, and what was proclaimed for one. */
import { addDays, type Day, day, dayOf, daysInMonth } from './day.ts'
import { dayNumber, weekdayOf } from './day-number.ts'

export type NamedHoliday = { on: Day; name: string }

const [MONDAY, SATURDAY, SUNDAY] = [0, 5, 6]

/**
 * What a year has before anything is proclaimed for it: the Banking and Financial Dealings Act 1971 (schedule 1), and by proclamation each year
 * New Year's Day, the first Monday of May and a weekday for a holiday that falls at a weekend. In order; from 1978 on.
 */
export function usualHolidays(year: number): NamedHoliday[] {
  const easter = easterSunday(year)
  const [newYear, christmas, boxing] = [dayOf(year, 1, 1), dayOf(year, 12, 25), dayOf(year, 12, 26)]
  return [
    { on: ifWeekday(newYear) ?? mondayFrom(newYear), name: 'New Year’s Day' },
    { on: addDays(easter, -2), name: 'Good Friday' },
    { on: addDays(easter, 1), name: 'Easter Monday' },
    { on: mondayFrom(dayOf(year, 5, 1)), name: 'Early May bank holiday' },
    { on: lastMonday(year, 5), name: 'Spring bank holiday' },
    { on: lastMonday(year, 8), name: 'Summer bank holiday' },
    { on: ifWeekday(christmas) ?? dayOf(year, 12, 27), name: 'Christmas Day' },
    { on: ifWeekday(boxing) ?? dayOf(year, 12, 28), name: 'Boxing Day' },
  ].sort((one, other) => (one.on < other.on ? -1 : 1))
}

/** What was proclaimed for one year, besides the usual days or in place of one. */
const PROCLAIMED: Readonly<Record<string, string>> = {
  '1999-12-31': 'Millennium',
  '2002-06-03': 'Golden Jubilee',
  '2002-06-04': 'Spring bank holiday, moved',
  '2011-04-29': 'Wedding of Prince William and Catherine Middleton',
  '2012-06-04': 'Spring bank holiday, moved',
  '2012-06-05': 'Diamond Jubilee',
  '2020-05-08': 'Early May bank holiday, moved for 75 years of VE Day',
  '2022-06-02': 'Spring bank holiday, moved',
  '2022-06-03': 'Platinum Jubilee',
  '2022-09-19': 'State Funeral of Queen Elizabeth II',
  '2023-05-08': 'Coronation of King Charles III',
}

/** What a bank holiday of the built-in table is called. */
export const holidayName = (on: Day): string =>
  PROCLAIMED[on] ?? usualHolidays(Number(on.slice(0, 4))).find(usual => usual.on === on)?.name ?? 'Bank holiday'

const weekdayOn = (on: Day) => weekdayOf(dayNumber(on))
const ifWeekday = (on: Day): Day | null => (weekdayOn(on) < SATURDAY ? on : null)
/** The first Monday on the day or after it. */
const mondayFrom = (on: Day): Day => addDays(on, (7 - weekdayOn(on) + MONDAY) % 7)
const lastMonday = (year: number, month: number): Day => {
  const last = dayOf(year, month, daysInMonth(year, month))
  return addDays(last, -((weekdayOn(last) - MONDAY) % 7))
}

/** True of Saturdays and Sundays. */
export const isAtWeekend = (on: Day): boolean => [SATURDAY, SUNDAY].includes(weekdayOn(on))

/** Of the Gregorian calendar, after Meeus, Jones and Butcher (Meeus, "Astronomical Algorithms", 1991, chapter 8). */
function easterSunday(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return day(`${year}-${String(Math.floor(n / 31)).padStart(2, '0')}-${String((n % 31) + 1).padStart(2, '0')}`)
}
