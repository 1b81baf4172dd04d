/**
 * Reads the words of a timescale (`Dec 16 - Jan 17`, `On- going`, `Gateway in place to 'go live' by September 2016`). What is not
 * plainly a date or one of the usual phrases is `unread`: a person decides, nothing is guessed.
 */
import { addDays, addMonths, type Day } from '../terms/day.ts'
import { MONTH_WORDS } from '../terms/month.ts'
import type { Timescale, TimescaleKind } from '../terms/timescale.ts'
import { findDates, namesDateWithoutYear, plainDates, type NamedDate, type Span } from './dates-in-words.ts'

const ON_HOLD = /\b(?:on hold|paused|deferred|suspended)\b/
const TO_CONFIRM = /\b(?:tbc|tba|tbd|t\.b\.c|to be (?:confirmed|determined)|not yet (?:agreed|set|known))\b/
/** No date yet where none is given; with one (`Plan to be agreed by March 2017`) it is a milestone. */
const TO_AGREE = /\bto be (?:agreed|decided|advised|arranged|set)\b/
const FREQUENCY =
  '(?:daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly|six[- ]monthly|bi-?monthly|bi-?annual(?:ly)?|bi-?weekly|half[- ]yearly|(?:\\d+|six|twelve)[- ](?:weekly|monthly)|every (?:(?:\\d+|two|three|six|twelve) )?(?:day|week|month|quarter|year|term)s?)'
const ONGOING = new RegExp(
  `\\b(?:ongoing|continuous(?:ly)?|continuing|continual|rolling(?: programme)?|business as usual|bau|as required|${FREQUENCY})\\b`,
)
const ONWARDS = /\b(?:ongoing|onwards?|continuing|and beyond)\b/
const FROM = new RegExp(
  `\\b(?:from|since|start(?:ing|ed|s)?|commenc(?:ing|ed|es|e)|beginning|began|with effect from)[ :]*(?:the )?$`,
)
const UNTIL = /\b(?:until|till|up to|to|through to|ending|by)[ :]*(?:the )?(?:end )?(?:of )?$/
const END_OF = /\b(?:the )?(?:end|close)(?: of)?(?: the)?(?:(?: financial| calendar| school)? year)? ?$/
const BEFORE = /\b(?:before|prior to|in advance of)(?: the)? ?$/
const PART_OF = /\b(early|beginning of|start of|mid|middle of|late)[- ]?(?:in )?$/
/** Words that say nothing beyond the date they stand beside. */
const PLAIN_WORDS = new Set([
  ...MONTH_WORDS,
  ...'by the of in on at and or to end close before prior during within between due date target deadline completion for no not later than latest from until till up onwards onward ongoing w/c financial year fy month early mid middle late start beginning starting started commencing commenced began since with effect revised w/e school calendar monday tuesday wednesday thursday friday saturday sunday week commencing ending through day days month months year years'.split(
    ' ',
  ),
])

/** A timescale as a plan words it. `plan` is what the plan covers: with it, `Dec-Jan` is given the only year it can mean. */
export function readTimescale(text: string, plan?: Span): Timescale {
  const plain = plainDates(text.slice(0, LONGEST))
  if (plain === '' || /^[-.?]+$/.test(plain)) return without('blank')
  const dates = findDates(plain, plan)
  if (ON_HOLD.test(plain)) return over('on-hold', dates)
  if (TO_CONFIRM.test(plain)) return without('tbc')
  return dates.length > 0 ? readDated(plain, dates) : readUndated(plain)
}

/** A cell says when something is due in a line or two; past this length it is prose, and only its beginning is read. */
const LONGEST = 2000

/**
 * Where a plan has a column for the start and one for the end: a range from the one to the other, `from` where the end is ongoing,
 * the one that is given where the other is blank. Where the two contradict each other the end is what counts.
 */
export function readStartAndEnd(startText: string, endText: string, plan?: Span): Timescale {
  const [start, end] = [readTimescale(startText, plan), readTimescale(endText, plan)]
  if (end.kind === 'on-hold' || start.kind === 'on-hold') return { ...(end.kind === 'on-hold' ? end : start) }
  if (end.kind === 'blank') return start.earliest ? { kind: 'from', earliest: start.earliest, latest: null } : start
  if (end.kind === 'ongoing' || end.kind === 'from')
    return start.earliest ? { kind: 'from', earliest: start.earliest, latest: null } : end
  const latest = end.latest ?? (start.earliest ? afterStart(endText, start.earliest) : null)
  if (!latest) return { kind: end.kind, earliest: end.earliest ?? start.earliest, latest: null }
  if (!start.earliest || start.earliest > latest) return end.latest ? end : { kind: 'by', earliest: latest, latest }
  return { kind: 'range', earliest: start.earliest, latest }
}

const without = (kind: TimescaleKind): Timescale => ({ kind, earliest: null, latest: null })

