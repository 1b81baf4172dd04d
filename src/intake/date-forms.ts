/** The ways in which one date or period is written, each as a pattern over plain text and what it means. */
import { addDays, dayOf, daysInMonth, endOfMonth, startOfMonth, type Day } from '../terms/day.ts'
import { MONTH_WORDS, monthNamed, yearNamed } from '../terms/month.ts'

/** First and last day of a stretch of time, both included. */
export type Span = { from: Day; to: Day }

/** What was named, so that a month can be told from a year. */
export type Size = 'day' | 'week' | 'month' | 'longer'

/** A date as it is written, its year perhaps not said: `Dec` of `Dec-Jan 2017`. `on` gives its days in a year, null where it has none. */
export type Written = { month: number; year: number | null; size: Size; on: (year: number) => Span | null }

const MONTH = `(${MONTH_WORDS.join('|')})(?![a-z])\\.?`
const YEAR = `((?:19|20)\\d\\d(?:[/-]\\d\\d(?!\\d))?|'?\\d\\d)(?![\\d%:]|[./]\\d| ?%)`
/** A year, or a financial year in any of its forms: `2016`, `2016/17`, `16/17`. */
const YEARS = `((?:19|20)?\\d\\d(?:[/-]\\d\\d(?!\\d))?)(?![\\d%:])`
const NTH = '(?: ?(?:st|nd|rd|th)(?![a-z]))?'
const DATE = '(?<!\\d|\\d[./])'
const WORD = '(?<![a-z])'
const QUARTER = '(?:q|qtr ?|quarter )'
const NTH_QUARTER = { first: 1, second: 2, third: 3, fourth: 4, last: 4, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4 }
const SEASON = { spring: 3, summer: 6, autumn: 9, winter: 12 }

type Form = [pattern: string, read: (parts: (string | undefined)[]) => Written | null]

/** Tried in this order: the longest form that a date has stands first. */
const FORMS: [RegExp, Form[1]][] = (
  [
    [`(?<![\\d.])(\\d{4})-(\\d\\d)-(\\d\\d)(?:[t ]\\d\\d:\\d\\d(?::\\d\\d)?)?(?!\\d)`, ([, y, m, d]) => days(d, d, Number(m), y)],
    [`(?<![\\d.])(\\d\\d?)([/.-])(\\d\\d?)\\2(\\d{4}|\\d\\d)(?![\\d/])`, ([, d, , m, y]) => days(d, d, Number(m), y)],
    [`${DATE}(\\d\\d?)${NTH} ?(?:-|to|and|&) ?(\\d\\d?)${NTH}(?: of)? ${MONTH}(?:,? ${YEAR})?`, ([, d, e, m, y]) => days(d, e, named(m), y)],
    [`${DATE}(?:w/c|w/b|week commencing) ?(\\d\\d?)${NTH}(?: of)? ?${MONTH}(?:,? ?${YEAR})?`, ([, d, m, y]) => weekFrom(days(d, d, named(m), y))],
    [`${DATE}(\\d\\d?)${NTH}(?: of)?[ -]?${MONTH}(?:(?:,? ?|-)${YEAR})?`, ([, d, m, y]) => days(d, d, named(m), y)],
    [`${WORD}${MONTH} (\\d\\d?)${NTH},? ((?:19|20)\\d\\d)(?!\\d)`, ([, m, d, y]) => days(d, d, named(m), y)],
    [`${WORD}${MONTH}(?:[, ]? ?(?:of )?|-)${YEAR}`, ([, m, y]) => wholeMonth(named(m), y)],
    [`${WORD}${MONTH}`, ([, m]) => wholeMonth(named(m))],
    [`(?<![\\d/])(0?[1-9]|1[0-2])/(20\\d\\d)(?!\\d)`, ([, m, y]) => wholeMonth(Number(m), y)],
    [`${WORD}${QUARTER}([1-4])(?: of)?,? ?(?:fy ?)?${YEARS}`, ([, q, y]) => quarter(Number(q), y!)],
    [`${WORD}(${Object.keys(NTH_QUARTER).join('|')}) quarter(?: of)?,? (?:fy ?)?${YEARS}`, ([, q, y]) => quarter(NTH_QUARTER[q as 'first'], y!)],
    [`(?<!\\d)(20\\d\\d(?:[/-]\\d\\d)?),? ${QUARTER}([1-4])(?!\\d)`, ([, y, q]) => quarter(Number(q), y!)],
    [`${WORD}(${Object.keys(SEASON).join('|')})(?: term)?(?: of)?,? ${YEAR}`, ([, s, y]) => season(s as 'spring', y!)],
    [`(?<![\\d/.-])(20\\d\\d) ?[/-] ?(20\\d\\d|\\d\\d)(?![\\d%])`, ([, y, z]) => years(y!, z!)],
    [`(?<![\\d/.,-])(20\\d\\d)(?![\\d%:]|[/.,-]\\d)`, ([, y]) => years(y!, y!)],
  ] satisfies Form[]
).map(([pattern, read]) => [new RegExp(pattern, 'y'), read]) // prettier-ignore

