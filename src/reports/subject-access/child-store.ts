/** All that is held of one child, in the database. */
import type { Db } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import type { Day } from '../../terms/day.ts'
import type { HeldRow } from './record-parts.ts'

/** Each way a row of theirs has been, with the loads that first and last had it so. */
export const listHeldRows = (db: Db, childId: number) =>
  db.rows<HeldRow>(sql`
    select r.kind, r.row, f.as_at as "from", l.as_at as "to" from child_record r
    join snapshot f on f.authority_id = r.authority_id and f.snapshot_id = r.first_snapshot
    left join snapshot l on l.authority_id = r.authority_id and l.snapshot_id = r.last_snapshot
    where r.child_id = ${childId} order by r.kind, r.row_key, r.child_record_id`)

/** Who came to meetings about them: rows that name the meeting and no child. */
export const listMeetingRows = (db: Db, meetings: readonly string[]) =>
  db.rows<HeldRow>(sql`
    select r.kind, r.row, f.as_at as "from", l.as_at as "to" from child_record r
    join snapshot f on f.authority_id = r.authority_id and f.snapshot_id = r.first_snapshot
    left join snapshot l on l.authority_id = r.authority_id and l.snapshot_id = r.last_snapshot
    where r.kind = 'attendances' and r.row ->> 'meetingId' = any(${[...meetings]}) order by r.child_record_id`)

/** That another person's record names them as a child of theirs: whose record it is stays out. */
export type NamedIn = { bornOn: Day | null; from: Day; to: Day | null }
export const listNamedIn = (db: Db, personRef: string) =>
  db.rows<NamedIn>(sql`
    select r.row ->> 'childBornOn' as "bornOn", f.as_at as "from", l.as_at as "to" from child_record r
    join snapshot f on f.authority_id = r.authority_id and f.snapshot_id = r.first_snapshot
    left join snapshot l on l.authority_id = r.authority_id and l.snapshot_id = r.last_snapshot
    where r.kind = 'motherhoods' and r.row ->> 'childId' = ${personRef} order by r.child_record_id`)

/** What workers and teams are called, by the latest load that had them. */
export async function listNames(db: Db, kind: 'professionals' | 'teams', numbers: readonly string[]) {
  const rows = await db.rows<{ number: string; name: string }>(sql`
    select distinct on (row_key) row ->> 'id' as number, row ->> 'name' as name from child_record
    where kind = ${kind} and row_key = any(${[...numbers]}) and row ->> 'name' is not null order by row_key, child_record_id desc`)
  return new Map(rows.map(({ number, name }) => [number, name]))
}

/** The loads that first brought something of them. */
export type LoadOf = { asAt: Day; route: string; files: { name: string }[]; keptAt: Date }
export const listLoadsOf = (db: Db, childId: number) =>
  db.rows<LoadOf>(sql`
    select s.as_at as "asAt", s.route, s.files, s.kept_at as "keptAt" from snapshot s
    where s.snapshot_id in (select first_snapshot from child_record where child_id = ${childId}) order by s.snapshot_id`)

/** Lines of closed performance meetings that tell of them. */
export type MeetingLine = { heldOn: Day; meeting: string; clock: string; dueOn: Day; daysOver: number; worker: string }
export const listMeetingLines = (db: Db, childId: number) =>
  db.rows<MeetingLine>(sql`
    select m.held_on as "heldOn", m.name as meeting, e.clock, e.due_on as "dueOn", e.days_over as "daysOver", e.worker
    from meeting_exception e join performance_meeting m using (authority_id, performance_meeting_id)
    where e.child_id = ${childId} order by m.held_on, e.clock`)

/** Which figures of the latest count they are behind. */
export type Counted = { measure: string; cases: number }
export const listFiguresOf = (db: Db, childId: number) =>
  db.rows<Counted>(sql`
    select measure, count(*)::integer as cases from measure_case where child_id = ${childId} group by 1 order by 1`)

/** How many rows of theirs wait in a load that nobody has kept yet. */
export async function countStaged(db: Db, personRef: string): Promise<number> {
  const { rows } = await db.one<{ rows: number }>(
    sql`select count(*)::integer as rows from staged_record where person_ref = ${personRef}`,
    'count',
  )
  return rows
}

/** Throws `NotFound` where they are out of reach, or were disposed of. */
export const findChildById = (db: Db, childId: number) =>
  db.one<{ childId: number; personRef: string }>(
    sql`select child_id as "childId", person_ref as "personRef" from child where child_id = ${childId} and disposed_on is null`,
    'child',
  )

/** Null where no child in reach has the number. */
export const findChildByNumber = (db: Db, personRef: string) =>
  db.maybe<{ childId: number }>(
    sql`select child_id as "childId" from child where person_ref = ${personRef} and disposed_on is null`,
  )

export const findAuthorityName = async (db: Db): Promise<string> =>
  (
    await db.one<{ name: string }>(
      sql`select name from authority where authority_id = current_authority()`,
      'authority',
    )
  ).name
