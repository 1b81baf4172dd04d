/** What a load changes: rows that are new, rows that say something else than before and in which fields, and rows that are gone, by table. */
import type { Db } from '../store/database.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { TableName } from './records.ts'
import { findSnapshot, latestSnapshot } from './snapshot.ts'

export type TableChanges = {
  kind: TableName
  added: number
  changed: number
  gone: number
  /** How many rows changed in each field. */
  fields: Record<string, number>
}

/** Beside the snapshot before it, or for a staged load beside the last one kept. Tables in which nothing changed are left out. */
export async function changesOf(db: Db, snapshotId: number): Promise<TableChanges[]> {
  const { state } = await findSnapshot(db, snapshotId)
  const pairs = state === 'kept' ? await keptPairs(db, snapshotId) : stagedPairs(snapshotId)
  return db.rows(sql`
    with pair as (${pairs}),
    told as (
      select kind, count(*) filter (where before is null)::integer as added, count(*) filter (where before is not null and after is not null)::integer as changed,
             count(*) filter (where after is null)::integer as gone
      from pair group by kind),
    field as (
      select kind, name, count(*)::integer as times
      from pair cross join lateral jsonb_object_keys(before || after) name
      where before is not null and after is not null and before -> name is distinct from after -> name
      group by kind, name)
    select kind, added, changed, gone,
           coalesce((select jsonb_object_agg(name, times) from field where field.kind = told.kind), '{}') as fields
    from told order by kind`)
}

/** Rows that closed at the snapshot before, beside those that began with this one. */
async function keptPairs(db: Db, snapshotId: number): Promise<Sql> {
  const { last } = await db.one<{ last: number | null }>(
    sql`select max(snapshot_id) as last from snapshot where state = 'kept' and snapshot_id < ${snapshotId}`,
    '',
  )
  return sql`
    select kind, b.row as before, a.row as after
    from (select kind, row_key, row from child_record where last_snapshot = ${last}) b
    full join (select kind, row_key, row from child_record where first_snapshot = ${snapshotId}) a using (kind, row_key)`
}

const stagedPairs = (snapshotId: number): Sql => sql`
  select kind, b.row as before, a.row as after
  from (select kind, row_key, row from child_record where last_snapshot is null) b
  full join (select kind, row_key, row from staged_record where snapshot_id = ${snapshotId}) a using (kind, row_key)
  where b.row is distinct from a.row`

/** How many of the people known from the last load stand in this one; null before there is one. */
export async function peopleKnownIn(db: Db, snapshotId: number): Promise<{ known: number; of: number } | null> {
  if (!(await latestSnapshot(db))) return null
  return db.one(
    sql`
      select count(*)::integer as of, count(s.row_key)::integer as known
      from child_record r
      left join staged_record s on s.authority_id = r.authority_id and s.snapshot_id = ${snapshotId} and s.kind = 'people' and s.row_key = r.row_key
      where r.kind = 'people' and r.last_snapshot is null`,
    '',
  )
}
