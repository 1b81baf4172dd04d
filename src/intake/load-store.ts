/** Loads in the database: every statement that brings one from its files to where it can be kept or set aside. */
import { clearStaged } from '../children/record-store.ts'
import type { TableName } from '../children/records.ts'
import type { TableChanges } from '../children/snapshot-changes.ts'
import type { Db } from '../store/database.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { LoadProblem } from './load-problem.ts'
import type { Load } from './load.ts'
import { type PackedFile, unpackFile } from './packed-files.ts'
import type { GivenFile } from './read-ssd.ts'
import type { ReadBeside } from './reading.ts'
import type { ValueMap } from './value-map.ts'

const nameOf = (column: Sql) =>
  sql`(select p.name from person p where p.authority_id = s.authority_id and p.person_id = ${column})`

const LOAD = sql`
  select s.snapshot_id as "snapshotId", s.as_at as "asAt", s.route, s.state, s.files, s.row_counts as "rowCounts", s.reaches, s.notices as told,
         s.staged_at as "stagedAt", ${nameOf(sql`s.staged_by`)} as "stagedBy", s.read_at as "readAt",
         s.kept_at as "keptAt", ${nameOf(sql`s.kept_by`)} as "keptBy",
         s.set_aside_at as "setAsideAt", ${nameOf(sql`s.set_aside_by`)} as "setAsideBy"
  from snapshot s`

const NOTHING_TOLD: Load['told'] = {
  counts: {},
  unmapped: [],
  notices: [],
  changes: [],
  missingTables: [],
  missingColumns: [],
  extraColumns: [],
  latestOnly: [],
  since: [],
}
const withTold = (load: Load): Load => ({ ...load, told: { ...NOTHING_TOLD, ...load.told } })

/** Throws `NotFound`. */
export const findLoad = async (db: Db, snapshotId: number): Promise<Load> =>
  withTold(await db.one<Load>(sql`${LOAD} where s.snapshot_id = ${snapshotId}`, 'such load'))

/** The latest first. */
export const listLoads = async (db: Db, { limit, offset = 0 }: { limit: number; offset?: number }): Promise<Load[]> =>
  (await db.rows<Load>(sql`${LOAD} order by s.snapshot_id desc limit ${limit} offset ${offset}`)).map(withTold)

export const countLoads = async (db: Db): Promise<number> =>
  (await db.one<{ count: number }>(sql`select count(*)::integer as count from snapshot`, '')).count

/** The load of the same files, day and mappings that is kept or on its way; null where there is none. */
export const findSameLoad = (db: Db, hash: Buffer) =>
  db.maybe<{ snapshotId: number; state: Load['state']; stagedAt: Date; keptAt: Date | null }>(sql`
    select snapshot_id as "snapshotId", state, staged_at as "stagedAt", kept_at as "keptAt" from snapshot
    where content_hash = ${hash}::bytea and state in ('reading', 'staged', 'keeping', 'kept') order by snapshot_id desc limit 1`)

export type NewLoad = { asAt: Day; files: PackedFile[]; hash: Buffer; stagedBy: number | null }

