/** Finds the dates and periods that words name: `31st March 2017`, `April/May 2016`, `Q3 2016/17`, `w/c 3 October 2016`. */
import { addDays, dayOf, daysInMonth, endOfMonth, startOfMonth, type Day } from '../terms/day.ts'
import { MONTH_WORDS, mendDateWords, monthNamed, yearNamed } from '../terms/month.ts'

/** First and last day of a stretch of time, both included. */
export type Span = { from: Day; to: Day }

/** A date or period named in a text. `size` is what was named, so that a month can be told from a year. */
export type NamedDate = Span & { at: number; end: number; size: 'day' | 'week' | 'month' | 'longer' }

/** A date as it stands in the text, before its year is known: `Dec` of `Dec-Jan 2017`. */
type Mention = {
  at: number
  end: number
  month: number
  year: number | null
  size: NamedDate['size']
  on: (year: number) => Span | null
}

/**
 * Text made ready for finding dates in it: small letters, one kind of dash and of space, broken months mended. Positions that
 * `findDates` gives are positions in this text.
 */
export const plainDates = (text: string): string =>
  mendDateWords(
    text
      .replace(/[A-Z]+/g, letters => letters.toLowerCase())
      .replace(/[‐-―−]/g, '-')
      .replace(/[‘’`´]/g, "'")
      .replace(/\s+/g, ' ')
      .trim(),
  )

const MONTH = `(${MONTH_WORDS.join('|')})(?![a-z])\\.?`
const YEAR = `((?:19|20)\\d\\d(?:[/-]\\d\\d(?!\\d))?|'?\\d\\d)(?![\\d%:]|[./]\\d| ?%)`
const NTH = '(?: ?(?:st|nd|rd|th)(?![a-z]))?'
const FORMS: [RegExp, (parts: string[]) => Omit<Mention, 'at' | 'end'> | null][] = [
  [/(?<![\d.])(\d{4})-(\d\d)-(\d\d)(?:[t ]\d\d:\d\d(?::\d\d)?)?(?!\d)/y, p => dated(p[3]!, Number(p[2]), p[1]!)],
  [/(?<![\d.])(\d\d?)([/.-])(\d\d?)\2(\d{4}|\d\d)(?![\d/])/y, p => dated(p[1]!, Number(p[3]), p[4]!)],
  [
    sticky(`(?<!\\d|\\d[./])(\\d\\d?)${NTH} ?(?:-|to|and|&) ?(\\d\\d?)${NTH}(?: of)? ${MONTH}(?:,? ${YEAR})?`),
    p => days(p[1]!, p[2]!, p[3]!, p[4]),
  ],
  [
    sticky(`(?<!\\d|\\d[./])(w/c|week commencing|w/b)? ?(\\d\\d?)${NTH}(?: of)?[ -]?${MONTH}(?:(?:,? ?|-)${YEAR})?`),
    p => dayOrWeek(p[1], p[2]!, p[3]!, p[4]),
  ],
  [
    sticky(`(?<![a-z])${MONTH} (\\d\\d?)${NTH},? ((?:19|20)\\d\\d)(?!\\d)`),
    p => dated(p[2]!, monthNamed(p[1]!)!, p[3]!),
  ],
  [sticky(`(?<![a-z])${MONTH}(?:[, ]? ?(?:of )?|-)${YEAR}`), p => wholeMonth(monthNamed(p[1]!)!, p[2])],
  [sticky(`(?<![a-z])${MONTH}`), p => wholeMonth(monthNamed(p[1]!)!, undefined)],
  [
    /(?<![\d/])(\d\d?)\/(20\d\d)(?!\d)/y,
    p => (Number(p[1]) >= 1 && Number(p[1]) <= 12 ? wholeMonth(Number(p[1]), p[2]) : null),
  ],
  [sticky(`(?<![a-z])(?:q|qtr ?|quarter )([1-4])(?: of)?,? ?(?:fy ?)?${YEAR}`), p => quarter(Number(p[1]), p[2]!)],
  [
    sticky(`(?<![a-z])(first|second|third|fourth|last|1st|2nd|3rd|4th) quarter(?: of)?,? (?:fy ?)?${YEAR}`),
    p => quarter(NTH_QUARTER[p[1]!]!, p[2]!),
  ],
  [/(?<!\d)(20\d\d(?:[/-]\d\d)?),? (?:q|qtr ?|quarter )([1-4])(?!\d)/y, p => quarter(Number(p[2]), p[1]!)],
  [sticky(`(?<![a-z])(spring|summer|autumn|winter)(?: term)?(?: of)?,? ${YEAR}`), p => season(p[1]!, p[2]!)],
  [/(?<![\d/.-])(20\d\d) ?[/-] ?(20\d\d|\d\d)(?![\d%])/y, p => years(p[1]!, p[2]!)],
  [/(?<![\d/.,-])(20\d\d)(?![\d%:]|[/.,-]\d)/y, p => years(p[1]!, p[1]!)],
]

function sticky(pattern: string): RegExp {
  return new RegExp(pattern, 'y')
}

/** Every date named in a text that `plainDates` made ready, in order. A month without a year is given the year of the next date it is joined to, else the one year in which it falls within `plan`; otherwise it is left out. */
export function findDates(plain: string, plan?: Span): NamedDate[] {
  const mentions = mentionsIn(plain)
  lendYears(plain, mentions)
  return mentions.flatMap(mention => {
    const year = mention.year ?? (plan ? yearWithin(mention, plan) : null)
    const span = year === null ? null : mention.on(year)
    return span ? [{ ...span, at: mention.at, end: mention.end, size: mention.size }] : []
  })
}

/** Where a date is named without its year, and nothing tells the year: `Dec-Jan`. */
export const namesMonthsOnly = (plain: string): boolean => mentionsIn(plain).some(mention => mention.year === null)

const MAY_START = /(?<![a-z\d])(?:\d|[jfmasondqwtl])/g

function mentionsIn(plain: string): Mention[] {
  const found: Mention[] = []
  let end = 0
  for (const { index } of plain.matchAll(MAY_START)) {
    if (index < end) continue
    const mention = mentionAt(plain, index)
    if (mention) (found.push(mention), (end = mention.end))
  }
  return found
}

function mentionAt(plain: string, at: number): Mention | null {
  for (const [form, read] of FORMS) {
    form.lastIndex = at
    const parts = form.exec(plain)
    const mention = parts && read([...parts])
    if (mention) return { ...mention, at, end: at + parts[0].length }
  }
  return null
}

const JOINED = /^ ?(?:-|\/|to|and|&|,|until|through to) ?$/

function lendYears(plain: string, mentions: Mention[]): void {
  for (let i = mentions.length - 2; i >= 0; i--) {
    const [mention, next] = [mentions[i]!, mentions[i + 1]!]
    if (mention.year !== null || next.year === null) continue
    if (next.at - mention.end > 12 || !JOINED.test(plain.slice(mention.end, next.at))) continue
    mention.year = mention.month > next.month ? next.year - 1 : next.year
  }
}

function yearWithin(mention: Mention, plan: Span): number | null {
  const years: number[] = []
  for (let year = Number(plan.from.slice(0, 4)); year <= Number(plan.to.slice(0, 4)); year++) {
    const span = mention.on(year)
    if (span && span.from <= plan.to && span.to >= plan.from) years.push(year)
  }
  return years.length === 1 ? years[0]! : null
}

/** `2016/17` beside a month or quarter is a financial year: the month's year is the one in which it falls. */
const yearOf = (written: string, month: number): number => {
  const [first, second] = written.replace("'", '').split(/[/-]/)
  return yearNamed(first!) + (second && month < 4 ? 1 : 0)
}

function dated(date: string, month: number, year: string | undefined): Omit<Mention, 'at' | 'end'> | null {
  return days(date, date, month, year)
}

function days(
  first: string,
  last: string,
  named: string | number,
  year: string | undefined,
): Omit<Mention, 'at' | 'end'> | null {
  const month = typeof named === 'number' ? named : monthNamed(named)!
  const [from, to] = [Number(first), Number(last)]
  if (month < 1 || month > 12 || from < 1 || to < from || to > 31) return null
  const on = (at: number) =>
    to > daysInMonth(at, month) ? null : { from: dayOf(at, month, from), to: dayOf(at, month, to) }
  return { month, year: year ? yearOf(year, month) : null, size: from === to ? 'day' : 'week', on }
}

function dayOrWeek(
  week: string | undefined,
  date: string,
  name: string,
  year: string | undefined,
): Omit<Mention, 'at' | 'end'> | null {
  const one = days(date, date, name, year)
  if (!one || !week) return one
  const on = (at: number) => {
    const span = one.on(at)
    return span && { from: span.from, to: addDays(span.from, 6) }
  }
  return { ...one, size: 'week', on }
}

function wholeMonth(month: number, year: string | undefined): Omit<Mention, 'at' | 'end'> {
  return { month, year: year ? yearOf(year, month) : null, size: 'month', on: at => months(at, month, at, month) }
}

const months = (fromYear: number, first: number, toYear: number, last: number): Span => ({
  from: startOfMonth(fromYear, first),
  to: endOfMonth(toYear, last),
})

const NTH_QUARTER: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  last: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
}

/** A quarter of a year written `2016` begins in January; of one written `2016/17`, a financial year, in April. */
function quarter(which: number, written: string): Omit<Mention, 'at' | 'end'> {
  const financial = /[/-]/.test(written)
  const first = financial ? ((which * 3) % 12) + 1 : which * 3 - 2
  const year = yearOf(written, first)
  return { month: first, year, size: 'longer', on: at => months(at, first, at, first + 2) }
}

const SEASON: Record<string, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

/** Spring is March to May, and so on. `Winter 2016` is left alone unless written `2016/17`: it may be either end of the year. */
function season(name: string, written: string): Omit<Mention, 'at' | 'end'> | null {
  const first = SEASON[name]!
  const across = /[/-]/.test(written)
  if (across !== (name === 'winter')) return null
  const [toYear, last] = across ? [1, 2] : [0, first + 2]
  return {
    month: first,
    year: yearNamed(written.split(/[/-]/)[0]!),
    size: 'longer',
    on: at => months(at, first, at + toYear, last),
  }
}

/** `2016/17` is a financial year; `2016-18` three calendar years; `2016` one. */
function years(first: string, last: string): Omit<Mention, 'at' | 'end'> | null {
  const [from, to] = [Number(first), yearNamed(last)]
  if (to < from || to - from > 20) return null
  const financial = to === from + 1
  const on = (at: number) => (financial ? months(at, 4, at + 1, 3) : months(at, 1, at + to - from, 12))
  return { month: financial ? 4 : 1, year: from, size: 'longer', on }
}
