/**
 * How a figure compares: the published figures of England, the region and a chosen group of authorities beside the authority's own,
 * each with its own year and its source. The DfE publishes a year (to 31 March) in the autumn after it, so a comparator is always older.
 */
import { quantileSorted } from 'd3-array'
import type { Day } from '../terms/day.ts'
import {
  type Area,
  attribution,
  ENGLAND,
  type Figure,
  findArea,
  findFigure,
  listAreas,
  yearsPublished,
} from './comparators/published.ts'
import { findSeries, type PublishedSeries, SERIES } from './comparators/series.ts'

export type { Area, AreaKind, Figure } from './comparators/published.ts'
export { ENGLAND, findArea, listAreas } from './comparators/published.ts'

/** Which model of statistical neighbours a group follows. Which of them the DfE uses now is [K]: from knowledge, to be checked. */
export const NEIGHBOUR_MODEL = {
  '2025': 'Statistical neighbours, 2025 model',
  '2021': 'Statistical neighbours, April 2021 model',
  own: 'Chosen by the authority',
} as const
export type NeighbourModel = keyof typeof NEIGHBOUR_MODEL

/** Whom an authority compares itself with; ids are those of `findArea`. `authority` is its own, where it is a published one. */
export type ComparisonGroup = {
  authority: string | null
  region: string | null
  neighbours: readonly string[]
  model: NeighbourModel
}

export type Comparator = Figure & {
  area: Area
  /** The year to 31 March. */
  year: number
}
/** Where the neighbours with a figure lie: quarters of them are below `lower` and above `upper`. */
export type Spread = { many: number; lower: number; median: number; upper: number }

export type Comparators = {
  year: number
  /** `%`, `per 10,000` or `working days`. */
  unit: string
  /** What the statistic says, and how it is not the measure where it is not. */
  words: string
  differs: string | null
  source: string
  england: Comparator
  region: Comparator | null
  /** What was published of the authority itself, which need not be what its own data says. */
  published: Comparator | null
  neighbours: Comparator[]
  model: string
  /** Null where no neighbour has a figure. */
  spread: Spread | null
}

const UNIT: Record<PublishedSeries['kind'], string> = { share: '%', rate: 'per 10,000', days: 'working days' }

/**
 * The published figures beside a measure (`assessments-45wd`, `cpp-long-duration/2y-ceased`) for a year to 31 March, or for the last
 * that is published where that is earlier. Null where no statistic is published for the measure.
 */
export function comparatorsOf(measure: string, group: ComparisonGroup, year: number): Comparators | null {
  const series = findSeries(measure)
  const { first, last } = yearsPublished()
  if (!series || year < first) return null
  const of = Math.min(year, last)
  const figureOf = (id: string | null): Comparator | null => {
    const area = id === null ? null : findArea(id)
    return area && { ...findFigure(measure, area.id, of), area, year: of }
  }
  const neighbours = group.neighbours.map(figureOf).filter(one => one !== null)
  return {
    year: of,
    unit: UNIT[series.kind],
    words: series.words,
    differs: series.differs ?? null,
    source: sourceOf(series, of),
    england: figureOf(ENGLAND)!,
    region: figureOf(group.region),
    published: figureOf(group.authority),
    neighbours,
    model: NEIGHBOUR_MODEL[group.model],
    spread: spreadOf(neighbours),
  }
}

/** The published share of every authority in the year, for a funnel plot; empty where the statistic is no share. */
export function listShares(measure: string, year: number): Comparator[] {
  if (findSeries(measure)?.kind !== 'share') return []
  const of = Math.min(year, yearsPublished().last)
  return listAreas('authority')
    .map(area => ({ ...findFigure(measure, area.id, of), area, year: of }))
    .filter(({ value, denominator }) => value !== null && denominator !== null && denominator > 0)
}

/** Every measure that a published statistic stands beside. */
export const listCompared = (): string[] => SERIES.map(({ measure }) => measure)

/** True where the statistic is a share, of which a funnel can be drawn. */
export const isShare = (measure: string): boolean => findSeries(measure)?.kind === 'share'

/** The latest year to 31 March whose figures were out on the day: they come at the end of October. [K] */
export const yearPublishedBy = (on: Day): number => Number(on.slice(0, 4)) - (on.slice(5) >= '11-01' ? 0 : 1)

/** `Year to 31 March 2024. Department for Education, ..., table C2.` */
const sourceOf = ({ table }: PublishedSeries, year: number): string =>
  `Year to 31 March ${year}. Department for Education, Characteristics of children in need, table ${table}. Contains public sector information licensed under the Open Government Licence v3.0.`

/** Whose all the published figures are, for a page's foot. */
export const comparatorAttribution = (): string => attribution()

function spreadOf(neighbours: readonly Comparator[]): Spread | null {
  const values = neighbours.flatMap(({ value }) => (value === null ? [] : [value])).sort((one, other) => one - other)
  if (values.length === 0) return null
  const at = (share: number) => quantileSorted(values, share)!
  return { many: values.length, lower: at(0.25), median: at(0.5), upper: at(0.75) }
}
