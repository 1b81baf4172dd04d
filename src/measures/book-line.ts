/** How one measure stands: its latest figure and the series before it, with its target, signal and rating. Pure; the book is made of these. */
import { rowsBy } from '../children/records.ts'
import { addMonths, type Day } from '../terms/day.ts'
import { type Comparators, type ComparisonGroup, comparatorsOf, yearPublishedBy } from './comparators.ts'
import type { Measure } from './measure.ts'
import { chartFor, workOutPChart } from './p-chart.ts'
import type { ShownFigure } from './public-figures.ts'
import { type Goal, type Rag, ragOf, thresholdsInForce, type Travel, travelOf } from './rag.ts'
import type { OwnRating } from './setting-store.ts'
import type { Direction } from './spc-series.ts'
import { type Spc, workOutSpc } from './spc.ts'
import { type MeasureTarget, type Rebase } from './target-store.ts'
import { targetInForce } from './target.ts'
import type { PeriodKind } from './window.ts'
import { isPartMonth, seriesKind } from './work-out.ts'

export type BookLine = {
  readonly measure: Measure
  /** Which of the measure's periods the line is of. */
  readonly kind: PeriodKind
  /** Whole periods, oldest first. */
  readonly series: readonly ShownFigure[]
  /** The last whole period; the month under way is not one. */
  readonly latest: ShownFigure | null
  /** Where the latest is hidden: the last year to 31 March. */
  readonly year: ShownFigure | null
  /** The period under way, where the day is not the end of a month. */
  readonly soFar: ShownFigure | null
  readonly spc: Spc | null
  readonly target: MeasureTarget | null
  readonly targets: readonly MeasureTarget[]
  readonly rebases: readonly Rebase[]
  readonly rag: Rag
  /** Against the figure of the period before; null where there is none. */
  readonly travel: Travel | null
  readonly comparators: Comparators | null
  /** Why it cannot be worked out; nothing where it can. */
  readonly lacks: readonly string[]
}

export type BookGround = {
  readonly asAt: Day
  readonly figures: readonly ShownFigure[]
  readonly lacks: Readonly<Record<string, readonly string[]>>
  readonly targets: ReadonlyMap<string, readonly MeasureTarget[]>
  readonly rebases: ReadonlyMap<string, readonly Rebase[]>
  readonly ratings: ReadonlyMap<string, OwnRating>
  readonly group: ComparisonGroup
}

/** Months that a chart shows: three years. */
const SHOWN = 36

export function bookLine(measure: Measure, ground: BookGround, kind: PeriodKind = seriesKind(measure)): BookLine {
  const { asAt } = ground
  const all = rowsBy(ground.figures, 'measure').get(measure.id) ?? []
  const own = all.filter(figure => figure.kind === kind)
  const series = own.filter(({ from, to }) => !isPartMonth({ from, to })).slice(-SHOWN)
  const latest = series.at(-1) ?? null
  const soFar = own.findLast(figure => isPartMonth(figure) && figure.to === asAt) ?? null
  const shown = latest ?? soFar
  const targets = ground.targets.get(measure.id) ?? []
  const rebases = ground.rebases.get(measure.id) ?? []
  const target = targetInForce(targets, shown?.to ?? asAt)
  const rating = ground.ratings.get(measure.id)
  const goal: Goal | null = target && { value: target.value, upTo: target.upTo }
  const thresholds = thresholdsInForce(measure, {
    own: rating?.thresholds ?? null,
    goal,
    ...(rating?.amber && { amber: rating.amber }),
  })
  return {
    measure,
    kind,
    series,
    latest,
    year: latest?.isHidden ? lastYear(latest, all) : null,
    soFar,
    spc: spcFor(measure, series, target, rebases),
    target,
    targets,
    rebases,
    rag: ragOf(shown?.value ?? null, thresholds, measure.valued === 'percentage' ? (shown?.denominator ?? null) : null),
    travel: travelBetween(measure, series),
    comparators: shown === null ? null : comparatorsOf(measure.id, ground.group, yearPublishedBy(shown.to)),
    lacks: ground.lacks[measure.id] ?? [],
  }
}

/** Null where that is hidden too: an older one would pass for how things stand. */
const lastYear = (latest: ShownFigure, all: readonly ShownFigure[]): ShownFigure | null =>
  all.findLast(
    ({ kind, to, value, isHidden }) =>
      kind !== latest.kind && to.endsWith('-03-31') && to > addMonths(latest.to, -12) && value !== null && !isHidden,
  ) ?? null

/** What a line is told by: the latest figure, the year where that is hidden, or the period under way. */
export const toldBy = ({ latest, year, soFar }: BookLine): ShownFigure | null => year ?? latest ?? soFar

const DIRECTION = { higher: 'increase', lower: 'decrease', band: 'neutral', none: 'neutral' } as const

/** How limits of the product's own charts are worked out: from every figure of a group, as the NHS workbook does. */
export const METHOD = { fixAfterNPoints: null, screenOutliers: false } as const

/** Null where there is no figure at all. Percentages of few are judged by a p-chart. */
function spcFor(
  measure: Measure,
  series: readonly ShownFigure[],
  target: MeasureTarget | null,
  rebases: readonly Rebase[],
): Spc | null {
  const first = series.findIndex(({ value }) => value !== null)
  if (first < 0) return null
  const own = series.slice(first)
  const dates = own.map(({ to }) => to)
  const given = {
    improvementDirection: DIRECTION[measure.polarity] as Direction,
    target: target?.upTo == null ? (target?.value ?? null) : null,
    rebaseDates: [...new Set(rebases.flatMap(({ from }) => dates.find(on => on >= from) ?? []))].sort(),
    fixAfterNPoints: METHOD.fixAfterNPoints,
  }
  const shares = own.map(({ to, numerator, denominator }) => ({ on: to, numerator, denominator: denominator ?? 0 }))
  if (measure.valued === 'percentage' && chartFor(shares) === 'p') return workOutPChart({ ...given, shares })
  return workOutSpc({ ...given, dates, values: own.map(({ value }) => value), screenOutliers: METHOD.screenOutliers })
}

function travelBetween(measure: Measure, series: readonly ShownFigure[]): Travel | null {
  const [before, last] = [series.at(-2)?.value ?? null, series.at(-1)?.value ?? null]
  return before === null || last === null ? null : travelOf(measure.polarity, before, last)
}
