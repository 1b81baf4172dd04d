/**
 * Statistical process control: an XmR chart's mean, limits and signals for a series of figures, as NHS "Making Data Count" has them
 * (the R package NHSRplotthedots 0.2.2 is the reference). A rebase begins a new group, and nothing crosses from one to the next.
 */
import type { Day } from '../terms/day.ts'
import { type Assurance, assuranceOf, type Variation, variationOf } from './spc-icons.ts'
import { type Limits, sideOf, workOutLimits } from './spc-limits.ts'
import { findSignals, type Signal, type Standing } from './spc-rules.ts'
import type { Direction, Series } from './spc-series.ts'

export type Point = Standing & {
  on: Day
  group: number
  mean: number | null
  lower: number | null
  upper: number | null
  signal: Signal | null
  /** What run and trend alone say, for where there are too few figures to speak of limits. */
  withoutLimits: Signal | null
  variation: Variation
}
export type Group = {
  /** How many rebases have gone before: 0 first, or 1 where the series begins with one. */
  number: number
  from: Day
  points: number
  /** Points whose figure is not missing. */
  figures: number
  mean: number | null
  /** Null on a chart whose limits differ from point to point. */
  lower: number | null
  upper: number | null
  /** Under 13 points, limits are provisional. */
  isShort: boolean
}
export type Spc = {
  chart: 'xmr' | 'p'
  direction: Direction
  target: number | null
  groups: readonly Group[]
  /** At least one; those of a group are neighbours. */
  points: readonly Point[]
  /** What the last point says, and whether the target is met for certain against its limits. */
  variation: Variation
  assurance: Assurance | null
}

/** Limits from fewer points are provisional. */
export const FIRM = 13

/** The XmR chart of a series that `readSeries` has let in. */
export function workOutSpc(series: Series): Spc {
  const groups = splitAtRebases(series.dates, series.rebaseDates).map(({ number, from, to }) => {
    const values = series.values.slice(from, to)
    const limits = workOutLimits(values.slice(0, series.fixAfterNPoints ?? undefined), series.screenOutliers)
    const standings = values.map(value => standingOf(value, limits))
    return judgeGroup(number, series.dates.slice(from, to), standings, () => limits, series.improvementDirection)
  })
  return spcOf('xmr', groups, series)
}

/** Where each group begins and ends in a series, as places in the list. */
export function splitAtRebases(dates: readonly Day[], rebaseDates: readonly Day[]) {
  const starts = dates.flatMap((date, at) => (at === 0 || rebaseDates.includes(date) ? [at] : []))
  const first = rebaseDates.includes(dates[0]!) ? 1 : 0
  return starts.map((from, at) => ({ number: first + at, from, to: starts[at + 1] ?? dates.length }))
}

/** Where a figure stands to its limits. One that is on the mean is never outside, whatever the last bit of the limits. */
export function standingOf(value: number | null, limits: Limits): Standing {
  const side = value === null || limits.mean === null ? null : sideOf(value, limits.mean)
  if (value === null || side === null || limits.lower === null || limits.upper === null)
    return { value, side, outside: null, near: null }
  const outside = side !== 0 && (value > limits.upper || value < limits.lower)
  const near = side !== 0 && !outside && (value < limits.nearLower! || value > limits.nearUpper!)
  return { value, side, outside, near }
}

/** A group and its points with their signals; `limitsAt` gives the limits of each point by its place in the group. */
export function judgeGroup(
  number: number,
  dates: readonly Day[],
  standings: readonly Standing[],
  limitsAt: (at: number) => Pick<Limits, 'mean' | 'lower' | 'upper'>,
  direction: Direction,
): { group: Group; points: Point[] } {
  const signals = findSignals(standings)
  const withoutLimits = findSignals(standings.map(standing => ({ ...standing, outside: null, near: null })))
  const points = standings.map((standing, at): Point => {
    const { mean, lower, upper } = limitsAt(at)
    const signal = signals[at]!
    return {
      ...standing,
      on: dates[at]!,
      group: number,
      mean,
      lower,
      upper,
      signal,
      withoutLimits: withoutLimits[at]!,
      variation: variationOf(signal, direction),
    }
  })
  const { mean, lower, upper } = limitsAt(0)
  const figures = standings.filter(({ value }) => value !== null).length
  const count = standings.length
  return {
    group: { number, from: dates[0]!, points: count, figures, mean, lower, upper, isShort: count < FIRM },
    points,
  }
}

/** The whole from its groups; the last point speaks for the series. */
export function spcOf(
  chart: Spc['chart'],
  judged: readonly { group: Group; points: Point[] }[],
  { improvementDirection: direction, target }: Pick<Series, 'improvementDirection' | 'target'>,
): Spc {
  const points = judged.flatMap(({ points }) => points)
  const last = points.at(-1)!
  return {
    chart,
    direction,
    target,
    groups: judged.map(({ group }) => group),
    points,
    variation: last.variation,
    assurance: assuranceOf(target, direction, last),
  }
}

export const groupOf = ({ groups }: Spc, point: Point): Group => groups.find(({ number }) => number === point.group)!
