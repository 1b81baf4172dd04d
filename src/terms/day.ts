/** A day in the life of a programme: a date without a time, always Europe/London, written `2026-11-22`. */

/** An ISO date. Compare two with `<` and `>`: the text sorts as the calendar does. */
export type Day = string & { readonly __day: 'Day' }

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/

/** True where the text is a date that exists: `2026-02-29` is not one, nor is any of the year 0, which no calendar has. */
export function isDay(text: string): text is Day {
  const parts = SHAPE.exec(text)
  if (!parts) return false
  const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** The day that the text names. Throws where it names none; ask `isDay` first about what a person typed. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a date: ${text}`)
  return text
}

/** The day from its numbers; month 1 is January. */
export const dayOf = (year: number, month: number, date: number): Day =>
  day(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

/** How many days the month has; month 1 is January. */
export const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const startOfMonth = (year: number, month: number): Day => dayOf(year, month, 1)
export const endOfMonth = (year: number, month: number): Day => dayOf(year, month, daysInMonth(year, month))

/** The day so many days later; earlier where the number is negative. */
export function addDays(from: Day, days: number): Day {
  const at = new Date(`${from}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10) as Day
}

/** The same date so many months later, or the month's last day where it has no such date (31 January + 1 = 28 February). */
export function addMonths(from: Day, months: number): Day {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return dayOf(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}

/** Whole days from one day to another; negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The day it is in London at an instant. */
export const dayInLondon = (instant: Date): Day => LONDON.format(instant) as Day

const LONG = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' })
const SHORT = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' })

/** `22 November 2026`, as GOV.UK writes dates. */
export const longDay = (on: Day): string => LONG.format(new Date(`${on}T00:00:00Z`))
/** `22 Nov 2026`, for tables. */
export const shortDay = (on: Day): string => SHORT.format(new Date(`${on}T00:00:00Z`)).replace('Sept', 'Sep')
/** `Sunday`. */
export const weekday = (on: Day): string => WEEKDAY.format(new Date(`${on}T00:00:00Z`))
