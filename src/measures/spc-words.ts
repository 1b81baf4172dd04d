/**
 * What statistical process control says of a series, in words for a board. Limits from fewer than 12 figures are not spoken of, those
 * from 12 are provisional, and from 13 they are firm; whether a target can be relied on is said of firm limits only.
 */
import { capital } from '../terms/first-letter.ts'
import { greatest, least } from 'd3-array'
import type { Day } from '../terms/day.ts'
import { figureInWords, rangeInWords } from './figure-words.ts'
import { dateInSeries, type Spacing, spacingOf } from './spacing.ts'
import { type Meaning, variationOf } from './spc-icons.ts'
import { LONG, type Signal, type Standing } from './spc-rules.ts'
import { FEWEST_FIXED, type Series } from './spc-series.ts'
import { FIRM, type Group, groupOf, type Point, type Spc } from './spc.ts'

/** `unit` follows the figure: `%`, `days`, or nothing for a count. `every` is worked out from the dates unless it is known. */
export type Wording = { unit?: string; every?: Spacing }

/** How far the limits of a group can be relied on; `none` shows the figures and their average, as a run chart does. [D] */
export function firmnessOf({ figures }: Group): 'none' | 'provisional' | 'firm' {
  if (figures < FEWEST_FIXED) return 'none'
  return figures < FIRM ? 'provisional' : 'firm'
}

/** The signal that a point is spoken of and drawn by: of too few figures only what needs no limits. */
export function tellingSignal(spc: Spc, point: Point): Signal | null {
  return firmnessOf(groupOf(spc, point)) === 'none' ? point.withoutLimits : point.signal
}

/** What the latest figure says. */
export function variationInWords(spc: Spc, { unit, every = everyOf(spc) }: Wording = {}): string {
  const [point, group] = [spc.points.at(-1)!, spc.groups.at(-1)!]
  const date = dateInSeries(point.on, every)
  if (point.value === null) return `There is no figure for ${date}, so nothing can be said of it.`
  const figure = figureInWords(point.value, unit)
  const signal = tellingSignal(spc, point)
  if (signal !== null) {
    const said = `${signalInWords(signal, spc, { unit, every })}: ${MEANING[variationOf(signal, spc.direction).meaning]}.`
    return isFlat(spc, point) ? `${said} The figures of the series hardly differ, so its limits mean little.` : said
  }
  if (firmnessOf(group) === 'none')
    return `Too few figures to tell change from chance: ${numberInWords(group.figures)} since ${dateInSeries(group.from, every)}, and limits need ${FEWEST_FIXED}. The latest is ${figure} (${date}).`
  if (point.lower === null || point.upper === null || isFlat(spc, point))
    return `The figures hardly differ, so chance cannot be told from change. The latest is ${figure} (${date}).`
  return `No sign of change: ${figure} for ${date} is within what chance alone gives (${rangeInWords(point.lower, point.upper, unit)}).`
}

/** Where an XmR chart's limits have no room between them. A p-chart's have none where every child was in time, which means much. */
const isFlat = ({ chart }: Spc, { lower, upper }: Pick<Point, 'lower' | 'upper'>) =>
  chart === 'xmr' && lower !== null && lower === upper

const MEANING: Record<Meaning, string> = {
  'common-cause': 'this is as expected',
  improvement: 'this is better than before',
  concern: 'this is worse than before',
  neutral: 'this is a change, neither better nor worse in itself',
}

/** The rule that names the last point. */
function signalInWords({ rule, towards }: Signal, { points }: Spc, { unit, every = 'point' }: Wording): string {
  const point = points.at(-1)!
  const isHigh = towards === 'high'
  const [limit, bound] = isHigh ? ['upper', point.upper] : ['lower', point.lower]
  const own = points.filter(({ group }) => group === point.group)
  switch (rule) {
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
  return tellingSignal(spc, point)
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
  return `${from}, limits ${rangeInWords(group.lower, group.upper, unit)}.${firm}`
}

/** The whole in words, for whoever cannot see the chart. */
export function chartInWords(spc: Spc, { unit, every = everyOf(spc) }: Wording = {}): string {
  const figures = spc.points.filter(({ value }) => value !== null)
  const ends =
    figures.length === 0 ? [] : [least(figures, ({ value }) => value!)!, greatest(figures, ({ value }) => value!)!]
  const [low, high] = ends.map(({ on, value }) => `${figureInWords(value!, unit)} (${dateInSeries(on, every)})`)
  const spread = ends.length === 0 ? '' : `Lowest ${low}, highest ${high}.`
  return [
    variationInWords(spc, { unit, every }),
    assuranceInWords(spc, { unit, every }),
    ...spc.groups.map(group => limitsInWords(group, spc, { unit, every })),
    spread,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What a point is, for its row in a table. */
export function pointInWords(spc: Spc, point: Point): string {
  if (point.value === null) return 'No figure'
  const signal = tellingSignal(spc, point)
  if (signal === null) return firmnessOf(groupOf(spc, point)) === 'none' ? 'Too few figures to say' : 'As expected'
  const isHigh = signal.towards === 'high'
  const rule = {
    outside: isHigh ? 'Above the upper limit' : 'Below the lower limit',
    trend: `In a ${isHigh ? 'rise' : 'fall'} of ${numberInWords(LONG)} or more`,
    'two-of-three': `Close to the ${isHigh ? 'upper' : 'lower'} limit, two of three`,
    run: `In a run of ${numberInWords(LONG)} or more ${isHigh ? 'above' : 'below'} the average`,
  }[signal.rule]
  return `${rule}: ${SHORT_MEANING[variationOf(signal, spc.direction).meaning]}`
}

const SHORT_MEANING: Record<Meaning, string> = {
  'common-cause': 'as expected',
  improvement: 'better',
  concern: 'worse',
  neutral: 'a change',
}

/** How the limits were worked out, to stand under the chart. */
export function methodInWords(
  chart: Spc['chart'],
  { screenOutliers, fixAfterNPoints }: Pick<Series, 'screenOutliers' | 'fixAfterNPoints'>,
): string {
  const fixed = fixAfterNPoints === null ? '' : ` They are fixed from the first ${fixAfterNPoints} figures.`
  if (chart === 'p')
    return `p-chart: limits are what chance leaves out 27 times in 10,000, for as many as each figure is of.${fixed}`
  const screened = screenOutliers
    ? 'leaving out unusually large steps between figures, as the R package NHSRplotthedots does'
    : 'from every step between figures, as the NHS Making Data Count workbook does'
  return `XmR chart: limits are 2.66 times the average step from the average, ${screened}.${fixed}`
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
