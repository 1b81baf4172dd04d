/** How an entered measure stands, as a line of the performance book: the same series, signal, target and rating as a measure that is worked out. */
import type { Day } from '../terms/day.ts'
import { type BookGround, bookLine, type BookLine } from './book-line.ts'
import { measureNamed } from './catalogue.ts'
import { type EnteredFigure, type EnteredMeasure, type Frequency, latestOfEach, type Standing, standingOf } from './entered-measure.ts' // prettier-ignore
import { type Measure, measure as measureOf, type MeasureArea } from './measure.ts'
import { READY_MADE } from './ready-made-measures.ts'
import type { KeptFigure } from './run-store.ts'
import type { PeriodKind } from './window.ts'

export type EnteredLine = BookLine & { readonly entered: EnteredMeasure; readonly standing: Standing }

/** The nearest period of the book. Terms and half-years have none, and are told by their own ends. */
const KIND: Record<Frequency, PeriodKind> = {
  month: 'month',
  quarter: 'quarter',
  term: 'quarter',
  'half-year': 'quarter',
  year: 'rolling-year',
  once: 'snapshot',
}

/** `figures` are all that were entered of the measure by the end of the day. */
export function enteredLine(
  entered: EnteredMeasure,
  figures: readonly EnteredFigure[],
  ground: Omit<BookGround, 'figures' | 'lacks'>,
): EnteredLine {
  const latest = latestOfEach(figures).filter(({ period }) => period.to <= ground.asAt)
  const measure = measureEntered(entered)
  const line = bookLine(measure, { ...ground, figures: latest.map(figure => asKept(measure, figure)), lacks: {} })
  const ends = new Set<Day>(latest.map(({ period }) => period.to))
  return { ...line, entered, standing: standingOf(entered, ends, ground.asAt) }
}

/** What was entered as a measure: it counts nothing, for its figures come by hand. */
const measureEntered = ({
  measure: id,
  name,
  unit,
  polarity,
  definition,
  source,
  frequency,
}: EnteredMeasure): Measure =>
  measureOf({
    id,
    number: 0,
    name,
    area: areaOf(id),
    unit,
    polarity,
    basis: 'happened',
    periods: [KIND[frequency]],
    valued: unit === '%' ? 'percentage' : 'count',
    outOf: '',
    counted: definition,
    leftOut: '',
    rule: '',
    source,
    marks: [],
    needs: [],
    thresholds: measureNamed(id)?.thresholds ?? { shape: 'none' },
    count: () => {},
    examples: [],
  })

const areaOf = (id: string): MeasureArea =>
  measureNamed(id)?.area ?? READY_MADE.find(({ measure }) => measure === id)?.area ?? 'improvement'

/** A percentage without its numbers has no denominator; a figure that is no share stands as what was counted. */
const asKept = ({ id, periods }: Measure, { period, numerator, denominator, value }: EnteredFigure): KeptFigure => ({
  measure: id,
  kind: periods[0]!,
  from: period.from,
  to: period.to,
  numerator: numerator ?? value ?? 0,
  denominator,
  value,
  openOverdue: 0,
  excluded: 0,
  median: null,
  definition: 1,
})
