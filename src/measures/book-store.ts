/** What the performance book is made from, as it was known at a day. */
import { rowsBy } from '../children/records.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { may, type Person } from '../terms/permission.ts'
import type { BookGround } from './book-line.ts'
import { findComparisonGroup } from './comparison-store.ts'
import { publicFigures, type ShownFigure } from './public-figures.ts'
import { findRunAsAt, listFigures, listWays, type Run } from './run-store.ts'
import { findOwnRatings } from './setting-store.ts'
import { rebasesAsAt, targetsAsAt } from './target-store.ts'
import { catalogueOf } from './whole-catalogue.ts'

/**
 * As this person may see it; null where nothing had been worked out by then. `measure` reads the figures of that one, or of those, alone. Who may see no small
 * numbers is given none to work with.
 */
export async function findBook(
  db: Db,
  person: Person,
  asAt: Day,
  measure?: string | readonly string[],
): Promise<{ run: Run; ground: BookGround } | null> {
  const run = await findRunAsAt(db, asAt)
  if (!run) return null
  const [figures, targets, rebases, ratings, group] = await Promise.all([
    may(person, 'see-figures')
      ? listFigures(db, run.runId, measure === undefined ? {} : { measure })
      : listPublicFigures(db, run, measure),
    targetsAsAt(db, asAt),
    rebasesAsAt(db, asAt),
    findOwnRatings(db, asAt),
    findComparisonGroup(db, asAt),
  ])
  return { run, ground: { asAt: run.asAt, figures, lacks: run.lacks, targets, rebases, ratings, group } }
}

/** Runs whose public figures are held: a run never changes, and every measure is read to tell what may be shown of one. */
const MOST_HELD = 12
const held = new Map<string, Promise<ShownFigure[]>>()

/** Whoever sees no small number is given the same, on every page, in every file and pack. */
export async function listPublicFigures(
  db: Db,
  run: Run,
  measure?: string | readonly string[],
): Promise<readonly ShownFigure[]> {
  const { id } = await db.one<{ id: number }>(sql`select current_authority() as id`, 'authority')
  const key = `${id} ${run.runId} ${run.doneAt?.getTime()}`
  const figures = held.get(key) ?? workOutPublic(db, run)
  held.delete(key)
  held.set(key, figures)
  figures.catch(() => held.delete(key))
  if (held.size > MOST_HELD) held.delete(held.keys().next().value!)
  if (measure === undefined) return await figures
  const byMeasure = rowsBy(await figures, 'measure')
  return [measure].flat().flatMap(one => byMeasure.get(one) ?? [])
}

const workOutPublic = async (db: Db, run: Run) =>
  publicFigures(await listWays(db, run.runId), (await catalogueOf(db)).named)
