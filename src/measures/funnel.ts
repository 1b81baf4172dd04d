/**
 * A funnel plot: the share of every authority against how many it is of, with the limits that chance alone would give around the share of
 * all of them. It shows where an authority differs from the others, and keeps a small one from looking extreme for being small
 * (Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24, 2005).
 */
import { range, sum } from 'd3-array'

export type FunnelShare = { name: string; numerator: number; denominator: number }

export const FUNNEL_ROLE = { own: 'This authority', group: 'Its comparison group', other: 'Other authorities' } as const
export type FunnelRole = keyof typeof FUNNEL_ROLE

/** Outside the 95% limits one in twenty lies by chance; outside the 99.8% limits one in five hundred. */
export const FUNNEL_PLACE = {
  within: 'within what chance gives',
  above: 'above the 95% limit',
  below: 'below the 95% limit',
  'far-above': 'above the 99.8% limit',
  'far-below': 'below the 99.8% limit',
} as const
export type FunnelPlace = keyof typeof FUNNEL_PLACE

/** In percent. */
export type FunnelLimits = { farLower: number; lower: number; upper: number; farUpper: number }
export type FunnelPoint = FunnelShare & { role: FunnelRole; value: number; place: FunnelPlace; limits: FunnelLimits }
export type Funnel = {
  /** The share of all of them together, in percent: the middle of the funnel. */
  overall: number
  /** The authority itself last, so that it is drawn on top. */
  points: FunnelPoint[]
  curve: (FunnelLimits & { denominator: number })[]
}

const CHANCE = { farLower: 0.001, lower: 0.025, upper: 0.975, farUpper: 0.999 } as const
const STEPS = 60

/** Null where there are fewer than five authorities with cases: a funnel of few has no middle to speak of. */
export function funnelOf(shares: readonly (FunnelShare & { role: FunnelRole })[]): Funnel | null {
  const counted = shares.filter(({ denominator }) => denominator > 0)
  const others = counted.filter(({ role }) => role !== 'own')
  if (others.length < 5) return null
  const overall = sum(others, ({ numerator }) => numerator) / sum(others, ({ denominator }) => denominator)
  const ranked = counted.toSorted((one, other) => ORDER.indexOf(one.role) - ORDER.indexOf(other.role))
  const most = Math.max(...counted.map(({ denominator }) => denominator))
  return {
    overall: 100 * overall,
    points: ranked.map(share => pointOf(share, overall)),
    curve: denominatorsTo(most).map(denominator => ({ denominator, ...limitsOf(overall, denominator, 'smooth') })),
  }
}

const ORDER: readonly FunnelRole[] = ['other', 'group', 'own']

function pointOf(share: FunnelShare & { role: FunnelRole }, overall: number): FunnelPoint {
  const value = (100 * share.numerator) / share.denominator
  const limits = limitsOf(overall, share.denominator)
  return { ...share, value, limits, place: placeOf(value, limits) }
}

function placeOf(value: number, { farLower, lower, upper, farUpper }: FunnelLimits): FunnelPlace {
  if (value > farUpper) return 'far-above'
  if (value < farLower) return 'far-below'
  return value > upper ? 'above' : value < lower ? 'below' : 'within'
}

/** Closer together where they are small, where the limits bend. */
const denominatorsTo = (most: number): number[] => [
  ...new Set(range(1, STEPS + 1).map(step => Math.max(1, Math.round(most * (step / STEPS) ** 2)))),
]

/**
 * Exact limits of a share among so many, from the binomial distribution: the usual formula fails where few are counted or the share is
 * near 0% or 100%. `smooth` takes them between whole numbers, as Spiegelhalter draws them (appendix A.1.1); what is beyond is judged by
 * whole numbers.
 */
export function limitsOf(share: number, many: number, how: 'whole' | 'smooth' = 'whole'): FunnelLimits {
  const chances = Object.entries(CHANCE) as [keyof FunnelLimits, number][]
  const limits: Partial<FunnelLimits> = {}
  let [logOfWays, before, atMost, counted] = [0, 0, 0, 0]
  for (const [name, chance] of chances) {
    while (atMost < chance && counted <= many) {
      before = atMost
      atMost += chanceOf(logOfWays, share, counted, many)
      logOfWays += Math.log((many - counted) / (counted + 1))
      counted += 1
    }
    const back = how === 'smooth' && atMost > before ? (atMost - chance) / (atMost - before) : 0
    limits[name] = (100 * Math.min(many, Math.max(0, counted - 1 - back))) / many
  }
  return limits as FunnelLimits
}

const chanceOf = (logOfWays: number, share: number, counted: number, many: number): number => {
  if (share <= 0) return counted === 0 ? 1 : 0
  if (share >= 1) return counted === many ? 1 : 0
  return Math.exp(logOfWays + counted * Math.log(share) + (many - counted) * Math.log1p(-share))
}
