/**
 * Figures as anybody may see them: no number from 1 to 5, and none that subtracting one shown figure from another would give. What is hidden is
 * taken out before a page, a chart, a limit or an export is made of it, so that none of them can tell it.
 */
import { rowsBy } from '../children/records.ts'
import { isSmall } from '../terms/small-number.ts'
import type { Measure } from './measure.ts'
import { hideLonger } from './public-windows.ts'
import type { KeptFigure } from './run-store.ts'
import { differBySmall, PARTS, parts, tells } from './telling.ts'
import type { PeriodKind } from './window.ts'
import { isPartMonth, seriesKind } from './work-out.ts'

/** `isHidden`: there is a figure, and it would tell a small number. `hidesOverdue`: so would its count of open and overdue. */
export type ShownFigure = KeptFigure & { readonly isHidden?: true; readonly hidesOverdue?: true }

type Named = (id: string) => Measure | undefined

/**
 * Of every way each figure has been known (together, oldest first) the one that is shown. One kind of whole periods of each measure, for a month is
 * what two overlapping periods differ by, and a week what two parts of a month do; beside months, the years to 31 March.
 *
 * Hidden are: a figure that tells a small number itself; a running total that grew by one; every variant of a period in which two of the measure and
 * its variants, or the whole and some of them, differ by a small number or one of them is hidden; and a longer period that a hidden month could be
 * worked out from. Give the figures of a measure together with its variants'.
 */
export function publicFigures(ways: readonly KeptFigure[], named: Named): ShownFigure[] {
  const [series, years]: [KeptFigure[], KeptFigure[]] = [[], []]
  for (const [id, own] of rowsBy(ways, 'measure')) {
    const measure = named(id)
    if (!measure) continue
    series.push(...lastPublished(measure, own.filter(isSeries(measure))))
    years.push(...lastPublished(measure, own.filter(isYear(measure))))
  }
  const hidden = new Set<KeptFigure>()
  for (const [id, own] of rowsBy(series, 'measure')) hideSmall(named(id)!, own, hidden)
  for (const figure of years) if (tells(named(figure.measure)!, figure)) hidden.add(figure)
  hideFamilies(series, hidden)
  hideLonger(series, years, hidden)
  hideFamilies(series, hidden)
  hideFamilies(years, hidden)
  const overdue = hidesOverdueIn(series)
  const shownAs = (hides: boolean) => (figure: KeptFigure) =>
    hidden.has(figure) ? without(figure) : withoutSmallOverdue(figure, hides || overdue.has(figure))
  return [...series.map(shownAs(false)), ...years.map(shownAs(true))]
}

const isSeries = (measure: Measure) => {
  const usual = seriesKind(measure)
  return (figure: KeptFigure) => figure.kind === usual && !isPartMonth(figure)
}

/** Years end where nothing overlaps: beside months only, and never as a running total. */
const isYear = (measure: Measure) => {
  const year = seriesKind(measure) === 'month' ? yearKind(measure) : undefined
  return ({ kind, to }: KeptFigure) => kind === year && to.endsWith('-03-31')
}

const yearKind = ({ periods }: Measure): PeriodKind | undefined =>
  (['rolling-year', 'year-to-date'] as const).find(kind => periods.includes(kind))

/**
 * Of every way a figure was known, oldest first, those that were ever shown. A correction is shown once it is of six or more, or of none, in each
 * number: who kept the figure of last month, or its pack, could take one from the other.
 */
export function publishedWays<Way extends KeptFigure>(measure: Measure, ways: readonly Way[]): (Way & ShownFigure)[] {
  const shown: (Way & ShownFigure)[] = []
  for (const way of ways) {
    if (tells(measure, way) || shown.some(other => differBySmall(way, other))) continue
    const isOverdueTold = shown.some(
      other => !other.hidesOverdue && isSmall(Math.abs(way.openOverdue - other.openOverdue)),
    )
    if (!isOverdueTold) shown.push(way)
    else if (!isSame(way, shown.at(-1)!)) shown.push({ ...way, openOverdue: 0, hidesOverdue: true })
  }
  return shown
}

const isSame = (one: KeptFigure, other: KeptFigure) =>
  one.numerator === other.numerator && one.denominator === other.denominator && one.value === other.value

