/**
 * Finds the numbers in a sentence that are promises: every percentage, and any other number that the words make a bound (`within`, `at
 * least`, `reduce to`, `= 18`) or that counts a caseload. Ages, section numbers, rates "per 10,000", conditions ("the number who wait
 * less than 18 months") and counts in passing are left out.
 */
import type { Target } from './plan-reading.ts'

/** A promised number and where it stands in the sentence, the words that bound it included. */
export type Quantity = Pick<Target, 'value' | 'unit' | 'bound' | 'upTo'> & { at: number; end: number }

/** A number as it stands, before it is known whether it promises anything. */
type Number = {
  value: number
  upTo: number | null
  at: number
  end: number
  before: string
  after: string
  unit: string | null
}

const SMALL = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const TIME = '(?:working |school |calendar )?(?:hour|day|week|month|year)s?'
const COUNTED =
  'cases?|children|young people|families|placements?|carers?|staff|posts?|workers?|teams?|assessments?|audits?|visits?|adopters?|plans?'
const NUMBER = new RegExp(`\\d+(?:[.,]\\d+)*|\\b(?:${SMALL.join('|')})\\b(?= ${TIME}\\b)`, 'g')
const COUNTED_AFTER = new RegExp(`^(?: [a-z'-]+){0,3} (${COUNTED})\\b`)
const UNIT = new RegExp(`^[- ]?(%|per ?cent\\b|${TIME}(?![a-z])|(?:${COUNTED})\\b)`)
const TIME_UNIT = /^(?:working |school |calendar )?(?:hours|days|weeks|months|years)$/

/** The promised numbers of one sentence (small letters, one kind of dash), leaving out what `isTaken` covers, such as dates. */
export function findQuantities(sentence: string, isTaken: (at: number) => boolean): Quantity[] {
  const found: Quantity[] = []
  let end = 0
  for (const match of sentence.matchAll(NUMBER)) {
    if (match.index < end || isTaken(match.index)) continue
    const number = numberAt(sentence, match, isTaken)
    if (!number) continue
    end = number.end
    const promise = promised(number, sentence)
    if (promise) found.push(promise)
  }
  return found
}

/** How far on either side of a number its own words are looked for. */
const WINDOW = 100

