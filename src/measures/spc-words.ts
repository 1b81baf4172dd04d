/**
 * What statistical process control says of a series, in words for a board. Limits from fewer than 12 figures are not spoken of, those
 * from 12 are provisional, and from 13 they are firm; whether a target can be relied on is said of firm limits only.
 */
import type { Day } from '../terms/day.ts'
import { dateInSeries, type Spacing, spacingOf } from './spacing.ts'
import type { Meaning } from './spc-icons.ts'
import { LONG, type Standing } from './spc-rules.ts'
import { FEWEST_FIXED, type Series } from './spc-series.ts'
import { FIRM, type Group, type Point, type Spc } from './spc.ts'

/** `unit` follows the figure: `%`, `days`, or nothing for a count. `every` is worked out from the dates unless it is known. */
export type Wording = { unit?: string; every?: Spacing }

/** How far the limits of a group can be relied on; `none` shows the figures and their average, as a run chart does. */
export function firmnessOf({ figures }: Group): 'none' | 'provisional' | 'firm' {
  if (figures < FEWEST_FIXED) return 'none'
  return figures < FIRM ? 'provisional' : 'firm'
}

/** Whether a point is spoken of and drawn as a signal: one that needs limits is not where there are too few figures for any. */
export const isTelling = ({ signal }: Point, group: Group): boolean =>
  signal !== null && (firmnessOf(group) !== 'none' || signal.rule === 'run' || signal.rule === 'trend')

/** What the latest figure says. */
export function variationInWords(spc: Spc, { unit, every = everyOf(spc) }: Wording = {}): string {
  const [point, group] = [spc.points.at(-1)!, spc.groups.at(-1)!]
  const date = dateInSeries(point.on, every)
  if (point.value === null) return `There is no figure for ${date}, so nothing can be said of it.`
  const figure = figureInWords(point.value, unit)
  if (isTelling(point, group)) {
    const said = signalInWords(spc, { unit, every })
    return `${said}: ${MEANING[point.variation.meaning]}.`
  }
  if (firmnessOf(group) === 'none')
    return `Too few figures to tell change from chance: ${numberInWords(group.figures)} since ${dateInSeries(group.from, every)}, and limits need ${FEWEST_FIXED}. The latest is ${figure} (${date}).`
  if (point.lower === null || point.upper === null || point.lower === point.upper)
    return `The figures hardly differ, so chance cannot be told from change. The latest is ${figure} (${date}).`
  return `No sign of change: ${figure} for ${date} is within what chance alone gives (${figureInWords(point.lower, unit)} to ${figureInWords(point.upper, unit)}).`
}

const MEANING: Record<Meaning, string> = {
  'common-cause': 'this is as expected',
  improvement: 'this is better than before',
  concern: 'this is worse than before',
  neutral: 'this is a change, neither better nor worse in itself',
}

/** The rule that names the last point. */
function signalInWords({ points }: Spc, { unit, every = 'point' }: Wording): string {
  const point = points.at(-1)!
  const isHigh = point.signal!.towards === 'high'
  const [limit, bound] = isHigh ? ['upper', point.upper] : ['lower', point.lower]
  const own = points.filter(({ group }) => group === point.group)
  switch (point.signal!.rule) {
    case 'outside':
      return `${dateInSeries(point.on, every)} (${figureInWords(point.value!, unit)}) is ${isHigh ? 'above' : 'below'} the ${limit} limit (${figureInWords(bound!, unit)}), where chance alone would hardly put it`
    case 'trend': {
      const rising = (one: Standing, next: Standing) => (isHigh ? next.value! > one.value! : next.value! < one.value!)
      return `${capital(numberInWords(lastInARow(own, rising)))} ${every}s in a row, each ${isHigh ? 'higher' : 'lower'} than the one before`
    }
    case 'two-of-three':
      return `${own.slice(-3).every(({ near }) => near) ? 'All' : 'Two'} of the last three ${every}s are close to the ${limit} limit (${figureInWords(bound!, unit)})`
    case 'run': {
      const together = (one: Standing, next: Standing) => one.side === next.side
      return `${capital(numberInWords(lastInARow(own, together)))} ${every}s in a row ${isHigh ? 'above' : 'below'} the average (${figureInWords(point.mean!, unit)})`
    }
  }
}

