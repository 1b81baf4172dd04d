/** The latest figure of a measure, however it comes: worked out from records, or entered. */
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import { seriesKind } from './work-out.ts'
import { latestOfEach } from './entered-measure.ts'
import { listEnteredFigures } from './entered-store.ts'
import { findLatestRun, listFigures } from './run-store.ts'
import type { Settable } from './settable.ts'

export type LatestFigure = { on: Day; value: number | null; numerator: number | null; denominator: number | null }

/** Of a period that was over at the end of the day; null where there is none. */
export async function findLatestFigure(
  db: Db,
  { measure, entered }: Settable,
  asAt: Day,
): Promise<LatestFigure | null> {
  if (entered) {
    const figures = latestOfEach(await listEnteredFigures(db, { enteredMeasureId: entered.enteredMeasureId, asAt }))
    const latest = figures.findLast(({ period }) => period.to <= asAt)
    return latest ? { on: latest.period.to, ...latest } : null
  }
  const run = measure && (await findLatestRun(db))
  if (!run || !measure) return null
  const figures = await listFigures(db, run.runId, { measure: measure.id, kind: seriesKind(measure) })
  const latest = figures.findLast(({ to }) => to <= asAt)
  return latest ? { on: latest.to, ...latest } : null
}
