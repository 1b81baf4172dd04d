/**
 * The p-chart: percentages of few children, where each figure has limits of its own by how many it is of. With 6 children one of them
 * moves the figure by 17 points, which says nothing; an XmR chart does not know that. Limits are exact (binomial), because the
 * usual formula fails where children are few.
 */
import { fsum, median } from 'd3-array'
import type { Day } from '../terms/day.ts'
import { type Limits } from './spc-limits.ts'
import type { Series } from './spc-series.ts'
import { judgeGroup, type Spc, spcOf, splitAtRebases, standingOf } from './spc.ts'

export type Share = { on: Day; numerator: number; denominator: number }
export type Shares = Pick<Series, 'improvementDirection' | 'target' | 'rebaseDates' | 'fixAfterNPoints'> & {
  /** In order of date, each of a later day than the one before. A denominator of 0 is a missing figure. */
  shares: readonly Share[]
}

/** Where figures are of fewer than this in the middle of the series, the p-chart is used. An authority's measure may say otherwise. [D] */
export const FEW = 30

/** Which chart a percentage needs; figures of many vary for more reasons than chance, and the XmR chart sees those. */
export const chartFor = (shares: readonly Pick<Share, 'denominator'>[]): Spc['chart'] =>
  (median(shares.map(({ denominator }) => denominator).filter(many => many > 0)) ?? FEW) < FEW ? 'p' : 'xmr'

/** The p-chart, in percent, in the shape of the XmR chart. The four rules are the same; the limits of a group are those of its points. */
export function workOutPChart({ shares, ...series }: Shares): Spc {
  const dates = shares.map(({ on }) => on)
  const groups = splitAtRebases(dates, series.rebaseDates).map(({ number, from, to }) => {
    const own = shares.slice(from, to)
    const mean = shareOf(own.slice(0, series.fixAfterNPoints ?? undefined))
    const limits = own.map(({ denominator }) => limitsOfShare(mean, denominator))
    const standings = own.map(({ numerator, denominator }, at) =>
      standingOf(denominator > 0 ? (100 * numerator) / denominator : null, limits[at]!),
    )
    const judged = judgeGroup(number, dates.slice(from, to), standings, at => limits[at]!, series.improvementDirection)
    return { ...judged, group: { ...judged.group, lower: null, upper: null } }
  })
  return spcOf('p', groups, series)
}

/** All of them together, so that a month of 3 children does not weigh as much as one of 30. */
function shareOf(shares: readonly Share[]): number | null {
  const all = fsum(shares, ({ denominator }) => denominator)
  return all > 0 ? fsum(shares, ({ numerator, denominator }) => (denominator > 0 ? numerator : 0)) / all : null
}

/** What chance leaves out at either end: as far as three standard deviations, and two, on a normal curve. */
const BEYOND = 0.00135
const CLOSE = 0.02275

function limitsOfShare(mean: number | null, denominator: number): Limits {
  if (mean === null || denominator === 0)
    return { mean: mean === null ? null : 100 * mean, lower: null, upper: null, nearLower: null, nearUpper: null }
  const atMost = chancesOfAtMost(mean, denominator)
  const quantile = (chance: number) => (100 * atMost.findIndex(so => so >= chance)) / denominator
  return {
    mean: 100 * mean,
    lower: quantile(BEYOND),
    upper: quantile(1 - BEYOND),
    nearLower: quantile(CLOSE),
    nearUpper: quantile(1 - CLOSE),
  }
}

/** For 0, 1, 2 ... of so many, the chance of no more than that. The last is 1. */
function chancesOfAtMost(share: number, many: number): number[] {
  const chances: number[] = []
  let [logOfWays, so] = [0, 0]
  for (let of = 0; of < many; of++) {
    so += share === 0 ? Number(of === 0) : Math.exp(logOfWays + of * Math.log(share) + (many - of) * Math.log1p(-share))
    chances.push(so)
    logOfWays += Math.log((many - of) / (of + 1))
  }
  return [...chances, 1]
}
