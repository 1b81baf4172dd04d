/** Weekly performance meetings in the database: opened for a team and a week, minuted, and closed, after which nothing of them changes. */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { clockNamed } from './clocks.ts'
import { clockNames } from './clocks-of-run.ts'
import { nameOf } from './case-list.ts'
import type { Step } from './escalation.ts'
import type { Exception, Exceptions } from './exceptions.ts'
import type { Gathering } from './gathering.ts'
import type { History } from './history.ts'
import { caseKey, reasonsOfCases } from './reason-store.ts'
import type { Doing } from './target-store.ts'

export type Minutes = { readonly chair: string; readonly attendance: string; readonly notes: string }

export type Meeting = Minutes & {
  readonly meetingId: number
  readonly teamRef: string | null
  readonly service: string | null
  readonly name: string
  /** A Monday. */
  readonly week: Day
  readonly heldOn: Day
  readonly closed: {
    readonly at: Date
    readonly by: string
    readonly recordsTo: Day
    readonly exceptions: number
  } | null
}

const meetings = sql`
  select m.performance_meeting_id as "meetingId", m.team_ref as "teamRef", m.service, m.name, m.week_on as week, m.held_on as "heldOn", m.chair, m.attendance, m.notes,
         m.closed_at as "closedAt", n.name as "closedBy", m.records_to as "recordsTo", m.exceptions
  from performance_meeting m left join person n on n.authority_id = m.authority_id and n.person_id = m.closed_by`

type Row = Omit<Meeting, 'closed'> & { closedAt: Date | null; closedBy: string; recordsTo: Day; exceptions: number }
const meetingOf = ({ closedAt: at, closedBy: by, recordsTo, exceptions, ...rest }: Row): Meeting => ({
  ...rest,
  closed: at && { at, by, recordsTo, exceptions },
})

/** The latest week first. */
export const listMeetings = async (db: Db): Promise<Meeting[]> =>
  (await db.rows<Row>(sql`${meetings} order by m.week_on desc, m.performance_meeting_id desc`)).map(meetingOf)

/** Throws `NotFound` where there is none. Whether whoever asks reaches its teams is for the caller to know. */
export const findMeeting = async (db: Db, meetingId: number): Promise<Meeting> =>
  meetingOf(await db.one<Row>(sql`${meetings} where m.performance_meeting_id = ${meetingId}`, `meeting ${meetingId}`))

/** The meeting of a gathering in a week, opened where there is none yet. */
export async function openMeeting(
  db: Db,
  doing: Doing,
  { teamRef, service, name }: Pick<Gathering, 'teamRef' | 'service' | 'name'>,
  { week, heldOn, chair }: { week: Day; heldOn: Day; chair: string },
): Promise<number> {
  const added = await db.maybe<{ meetingId: number }>(sql`
    insert into performance_meeting (authority_id, team_ref, service, name, week_on, held_on, chair, recorded_by, post_id)
    values (current_authority(), ${teamRef}, ${service}, ${name}, ${week}, ${heldOn}, ${chair}, ${doing.personId}, ${doing.postId})
    on conflict do nothing returning performance_meeting_id as "meetingId"`)
  if (added === null) {
    const { meetingId } = await db.one<{ meetingId: number }>(
      sql`
        select performance_meeting_id as "meetingId" from performance_meeting
        where week_on = ${week} and team_ref is not distinct from ${teamRef} and service is not distinct from ${service}`,
      'meeting of that week',
    )
    return meetingId
  }
  await addEvent(db, doing, 'open-meeting', 'performance-meeting', added.meetingId, { team: name, week })
  return added.meetingId
}

export async function keepMinutes(db: Db, doing: Doing, meetingId: number, given: Minutes): Promise<void> {
  await db.run(sql`
    update performance_meeting set chair = ${given.chair}, attendance = ${given.attendance}, notes = ${given.notes}
    where performance_meeting_id = ${meetingId}`)
  await addEvent(db, doing, 'minute-meeting', 'performance-meeting', meetingId)
}

/** Keeps the exceptions as they stand now, each with the reason that stands, and closes the meeting for ever. */
export async function closeMeeting(
  db: Db,
  doing: Doing,
  meetingId: number,
  { rows, unseen, recordsTo }: Exceptions & { recordsTo: Day },
): Promise<void> {
  const given = JSON.stringify(
    rows.map(({ child, clock, due, over, step, worker, carried, isRepeat, said }) => ({
      child_id: child.childId, clock, due_on: due, days_over: over, step, worker, carried, is_repeat: isRepeat, case_reason_id: said[0]?.reasonId ?? null,
    })),
  ) // prettier-ignore
  await db.run(sql`
    insert into meeting_exception (authority_id, performance_meeting_id, child_id, clock, due_on, days_over, step, worker, carried, is_repeat, case_reason_id)
    select current_authority(), ${meetingId}, e.child_id, e.clock, e.due_on, e.days_over, e.step, e.worker, e.carried, e.is_repeat, e.case_reason_id
    from jsonb_to_recordset(${given}::text::jsonb) as e(child_id integer, clock text, due_on date, days_over integer, step text, worker text, carried integer,
      is_repeat boolean, case_reason_id integer)`)
  await db.run(sql`
    update performance_meeting set closed_at = clock_timestamp(), closed_by = ${doing.personId}, records_to = ${recordsTo}, exceptions = ${rows.length + unseen}
    where performance_meeting_id = ${meetingId}`)
  await addEvent(db, doing, 'close-meeting', 'performance-meeting', meetingId, { exceptions: rows.length, unseen })
}

type Kept = {
  childId: number
  address: string
  ref: string
  clock: string
  due: Day
  over: number
  step: Step
  worker: string
  carried: number
  isRepeat: boolean
  reasonId: number | null
}

/** The exceptions of a closed meeting as they stood then, of the children in reach; children are called as the records call them now. */
export async function listKeptExceptions(
  db: Db,
  { meetingId, closed }: Meeting,
  history: History,
): Promise<Exceptions> {
  const rows = await db.rows<Kept>(sql`
    select e.child_id as "childId", c.address, c.person_ref as ref, e.clock, e.due_on as due, e.days_over as over, e.step, e.worker, e.carried,
           e.is_repeat as "isRepeat", e.case_reason_id as "reasonId"
    from meeting_exception e join child c using (authority_id, child_id) where e.performance_meeting_id = ${meetingId}
    order by e.days_over desc, e.child_id, e.clock`)
  const said = await reasonsOfCases(db, [...new Set(rows.map(({ childId }) => childId))])
  const called = await clockNames(db)
  return {
    unseen: (closed?.exceptions ?? 0) - rows.length,
    rows: rows.map(({ childId, address, ref, reasonId, ...row }): Exception => {
      return {
        ...row,
        child: { childId, address, ref, name: nameOf(history, ref) },
        what: called(row.clock),
        isUrgent: clockNamed(row.clock)?.isUrgent ?? false,
        workingOver: 0,
        said: (said.get(caseKey({ childId, ...row })) ?? []).filter(
          one => reasonId !== null && one.reasonId <= reasonId,
        ),
      }
    }),
  }
}
