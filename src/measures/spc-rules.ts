/**
 * The four rules that tell a signal from chance, as NHS "Making Data Count" has them. Given the points of one group only: no run,
 * trend or pair reaches across a rebase. A missing point breaks whatever it stands in.
 */

/** A point as the rules see it; null throughout where its figure is missing, and `outside` and `near` where there are no limits. */
export type Standing = {
  value: number | null
  side: -1 | 0 | 1 | null
  /** Beyond a limit; on it is within. */
  outside: boolean | null
  /** In the last third before a limit. A point outside is not near. */
  near: boolean | null
}
export type Rule = 'outside' | 'trend' | 'two-of-three' | 'run'
/** The one rule that names the point, the first of the four that it meets, and the way it points. */
export type Signal = { rule: Rule; towards: 'high' | 'low' }

/** Points in a trend or a run. Some charts use 6. */
export const LONG = 7

/** For each point its signal, or null where it is common cause. Every point that takes part in one is named, looking back as well. */
export function findSignals(points: readonly Standing[]): (Signal | null)[] {
  const trend = partOf(points, LONG, window => isTrend(window))
  const run = partOf(points, LONG, isOneSided)
  const pair = partOf(points, 3, window => isOneSided(window) && window.filter(({ near }) => near).length >= 2)
  return points.map((point, at) => {
    const towards = (point.side ?? 0) > 0 ? 'high' : 'low'
    if (point.outside) return { rule: 'outside', towards }
    if (trend[at]) return { rule: 'trend', towards: trendAt(points, trend, at) }
    if (pair[at] && point.near) return { rule: 'two-of-three', towards }
    if (run[at]) return { rule: 'run', towards }
    return null
  })
}

/** For each point, whether any window of so many neighbours with it inside is as asked. */
function partOf(
  points: readonly Standing[],
  length: number,
  isSo: (window: readonly Standing[]) => boolean,
): boolean[] {
  const part = points.map(() => false)
  for (let from = 0; from + length <= points.length; from++)
    if (isSo(points.slice(from, from + length))) part.fill(true, from, from + length)
  return part
}

const isOneSided = (window: readonly Standing[]): boolean =>
  (window[0]!.side ?? 0) !== 0 && window.every(({ side }) => side === window[0]!.side)

/** Every step up, or every step down; a step to the same figure is neither. */
function isTrend(window: readonly Standing[]): boolean {
  const steps = window.slice(1).map((point, at) => stepOf(window[at]!, point))
  return steps[0] !== 0 && steps.every(step => step === steps[0])
}

const stepOf = (from: Standing, to: Standing): number =>
  from.value === null || to.value === null ? 0 : Math.sign(to.value - from.value)

/** A turning point takes the way of the step after it; the last of a trend, that of the step into it. */
function trendAt(points: readonly Standing[], trend: readonly boolean[], at: number): 'high' | 'low' {
  const [from, to] = trend[at + 1] ? [at, at + 1] : [at - 1, at]
  return stepOf(points[from]!, points[to]!) > 0 ? 'high' : 'low'
}