/** Of each period: what has come to tell a small number, to be hidden from then on; else the last that was shown, which stands. */
const lastPublished = (measure: Measure, figures: readonly KeptFigure[]): ShownFigure[] =>
  [...Map.groupBy(figures, ({ to }) => to).values()].map(ways => {
    const last = ways.at(-1)!
    return tells(measure, last) ? last : publishedWays(measure, ways).at(-1)!
  })

const OVERLAP: readonly PeriodKind[] = ['rolling-year', 'quarter', 'three-years']

/** Where a series of overlapping periods has a nought, every month after it can be worked out from what the next periods differ by. */
function hideSmall(measure: Measure, series: readonly KeptFigure[], hidden: Set<KeptFigure>): void {
  const solved = OVERLAP.includes(series[0]!.kind)
    ? parts.filter(part => series.some(one => PARTS[part](one) === 0))
    : []
  let before: KeptFigure | null = null
  for (const figure of series) {
    const grew = figure.kind === 'year-to-date' && before?.from === figure.from ? parts : solved
    if (tells(measure, figure) || (before !== null && differBySmall(before, figure, grew))) hidden.add(figure)
    else before = figure
  }
}

/** The measure with its variants over one period: every variant is hidden where one of them, or what some leave of the whole, tells. */
function hideFamilies(figures: readonly KeptFigure[], hidden: Set<KeptFigure>): void {
  const families = Map.groupBy(figures, ({ measure, to }) => `${measure.split('/')[0]} ${to}`)
  for (const family of families.values()) {
    const isTold =
      family.some(figure => hidden.has(figure)) ||
      family.some((one, at) => family.slice(at + 1).some(other => differBySmall(one, other))) ||
      leavesSmall(family)
    if (isTold) for (const figure of family) if (figure.measure.includes('/')) hidden.add(figure)
  }
}

/** Parts of one whole: what any of the variants together leave of the measure, of all it is of, or of both is not small either. */
function leavesSmall(family: readonly KeptFigure[]): boolean {
  const base = family.find(({ measure }) => !measure.includes('/'))
  const { denominator } = base ?? family[0]!
  const parts = family.filter(one => one !== base && one.denominator === denominator).map(one => one.numerator)
  const wholes = [
    ...(base ? [base.numerator] : []),
    ...(denominator === null ? [] : [denominator]),
    ...(base && denominator !== null ? [denominator - base.numerator] : []),
  ]
  return sumsOf(parts).some(sum => wholes.some(whole => isSmall(whole - sum)))
}

/** Of more than ten parts only all of them together. */
const sumsOf = (parts: readonly number[]): number[] =>
  parts.length > 10
    ? [parts.reduce((sum, part) => sum + part, 0)]
    : parts.reduce<number[]>((sums, part) => [...sums, ...sums.map(sum => sum + part)], [0])

/** Of a measure and its variants those whose open and overdue differ by a small number from another's. */
function hidesOverdueIn(figures: readonly KeptFigure[]): Set<KeptFigure> {
  const hides = new Set<KeptFigure>()
  for (const family of Map.groupBy(figures, ({ measure, to }) => `${measure.split('/')[0]} ${to}`).values())
    for (const one of family)
      if (one.measure.includes('/') && family.some(other => isSmall(Math.abs(one.openOverdue - other.openOverdue))))
        hides.add(one)
  return hides
}

const without = (figure: KeptFigure): ShownFigure => ({
  ...figure,
  numerator: 0,
  denominator: null,
  value: null,
  median: null,
  openOverdue: 0,
  excluded: 0,
  isHidden: true,
  ...(figure.openOverdue > 0 && { hidesOverdue: true }),
})

/** What is late is what neither was met nor is open and overdue, where a measure counts those too: it must not be small either. */
function withoutSmallOverdue(figure: KeptFigure, hides: boolean): ShownFigure {
  const { openOverdue } = figure
  const known = { ...figure, excluded: 0 }
  return openOverdue > 0 && (hides || isSmall(openOverdue) || isSmall(PARTS.rest(figure) - openOverdue))
    ? { ...known, openOverdue: 0, hidesOverdue: true }
    : known
}
