/** What the latest point says of a series: how it varies, and whether the process can be relied on to meet its target. */
import type { Direction } from './spc-series.ts'
import type { Signal } from './spc-rules.ts'

export type Meaning = 'common-cause' | 'improvement' | 'concern' | 'neutral'
/** `towards` is null where nothing but chance is at work. */
export type Variation = { meaning: Meaning; towards: 'high' | 'low' | null }
/** Within the limits it always misses, always meets, or does either by chance. */
export type Assurance = 'consistent-fail' | 'consistent-pass' | 'inconsistent'

/** What a point's signal means. A trend is judged by its way alone: rising points below the mean are better where more is better. */
export function variationOf(signal: Signal | null, direction: Direction): Variation {
  if (signal === null) return { meaning: 'common-cause', towards: null }
  const { towards } = signal
  if (direction === 'neutral') return { meaning: 'neutral', towards }
  return { meaning: (towards === 'high') === (direction === 'increase') ? 'improvement' : 'concern', towards }
}

/** Against the last point's limits; on a limit, and where there are no limits, is by chance. Null without target or direction. */
export function assuranceOf(
  target: number | null,
  direction: Direction,
  last: { lower: number | null; upper: number | null },
): Assurance | null {
  if (target === null || direction === 'neutral') return null
  const isMoreBetter = direction === 'increase'
  if (last.upper !== null && target > last.upper) return isMoreBetter ? 'consistent-fail' : 'consistent-pass'
  if (last.lower !== null && target < last.lower) return isMoreBetter ? 'consistent-pass' : 'consistent-fail'
  return 'inconsistent'
}
