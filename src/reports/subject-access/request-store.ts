/** Requests for access in the database. */
import type { Db } from '../../store/database.ts'
import { addEvent, type By } from '../../store/event.ts'
import { sql } from '../../store/sql.ts'
import type { Day } from '../../terms/day.ts'
import { findWorkingDays } from '../../measures/holiday-store.ts'
import { type AccessRequest, type AskedBy, dueOf } from './request.ts'

/** Of whom it is: one of the three. */
export type Of = { childId: number } | { personId: number } | { workerRef: string }
export type RequestGiven = { askedBy: AskedBy; reference: string; reason: string; receivedOn: Day }

const REQUESTS = sql`
  select r.access_request_id as "requestId", r.subject, r.child_id as "childId", r.person_id as "personId", r.worker_ref as "workerRef",
         r.asked_by as "askedBy", r.reference, r.reason, r.received_on as "receivedOn", r.due_on as "dueOn", n.name as "recordedBy",
         r.answered_on as "answeredOn", r.left_out as "leftOut"
  from access_request r join person n on n.authority_id = r.authority_id and n.person_id = r.recorded_by`

/** Those to be answered first, the earliest due first; then the others, the latest first. */
export const listRequests = (db: Db) =>
  db.rows<AccessRequest>(
    sql`${REQUESTS} order by r.answered_on desc nulls first, case when r.answered_on is null then r.due_on end, r.access_request_id desc`,
  )

/** Throws `NotFound`. */
export const findRequest = (db: Db, requestId: number) =>
  db.one<AccessRequest>(sql`${REQUESTS} where r.access_request_id = ${requestId}`, 'request for access')

export async function addRequest(db: Db, by: By, of: Of, given: RequestGiven): Promise<number> {
  const subject = 'childId' in of ? 'child' : 'personId' in of ? 'person' : 'worker'
  const { childId = null, personId = null, workerRef = null } = of as { childId?: number; personId?: number; workerRef?: string } // prettier-ignore
  const due = dueOf(given.receivedOn, await findWorkingDays(db))
  const { requestId } = await db.one<{ requestId: number }>(
    sql`
      insert into access_request (authority_id, subject, child_id, person_id, worker_ref, asked_by, reference, reason, received_on, due_on, recorded_by, post_id)
      values (current_authority(), ${subject}, ${childId}, ${personId}, ${workerRef}, ${given.askedBy}, ${given.reference}, ${given.reason},
              ${given.receivedOn}, ${due}, ${by.personId}, ${by.postId})
      returning access_request_id as "requestId"`,
    'request',
  )
  await addEvent(db, by, 'add-access-request', 'access-request', requestId, { of: subject }, whyOf(given))
  return requestId
}

/** What stands in the record beside a look and a copy. */
export const whyOf = ({ reference, reason }: Pick<RequestGiven, 'reference' | 'reason'>): string =>
  [`Request for access ${reference}`, reason].filter(Boolean).join(': ')

/** False where it was answered before. */
export async function answerRequest(db: Db, by: By, requestId: number, on: Day, leftOut: string): Promise<boolean> {
  const answered = await db.run(sql`
    update access_request set answered_on = ${on}, answered_by = ${by.personId}, left_out = ${leftOut}
    where access_request_id = ${requestId} and answered_on is null`)
  if (answered > 0) await addEvent(db, by, 'answer-access-request', 'access-request', requestId)
  return answered > 0
}
