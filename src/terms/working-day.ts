/**
 * Working days: Monday to Friday, without the bank holidays of England and Wales. Days a council shuts between Christmas and New
 * Year are working days of every statutory clock. The holidays are passed in, so that a day worked out once can be worked out again.
 */
import type { HolidayTable } from './bank-holiday.ts'
import { type DayNumber, dayNumber, weekdayOf } from './day-number.ts'

/**
 * Working days by number, looked up and not counted. Each answers null where it would need a year that the table does not hold:
 * a holiday nobody has listed is never guessed away.
 */
export type WorkingDays = {
  /** Which table, to be named beside whatever was worked out with it. */
  readonly version: string
  isWorking(on: DayNumber): boolean | null
  /** The so-manieth working day after the day, which is day 0 whether it is a working day or not. Negative counts back. */
  after(from: DayNumber, count: number): DayNumber | null
  /** Working days after the first day up to and with the second; the same day is 0, and an earlier one is negative. */
  elapsed(from: DayNumber, to: DayNumber): number | null
  /** The day itself where it is a working day, else the last one before it: by when a meeting due at a weekend is arranged. */
  onOrBefore(on: DayNumber): DayNumber | null
}

export function workingDays(table: HolidayTable): WorkingDays {
  const first = dayNumber(table.from)
  const last = dayNumber(table.to)
  const { upTo, numbered } = countWorkingDays(table, first, last)
  const holds = (on: DayNumber) => on >= first && on <= last
  const countTo = (on: DayNumber) => upTo[on - first]!
  const nth = (count: number): DayNumber | null => (count >= 1 ? (numbered[count - 1] ?? null) : null)
  const isWorking = (on: DayNumber) => (holds(on) ? numbered[countTo(on) - 1] === on : null)
  return {
    version: table.version,
    isWorking,
    after(from, count) {
      if (!holds(from)) return null
      if (count === 0) return from
      const before = countTo(from) - (count < 0 && isWorking(from) ? 1 : 0)
      return nth(before + count + (count < 0 ? 1 : 0))
    },
    elapsed: (from, to) => (holds(from) && holds(to) ? countTo(to) - countTo(from) : null),
    onOrBefore: on => (holds(on) ? nth(countTo(on)) : null),
  }
}

/** `upTo[n]` is how many working days there are from the table's first day to its nth; `numbered` are the working days in order. */
function countWorkingDays(table: HolidayTable, first: DayNumber, last: DayNumber) {
  const holidays = new Set(table.holidays.map(dayNumber))
  const upTo = new Int32Array(last - first + 1)
  const numbered: DayNumber[] = []
  for (let on = first; on <= last; on++) {
    if (weekdayOf(on) < 5 && !holidays.has(on)) numbered.push(on)
    upTo[on - first] = numbered.length
  }
  return { upTo, numbered }
}