/** Keeps the files, to be read. */
export async function addLoad(db: Db, { asAt, files, hash, stagedBy }: NewLoad): Promise<number> {
  const listed = files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }))
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into snapshot (authority_id, as_at, route, files, content_hash, staged_by)
      values (current_authority(), ${asAt}, 'ssd', ${JSON.stringify(listed)}::text::jsonb, ${hash}::bytea, ${stagedBy}) returning snapshot_id as id`,
    '',
  )
  for (const [fileNo, { parts }] of files.entries())
    for (const [partNo, packed] of parts.entries())
      await db.run(sql`
        insert into load_file (authority_id, snapshot_id, file_no, part_no, packed)
        values (current_authority(), ${id}, ${fileNo}, ${partNo}, ${packed}::bytea)`)
  return id
}

/** The files of a load that is on its way, unpacked, in the order in which they came. */
export async function readLoadFiles(db: Db, load: Pick<Load, 'snapshotId' | 'files'>): Promise<GivenFile[]> {
  const files: GivenFile[] = []
  for (const [fileNo, { name }] of load.files.entries()) {
    const rows = await db.rows<{ packed: Buffer }>(
      sql`select packed from load_file where snapshot_id = ${load.snapshotId} and file_no = ${fileNo} order by part_no`,
    )
    files.push({ name, bytes: rows.length === 0 ? Buffer.alloc(0) : await unpackFile(rows.map(row => row.packed)) })
  }
  return files
}

/** Says what was read, in place of what a reading before said; its records are staged apart. Answers false where it is no longer to be read. */
export async function keepReading(
  db: Db,
  snapshotId: number,
  read: ReadBeside,
  values: ValueMap,
  hash: Buffer,
): Promise<boolean> {
  const { counts, unmapped, notices, missingTables, missingColumns, extraColumns, latestOnly, since } = read
  const columns = { missingColumns, extraColumns }
  const told: Load['told'] = { counts, unmapped, notices, changes: [], missingTables, ...columns, latestOnly, since }
  const state = read.problems.some(({ severity }) => severity === 'refuses-the-load') ? 'refused' : 'staged'
  const changed = await db.run(sql`
    update snapshot set state = ${state}, route = ${read.route}, read_at = now(), row_counts = ${read.rowCounts}, value_map = ${values},
                        notices = ${told}, reaches = ${reachesOf(read.since)}, content_hash = ${hash}::bytea
    where snapshot_id = ${snapshotId} and state = 'reading'`)
  if (changed === 0) return false
  await clearStaged(db, snapshotId)
  await db.run(sql`delete from load_problem where snapshot_id = ${snapshotId}`)
  await addProblems(db, snapshotId, read.problems)
  return true
}

/** Says what the load changes, once its records are staged: worked out once, as it takes seconds for a large council. */
export const keepChanges = (db: Db, snapshotId: number, changes: TableChanges[]) =>
  db.run(
    sql`update snapshot set notices = jsonb_set(notices, '{changes}', ${JSON.stringify(changes)}::text::jsonb) where snapshot_id = ${snapshotId}`,
  )

/** Where a table came twice, as far as it reaches at the latest. */
function reachesOf(since: ReadBeside['since']): Load['reaches'] {
  const found: Partial<Record<TableName, Day>> = {}
  for (const { table, from } of since) if ((found[table] ?? from) <= from) found[table] = from
  return found
}

async function addProblems(db: Db, snapshotId: number, problems: LoadProblem[]): Promise<void> {
  const rows = problems.map((one, at) => [at + 1, one.severity, one.file, one.sheet, one.row, one.column, one.problem, one.expected, one.found]) // prettier-ignore
  await db.run(sql`
    insert into load_problem (authority_id, snapshot_id, problem_no, severity, file, sheet, row_no, column_name, problem, expected, found)
    select current_authority(), ${snapshotId}, (p ->> 0)::integer, p ->> 1, p ->> 2, p ->> 3, (p ->> 4)::integer, p ->> 5, p ->> 6, p ->> 7, p ->> 8
    from jsonb_array_elements(${rows}::jsonb) p`)
}

/** True where it went from one of the states to the other just now. */
export const changeState = async (db: Db, snapshotId: number, from: Load['state'][], to: Load['state']) =>
  (await db.run(sql`update snapshot set state = ${to} where snapshot_id = ${snapshotId} and state = any(${from})`)) ===
  1

/** Nothing of it is kept; what was read wrong stays to look at. Answers false where it was kept or set aside before. */
export async function setAside(db: Db, snapshotId: number, by: number | null): Promise<boolean> {
  const changed = await db.run(sql`
    update snapshot set state = 'set-aside', set_aside_at = now(), set_aside_by = ${by}
    where snapshot_id = ${snapshotId} and state in ('reading', 'refused', 'staged')`)
  if (changed === 0) return false
  await clearStaged(db, snapshotId)
  await db.run(sql`delete from load_file where snapshot_id = ${snapshotId}`)
  return true
}

export const listStagedLoads = (db: Db) =>
  db.rows<{ snapshotId: number }>(
    sql`select snapshot_id as "snapshotId" from snapshot where state in ('staged', 'refused') order by snapshot_id`,
  )
