/** Days as the lives are counted in: whole numbers, working days, and how busy a day is at the front door. */
import { BANK_HOLIDAYS } from '../../terms/bank-holiday.ts'
import { type DayNumber, dayNumbered, weekdayOf } from '../../terms/day-number.ts'
import { workingDays } from '../../terms/working-day.ts'

const worked = workingDays(BANK_HOLIDAYS)

export const YEAR = 365.25

/** Years that the table of holidays does not hold are worked Monday to Friday. */
const isWorkingDay = (on: DayNumber): boolean => worked.isWorking(on) ?? weekdayOf(on) < 5

export const workingDaysAfter = (from: DayNumber, count: number): DayNumber =>
  worked.after(from, count) ?? from + Math.ceil((count * 7) / 5)

/** The day itself, or the next working day after it. */
export const nextWorkingDay = (on: DayNumber): DayNumber => (isWorkingDay(on) ? on : workingDaysAfter(on, 1))

/** Of a thousand contacts, more in September and March, fewer in August and at Christmas, when schools are closed. */
const MONTHS = [0.93, 1.0, 1.2, 0.93, 1.04, 1.06, 1.03, 0.72, 1.2, 1.07, 1.07, 0.79]
const WEEKDAYS = [1.12, 1.1, 1.06, 1.05, 1.07, 0.24, 0.2]

/** How many contacts come on a day, where an ordinary weekday has 1. */
export function busyness(on: DayNumber): number {
  const known = KNOWN.get(on) ?? busynessOf(on)
  KNOWN.set(on, known)
  return known
}

const KNOWN = new Map<DayNumber, number>()

function busynessOf(on: DayNumber): number {
  const day = dayNumbered(on)
  const date = day.slice(5)
  const quiet = date >= '12-24' || date <= '01-01' ? 0.4 : 1
  const holiday = weekdayOf(on) < 5 && !isWorkingDay(on) ? 0.25 : 1
  return MONTHS[Number(day.slice(5, 7)) - 1]! * WEEKDAYS[weekdayOf(on)]! * Math.min(quiet, holiday)
}

/** The sum of `busyness` over a year, about. */
export const BUSY_YEAR = 300
