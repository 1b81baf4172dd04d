/** Files given with evidence, in the database: added and removed, never changed. Who may not open one is not given its name or content. */
import { createHash } from 'node:crypto'
import type { FileKind } from '../intake/attachable.ts'
import type { CheckedFile } from '../intake/check-file.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Doing } from './action-store.ts'
import type { Attachment, Audience } from './attachment.ts'

/** A file that was looked at and may be kept, with its hashes. */
export type ReadyFile = CheckedFile & { sha256: Buffer; givenSha256: Buffer }

export const readyFile = (file: CheckedFile, given: Uint8Array): ReadyFile => ({
  ...file,
  sha256: createHash('sha256').update(file.bytes).digest(),
  givenSha256: createHash('sha256').update(given).digest(),
})

export async function addAttachment(
  db: Db,
  doing: Doing,
  evidenceId: number,
  file: ReadyFile,
  { audience, scanned }: { audience: Audience; scanned: boolean },
): Promise<void> {
  const content = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength)
  const { attachmentId } = await db.one<{ attachmentId: number }>(
    sql`
      insert into attachment (authority_id, evidence_id, kind, bytes, sha256, given_sha256, audience, scanned, added_on, added_by, post_id)
      values (current_authority(), ${evidenceId}, ${file.kind}, ${content.length}, ${file.sha256}::bytea, ${file.givenSha256}::bytea, ${audience}, ${scanned},
              ${doing.on}, ${doing.personId}, ${doing.postId}) returning attachment_id as "attachmentId"`,
    'file just added',
  )
  await db.run(sql`
    insert into attachment_content (authority_id, attachment_id, audience, name, content)
    values (current_authority(), ${attachmentId}, ${audience}, ${file.name}, ${content}::bytea)`)
  const detail = { evidence: evidenceId, kind: file.kind, bytes: content.length, sha256: file.sha256.toString('hex') }
  await addEvent(db, doing, 'add-file', 'attachment', attachmentId, { ...detail, audience, scanned })
}

/** Its content goes, and what is known of it stays. Fails on `no_legal_hold` where a hold keeps everything. */
export async function removeAttachment(db: Db, doing: Doing, attachment: Attachment, reason: string): Promise<void> {
  await db.run(sql`
    insert into attachment_removal (authority_id, attachment_id, reason, removed_on, removed_by, post_id)
    values (current_authority(), ${attachment.attachmentId}, ${reason}, ${doing.on}, ${doing.personId}, ${doing.postId})`)
  const { attachmentId, evidenceId: evidence, sha256 } = attachment
  await addEvent(db, doing, 'remove-file', 'attachment', attachmentId, { evidence, sha256 }, reason)
}

/** The files of the evidence that `of` chooses (a condition on `e`), as at a day, in the order they came. */
const attachments = (of: Sql, asAt: Day) => sql`
  select a.attachment_id as "attachmentId", a.evidence_id as "evidenceId", a.address, a.kind, a.bytes, encode(a.sha256, 'hex') as sha256,
         a.sha256 = a.given_sha256 as "asGiven", a.audience, a.scanned, c.name, a.added_on as "addedOn", n.name as by, p.title as post,
         r.removed_on is not null as "isGone",
         case when r.removed_on <= ${asAt} then json_build_object('on', r.removed_on, 'by', rn.name, 'post', rp.title, 'reason', r.reason) end as removed
  from attachment a join evidence e using (authority_id, evidence_id)
  left join attachment_content c using (authority_id, attachment_id)
  join person n on n.authority_id = a.authority_id and n.person_id = a.added_by
  left join post p on p.authority_id = a.authority_id and p.post_id = a.post_id
  left join attachment_removal r on r.authority_id = a.authority_id and r.attachment_id = a.attachment_id
  left join person rn on rn.authority_id = r.authority_id and rn.person_id = r.removed_by
  left join post rp on rp.authority_id = r.authority_id and rp.post_id = r.post_id
  where a.added_on <= ${asAt} and ${of} order by a.attachment_id`

export const listAttachmentsOfActions = (db: Db, actionIds: number[], asAt: Day) =>
  db.rows<Attachment>(attachments(sql`e.action_id = any(${actionIds}::integer[])`, asAt))

export const listAttachmentsOfFinding = (db: Db, findingId: number, asAt: Day) =>
  db.rows<Attachment>(attachments(sql`e.finding_id = ${findingId}`, asAt))

export const listAttachmentsOfEvidence = (db: Db, evidenceId: number, asAt: Day) =>
  db.rows<Attachment>(attachments(sql`e.evidence_id = ${evidenceId}`, asAt))

/** Throws `NotFound`. */
export const findAttachment = (db: Db, address: string, asAt: Day) =>
  db.one<Attachment>(attachments(sql`a.address = ${address}`, asAt), 'such file')

/** Throws `NotFound` also where it was removed, or is not for whoever asks. */
export const findContent = (db: Db, address: string) =>
  db.one<{ attachmentId: number; name: string; kind: FileKind; content: Buffer }>(
    sql`
      select a.attachment_id as "attachmentId", c.name, a.kind, c.content from attachment a join attachment_content c using (authority_id, attachment_id)
      where a.address = ${address} and c.content is not null`,
    'such file',
  )

/** How many bytes all files of the authority have that were not removed. */
export const bytesAttached = async (db: Db): Promise<number> =>
  (
    await db.one<{ bytes: number }>(
      sql`
        select coalesce(sum(a.bytes), 0)::float8 as bytes from attachment a
        where not exists (select from attachment_removal r where r.authority_id = a.authority_id and r.attachment_id = a.attachment_id)`,
      '',
    )
  ).bytes

/** A piece of evidence: of an action or of a finding, or both. */
export type EvidenceOf = { evidenceId: number; title: string; actionId: number | null; findingId: number | null }

/** Throws `NotFound`. */
export const findEvidence = (db: Db, evidenceId: number) =>
  db.one<EvidenceOf>(
    sql`select evidence_id as "evidenceId", title, action_id as "actionId", finding_id as "findingId" from evidence where evidence_id = ${evidenceId}`,
    'such evidence',
  )
