/** All that is held of somebody who works here, in the database: by who they are here, and by their number in the case system. */
import type { Db } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import type { Day } from '../../terms/day.ts'
import type { Counted } from './child-store.ts'
import type { HeldRow } from './record-parts.ts'

/** Null for a worker whom no load named. */
export const findWorkerByNumber = (db: Db, workerRef: string) =>
  db.maybe<{ number: string }>(sql`
    select row ->> 'id' as number from child_record where kind = 'professionals' and (row ->> 'id' = ${workerRef} or row ->> 'staffId' = ${workerRef})
    order by child_record_id desc limit 1`)

/** Everybody who signs in here or did, by name: who left long ago may ask all the same. */
export const listStaff = (db: Db) =>
  db.rows<{ personId: number; name: string; email: string; hasLeft: boolean }>(
    sql`select person_id as "personId", name, email, forgotten_on is not null as "hasLeft" from person order by name, person_id`,
  )

/** Throws `NotFound`. */
export const findStaff = (db: Db, personId: number) =>
  db.one<{ name: string; email: string; workerRef: string | null }>(
    sql`select name, email, worker_ref as "workerRef" from person where person_id = ${personId}`,
    'person',
  )

export type Held = {
  title: string
  organisation: string
  role: string
  team: string | null
  service: string
  from: Day
  to: Day | null
  basis: string
  reason: string
}
export const listHoldingsOf = (db: Db, personId: number) =>
  db.rows<Held>(sql`
    select p.title, o.name as organisation, p.role, t.name as team, p.service, h.from_on as "from", h.to_on as "to", h.basis, h.reason
    from post_holding h join post p using (authority_id, post_id) join organisation o using (authority_id, organisation_id)
    left join team t on t.authority_id = p.authority_id and t.team_id = p.team_id
    where h.person_id = ${personId} order by h.from_on, h.post_holding_id`)

/** How they sign in: never a secret, nor what one could be tried with. */
export type SignsInWith = {
  what: string
  name: string
  addedAt: Date | null
  usedAt: Date | null
  endedAt: Date | null
}
export const listSignIn = (db: Db, personId: number) =>
  db.rows<SignsInWith>(sql`
    select 'A password' as what, case when must_change then 'one-time, to be changed' else '' end as name, null::timestamptz as "addedAt",
           null::timestamptz as "usedAt", null::timestamptz as "endedAt" from account where person_id = ${personId}
    union all select 'An authenticator app', '', added_at, null, removed_at from authenticator where person_id = ${personId}
    union all select 'A passkey', name, added_at, used_at, removed_at from passkey where person_id = ${personId}
    union all select 'A recovery code', '', made_at, used_at, withdrawn_at from recovery_code where person_id = ${personId}
    union all select 'The council’s directory', issuer || ', ' || subject, linked_at, null, ended_at from directory_link where person_id = ${personId}
    union all select 'An invitation', '', made_at, used_at, withdrawn_at from invitation where person_id = ${personId}
    order by 1, 3 nulls first`)

export const listSessionsOf = (db: Db, personId: number) =>
  db.rows<{ beganAt: Date; seenAt: Date; proof: string; from: string | null }>(sql`
    select began_at as "beganAt", seen_at as "seenAt", proof, came_from as "from" from session where person_id = ${personId} order by began_at`)

const ON_DAY = sql`(happened_at at time zone 'Europe/London')::date`

export type Did = { on: Day; kind: string; about: string; times: number; from: string[] }
/** What they did, by day: looks at children are told apart. */
export const listDone = (db: Db, personId: number) =>
  db.rows<Did>(sql`
    select ${ON_DAY} as on, kind, about, count(*)::integer as times,
           coalesce(array_agg(distinct came_from) filter (where came_from is not null), '{}') as "from"
    from event where person_id = ${personId} and kind <> 'look' group by 1, 2, 3 order by 1, 2, 3`)

/** How many children they looked at, by day: whom is the children's own. */
export const listLooksBy = (db: Db, personId: number) =>
  db.rows<{ on: Day; what: string; times: number; children: number }>(sql`
    select ${ON_DAY} as on, about as what, count(*)::integer as times, sum((detail ->> 'children')::integer)::integer as children
    from event where person_id = ${personId} and kind = 'look' group by 1, 2 order by 1, 2`)

/** What others did about them; who did is not theirs. */
export const listDoneAbout = (db: Db, personId: number) =>
  db.rows<{ on: Day; kind: string; times: number }>(sql`
    select ${ON_DAY} as on, kind, count(*)::integer as times from event
    where about = 'person' and about_id = ${personId} and person_id is distinct from ${personId} group by 1, 2 order by 1, 2`)

export const listSavedViewsOf = (db: Db, personId: number) =>
  db.rows<{ name: string; query: string; savedAt: Date }>(
    sql`select name, query, saved_at as "savedAt" from saved_view where person_id = ${personId} order by name`,
  )

