/** What the address of a measure's page asks for: which measure, of which period, parted by what. No address names a child. */
import type { Db } from '../store/database.ts'
import { NotFound } from '../store/not-found.ts'
import { type Day, isDay } from '../terms/day.ts'
import { DIMENSION, type Dimension } from './breakdown.ts'
import type { Measure } from './measure.ts'
import type { KeptFigure } from './run-store.ts'
import { catalogueOf } from './whole-catalogue.ts'
import type { PeriodKind } from './window.ts'
import { isPartMonth } from './work-out.ts'

/** `assessments-45wd`, and with a full stop before the variant: `cpp-long-duration.2y-current`. */
export const addressOf = (id: string): string => id.replace('/', '.')

export const measureAddress = (id: string): string => `/measures/of/${addressOf(id)}`

/** Throws `NotFound` where neither the catalogue nor the authority has such a measure. */
export async function measureIn(db: Db, params: Record<string, string>): Promise<Measure> {
  const found = (await catalogueOf(db)).named(params['measure']!.replace('.', '/'))
  if (!found) throw new NotFound('measure of that name')
  return found
}

/** `?by=team`; the first that says something where nothing is asked. */
export const dimensionIn = (query: URLSearchParams): Dimension => {
  const by = query.get('by') ?? ''
  return Object.hasOwn(DIMENSION, by) ? (by as Dimension) : 'team'
}

/** `?kind=rolling-year&to=2026-10-31`: one of the figures there are; where nothing is asked, the latest whole period of the measure's usual kind. */
export function figureIn<F extends KeptFigure>(
  query: URLSearchParams,
  figures: readonly F[],
  usual: PeriodKind,
): F | null {
  const asked = query.get('kind')
  const kind = figures.some(figure => figure.kind === asked) ? asked : usual
  const own = figures.filter(figure => figure.kind === kind)
  const to = query.get('to') ?? ''
  return (
    (isDay(to) ? own.find(figure => figure.to === (to as Day)) : undefined) ??
    own.findLast(figure => !isPartMonth(figure)) ??
    own.at(-1) ??
    null
  )
}

/** The address of a period of a measure, and of its children. */
export const periodAddress = (
  id: string,
  { kind, to }: Pick<KeptFigure, 'kind' | 'to'>,
  more: Record<string, string> = {},
): string => `${measureAddress(id)}?${new URLSearchParams({ kind, to, ...more }).toString()}`
export const casesAddress = (
  id: string,
  { kind, to }: Pick<KeptFigure, 'kind' | 'to'>,
  more: Record<string, string> = {},
): string => `${measureAddress(id)}/children?${new URLSearchParams({ kind, to, ...more }).toString()}`
