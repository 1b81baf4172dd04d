/**
 * Mean and limits of an XmR chart from the points of one group, as NHS "Making Data Count" works them out: 2.66 times the
 * average moving range to either side (Nelson 1982). They are compared as they come: rounding would move points across them.
 */
import { fsum } from 'd3-array'

const LIMIT = 2.66
/** Two thirds of the way to a limit, in the order of working that the reference has: another order differs in the last bit. */
const NEAR = 2 * (LIMIT / 3)
/** The upper limit of the chart of moving ranges; a range has to be below it to count. */
const LARGEST_RANGE = 3.267

/** Null throughout where there is no value. Limits alone are null where no two neighbours have one. Never cut to 0 or 100. */
export type Limits = {
  mean: number | null
  lower: number | null
  upper: number | null
  nearLower: number | null
  nearUpper: number | null
}

/** Limits from the baseline. `screens` leaves out, once, every moving range that is not below 3.267 times their mean. */
export function workOutLimits(baseline: readonly (number | null)[], screens: boolean): Limits {
  const mean = meanOf(baseline.filter(value => value !== null))
  const range = mean === null ? null : averageRange(baseline, screens)
  if (mean === null || range === null) return { mean, lower: null, upper: null, nearLower: null, nearUpper: null }
  return {
    mean,
    lower: mean - LIMIT * range,
    upper: mean + LIMIT * range,
    nearLower: mean - NEAR * range,
    nearUpper: mean + NEAR * range,
  }
}

function averageRange(baseline: readonly (number | null)[], screens: boolean): number | null {
  const ranges = baseline.flatMap((value, at) => {
    const before = baseline[at - 1] ?? null
    return value === null || before === null ? [] : [Math.abs(value - before)]
  })
  const average = meanOf(ranges)
  if (!screens || average === null) return average
  return meanOf(ranges.filter(range => range < LARGEST_RANGE * average))
}

/**
 * The mean to the last bit, as R gives it with its longer numbers: where values are equal it is that value, and a point that is
 * exactly on a limit there is on it here. Null of nothing.
 */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const about = fsum(values) / values.length
  return about + fsum(values.flatMap(value => [value, -about])) / values.length
}

/** -1 below the mean, 1 above, 0 on it: figures that differ by less than a part in a thousand million are the same figure. */
export function sideOf(value: number, mean: number): -1 | 0 | 1 {
  if (Math.abs(value - mean) <= 1e-9 * Math.max(1, Math.abs(mean))) return 0
  return value > mean ? 1 : -1
}