/** How many rows of each table name them, by day. */
export const listRowsThatName = (db: Db, personId: number) =>
  db.rows<{ table: string; column: string; on: Day | null; rows: number }>(sql`
    select named_in as "table", named_as as "column", on_day as on, rows from rows_that_name(${personId}) order by 1, 2, 3`)

/** What they wrote of the plan, in their words. What anybody wrote of a child is the child's, and is only counted. */
export const listWritten = (db: Db, personId: number) =>
  db.rows<{ on: Day; what: string; words: string }>(sql`
    select said_on as on, 'Update of an action' as what, text as words from action_update where said_by = ${personId}
    union all select rated_on, 'Rating of an action', delivery || ', ' || impact || ': ' || reason from action_rating where rated_by = ${personId}
    union all select added_on, 'Evidence', concat_ws(': ', title, nullif(text, '')) from evidence where added_by = ${personId}
    union all select agreed_on, 'Timescale of an action', concat_ws(': ', text, nullif(reason, '')) from action_timescale where recorded_by = ${personId} and reason <> ''
    union all select from_on, 'Lead of an action', reason from action_leads where recorded_by = ${personId} and reason <> ''
    union all select added_on, 'Milestone', text from milestone where added_by = ${personId}
    union all select happened_on, 'Outcome of a milestone', concat_ws(': ', outcome, nullif(reason, '')) from milestone_outcome where recorded_by = ${personId}
    union all select since_on, 'Closing of a finding', reason from finding_closure where recorded_by = ${personId}
    union all select said_on, 'Target of a measure', why from measure_target where recorded_by = ${personId}
    union all select said_on, 'Setting of a measure', why from measure_setting where recorded_by = ${personId}
    union all select said_on, 'New beginning of a measure', reason from measure_rebase where recorded_by = ${personId}
    union all select said_on, 'Entered figure', note from entered_figure where recorded_by = ${personId} and note <> ''
    order by 1, 2, 3`)

/** Records of a worker that are of no child: who they are, and the posts they held. */
export const listWorkerRows = (db: Db, number: string) =>
  db.rows<HeldRow>(sql`
    select r.kind, r.row, f.as_at as "from", l.as_at as "to" from child_record r
    join snapshot f on f.authority_id = r.authority_id and f.snapshot_id = r.first_snapshot
    left join snapshot l on l.authority_id = r.authority_id and l.snapshot_id = r.last_snapshot
    where r.kind = 'professionals' and r.row ->> 'id' = ${number} or r.kind = 'workerPosts' and r.row ->> 'workerId' = ${number}
    order by r.kind, r.row_key, r.child_record_id`)

/** With how many children they worked in each role; which children they are is the children's own. */
export const listAllocated = (db: Db, number: string) =>
  db.rows<{ role: string | null; children: number; open: number; first: Day | null; last: Day | null }>(sql`
    select row ->> 'role' as role, count(distinct child_id)::integer as children,
           count(distinct child_id) filter (where row ->> 'untilOn' is null)::integer as open, min(row ->> 'fromOn') as first, max(row ->> 'untilOn') as last
    from child_record where kind = 'involvements' and last_snapshot is null and row ->> 'workerId' = ${number} group by 1 order by 1`)

/** How many of their involvements began and ended in each month. */
export const listAllocatedByMonth = (db: Db, number: string) =>
  db.rows<{ month: string; began: number; ended: number }>(sql`
    select left(d.on_day, 7) as month, count(*) filter (where d.begins)::integer as began, count(*) filter (where not d.begins)::integer as ended
    from child_record r cross join lateral (values (r.row ->> 'fromOn', true), (r.row ->> 'untilOn', false)) d (on_day, begins)
    where r.kind = 'involvements' and r.last_snapshot is null and r.row ->> 'workerId' = ${number} and d.on_day is not null group by 1 order by 1`)

/** How many rows of each kind of record name them, as what. */
export const countNamedIn = (db: Db, number: string) =>
  db.rows<{ kind: string; field: string; rows: number }>(sql`
    select r.kind, f.field, count(*)::integer as rows from child_record r
    cross join lateral (values ('workerId'), ('supervisorId'), ('personalAdviserId')) f (field)
    where r.last_snapshot is null and r.row ->> f.field = ${number} and r.kind <> 'workerPosts' group by 1, 2 order by 1, 2`)

/** Days on which they were supervised, or supervised somebody; not whom, nor of which child. */
export const listSupervised = (db: Db, number: string) =>
  db.rows<{ on: Day | null; as: string; recordedOn: Day | null }>(sql`
    select row ->> 'heldOn' as on, case when row ->> 'workerId' = ${number} then 'Supervised' else 'Supervised somebody' end as as, row ->> 'recordedOn' as "recordedOn"
    from child_record where kind = 'supervisions' and last_snapshot is null and (row ->> 'workerId' = ${number} or row ->> 'supervisorId' = ${number}) order by 1`)

/** Figures of the latest count in which something they did is a case. */
export const listFiguresOfWorker = (db: Db, number: string) =>
  db.rows<Counted>(sql`
    select measure, count(*)::integer as cases from measure_case where worker_ref = ${number} group by 1 order by 1`)