/** How many at the end hold together, each with the next. */
function lastInARow(points: readonly Point[], holds: (one: Point, next: Point) => boolean): number {
  let from = points.length - 1
  while (from > 0 && points[from - 1]!.value !== null && holds(points[from - 1]!, points[from]!)) from--
  return points.length - from
}

/** Whether the target can be relied on; null where there is no target or no direction is better. */
export function assuranceInWords(spc: Spc, { unit, every = everyOf(spc) }: Wording = {}): string | null {
  if (spc.assurance === null) return null
  const [point, group] = [spc.points.at(-1)!, spc.groups.at(-1)!]
  const target = `The target (${figureInWords(spc.target!, unit)})`
  if (firmnessOf(group) !== 'firm' || point.lower === null)
    return `${target} cannot be judged yet: there are too few figures to say whether it can be relied on.`
  const each = every === 'point' ? 'time' : every
  const said = {
    'consistent-pass': `${target} will be met every ${each} unless something changes.`,
    'consistent-fail': `${target} will be missed every ${each} unless something changes.`,
    inconsistent: `${target} will be hit or missed by chance.`,
  }[spc.assurance]
  return isTelling(point, group)
    ? `${said} The limits need review, because the latest figures are more than chance.`
    : said
}

/** The average and limits of a group, and how far they can be relied on. */
export function limitsInWords(group: Group, spc: Spc, { unit, every = everyOf(spc) }: Wording = {}): string {
  const mean = group.mean === null ? 'no average' : `average ${figureInWords(group.mean, unit)}`
  const from = `From ${dateInSeries(group.from, every)} (${group.figures} ${group.figures === 1 ? 'figure' : 'figures'}): ${mean}`
  const firmness = firmnessOf(group)
  if (firmness === 'none') return `${from}. Too few figures for limits, which need ${FEWEST_FIXED}.`
  const firm = firmness === 'firm' ? '' : ` Provisional limits: they are firm from ${FIRM} figures.`
  if (spc.chart === 'p') return `${from}, with limits for each ${every} by how many there were.${firm}`
  if (group.lower === null || group.upper === null || group.lower === group.upper)
    return `${from}. The figures hardly differ, so the limits mean little.`
  return `${from}, limits ${figureInWords(group.lower, unit)} to ${figureInWords(group.upper, unit)}.${firm}`
}

/** What a point is, for its row in a table. */
export function pointInWords(point: Point, group: Group): string {
  if (point.value === null) return 'No figure'
  if (!isTelling(point, group)) return firmnessOf(group) === 'none' ? 'Too few figures to say' : 'As expected'
  const isHigh = point.signal!.towards === 'high'
  const rule = {
    outside: isHigh ? 'Above the upper limit' : 'Below the lower limit',
    trend: `In a ${isHigh ? 'rise' : 'fall'} of ${numberInWords(LONG)} or more`,
    'two-of-three': `Close to the ${isHigh ? 'upper' : 'lower'} limit, two of three`,
    run: `In a run of ${numberInWords(LONG)} or more ${isHigh ? 'above' : 'below'} the average`,
  }[point.signal!.rule]
  return `${rule}: ${{ 'common-cause': 'as expected', improvement: 'better', concern: 'worse', neutral: 'a change' }[point.variation.meaning]}`
}

/** How the limits were worked out, to stand under the chart. */
export function methodInWords({
  screenOutliers,
  fixAfterNPoints,
}: Pick<Series, 'screenOutliers' | 'fixAfterNPoints'>): string {
  const fixed = fixAfterNPoints === null ? '' : ` They are fixed from the first ${fixAfterNPoints} figures.`
  const screened = screenOutliers
    ? 'leaving out unusually large steps between figures, as the R package NHSRplotthedots does'
    : 'from every step between figures, as the NHS Making Data Count workbook does'
  return `XmR chart: limits are 2.66 times the average step from the average, ${screened}.${fixed}`
}

/** `87.4%`, `12.5 days`, `1,204`. */
export function figureInWords(value: number, unit = ''): string {
  const places = unit === '%' || Math.abs(value) < 100 ? 1 : 0
  const digits =
    Math.abs(value) < 1 && unit !== '%' ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: places }
  const number = value.toLocaleString('en-GB', digits).replace(/^-0$/, '0')
  return unit === '' || unit === '%' ? `${number}${unit}` : `${number} ${unit}`
}

const everyOf = ({ points }: Spc): Spacing => spacingOf(points.map(({ on }): Day => on))

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const numberInWords = (number: number): string => NUMBERS[number] ?? String(number)
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
