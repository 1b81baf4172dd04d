/** Looks at children: an event for each, with the children it showed in rows of their own that are kept apart by child. */
import { createHash } from 'node:crypto'
import type { Db } from './database.ts'
import type { By } from './event.ts'
import { sql } from './sql.ts'

/** What was shown (`child-page`, `measure-list`), the children of it, and the reason where one was asked for. */
export type Look = { what: string; children: number[]; why?: string }

/** The children of a look as its event holds them: how many, and a hash that tells whether the rows are still those. */
const digestOf = (children: number[]): string => createHash('sha256').update(children.join(',')).digest('hex')

/** Records that someone saw these children. Nothing where there is none. Throws where one is out of their reach. */
export async function recordLook(db: Db, by: By, { what, children, why = '' }: Look): Promise<void> {
  const seen = [...new Set(children)].sort((a, b) => a - b)
  if (seen.length === 0) return
  const detail = { children: seen.length, these: digestOf(seen) }
  await db.run(sql`
    with e as (
      insert into event (authority_id, person_id, post_id, kind, about, detail, why)
      values (current_authority(), ${by.personId}, ${by.postId}, 'look', ${what}, ${detail}, ${why}) returning event_id)
    insert into look (authority_id, event_id, child_id) select current_authority(), event_id, unnest(${seen}::integer[]) from e`)
}

/** Someone saw a child. `among` is how many children were shown at once. */
export type SeenBy = { at: Date; name: string; post: string | null; what: string; why: string; among: number }

/** Who has looked at a child, the latest first; none where the child is out of reach of whoever asks. */
export const listLooks = (db: Db, childId: number, most = 100) =>
  db.rows<SeenBy>(sql`
    select e.happened_at as at, n.name, p.title as post, e.about as what, e.why, (e.detail ->> 'children')::integer as among
    from look l join event e using (authority_id, event_id) join person n using (authority_id, person_id)
    left join post p on p.authority_id = e.authority_id and p.post_id = e.post_id
    where l.child_id = ${childId} order by l.event_id desc limit ${most}`)