function numberAt(sentence: string, match: RegExpExecArray, isTaken: (at: number) => boolean): Number | null {
  const written = match[0]
  const before = sentence.slice(Math.max(0, match.index - WINDOW), match.index)
  const dash = /\d ?- ?$/.exec(before)
  if (/[a-z£$#&:/]$/.test(before) || (dash && !isTaken(match.index - dash[0].length))) return null
  let end = match.index + written.length
  const joined = (
    /\bbetween $/.test(before) ? /^ ?(?:-|to|and) ?(\d+(?:\.\d+)?)/ : /^ ?%? ?(?:-|to) ?(\d+(?:\.\d+)?)/
  ).exec(sentence.slice(end, end + 20))
  const upTo = joined && !isTaken(end + joined[0].length - 1) ? Number(joined[1]) : null
  const value = SMALL.includes(written) ? SMALL.indexOf(written) + 1 : Number(written.replaceAll(',', ''))
  if (Number.isNaN(value)) return null
  const isRange = upTo !== null && upTo > value
  if (isRange) end += joined![0].length
  const unit = UNIT.exec(sentence.slice(end, end + 30))
  end += unit?.[0].length ?? 0
  const after = sentence.slice(end, end + WINDOW)
  if (!unit && /^(?:[a-z:/]|\.\d|-\d| ?- ?\d+-)/.test(after)) return null
  return {
    value,
    upTo: isRange ? upTo : null,
    at: match.index,
    end,
    before,
    after,
    unit: unit ? plural(unit[1]!) : null,
  }
}

function plural(unit: string): string {
  if (unit === '%' || /^per ?cent$/.test(unit)) return '%'
  if (/^(?:children|staff|young people|families)$/.test(unit)) return unit
  return unit.endsWith('s') ? unit : `${unit}s`
}

const AT_LEAST =
  /(?:at least|minimum(?: of)?|no (?:less|fewer) than|not (?:less|fewer) than|more than|over|above|exceed(?:s|ing)?|greater than|(?:increas|rais|improv)\w*(?: [a-z']+){0,8} to(?: at least)?|[≥>] ?=?)(?: an?| the)? ?$/
const AT_MOST =
  /(?:at most|maximum(?: of)?|max|(?:no|not) (?:more|longer|later) than|fewer than|less than|under|below|within|up to|(?:reduc|decreas|extend|cut|fall)\w*(?: [a-z']+){0,8} to|not (?:to )?exceed(?:ing)?|[≤<] ?=?)(?: an?| the)? ?$/
const MORE_AFTER = /^ ?(?:or (?:more|above|higher|better|over)\b|\+|plus\b|minimum\b)/
const LESS_AFTER =
  /^ ?(?:or (?:less|fewer|below|under|lower)\b|max(?:imum)?\b|time ?limit|time ?scale|time ?frame|deadline)/
const EXACT = new RegExp(`(?:=|equals?|(?:average|target)(?: of| is| at)?|average [a-z' ]{0,40}(?:is|of|at|-)) ?$`)
/** `No child waits more than`. */
const NONE_LONGER = /\bno (?:child|children|case|cases|young person|family|one)\b[^,]*(?:more|longer) than $/
/** `95% of cases in 14 days`. */
const IN_TIME = /\bin $/
const FALLING = /\b(?:reduc|decreas|lower|fewer|fall)/

const NOT_PROMISED = /\b(?:not|from|per|was|were|baseline(?: of)?) $|\bcurrently\b/
const NAMED_BY_NUMBER =
  /\b(?:section|level|phase|stage|step|theme|version|regulation|reg|clause|paras?|paragraph|pas?|ais?|notice|table|appendix|action|item|band|tier|year|annex|page|objective|priority|no|number|stream|recommendation|rec|chapter|part|week|quarter|q|age|aged|ages|ages of|age of)\.? $/
const AN_AGE = /^[- ]?(?:plus\b|\+|years? old|year[- ]olds?|years? of age|of age|old\b)/
/** Words that make what follows a description of who is counted, not a promise. */
const DESCRIBES =
  /(?<!\d ?)%|\b(?:number|numbers|rate|proportion|percentage|reduction|increase|increased|reduced|fewer)\b|(?:children|people|families|those|cases|plans|carers|staff) (?:who|that)\b/

function promised(number: Number, sentence: string): Quantity | null {
  const isPercent = number.unit === '%'
  const bound = boundOf(number)
  if (NOT_PROMISED.test(number.before) || (!isPercent && !promisesCount(number, sentence, bound))) return null
  return {
    value: number.value,
    unit: number.unit ?? unitBeside(number, sentence),
    bound: bound ?? (isPercent ? shareBound(number) : 'exactly'),
    upTo: number.upTo,
    at: number.at - (bound ? ((AT_LEAST.exec(number.before) ?? AT_MOST.exec(number.before))?.[0].length ?? 0) : 0),
    end: number.end,
  }
}

function boundOf(number: Number): Target['bound'] | null {
  if (number.upTo !== null) return 'between'
  if (NONE_LONGER.test(number.before) || AT_MOST.test(number.before) || LESS_AFTER.test(number.after)) return 'at most'
  if (IN_TIME.test(number.before) && TIME_UNIT.test(number.unit ?? '')) return 'at most'
  return AT_LEAST.test(number.before) || MORE_AFTER.test(number.after) ? 'at least' : null
}

/** `(45%)` alone is what it says; elsewhere a share is a floor, or a ceiling where the words are of reducing. */
function shareBound(number: Number): Target['bound'] {
  if (number.before.endsWith('(') && number.after.startsWith(')')) return 'exactly'
  return FALLING.test(number.before) ? 'at most' : 'at least'
}

const CASELOAD = /\bcaseloads?\b/

function unitBeside(number: Number, sentence: string): string | null {
  if (CASELOAD.test(sentence)) return 'cases'
  const counted = number.at === 0 ? COUNTED_AFTER.exec(number.after)?.[1] : undefined
  return counted ? plural(counted) : null
}

function promisesCount(number: Number, sentence: string, bound: Target['bound'] | null): boolean {
  const { before, after, unit } = number
  if (NAMED_BY_NUMBER.test(before) || AN_AGE.test(after)) return false
  if (standsAlone(number, sentence)) return true
  if (EXACT.test(before) || /^(?: [a-z]+)? ?average\b/.test(after)) return true
  const isTime = unit !== null && TIME_UNIT.test(unit)
  if (!isTime && CASELOAD.test(sentence)) return true
  if (bound === 'between') return /\bbetween $/.test(before)
  if (isTime) return promisesTime(number, sentence, bound)
  return bound === null ? startsCount(number, sentence) : !/\bwithin(?: an?| the)? $/.test(before)
}

/** A limit of time that something is promised in, not one that only says who is counted: `the number who wait less than 18 months`. */
function promisesTime({ before, at }: Number, sentence: string, bound: Target['bound'] | null): boolean {
  if (bound === null) return false
  if (IN_TIME.test(before)) return /\d ?%/.test(sentence.slice(Math.max(0, at - 200), at))
  if (NONE_LONGER.test(before) || /\bto (?:within |under |below )?$/.test(before)) return true
  return !/(?:over|above|more than) $/.test(before) && !DESCRIBES.test(before.slice(before.lastIndexOf(',') + 1))
}

/** Nothing but the number and the words that bound it: `26 weeks`, `between 20-25`. */
function standsAlone(number: Number, sentence: string): boolean {
  if (sentence.length > 60) return false
  const rest = sentence.slice(0, number.at) + sentence.slice(number.end)
  return !/[a-z\d]/.test(rest.replace(/\b(?:between|within|at least|at most|under|over)\b/g, ''))
}

/** `110 in-house foster placements`: a count that a line begins with, unless it tells what has been. */
const startsCount = (number: Number, sentence: string): boolean =>
  number.at === 0 &&
  (number.unit !== null || COUNTED_AFTER.test(number.after)) &&
  !/\b(?:was|were|been|had|have)\b/.test(sentence)
