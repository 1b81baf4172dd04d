/** What goes by its rule every day, without a review: kinds that hold nothing worth one. What was cleared is an event that says how much. */
import { listAuthorities } from '../store/authority.ts'
import type { Database, Db } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE } from '../store/event.ts'
import { addJob, type Work } from '../store/jobs.ts'
import { sql } from '../store/sql.ts'
import { type Day, dayInLondon } from '../terms/day.ts'
import { BY_RULE, keptSince, type Kind, ruleOf } from './retention.ts'
import { findPeriod } from './retention-store.ts'
import { noteDisposal } from './review-store.ts'

export const CLEAR_BY_RULE = 'clear-by-rule'

/** Once a day for each authority: one that was asked for within the day, by whichever instance, is not asked for again. */
export async function askToClear(database: Database): Promise<void> {
  for (const { authorityId } of await listAuthorities(database))
    await database.transaction({ authority: authorityId, person: null }, async db => {
      await db.alone()
      const asked = await db.maybe(
        sql`select 1 from job where kind = ${CLEAR_BY_RULE} and added_at > now() - interval '23 hours' limit 1`,
      )
      if (!asked) await addJob(db, CLEAR_BY_RULE, {})
    })
}

export const clearByRule: Work = ({ authorityId }, { database }) =>
  database.transaction({ authority: authorityId, person: null, work: CLEAR_BY_RULE }, db =>
    clearOn(db, dayInLondon(new Date())),
  )

/** A hold on everything stops it in the database, and then nothing went. */
export async function clearOn(db: Db, today: Day): Promise<void> {
  const cleared: Partial<Record<Kind, number>> = {}
  for (const kind of BY_RULE) {
    const period = await findPeriod(db, kind)
    const before = keptSince(period.kept!, today)
    const { rows } = await db.one<{ rows: number }>(sql`select clear_by_rule(${kind}, ${before}) as rows`, kind)
    if (rows === 0) continue
    cleared[kind] = rows
    await noteDisposal(db, null, today, { kind, children: 0, rows, rule: ruleOf(period), why: 'By its rule' })
  }
  if (Object.keys(cleared).length > 0) await addEvent(db, AT_THE_MACHINE, 'clear-by-rule', 'retention', null, cleared)
}
