/** What the performance book is made from, as it was known at a day. */
import type { Db } from '../store/database.ts'
import type { Day } from '../terms/day.ts'
import { may, type Person } from '../terms/permission.ts'
import type { BookGround } from './book-line.ts'
import { findComparisonGroup } from './comparison-store.ts'
import { publicFigures } from './public-figures.ts'
import { findRunAsAt, listFigures, type Run } from './run-store.ts'
import { findOwnRatings } from './setting-store.ts'
import { rebasesAsAt, targetsAsAt } from './target-store.ts'
import { catalogueOf } from './whole-catalogue.ts'

/**
 * As this person may see it; null where nothing had been worked out by then. `measure` reads the figures of that one alone. Who may see no small
 * numbers is given none to work with.
 */
export async function findBook(
  db: Db,
  person: Person,
  asAt: Day,
  measure?: string,
): Promise<{ run: Run; ground: BookGround } | null> {
  const run = await findRunAsAt(db, asAt)
  if (!run) return null
  const [figures, targets, rebases, ratings, group] = await Promise.all([
    may(person, 'see-figures')
      ? listFigures(db, run.runId, measure === undefined ? {} : { measure })
      : listPublicFigures(db, run.runId, measure),
    targetsAsAt(db, asAt),
    rebasesAsAt(db, asAt),
    findOwnRatings(db, asAt),
    findComparisonGroup(db, asAt),
  ])
  return { run, ground: { asAt: run.asAt, figures, lacks: run.lacks, targets, rebases, ratings, group } }
}

/** Those of the measure's variants are read too, and left out again: what is hidden of one is worked out from all of them. */
async function listPublicFigures(db: Db, runId: number, measure?: string) {
  const { named } = await catalogueOf(db)
  if (measure === undefined) return publicFigures(await listFigures(db, runId), named)
  const base = named(named(measure)?.base ?? measure)
  const family = base ? [base, ...base.variants] : []
  const figures = await Promise.all(family.map(({ id }) => listFigures(db, runId, { measure: id })))
  return publicFigures(figures.flat(), named).filter(figure => figure.measure === measure)
}
