/** The reasons that were given for children past a clock, in the database. The latest of a case stands; those before it stay in sight. */
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Reason } from './reason.ts'
import type { Doing } from './target-store.ts'

/** One running of one clock for one child. The clock is named without its variant, which may be set otherwise meanwhile. */
export type CaseKey = { readonly childId: number; readonly clock: string; readonly due: Day }

export type GivenReason = {
  readonly reason: Reason
  readonly note: string
  /** The person or post that sees to it. */
  readonly owner: string
  readonly nextStep: string
  readonly review: Day | null
}

export type CaseReason = CaseKey &
  GivenReason & {
    readonly reasonId: number
    readonly meetingId: number | null
    readonly said: Day
    readonly at: Date
    readonly by: string
    readonly post: string | null
  }

const reasons = sql`
  select r.case_reason_id as "reasonId", r.child_id as "childId", r.clock, r.due_on as due, r.reason, r.note, r.owner, r.next_step as "nextStep",
         r.review_on as review, r.performance_meeting_id as "meetingId", r.said_on as said, r.recorded_at as at, n.name as by, p.title as post
  from case_reason r join person n on n.authority_id = r.authority_id and n.person_id = r.recorded_by
  left join post p on p.authority_id = r.authority_id and p.post_id = r.post_id`

/** Everything that was ever said of a child, the latest first; nothing where the child is out of reach. */
export const listReasons = (db: Db, childId: number) =>
  db.rows<CaseReason>(sql`${reasons} where r.child_id = ${childId} order by r.case_reason_id desc`)

/** Everything that was said of these children by the end of a day, the latest first, by `caseKey`. */
export async function reasonsOfCases(db: Db, childIds: readonly number[]): Promise<Map<string, CaseReason[]>> {
  const rows = await db.rows<CaseReason>(
    sql`${reasons} where r.child_id = any(${[...childIds]}) order by r.case_reason_id desc`,
  )
  return Map.groupBy(rows, caseKey)
}

export const caseKey = ({ childId, clock, due }: CaseKey): string => `${childId} ${clock} ${due}`

/** Throws where the child is out of reach of whoever says it, and where the meeting is closed. */
export async function addReason(
  db: Db,
  doing: Doing,
  { childId, clock, due }: CaseKey,
  { reason, note, owner, nextStep, review }: GivenReason,
  meetingId: number | null,
): Promise<number> {
  const { reasonId } = await db.one<{ reasonId: number }>(
    sql`
      insert into case_reason (authority_id, child_id, clock, due_on, reason, note, owner, next_step, review_on, performance_meeting_id, said_on, recorded_by, post_id)
      values (current_authority(), ${childId}, ${clock}, ${due}, ${reason}, ${note}, ${owner}, ${nextStep}, ${review}, ${meetingId}, ${doing.on},
              ${doing.personId}, ${doing.postId})
      returning case_reason_id as "reasonId"`,
    'reason just given',
  )
  await addEvent(db, doing, 'give-reason', 'case-reason', reasonId, { clock, reason, meeting: meetingId })
  return reasonId
}
