/** What pages of loads share: who does it, and what stands against keeping one. */
import { latestSnapshot } from '../../children/snapshot.ts'
import { peopleKnownIn } from '../../children/snapshot-changes.ts'
import type { Db } from '../../store/database.ts'
import type { By } from '../../store/event.ts'
import { sql } from '../../store/sql.ts'
import type { Person } from '../../terms/permission.ts'
import { type Doubt, doubtsOf, whyNotKept } from '../load-doubts.ts'
import type { Load } from '../load.ts'

export const byOf = ({ personId, postId }: Person): By => ({ personId, postId })

/** Why the load may not be kept, or what to look at first. */
export async function standsAgainst(db: Db, load: Load): Promise<{ refused: string | null; doubts: Doubt[] }> {
  const last = await latestSnapshot(db)
  const refused = whyNotKept(load, last)
  if (refused !== null) return { refused, doubts: [] }
  const { share } = await db.one<{ share: number }>(sql`select people_known_share as share from authority`, 'authority')
  return { refused, doubts: doubtsOf(load, last, await peopleKnownIn(db, load.snapshotId), share) }
}