/** The date written at a place of a text that was made plain (`plainDates`), and where it ends; null where none begins there. */
export function writtenAt(plain: string, at: number): (Written & { end: number }) | null {
  for (const [form, read] of FORMS) {
    form.lastIndex = at
    const parts = form.exec(plain)
    const written = parts && read([...parts])
    if (written) return { ...written, end: at + parts[0].length }
  }
  return null
}

const named = (month: string | undefined): number => monthNamed(month!)!

/** `2016/17` beside a month or quarter is a financial year, April to March: the month's year is the one in which it falls. */
function yearOf(written: string, month: number): number {
  const [first, second] = written.replace("'", '').split(/[/-]/)
  return yearNamed(first!) + (second && month < 4 ? 1 : 0)
}

function days(
  first: string | undefined,
  last: string | undefined,
  month: number,
  year: string | undefined,
): Written | null {
  const [from, to] = [Number(first), Number(last)]
  if (month < 1 || month > 12 || from < 1 || to < from || to > 31) return null
  const on = (at: number) =>
    to > daysInMonth(at, month) ? null : { from: dayOf(at, month, from), to: dayOf(at, month, to) }
  return { month, year: year ? yearOf(year, month) : null, size: from === to ? 'day' : 'week', on }
}

function weekFrom(monday: Written | null): Written | null {
  if (!monday) return null
  const on = (year: number) => {
    const span = monday.on(year)
    return span && { from: span.from, to: addDays(span.from, 6) }
  }
  return { ...monday, size: 'week', on }
}

const wholeMonth = (month: number, year?: string): Written => ({
  month,
  year: year ? yearOf(year, month) : null,
  size: 'month',
  on: at => months(at, month, at, month),
})

const months = (fromYear: number, first: number, toYear: number, last: number): Span => ({
  from: startOfMonth(fromYear, first),
  to: endOfMonth(toYear, last),
})

/** A quarter of a year written `2016` begins in January; of one written `2016/17`, a financial year, in April. */
function quarter(which: number, written: string): Written {
  const first = /[/-]/.test(written) ? ((which * 3) % 12) + 1 : which * 3 - 2
  return { month: first, year: yearOf(written, first), size: 'longer', on: at => months(at, first, at, first + 2) }
}

/** Spring is March to May, and so on. `Winter 2016` has no days, unless written `2016/17`: it may be either end of the year. */
function season(name: keyof typeof SEASON, written: string): Written {
  const first = SEASON[name]
  const across = /[/-]/.test(written)
  const on = (at: number) => {
    if (across !== (name === 'winter')) return null
    return across ? months(at, first, at + 1, 2) : months(at, first, at, first + 2)
  }
  return { month: first, year: yearNamed(written.replace("'", '').split(/[/-]/)[0]!), size: 'longer', on }
}

/** `2016/17` is a financial year; `2016-18` three calendar years; `2016` one. */
function years(first: string, last: string): Written | null {
  const [from, to] = [Number(first), yearNamed(last)]
  if (to < from || to - from > 20) return null
  const financial = to === from + 1
  const on = (at: number) => (financial ? months(at, 4, at + 1, 3) : months(at, 1, at + to - from, 12))
  return { month: financial ? 4 : 1, year: from, size: 'longer', on }
}
