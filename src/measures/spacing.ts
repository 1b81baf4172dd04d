/** How far apart the figures of a series are, for words ("seven months in a row") and for the dates along a chart. */
import { median, pairs } from 'd3-array'
import { utcFormat } from 'd3-time-format'
import { type Day, daysBetween } from '../terms/day.ts'

/** `point` where the dates keep no usual distance. */
export type Spacing = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'point'

/** From to what many days between two dates, in the middle of all, make each. */
const DAYS: [Spacing, number, number][] = [
  ['day', 1, 3],
  ['week', 6, 8],
  ['month', 26, 33],
  ['quarter', 88, 94],
  ['year', 360, 370],
]

export function spacingOf(dates: readonly Day[]): Spacing {
  const days = median(pairs(dates, daysBetween))
  return DAYS.find(([, from, to]) => days !== undefined && days >= from && days <= to)?.[0] ?? 'point'
}

const FORMAT: Record<Spacing, (on: Date) => string> = {
  day: utcFormat('%-d %b %Y'),
  week: utcFormat('%-d %b %Y'),
  month: utcFormat('%b %Y'),
  quarter: utcFormat('%b %Y'),
  year: utcFormat('%Y'),
  point: utcFormat('%-d %b %Y'),
}

/** The date as a series of that spacing names its figures: `Oct 2026` of months, `5 Oct 2026` of weeks. */
export const dateInSeries = (on: Day, spacing: Spacing): string => FORMAT[spacing](new Date(`${on}T00:00:00Z`))
