/**
 * Instants, for clocks that count hours. They are milliseconds since 1970 in UTC, so 72 hours are 72 hours when the clocks change; text is
 * London time. Summer time runs between 01:00 UTC on the last Sundays of March and October, as it has since 1996.
 */
import { isDay } from './day.ts'
import { type DayNumber, dayNumber, dayNumbered, endOfMonthOf, weekdayOf } from './day-number.ts'

export type Instant = number

export const HOUR = 3_600_000
const DAY = 24 * HOUR

/** `isEither` where the local time came twice that night and nothing said which: the later one was taken. */
export type ReadInstant = { instant: Instant; isEither: boolean } | { problem: string }

const SHAPE = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(GMT|BST|Z|[+-]\d{2}:?\d{2})?$/

/** The instant a text names: `2016-03-25T15:00` in London, or with `GMT`, `BST`, `Z` or an offset. */
export function readInstant(text: string): ReadInstant {
  const [, day, hours, minutes, seconds = '0', zone] = SHAPE.exec(text.trim()) ?? []
  if (day === undefined || !isDay(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
    return { problem: `"${text}" is not a date and time: write it as 2016-03-25T15:00` }
  const clock = dayNumber(day) * DAY + (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000
  if (zone !== undefined) return { instant: clock - offsetOf(zone), isEither: false }
  const [asSummer, asWinter] = [isSummer(clock - HOUR), !isSummer(clock)]
  if (!asSummer && !asWinter)
    return { problem: `${text} did not exist in London: the clocks went forward from 01:00 to 02:00. Correct the time` }
  return { instant: asWinter ? clock : clock - HOUR, isEither: asSummer && asWinter }
}

/** `2016-04-18T17:00 BST`. */
export function londonTime(instant: Instant): string {
  const summer = isSummer(instant)
  const clock = new Date(instant + (summer ? HOUR : 0)).toISOString()
  return `${clock.slice(0, clock.endsWith(':00.000Z') ? 16 : 19)} ${summer ? 'BST' : 'GMT'}`
}

/** The day it is in London at the instant. */
export const londonDay = (instant: Instant): DayNumber => Math.floor((instant + (isSummer(instant) ? HOUR : 0)) / DAY)

function isSummer(instant: Instant): boolean {
  const today = Math.floor(instant / DAY)
  const january = dayNumber(`${dayNumbered(today).slice(0, 4)}-01-01` as never)
  return instant >= clocksChange(january, 2) && instant < clocksChange(january, 9)
}

const clocksChange = (january: DayNumber, month: number): Instant => {
  const last = endOfMonthOf(january, month)
  return (last - ((weekdayOf(last) + 1) % 7)) * DAY + HOUR
}

function offsetOf(zone: string): number {
  if (zone === 'GMT' || zone === 'Z') return 0
  if (zone === 'BST') return HOUR
  const [sign, hours, minutes] = [zone[0] === '-' ? -1 : 1, Number(zone.slice(1, 3)), Number(zone.slice(-2))]
  return sign * (hours * HOUR + minutes * 60_000)
}
