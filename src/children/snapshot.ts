/**
 * A snapshot: one load of records of children, with the day as at which they stood. It is staged and looked at, then kept whole or set
 * aside; once kept, nothing of it changes.
 */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Reaches, TableName } from './records.ts'

export const ROUTE = {
  ssd: 'Standard Safeguarding Dataset',
  'annex-a': 'Annex A',
  ssda903: 'SSDA903',
  cin: 'CIN census',
} as const
export type Route = keyof typeof ROUTE

export const SNAPSHOT_STATE = {
  reading: 'Being read',
  refused: 'Cannot be used',
  staged: 'To be looked at',
  keeping: 'Being kept',
  kept: 'Kept',
  'set-aside': 'Set aside',
} as const
export type SnapshotState = keyof typeof SNAPSHOT_STATE

/** How many rows each table has; one that no file brought is not named. */
export type RowCounts = Readonly<Partial<Record<TableName, number>>>

export type Snapshot = {
  snapshotId: number
  asAt: Day
  route: Route
  state: SnapshotState
  files: { name: string; bytes: number; sha256: string }[]
  rowCounts: RowCounts
  reaches: Reaches
}

const SNAPSHOT = sql`snapshot_id as "snapshotId", as_at as "asAt", route, state, files, row_counts as "rowCounts", reaches`

/** The last snapshot kept; null before the first. Figures are of it unless another is named. */
export const latestSnapshot = (db: Db): Promise<Snapshot | null> =>
  db.maybe(sql`select ${SNAPSHOT} from snapshot where state = 'kept' order by snapshot_id desc limit 1`)

/** Throws `NotFound`. */
export const findSnapshot = (db: Db, snapshotId: number): Promise<Snapshot> =>
  db.one(sql`select ${SNAPSHOT} from snapshot where snapshot_id = ${snapshotId}`, 'such load')

/** The snapshots kept, the latest first. */
export const listSnapshots = (db: Db): Promise<Snapshot[]> =>
  db.rows(sql`select ${SNAPSHOT} from snapshot where state = 'kept' order by snapshot_id desc`)
