/** How many of the people known from the last load a new one must hold before it is kept without being asked about, as a share that the council sets. */
import { addChange, listChanges } from '../store/change.ts'
import type { Db } from '../store/database.ts'
import type { By } from '../store/event.ts'
import { sql } from '../store/sql.ts'

/** What it comes with: of a council's own next extract nearly all are known, of another's nobody. [D] */
export const USUAL_SHARE = 0.5

const CHANGE = { kind: 'change-known-share', about: 'authority', aboutId: null }

/** From 0 to 1. */
export const findKnownShare = async (db: Db): Promise<number> =>
  (await db.one<{ share: number }>(sql`select people_known_share::float8 as share from authority`, 'authority')).share

export const listShareChanges = (db: Db) => listChanges<{ share: number }>(db, CHANGE)

export async function changeKnownShare(db: Db, by: By, share: number, why: string): Promise<void> {
  const was = { share: await findKnownShare(db) }
  await db.run(sql`update authority set people_known_share = ${share} where authority_id = current_authority()`)
  await addChange(db, by, CHANGE, { was, becomes: { share }, why })
}

export const shareInWords = (share: number): string => `${Math.round(share * 100)}%`
