/** Packs as they were frozen: added, listed and shown again, never changed. */
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Description } from './description.ts'
import { fingerprint, type Frozen } from './freeze.ts'

/** A pack without its content. `sinceOn` is its own day for a first pack; `madeAt` is when it was frozen. */
export type Pack = {
  packId: number
  planId: number
  title: string
  asAt: Day
  sinceOn: Day
  madeAt: Date
  madeBy: string
  sha256: string
}

const PACK = sql`
  p.pack_id as "packId", p.plan_id as "planId", p.title, p.as_at as "asAt", p.since_on as "sinceOn", p.made_at as "madeAt",
  person.name as "madeBy", encode(p.sha256, 'hex') as sha256`

/** Newest first. */
export const listPacks = (db: Db) =>
  db.rows<Pack>(sql`
    select ${PACK} from pack p join person on person.authority_id = p.authority_id and person.person_id = p.made_by
    order by p.made_at desc, p.pack_id desc`)

/** The pack as it was frozen. Throws `NotFound`; throws where its content is no longer what its fingerprint was taken of. */
export async function findPack(db: Db, packId: number): Promise<Pack & { frozen: Frozen }> {
  const { content, ...pack } = await db.one<Pack & { content: Description }>(
    sql`
      select ${PACK}, p.content from pack p join person on person.authority_id = p.authority_id and person.person_id = p.made_by
      where p.pack_id = ${packId}`,
    `pack ${packId}`,
  )
  if (fingerprint(content) !== pack.sha256) throw new Error(`pack ${packId} is not as it was frozen`)
  return { ...pack, frozen: { description: content, sha256: pack.sha256 } }
}

/** The day that the last pack of the plan told of, of those before a day. */
export const findLastPackAsAt = async (db: Db, planId: number, before: Day): Promise<Day | null> =>
  (
    await db.maybe<{ asAt: Day }>(sql`
      select as_at as "asAt" from pack where plan_id = ${planId} and as_at < ${before} order by as_at desc, pack_id desc limit 1`)
  )?.asAt ?? null

export async function addPack(db: Db, by: By, planId: number, { description, sha256 }: Frozen, since: Day | null) {
  const { packId } = await db.one<{ packId: number }>(
    sql`
      insert into pack (authority_id, plan_id, title, as_at, since_on, content, sha256, made_by)
      values (current_authority(), ${planId}, ${description.title}, ${description.asAt}, ${since ?? description.asAt}, ${description},
              decode(${sha256}, 'hex'), ${by.personId})
      returning pack_id as "packId"`,
    'pack just added',
  )
  await addEvent(db, by, 'make-pack', 'pack', packId, { asAt: description.asAt, sha256 })
  return packId
}

export const findAuthorityName = async (db: Db): Promise<string> =>
  (
    await db.one<{ name: string }>(
      sql`select name from authority where authority_id = current_authority()`,
      'authority',
    )
  ).name
