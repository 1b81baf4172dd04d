/** Finds the dates and periods that words name: `31st March 2017`, `April/May 2016`, `Q3 2016/17`, `w/c 3 October 2016`. */
import { mendDateWords } from '../terms/month.ts'
import { writtenAt, type Size, type Span, type Written } from './date-forms.ts'

export type { Span } from './date-forms.ts'

/** A date or period named in a text, and where it stands. */
export type NamedDate = Span & { at: number; end: number; size: Size }

type Mention = Written & { at: number; end: number }

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

/**
 * Every date named in a plain text, in order. A month without a year is given the year of the next date it is joined to, else the one
 * year in which it falls within `plan`; otherwise it is left out.
 */
export function findDates(plain: string, plan?: Span): NamedDate[] {
  const mentions = mentionsIn(plain)
  lendYears(plain, mentions)
  return mentions.flatMap(mention => {
    const year = mention.year ?? (plan ? yearWithin(mention, plan) : null)
    const span = year === null ? null : mention.on(year)
    return span ? [{ ...span, at: mention.at, end: mention.end, size: mention.size }] : []
  })
}

/** Whether a date is named without its year: `Dec-Jan`. */
export const namesDateWithoutYear = (plain: string): boolean => mentionsIn(plain).some(mention => mention.year === null)

/** Where a date may begin: a digit, or the first letter of a month, quarter, season or `w/c`, at the start of a word. */
const MAY_START = /(?<![a-z\d])[\djfmasondqwlt]/g

function mentionsIn(plain: string): Mention[] {
  const found: Mention[] = []
  for (const { index } of plain.matchAll(MAY_START)) {
    if (index < (found.at(-1)?.end ?? 0)) continue
    const written = writtenAt(plain, index)
    if (written) found.push({ ...written, at: index })
  }
  return found
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
