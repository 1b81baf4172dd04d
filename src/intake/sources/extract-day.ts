/**
 * Days and times as databases, Excel and people write them in a file of records. Figures are day first, as England writes them; a
 * date that can only be month first is refused, because others in its column would then be read wrongly without anybody seeing it.
 */
import { addDays, dayInLondon, isDay, day, type Day } from '../../terms/day.ts'
import { monthNamed } from '../../terms/month.ts'
import type { ClockTime } from '../../children/recorded.ts'

export type DayAndTime = { on: Day; at: ClockTime | null }

/** `none`: a stand-in for no date (1900-01-01, 31/12/9999). The others are no dates. */
export type NoDay = 'none' | 'no-such-day' | 'month-first' | 'not-a-date'

const TIME = String.raw`(?:[T ,]+(\d{1,2}):(\d{2})(?::\d{2}(?:[.:]\d+)?)?\s*([ap]m)?\s*(z|[+-]\d{2}:?\d{2})?)?$`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}`, 'i')
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})${TIME}`, 'i')
const DAY_AND_NAME = new RegExp(
  String.raw`^(?:[a-z]{3,9},? )?(\d{1,2})(?:st|nd|rd|th)?[-/ ]*([a-z]{3,9})[-/, ]*(\d{4}|\d{2})${TIME}`,
  'i',
)
/** As SQL Server turns a date into text: `Apr  1 2016 12:00AM`. */
const NAME_AND_DAY = new RegExp(String.raw`^([a-z]{3,9})\s+(\d{1,2}),?\s+(\d{4})${TIME}`, 'i')
const FIGURES = /^(\d{4})(\d{2})(\d{2})$/
/** Days since 30 December 1899, from 1954 to 2173. */
const SERIAL = /^([2-9]\d{4})(?:\.(\d+))?$/

const FIRST_REAL = '1900-02-01'
const LAST_REAL = '2098-12-31'

export function readDayAndTime(text: string, asAt: Day): DayAndTime | NoDay {
  if (text.length === 10 && text[4] === '-' && isDay(text)) return real({ on: text, at: null })
  const figures = YEAR_FIRST.exec(text) ?? FIGURES.exec(text)
  if (figures) return made(figures[1]!, figures[2]!, figures[3]!, figures)
  const british = DAY_FIRST.exec(text)
  if (british) return dayFirst(british, asAt)
  const named = DAY_AND_NAME.exec(text)
  if (named) return made(fullYear(named[3]!, asAt), String(monthNamed(named[2]!) ?? 0), named[1]!, named)
  const american = NAME_AND_DAY.exec(text)
  if (american) return made(american[3]!, String(monthNamed(american[1]!) ?? 0), american[2]!, american)
  const serial = SERIAL.exec(text)
  return serial ? real(ofSerial(Number(text))) : 'not-a-date'
}

function dayFirst(parts: RegExpExecArray, asAt: Day): DayAndTime | NoDay {
  const [, date = '', month = '', year = ''] = parts
  const full = fullYear(year, asAt)
  const read = made(full, month, date, parts)
  const turned = read === 'no-such-day' && Number(month) > 12 && typeof made(full, date, month, parts) === 'object'
  return turned ? 'month-first' : read
}

/** Two figures are the last such year that is not more than a year ahead. */
function fullYear(year: string, asAt: Day): string {
  if (year.length === 4) return year
  const latest = Number(asAt.slice(0, 4)) + 1
  const century = Math.floor(latest / 100) * 100
  return String(century + Number(year) > latest ? century - 100 + Number(year) : century + Number(year))
}

/** Groups 4 to 7 of every form are the time: hours, minutes, am or pm, zone. */
function made(year: string, month: string, date: string, parts: RegExpExecArray): DayAndTime | NoDay {
  if (Number(year) < 1900 || (year === '1900' && Number(month) <= 1)) return 'none'
  const on = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(on)) return 'no-such-day'
  const [, , , , hours, minutes, half, zone] = parts
  if (hours === undefined || minutes === undefined) return real({ on, at: null })
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(hours)
  if (hour > 23 || Number(minutes) > 59) return 'not-a-date'
  const clock = `${String(hour).padStart(2, '0')}:${minutes}`
  return real(zone ? inLondon(`${on}T${clock}:00${zone.toUpperCase()}`) : { on, at: timeOf(on, clock) })
}

const timeOf = (on: Day, clock: string) => (clock === '00:00' ? null : (`${on}T${clock}` as ClockTime))

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' })

function inLondon(instant: string): DayAndTime {
  const at = new Date(instant.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  const on = dayInLondon(at)
  return { on, at: timeOf(on, CLOCK.format(at)) }
}

/** A day of Excel's 1900 calendar, with the part of the day that has gone. */
export function ofSerial(serial: number): DayAndTime {
  const minutes = Math.round((serial % 1) * 1440)
  const on = addDays(day('1899-12-30'), Math.floor(serial) + (minutes === 1440 ? 1 : 0))
  const clock = `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  return { on, at: timeOf(on, clock) }
}

const real = (read: DayAndTime): DayAndTime | NoDay => (read.on < FIRST_REAL || read.on > LAST_REAL ? 'none' : read)
