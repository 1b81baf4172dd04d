/** Gives files with evidence of the demo authority, on the day and by whom the evidence was given. */
import { checkFile } from '../intake/check-file.ts'
import { readyFile } from '../plan/attachment-store.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { FILES, type FileDescription } from './aldermere/files.ts'
import { eventRow } from './rows.ts'
import { addEvents } from './store.ts'

/** Throws where there is no such evidence. */
export async function addDemoFiles(db: Db): Promise<void> {
  for (const file of FILES) await addDemoFile(db, file)
}

async function addDemoFile(db: Db, { evidence, name, audience, lines }: FileDescription): Promise<void> {
  const given = Buffer.from(`${lines.join('\r\n')}\r\n`)
  const file = readyFile(await checkFile(name, given), given)
  const { evidenceId, addedOn, at, by } = await db.one<{ evidenceId: number; addedOn: Day; at: Date; by: number }>(
    sql`
      select evidence_id as "evidenceId", added_on as "addedOn", recorded_at as at, added_by as by from evidence where title = ${evidence}`,
    `evidence "${evidence}"`,
  )
  const { attachmentId } = await db.one<{ attachmentId: number }>(
    sql`
      insert into attachment (authority_id, evidence_id, kind, bytes, sha256, given_sha256, audience, scanned, added_on, recorded_at, added_by)
      values (current_authority(), ${evidenceId}, ${file.kind}, ${given.length}, ${file.sha256}::bytea, ${file.givenSha256}::bytea, ${audience}, false,
              ${addedOn}, ${at}, ${by}) returning attachment_id as "attachmentId"`,
    'file just added',
  )
  await db.run(sql`
    insert into attachment_content (authority_id, attachment_id, audience, name, content)
    values (current_authority(), ${attachmentId}, ${audience}, ${file.name}, ${Buffer.from(file.bytes)}::bytea)`)
  const detail = { evidence: evidenceId, kind: file.kind, bytes: given.length, sha256: file.sha256.toString('hex') }
  await addEvents(db, [
    eventRow(at.toISOString(), { personId: by, postId: null }, 'add-file', 'attachment', attachmentId, {
      ...detail,
      audience,
      scanned: false,
    }),
  ])
}
