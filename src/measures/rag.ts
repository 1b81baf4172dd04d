/**
 * Red, amber, green: how a figure stands against its target or thresholds, on the figure as it is and not as it is rounded. A measure that
 * is only to be compared is never coloured, and few cases are shown as few.
 */
import type { Polarity, Thresholds } from './measure.ts'

export const RAG = {
  green: 'On target',
  amber: 'Near target',
  red: 'Off target',
} as const
export type RagColour = keyof typeof RAG

export type Rag = {
  /** Null where it is not rated. */
  colour: RagColour | null
  /** Fewer than six cases: the colour is hatched, for one child more would change it. */
  isFew: boolean
  words: string
}

/** Under this many cases a rating is hatched as small numbers. [D] */
export const FEW_CASES = 6

/** How far from its target a figure is amber: points of a percentage, and a share of anything else (a time is amber up to 1.1 times). [D] */
export type AmberWidth = { points: number; share: number }
export const USUAL_AMBER: AmberWidth = { points: 10, share: 0.1 }

/** Where figures are one and the same for an edge that was added up. */
const NEARLY = 1e-9

/** `cases` is how many the figure is of; leave it out where it is not of cases. */
export function ragOf(value: number | null, thresholds: Thresholds, cases: number | null = null): Rag {
  const isFew = cases !== null && cases < FEW_CASES
  if (value === null) return { colour: null, isFew: false, words: 'No cases' }
  if (thresholds.shape === 'none') return { colour: null, isFew, words: 'Not rated: compared with others' }
  const colour = colourOf(value, thresholds)
  return { colour, isFew, words: isFew ? `${RAG[colour]}: small numbers` : RAG[colour] }
}

function colourOf(value: number, thresholds: Exclude<Thresholds, { shape: 'none' }>): RagColour {
  if (thresholds.shape === 'band')
    return isIn(value, thresholds.green) ? 'green' : isIn(value, thresholds.amber) ? 'amber' : 'red'
  const sign = thresholds.shape === 'higher' ? 1 : -1
  const reaches = (edge: number) => sign * (value - edge) >= -NEARLY
  return reaches(thresholds.green) ? 'green' : reaches(thresholds.amber) ? 'amber' : 'red'
}

const isIn = (value: number, [low, high]: readonly [number, number]) => value >= low - NEARLY && value <= high + NEARLY

/** A value to reach, or with `upTo` a band to be in. */
export type Goal = { value: number; upTo: number | null }

/**
 * The thresholds that a goal gives. A measure that is neither better higher nor lower has none unless the goal is a band, and one that is
 * good within a band none unless the goal says both ends.
 */
export function thresholdsOf(
  polarity: Polarity,
  unit: string,
  goal: Goal,
  amber: AmberWidth = USUAL_AMBER,
): Thresholds {
  const { value, upTo } = goal
  if (polarity === 'none' || (polarity === 'band' && upTo === null)) return { shape: 'none' }
  if (upTo !== null) return { shape: 'band', green: [value, upTo], amber: [less(value, amber), more(upTo, amber)] }
  const width = unit === '%' ? amber.points : Math.abs(value) * amber.share
  return {
    shape: polarity as 'higher' | 'lower',
    green: value,
    amber: polarity === 'higher' ? value - width : value + width,
  }
}

/** A tenth of the edge, not of the band. */
const less = (edge: number, { share }: AmberWidth) => edge - Math.abs(edge) * share
const more = (edge: number, { share }: AmberWidth) => edge + Math.abs(edge) * share

/** In force: the authority's own thresholds, then those of its goal, then the usual ones of the measure. */
export const thresholdsInForce = (
  { polarity, unit, thresholds }: { polarity: Polarity; unit: string; thresholds: Thresholds },
  { own, goal, amber }: { own: Thresholds | null; goal: Goal | null; amber?: AmberWidth },
): Thresholds => own ?? (goal ? thresholdsOf(polarity, unit, goal, amber) : thresholds)

const TRAVEL = { better: 'Better', worse: 'Worse', changed: 'Changed', same: 'The same' } as const
export type Travel = keyof typeof TRAVEL

/** Which way a figure went. A measure without a better direction has only changed, and is never coloured for it. */
export function travelOf(polarity: Polarity, from: number, to: number): Travel {
  if (from === to) return 'same'
  if (polarity === 'none' || polarity === 'band') return 'changed'
  return to > from === (polarity === 'higher') ? 'better' : 'worse'
}

/** `Green at 90% or more, amber at 80% or more.`, with figures written by `write`. */
export function thresholdsInWords(thresholds: Thresholds, write: (figure: number) => string): string {
  if (thresholds.shape === 'none') return 'Not rated: compared with others.'
  if (thresholds.shape === 'band') {
    const between = ([low, high]: readonly [number, number]) => `from ${write(low)} to ${write(high)}`
    return `Green ${between(thresholds.green)}, amber ${between(thresholds.amber)}, otherwise red.`
  }
  const side = thresholds.shape === 'higher' ? 'more' : 'less'
  return `Green at ${write(thresholds.green)} or ${side}, amber at ${write(thresholds.amber)} or ${side}, otherwise red.`
}
