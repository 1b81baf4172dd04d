/**
 * The demo's calendar: every date is told from the day of loading, so the programme is two years old whenever it is started.
 * Months count from the month of loading (-24 is when the programme began); boards count from the next one (-1 is the last).
 */
import { readTimescale } from '../intake/timescale-reading.ts'
import { addDays, addMonths, type Day, daysInMonth, longDay, startOfMonth, weekday } from '../terms/day.ts'
import type { TimescaleDescription } from './description.ts'

const SIX_WEEKS = 42

export function calendarOf(today: Day) {
  const [year, thisMonth] = today.split('-').map(Number) as [number, number]
  const first = (months: number) => addMonths(startOfMonth(year, thisMonth), months)
  const nextBoard = wednesdayFrom(addDays(today, 7))

  /** A date of the month so many months from now; the last of the month where it has no such date. */
  const date = (months: number, at = 1): Day => {
    const [y, m] = first(months).split('-').map(Number) as [number, number]
    return addDays(first(months), Math.min(at, daysInMonth(y, m)) - 1)
  }
  /** The same, or the next working day where nobody is at work on it. */
  const month = (months: number, at = 1): Day => workingDayFrom(date(months, at))
  const monthEnd = (months: number): Day => addDays(first(months + 1), -1)
  /** `March 2026`. */
  const name = (months: number): string => longDay(first(months)).replace(/^\d+ /, '')
  /** `Mar 26`, as tables shorten it. */
  const short = (months: number): string => name(months).replace(/^(\w{3})\w* 20/, '$1 ')
  /** The day of a board: 0 is the next, 7 to 13 days ahead; -1 the last, 29 to 35 days ago. A Wednesday, or the day before at Christmas. */
  const board = (number: number): Day => workingDayBy(addDays(nextBoard, number * SIX_WEEKS))

  return {
    today,
    date,
    month,
    monthEnd,
    name,
    short,
    board,
    /** `October 2026`, the month of that board. */
    boardMonth: (number: number): string => longDay(board(number)).replace(/^\d+ /, ''),
    /** The Executive Group reads the papers a fortnight before each board: for the next board it has already met. */
    executive: (number: number): Day => workingDayBy(addDays(board(number), -14)),
    ...timescales({ name, short }),
  }
}
export type Calendar = ReturnType<typeof calendarOf>

type Names = Record<'name' | 'short', (months: number) => string>

/** Timescales in the words councils use; `{month}` in the words stands for the month meant. What they mean is read from them. */
function timescales({ name, short }: Names) {
  const worded = (words: string, months: number) => words.replace('{month}', name(months))
  const timescale = (text: string, nextTestOn: Day | null = null): TimescaleDescription => ({
    text,
    ...readTimescale(text),
    nextTestOn,
  })
  return {
    by: (months: number, words = 'By {month}') => timescale(worded(words, months)),
    /** Only the month is named. */
    in: (months: number, words = '{month}') => timescale(worded(words, months)),
    range: (from: number, to: number) => timescale(`${short(from)} - ${short(to)}`),
    from: (months: number, words = '{month} and ongoing', nextTestOn: Day | null = null) =>
      timescale(worded(words, months), nextTestOn),
    ongoing: (nextTestOn: Day | null = null) => timescale('Ongoing', nextTestOn),
    milestone: (months: number, words: string) => timescale(worded(words, months)),
    onHold: (text: string) => timescale(text),
    tbc: () => timescale('TBC'),
  }
}

function wednesdayFrom(from: Day): Day {
  let at = from
  while (weekday(at) !== 'Wednesday') at = addDays(at, 1)
  return at
}

/** Neither a weekend nor one of the three holidays that fall on the same date each year; the demo knows no others. */
const isWorked = (on: Day): boolean => !/^S/.test(weekday(on)) && !/(12-25|12-26|01-01)$/.test(on)

/** The last working day up to and including a day. */
export const workingDayBy = (on: Day): Day => (isWorked(on) ? on : workingDayBy(addDays(on, -1)))
const workingDayFrom = (on: Day): Day => (isWorked(on) ? on : workingDayFrom(addDays(on, 1)))