const over = (kind: TimescaleKind, dates: Span[]): Timescale =>
  dates.length === 0
    ? without(kind)
    : {
        kind,
        earliest: dates.map(date => date.from).sort()[0]!,
        latest: dates
          .map(date => date.to)
          .sort()
          .at(-1)!,
      }

function readUndated(plain: string): Timescale {
  if (TO_AGREE.test(plain)) return without('tbc')
  return without(ONGOING.test(plain) && !namesDateWithoutYear(plain) ? 'ongoing' : 'unread')
}

function readDated(plain: string, named: NamedDate[]): Timescale {
  const before = plain.slice(0, named[0]!.at)
  const other = wordsBeside(plain, named).some(word => !PLAIN_WORDS.has(word))
  const until = UNTIL.test(before)
  if (ONWARDS.test(plain) && !until) return onwards(named[0]!, before, other)
  if (named.length === 1 && FROM.test(before) && !other) return from(named[0]!)
  const dates = afterAnEvent(before, named) ?? named.map(date => narrowed(plain.slice(0, date.at), date))
  if (other) return over('milestone', dates)
  return over(dates.length === 1 && (until || dates[0]!.size !== 'longer') ? 'by' : 'range', dates)
}

const from = (date: Span): Timescale => ({ kind: 'from', earliest: date.from, latest: null })

/** `April 2016 onwards` begins then; `Ongoing, review March 2017` is ongoing; `Ongoing - March 2017` may mean either, or an end. */
function onwards(date: NamedDate, before: string, other: boolean): Timescale {
  if (!ONWARDS.test(before) || FROM.test(before)) return from(date)
  return without(other ? 'ongoing' : 'unread')
}

/** `To be completed by March` says no more than `by March`. */
const DONE_BY = /\b(?:to be )?(?:completed?|done|delivered|achieved|finished|implemented) by(?![a-z])/g

/** The words that stand beside the dates, leaving out how often something is done. */
function wordsBeside(plain: string, named: NamedDate[]): string[] {
  const pieces = named.map((date, index) => plain.slice(named[index - 1]?.end ?? 0, date.at))
  const beside = [...pieces, plain.slice(named.at(-1)!.end)].join(' | ')
  return (
    beside
      .replace(ONGOING, ' ')
      .replace(DONE_BY, ' by')
      .match(/[a-z/]*[a-z]/g) ?? []
  )
}

/** `End of Dec 2016` is its last day; `before April 2017` the day before; `mid April 2015` the middle third. */
function narrowed(before: string, date: NamedDate): NamedDate {
  const said = before.slice(-40)
  if (END_OF.test(said)) return { ...date, from: date.to, size: 'day' }
  if (BEFORE.test(said)) return { ...date, from: addDays(date.from, -1), to: addDays(date.from, -1), size: 'day' }
  const part = PART_OF.exec(said)?.[1]
  if (!part || date.size === 'day' || date.size === 'week') return date
  return date.size === 'month' ? { ...date, ...thirdOf(part, date) } : { ...date, ...halfOf(part, date), size: 'month' }
}

function thirdOf(part: string, month: Span): Span {
  if (part.startsWith('late')) return { from: addDays(month.from, 20), to: month.to }
  if (part.startsWith('mid')) return { from: addDays(month.from, 10), to: addDays(month.from, 19) }
  return { from: month.from, to: addDays(month.from, 9) }
}

/** The widest meaning of `early 2016`, so that nothing is called late that may not be. */
function halfOf(part: string, year: Span): Span {
  if (part.startsWith('late')) return { from: addMonths(year.from, 6), to: year.to }
  if (part.startsWith('mid')) return { from: addMonths(year.from, 3), to: addDays(addMonths(year.from, 9), -1) }
  return { from: year.from, to: addDays(addMonths(year.from, 6), -1) }
}

const COUNTED_FROM = /\b(\d{1,3}) ?(day|week|month|year)s? (?:of|from|after|following)(?: the)? ?$/

/** `Within 3 months of 30 June 2014` is by the end of those three months. Null where the words say nothing of the kind. */
function afterAnEvent(before: string, named: NamedDate[]): NamedDate[] | null {
  const counted = COUNTED_FROM.exec(before.slice(-40))
  const event = named[0]!
  return counted && named.length === 1 ? [{ ...event, to: later(event.to, Number(counted[1]), counted[2]!) }] : null
}

const FROM_START = /^(?:within|by)?(\d{1,3})(day|week|month|year)s?(?:from|after|of|following)(?:the)?start(?:date)?$/

/** `6 mont hs from start`, in the column for the end. Spaces are left out because narrow columns break such words. */
function afterStart(endText: string, start: Day): Day | null {
  const counted = FROM_START.exec(plainDates(endText.slice(0, LONGEST)).replaceAll(' ', ''))
  return counted && later(start, Number(counted[1]), counted[2]!)
}

function later(from: Day, count: number, unit: string): Day {
  if (unit === 'day' || unit === 'week') return addDays(from, count * (unit === 'week' ? 7 : 1))
  return addMonths(from, count * (unit === 'year' ? 12 : 1))
}
