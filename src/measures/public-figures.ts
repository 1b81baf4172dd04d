/**
 * Figures as anybody may see them: no number from 1 to 5, and none that subtracting one shown figure from another would give. What is hidden is
 * taken out before a page, a chart, a limit or an export is made of it, so that none of them can tell it.
 */
import { isSmall, tellsSmall } from '../terms/small-number.ts'
import type { Measure } from './measure.ts'
import type { KeptFigure } from './run-store.ts'
import { isPartMonth, seriesKind } from './work-out.ts'

/** `isHidden`: there is a figure, and it would tell a small number. `hidesOverdue`: so would its count of open and overdue. */
export type ShownFigure = KeptFigure & { readonly isHidden?: true; readonly hidesOverdue?: true }

/**
 * One kind of whole periods of each measure, for a month is what two overlapping periods differ by, and a week what two parts of a month do.
 * Hidden are: a figure that tells a small number itself; a running total that grew by one; and every variant of a period in which two of the
 * measure and its variants differ by a small number or one of them is hidden. Give the figures of a measure together with its variants'.
 */
export function publicFigures(
  figures: readonly KeptFigure[],
  named: (id: string) => Measure | undefined,
): ShownFigure[] {
  const usual = figures.filter(({ measure, kind, ...period }) => {
    const known = named(measure)
    return known !== undefined && kind === seriesKind(known) && !isPartMonth(period)
  })
  const hidden = new Set<KeptFigure>()
  for (const [id, series] of Map.groupBy(usual, ({ measure }) => measure)) hideSmall(named(id)!, series, hidden)
  const families = Map.groupBy(usual, ({ measure, to }) => `${measure.split('/')[0]} ${to}`)
  for (const family of families.values()) hideVariants(family, hidden)
  return usual.map(figure => (hidden.has(figure) ? without(figure) : withoutSmallOverdue(figure)))
}

/** True where the figure itself would tell a number from 1 to 5. A rate by the whole area tells the number it is of. */
export const tells = ({ valued }: Pick<Measure, 'valued'>, { numerator, denominator }: Told): boolean =>
  valued === 'percentage'
    ? tellsSmall(numerator, denominator)
    : valued === 'mean'
      ? isSmall(denominator ?? 0)
      : isSmall(numerator)

type Told = Pick<KeptFigure, 'numerator' | 'denominator'>

function hideSmall(measure: Measure, series: readonly KeptFigure[], hidden: Set<KeptFigure>): void {
  let before: KeptFigure | null = null
  for (const figure of series) {
    const grows = figure.kind === 'year-to-date' && before?.from === figure.from
    if (tells(measure, figure) || (grows && tells(measure, since(before!, figure)))) hidden.add(figure)
    else before = figure
  }
}

const since = (before: Told, figure: Told): Told => ({
  numerator: figure.numerator - before.numerator,
  denominator:
    figure.denominator === null || before.denominator === null ? null : figure.denominator - before.denominator,
})

function hideVariants(family: readonly KeptFigure[], hidden: Set<KeptFigure>): void {
  const telling =
    family.some(figure => hidden.has(figure)) ||
    family.some((one, at) => family.slice(at + 1).some(other => differsBySmall(one, other)))
  if (telling) for (const figure of family) if (figure.measure.includes('/')) hidden.add(figure)
}

/** Every way one figure has been known, oldest first: those that another shown one would tell a small number by are hidden. */
export function publicWays<Way extends KeptFigure>(measure: Measure, ways: readonly Way[]): (Way & ShownFigure)[] {
  const shown: Way[] = []
  return ways
    .toReversed()
    .map(way => {
      if (tells(measure, way) || shown.some(other => differsBySmall(way, other))) return { ...way, ...without(way) }
      shown.push(way)
      return way
    })
    .toReversed()
}

const differsBySmall = (one: Told, other: Told): boolean =>
  isSmall(Math.abs(one.numerator - other.numerator)) ||
  isSmall(Math.abs((one.denominator ?? 0) - (other.denominator ?? 0)))

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
function withoutSmallOverdue(figure: KeptFigure): ShownFigure {
  const { openOverdue, numerator, denominator } = figure
  const known = { ...figure, excluded: 0 }
  const rest = denominator === null ? 0 : denominator - numerator - openOverdue
  return isSmall(openOverdue) || (openOverdue > 0 && isSmall(rest))
    ? { ...known, openOverdue: 0, hidesOverdue: true }
    : known
}
