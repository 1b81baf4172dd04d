/** What the performance book is made from, as it was known at a day. */
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import type { BookGround } from './book-line.ts'
import { findComparisonGroup } from './comparison-store.ts'
import { findRunAsAt, listFigures, type Run } from './run-store.ts'
import { findOwnRatings } from './setting-store.ts'
import { rebasesAsAt, targetsAsAt } from './target-store.ts'

/** Null where nothing had been worked out by then. `measure` reads the figures of that one alone, and its variants. */
export async function findBook(db: Db, asAt: Day, measure?: string): Promise<{ run: Run; ground: BookGround } | null> {
  const run = await findRunAsAt(db, asAt)
  if (!run) return null
  const [figures, targets, rebases, ratings, group] = await Promise.all([
    listFigures(db, run.runId, measure === undefined ? {} : { measure }),
    targetsAsAt(db, asAt),
    rebasesAsAt(db, asAt),
    findOwnRatings(db, asAt),
    findComparisonGroup(db, asAt),
  ])
  return { run, ground: { asAt: run.asAt, figures, lacks: run.lacks, targets, rebases, ratings, group } }
}
