/** Sources and findings kept, findings closed or opened again, and the posts that lead. */
import type { FindingReading } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Doing } from './action-store.ts'
import type { SourceKind } from './source.ts'

export type GivenSource = {
  title: string
  shortName: string
  kind: SourceKind
  publisher: string
  issuedOn: Day | null
  knownAs: string[]
  documentId: number | null
  findings: FindingReading[]
}

export async function addSource(db: Db, doing: Doing, given: GivenSource): Promise<number> {
  const { sourceId } = await db.one<{ sourceId: number }>(
    sql`
      insert into source (authority_id, title, short_name, kind, publisher, issued_on, known_as, document_id, added_on, added_by)
      values (current_authority(), ${given.title}, ${given.shortName}, ${given.kind}, ${given.publisher}, ${given.issuedOn}, ${given.knownAs}::text[],
              ${given.documentId}, ${doing.on}, ${doing.personId}) returning source_id as "sourceId"`,
    'source just added',
  )
  const rows = given.findings.map((finding, index) => ({ ...finding, lead: finding.lead ?? '', position: index + 1 }))
  await db.run(sql`
    insert into finding (authority_id, source_id, ref, heading, text, lead_text, status, position)
    select current_authority(), ${sourceId}, r.ref, r.heading, r.text, r.lead, coalesce(r.status, '{}'), r.position
    from jsonb_to_recordset(${rows}::jsonb) as r (ref text, heading text, text text, lead text, status jsonb, position integer)`)
  await addEvent(db, doing, 'keep-source', 'source', sourceId, { findings: rows.length })
  return sourceId
}

/** True where the authority has a source that citations call by this name. */
export const isSourceNameTaken = async (db: Db, shortName: string): Promise<boolean> =>
  (await db.maybe(sql`select 1 from source where lower(short_name) = lower(${shortName})`)) !== null

/** Closes a finding that was answered before the plan, or opens it again; either way with the reason. */
export async function addFindingClosure(
  db: Db,
  doing: Doing,
  findingId: number,
  given: { closed: boolean; reason: string; sinceOn: Day },
) {
  await db.run(sql`
    insert into finding_closure (authority_id, finding_id, closed, reason, since_on, recorded_by)
    values (current_authority(), ${findingId}, ${given.closed}, ${given.reason}, ${given.sinceOn}, ${doing.personId})`)
  await addEvent(db, doing, given.closed ? 'close-finding' : 'reopen-finding', 'finding', findingId)
}

/** Evidence given to a finding itself, up to a day. */
export const listFindingEvidence = (db: Db, findingId: number, asAt: Day) =>
  db.rows<{
    evidenceId: number
    kind: string
    title: string
    text: string
    shows: string
    speaksOfOn: Day
    addedOn: Day
    by: string
  }>(sql`
    select e.evidence_id as "evidenceId", e.kind, e.title, e.text, e.shows, e.speaks_of_on as "speaksOfOn", e.added_on as "addedOn", p.name as by
    from evidence e join person p on p.person_id = e.added_by
    where e.finding_id = ${findingId} and e.added_on <= ${asAt} order by e.speaks_of_on desc, e.evidence_id desc`)

export type KnownPost = {
  postId: number
  title: string
  organisation: string
  organisationKind: string
  holder: string | null
}

/** Every post, with its organisation and who holds it on a day. */
export const listPosts = (db: Db, asAt: Day) =>
  db.rows<KnownPost>(sql`
    select p.post_id as "postId", p.title, o.name as organisation, o.kind as "organisationKind",
           (select string_agg(n.name, ', ' order by h.from_on) from post_holding h join person n using (authority_id, person_id)
            where h.post_id = p.post_id and h.from_on <= ${asAt} and (h.to_on is null or h.to_on >= ${asAt})) as holder
    from post p join organisation o using (authority_id, organisation_id) where p.added_on <= ${asAt} order by p.title`)

/** Who had held a post by a day and when, newest first; a holding that ends later has no end yet. */
export const listHoldings = (db: Db, postId: number, asAt: Day) =>
  db.rows<{ name: string; fromOn: Day; toOn: Day | null }>(sql`
    select n.name, h.from_on as "fromOn", case when h.to_on <= ${asAt} then h.to_on end as "toOn" from post_holding h join person n using (authority_id, person_id)
    where h.post_id = ${postId} and h.from_on <= ${asAt} order by h.from_on desc`)

/** A post that a plan names and nobody had entered. It belongs to the council and may update what it leads, until someone says otherwise. */
export async function addPostNamedByPlan(db: Db, doing: Doing, title: string): Promise<number> {
  const { postId } = await db.one<{ postId: number }>(
    sql`
      insert into post (authority_id, title, organisation_id, role, added_on)
      select authority_id, ${title}, organisation_id, 'head-of-service', ${doing.on} from organisation
      order by (kind = 'council') desc, organisation_id limit 1
      returning post_id as "postId"`,
    'organisation to give the post to',
  )
  await addEvent(db, doing, 'add-post', 'post', postId, { named: 'by a plan' })
  return postId
}
