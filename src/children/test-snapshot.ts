/** Loads made for tests: records staged and kept as a snapshot by the same statements as a load's. */
import { createHash } from 'node:crypto'
import type { Database, Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { keepSnapshot } from './keep-snapshot.ts'
import type { ChildRecords } from './records.ts'
import { packRecords, rowCountsOf, stagePart } from './record-store.ts'
import { TABLE_NAMES } from './table-words.ts'

export const LOADING = 'load-children'

/** Stages records as a load of their day and answers its number. */
export async function stageTestSnapshot(db: Db, records: ChildRecords): Promise<number> {
  const rowCounts = rowCountsOf(records)
  const hash = createHash('sha256')
    .update(`${records.asAt} ${JSON.stringify(records)}`)
    .digest()
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into snapshot (authority_id, as_at, route, state, files, content_hash, row_counts, read_at)
      values (current_authority(), ${records.asAt}, 'ssd', 'staged', '[]', ${hash}, ${rowCounts}, now()) returning snapshot_id as id`,
    '',
  )
  for (const part of packRecords(records)) await stagePart(db, id, part)
  return id
}

/** Keeps records as a snapshot and answers its number: what a page of children or of figures begins with in a test. */
export const keepTestSnapshot = (database: Database, authority: number, records: ChildRecords): Promise<number> =>
  database.transaction({ authority, person: null, work: LOADING }, async db => {
    const id = await stageTestSnapshot(db, records)
    await keepSnapshot(db, id, null)
    return id
  })

/** Records of no table but those given. */
export const recordsOf = (
  asAt: Day,
  tables: { [Name in Exclude<keyof ChildRecords, 'asAt' | 'loaded'>]?: ChildRecords[Name] },
): ChildRecords => ({ ...NO_ROWS, ...tables, asAt, loaded: new Set(Object.keys(tables)) }) as unknown as ChildRecords

const NO_ROWS = Object.fromEntries(TABLE_NAMES.map(name => [name, []]))
