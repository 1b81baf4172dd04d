/**
 * Keeps a staged load as a snapshot, in the transaction it is given: what changed is added, what is no longer so is closed, and the rest
 * stands as it did. A few statements over all rows; it happens whole or not at all.
 */
import type { Db } from '../store/database.ts'
import { addJob } from '../store/jobs.ts'
import { sql } from '../store/sql.ts'
import { latestSnapshot } from './snapshot.ts'

/**
 * Keeping a large authority's first load takes longer than any page may. Every statement is over all rows, of tables that were filled a
 * moment ago and of which the planner knows nothing yet: going through one for each row of the other would take minutes.
 */
const OVER_ALL_ROWS = [
  sql`set local statement_timeout = '15min'`,
  sql`set local enable_nestloop = off`,
  sql`set local work_mem = '64MB'`,
]

/** Works out the figures of a snapshot: `{ snapshotId }`. */
export const WORK_OUT_MEASURES = 'work-out-measures'

/** Answers false where it was kept already: done twice, it is done once. Whoever asks made sure that it may be kept. */
export async function keepSnapshot(db: Db, snapshotId: number, keptBy: number | null): Promise<boolean> {
  for (const setting of OVER_ALL_ROWS) await db.run(setting)
  // One at a time: another that is being kept waits here, and then finds this one before it.
  await db.rows(sql`select 1 from snapshot where state in ('kept', 'keeping') order by snapshot_id for update`)
  const last = await latestSnapshot(db)
  const begun = await db.run(sql`
    update snapshot set state = 'kept', kept_at = now(), kept_by = ${keptBy}
    where snapshot_id = ${snapshotId} and state in ('staged', 'keeping')`)
  if (begun === 0) return false
  if (last && last.snapshotId > snapshotId) throw new Error(`load ${snapshotId} is older than load ${last.snapshotId}`)
  await addChildren(db, snapshotId)
  if (last) await closeRows(db, snapshotId, last.snapshotId)
  await addRows(db, snapshotId)
  await allocate(db)
  await db.run(sql`delete from staged_record where snapshot_id = ${snapshotId}`)
  await db.run(sql`delete from load_file where snapshot_id = ${snapshotId}`)
  await addJob(db, WORK_OUT_MEASURES, { snapshotId }, keptBy)
  return true
}

const addChildren = (db: Db, snapshotId: number) =>
  db.run(sql`
    insert into child (authority_id, person_ref, first_snapshot)
    select current_authority(), s.person_ref, ${snapshotId}
    from staged_record s left join child c on c.authority_id = s.authority_id and c.person_ref = s.person_ref
    where s.snapshot_id = ${snapshotId} and s.person_ref is not null and c.child_id is null
    group by s.person_ref order by min(s.row_no)`)

/** Rows that are not in the load just so any more were so until the last one. */
const closeRows = (db: Db, snapshotId: number, last: number) =>
  db.run(sql`
    update child_record r set last_snapshot = ${last}
    where r.last_snapshot is null and not exists (
      select 1 from staged_record s left join child c on c.authority_id = s.authority_id and c.person_ref = s.person_ref
      where s.authority_id = r.authority_id and s.snapshot_id = ${snapshotId} and s.kind = r.kind and s.row_key = r.row_key
        and s.row = r.row and c.child_id is not distinct from r.child_id)`)

const addRows = (db: Db, snapshotId: number) =>
  db.run(sql`
    insert into child_record (authority_id, kind, row_key, child_id, row, first_snapshot)
    select s.authority_id, s.kind, s.row_key, c.child_id, s.row, ${snapshotId}
    from staged_record s left join child c on c.authority_id = s.authority_id and c.person_ref = s.person_ref
    where s.snapshot_id = ${snapshotId} and not exists (
      select 1 from child_record r
      where r.authority_id = s.authority_id and r.kind = s.kind and r.row_key = s.row_key and r.last_snapshot is null)
    order by s.row_no`)

/**
 * Who works with whom, from the involvements as they stand now. A worker's team is the one named there, or that of the post they hold.
 * One of which a day could not be read is left out: it could let in somebody whose work with the child has ended.
 */
async function allocate(db: Db): Promise<void> {
  await db.run(sql`delete from child_allocation`)
  await db.run(sql`
    with post as (
      select distinct on (row ->> 'workerId') row ->> 'workerId' as worker_ref, row ->> 'teamId' as team_ref
      from child_record
      where kind = 'workerPosts' and last_snapshot is null and row ->> 'teamId' is not null and row ->> 'untilOn' is null
      order by row ->> 'workerId', row ->> 'fromOn' desc nulls last)
    insert into child_allocation (authority_id, child_id, worker_ref, team_ref, role, from_on, until_on)
    select i.authority_id, i.child_id, i.row ->> 'workerId', coalesce(i.row ->> 'teamId', post.team_ref), i.row ->> 'role',
           least((i.row ->> 'fromOn')::date, (i.row ->> 'untilOn')::date), (i.row ->> 'untilOn')::date
    from child_record i left join post on post.worker_ref = i.row ->> 'workerId'
    where i.kind = 'involvements' and i.last_snapshot is null and i.child_id is not null
      and not i.row -> 'unread' ?| array['fromOn', 'untilOn']
    order by i.child_record_id`)
}
