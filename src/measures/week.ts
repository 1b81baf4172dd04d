/** The week of a meeting, by its Monday. */
import { type Day, longDay } from '../terms/day.ts'
import { dayNumber, dayNumbered, weekdayOf } from '../terms/day-number.ts'

export function weekOf(on: Day): Day {
  const number = dayNumber(on)
  return dayNumbered(number - weekdayOf(number))
}

/** `week of 16 November 2026`. */
export const weekWords = (week: Day): string => `week of ${longDay(week)}`
