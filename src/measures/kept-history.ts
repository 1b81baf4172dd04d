/**
 * The histories of kept snapshots, held between one question and the next, so that any figure opens into its cases at once. They are counted over
 * every child, as work of the service itself; which of the children somebody is then shown is for the policies on `child`.
 */
import { recordsAt } from '../children/record-store.ts'
import type { ChildRecords } from '../children/records.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { workingDays } from '../terms/working-day.ts'
import { findPopulationSettings, populationBy } from './comparison-store.ts'
import { type History, historyOf } from './history.ts'
import { findHolidays } from './holiday-store.ts'

/** Rows held in memory at most, over all authorities: about a gigabyte. What was asked for longest ago goes first. */
const MOST_ROWS = 1_500_000

type Held = { records: ChildRecords; rows: number; histories: Map<string, History> }

const held = new Map<string, Held>()
/** Snapshots being read: who asks meanwhile waits for the same reading, and reads anew where it failed. */
const reading = new Map<string, Promise<Held>>()

/** Of a snapshot by two tables of bank holidays, to tell what a change of them moved; no more are held. */
const MOST_WAYS = 2

/** What a run was worked out from, ready to be counted as it was: by the bank holidays known to it. */
export const historyOfRun = (db: Db, run: { snapshotId: number; holidayEntry: number }): Promise<History> =>
  historyAt(db, run.snapshotId, run.holidayEntry)

/** What snapshot `snapshotId` brought, ready to be counted: by the bank holidays as they stand, or as they stood at one of the council's entries. */
export async function historyAt(db: Db, snapshotId: number, holidayEntry: number | null = null): Promise<History> {
  const { authorityId, disposals } = await db.one<{ authorityId: number; disposals: number }>(
    sql`select current_authority() as "authorityId", (select coalesce(max(disposal_id), 0) from disposal) as disposals`,
    'authority',
  )
  const key = `${authorityId}/${snapshotId}/${disposals}`
  const known = held.get(key) ?? (await reading.get(key)?.catch(() => null)) ?? (await readOnce(db, snapshotId, key))
  held.delete(key)
  held.set(key, known)
  forgetDisposed(authorityId, disposals)
  forget()
  const population = await findPopulationSettings(db, known.records.asAt)
  const { table } = await findHolidays(db, holidayEntry)
  const said = JSON.stringify([population, table.version])
  const history =
    known.histories.get(said) ??
    historyOf(known.records, { population: populationBy(population), calendar: workingDays(table) })
  known.histories.delete(said)
  known.histories.set(said, history)
  for (const older of [...known.histories.keys()].slice(0, -MOST_WAYS)) known.histories.delete(older)
  return history
}

async function readOnce(db: Db, snapshotId: number, key: string): Promise<Held> {
  const begun = readSnapshot(db, snapshotId)
  reading.set(key, begun)
  try {
    return await begun
  } finally {
    if (reading.get(key) === begun) reading.delete(key)
  }
}

async function readSnapshot(db: Db, snapshotId: number): Promise<Held> {
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
