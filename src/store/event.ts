/** The record: every change says what was done, about what, in the same transaction as the change itself. */
import type { Db } from './database.ts'
import { sql } from './sql.ts'

/** Who did it: the person signed in and the post they act in. `post` is null for one who holds none. */
export type By = { personId: number; postId: number | null }

/** What they last said, in this post and since then, that they needed a copy for; null where nothing, or long ago. */
export const findLastWhy = async (db: Db, { personId, postId }: By, since: Date): Promise<string | null> =>
  (
    await db.maybe<{ why: string }>(sql`
      select why from (select * from event where person_id = ${personId} order by event_id desc limit 500) e
      where kind = 'export' and why <> '' and post_id = ${postId} and happened_at > ${since} order by event_id desc limit 1`)
  )?.why ?? null

/** Nobody who is signed in: whoever runs the service, on its command line. */
export const AT_THE_MACHINE = { personId: null, postId: null } as const

/**
 * Adds to the record. `kind` is what was done, a verb and noun (`rate-action`); `about` is the kind of thing (`action`).
 * `detail` holds ids, counts and words of the field, never a child's name or data; `why` is the reason where one was asked for.
 */
export const addEvent = (
  db: Db,
  by: { personId: number | null; postId: number | null },
  kind: string,
  about: string,
  aboutId: number | null,
  detail: object = {},
  why = '',
) =>
  db.run(sql`
    insert into event (authority_id, person_id, post_id, kind, about, about_id, detail, why)
    values (current_authority(), ${by.personId}, ${by.postId}, ${kind}, ${about}, ${aboutId}, ${detail}, ${why})`)
