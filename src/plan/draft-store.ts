/** Documents as they were given, and what was read from them before anything is kept. */
import type { PlanReading, SourceReading } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Doing } from './action-store.ts'

export type GivenDocument = { name: string; mediaType: string; content: Uint8Array }

/** Keeps the file byte for byte. */
async function addDocument(db: Db, doing: Doing, given: GivenDocument): Promise<number> {
  const content = Buffer.from(given.content)
  const { documentId } = await db.one<{ documentId: number }>(
    sql`
      insert into document (authority_id, name, media_type, sha256, content, added_by)
      values (current_authority(), ${given.name}, ${given.mediaType}, sha256(${content}::bytea), ${content}::bytea, ${doing.personId})
      returning document_id as "documentId"`,
    'document just added',
  )
  await addEvent(db, doing, 'add-document', 'document', documentId, { name: given.name, bytes: content.length })
  return documentId
}

export const findDocument = (db: Db, documentId: number) =>
  db.one<{ documentId: number; name: string; mediaType: string; content: Buffer }>(
    sql`select document_id as "documentId", name, media_type as "mediaType", content from document where document_id = ${documentId}`,
    `document ${documentId}`,
  )

/** Whether a plan or a source was kept from it; until then it is a draft of those who brought it in. */
export const isKeptFrom = async (db: Db, documentId: number): Promise<boolean> =>
  (await db.maybe(sql`
    select 1 from plan_version where document_id = ${documentId} union select 1 from source where document_id = ${documentId}`)) !==
  null

export type Draft<Reading, Corrections> = {
  planDraftId: number
  documentId: number
  name: string
  reading: Reading
  corrections: Corrections
  madeAt: Date
  madeBy: string
  kept: boolean
}

type Kind = { plan: PlanReading; source: SourceReading }

const addDraft = async <K extends keyof Kind>(
  db: Db,
  doing: Doing,
  kind: K,
  documentId: number,
  reading: Kind[K],
): Promise<number> =>
  (
    await db.one<{ planDraftId: number }>(
      sql`
        insert into plan_draft (authority_id, document_id, kind, reading, made_by)
        values (current_authority(), ${documentId}, ${kind}, ${reading}::jsonb, ${doing.personId}) returning plan_draft_id as "planDraftId"`,
      'draft just added',
    )
  ).planDraftId

/** Throws `NotFound` where there is no such draft of that kind. */
export const findDraft = <K extends keyof Kind, Corrections = Record<string, never>>(
  db: Db,
  kind: K,
  planDraftId: number,
) =>
  db.one<Draft<Kind[K], Corrections>>(
    sql`
      select f.plan_draft_id as "planDraftId", f.document_id as "documentId", d.name, f.reading, f.corrections, f.made_at as "madeAt", p.name as "madeBy",
             f.kept_at is not null as kept
      from plan_draft f join document d using (authority_id, document_id) join person p on p.person_id = f.made_by
      where f.plan_draft_id = ${planDraftId} and f.kind = ${kind}`,
    `${kind} that was read under this address`,
  )

/** What was read but not kept yet, newest first. */
export const listDrafts = (db: Db) =>
  db.rows<{ planDraftId: number; kind: keyof Kind; name: string; madeAt: Date; madeBy: string }>(sql`
    select f.plan_draft_id as "planDraftId", f.kind, d.name, f.made_at as "madeAt", p.name as "madeBy"
    from plan_draft f join document d using (authority_id, document_id) join person p on p.person_id = f.made_by
    where f.kept_at is null order by f.made_at desc limit 20`)

export const correctDraft = (db: Db, planDraftId: number, reading: Kind[keyof Kind], corrections: object) =>
  db.run(
    sql`update plan_draft set reading = ${reading}::jsonb, corrections = ${corrections}::jsonb where plan_draft_id = ${planDraftId} and kept_at is null`,
  )

/** Marks the draft kept. False where someone else kept it first. */
export const closeDraft = async (db: Db, planDraftId: number): Promise<boolean> =>
  (await db.run(
    sql`update plan_draft set kept_at = now() where plan_draft_id = ${planDraftId} and kept_at is null`,
  )) === 1

export const dropDraft = (db: Db, planDraftId: number) =>
  db.run(sql`delete from plan_draft where plan_draft_id = ${planDraftId} and kept_at is null`)

/** An uploaded file with what was read from it, as a draft. Answers the draft's id. */
export async function addDraftOf<K extends keyof Kind>(
  db: Db,
  doing: Doing,
  kind: K,
  file: { name: string; type: string; bytes: Uint8Array },
  reading: Kind[K],
): Promise<number> {
  const documentId = await addDocument(db, doing, { name: file.name, mediaType: file.type, content: file.bytes })
  return addDraft(db, doing, kind, documentId, reading)
}
