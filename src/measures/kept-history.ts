/**
 * The histories of kept snapshots, held between one question and the next, so that any figure opens into its cases at once. They are counted over
 * every child, as work of the service itself; which of the children somebody is then shown is for the policies on `child`.
 */
import { recordsAt } from '../children/record-store.ts'
import type { ChildRecords } from '../children/records.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { findPopulationSettings, populationBy } from './comparison-store.ts'
import { type History, historyOf } from './history.ts'

/** Rows held in memory at most, over all authorities: about a gigabyte. What was asked for longest ago goes first. */
const MOST_ROWS = 1_500_000

const held = new Map<string, { records: ChildRecords; rows: number; histories: Map<string, History> }>()

/** What snapshot `snapshotId` brought, ready to be counted. */
export async function historyAt(db: Db, snapshotId: number): Promise<History> {
  const { authorityId, disposals } = await db.one<{ authorityId: number; disposals: number }>(
    sql`select current_authority() as "authorityId", (select coalesce(max(disposal_id), 0) from disposal) as disposals`,
    'authority',
  )
  const key = `${authorityId}/${snapshotId}/${disposals}`
  const known = held.get(key) ?? (await readSnapshot(db, snapshotId))
  held.delete(key)
  held.set(key, known)
  forgetDisposed(authorityId, disposals)
  forget()
  const population = await findPopulationSettings(db, known.records.asAt)
  const said = JSON.stringify(population)
  const history = known.histories.get(said) ?? historyOf(known.records, { population: populationBy(population) })
  known.histories.clear()
  known.histories.set(said, history)
  return history
}

async function readSnapshot(db: Db, snapshotId: number) {
  const records = await db.asWork('count-children', () => recordsAt(db, snapshotId))
  const rows = Object.values(records).reduce((sum, table) => sum + (Array.isArray(table) ? table.length : 0), 0)
  return { records, rows, histories: new Map<string, History>() }
}

/** What was read before the last disposal still names those who were disposed of: it is not kept, asked for or not. */
function forgetDisposed(authorityId: number, disposals: number): void {
  for (const key of held.keys())
    if (key.startsWith(`${authorityId}/`) && !key.endsWith(`/${disposals}`)) held.delete(key)
}

function forget(): void {
  let rows = [...held.values()].reduce((sum, one) => sum + one.rows, 0)
  for (const [key, one] of held) {
    if (rows <= MOST_ROWS || held.size === 1) return
    held.delete(key)
    rows -= one.rows
  }
}
