/** The latest figure of a measure, however it comes: worked out from records, or entered. */
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import { may, type Person } from '../terms/permission.ts'
import { seriesKind } from './work-out.ts'
import { latestOfEach } from './entered-measure.ts'
import { listEnteredFigures } from './entered-store.ts'
import { listPublicFigures } from './book-store.ts'
import type { ShownFigure } from './public-figures.ts'
import { findRunAsAt, listFigures } from './run-store.ts'
import type { Settable } from './settable.ts'

export type LatestFigure = { on: Day; value: number | null; numerator: number | null; denominator: number | null }

/** Of a period that was over at the end of the day; null where there is none that the person may see. */
export async function findLatestFigure(
  db: Db,
  person: Person,
  { measure, entered }: Settable,
  asAt: Day,
): Promise<LatestFigure | null> {
  const isOpen = may(person, 'see-figures')
  if (entered) {
    if (!isOpen) return null
    const figures = latestOfEach(await listEnteredFigures(db, { enteredMeasureId: entered.enteredMeasureId, asAt }))
    const latest = figures.findLast(({ period }) => period.to <= asAt)
    return latest ? { on: latest.period.to, ...latest } : null
  }
  const run = measure && (await findRunAsAt(db, asAt))
  if (!run || !measure) return null
  const known: readonly ShownFigure[] = isOpen
    ? await listFigures(db, run.runId, { measure: measure.id })
    : await listPublicFigures(db, run, measure.id)
  const latest = known.findLast(({ kind, to }) => kind === seriesKind(measure) && to <= asAt)
  return latest && !latest.isHidden ? { on: latest.to, ...latest } : null
}
