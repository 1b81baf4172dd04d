/** Bodies and their meetings. */
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Body, Meeting } from './body.ts'

/** The improvement board first, then by name. */
export const listBodies = (db: Db) =>
  db.rows<Body>(sql`
    select body_id as "bodyId", name, role, meets_every_weeks as "meetsEveryWeeks", is_improvement_board as "isImprovementBoard"
    from body order by is_improvement_board desc, name`)

export const listMeetings = (db: Db) =>
  db.rows<Meeting>(
    sql`select meeting_id as "meetingId", body_id as "bodyId", meets_on as "meetsOn", place from meeting order by meets_on`,
  )

/** The board that packs are made for, with all its meetings; null before one was entered. */
export async function findImprovementBoard(db: Db): Promise<{ body: Body; meetings: Meeting[] } | null> {
  const [bodies, meetings] = await Promise.all([listBodies(db), listMeetings(db)])
  const body = bodies.find(one => one.isImprovementBoard)
  return body ? { body, meetings: meetings.filter(meeting => meeting.bodyId === body.bodyId) } : null
}

export async function addBody(db: Db, by: By, given: Omit<Body, 'bodyId'>): Promise<number> {
  const { bodyId } = await db.one<{ bodyId: number }>(
    sql`
      insert into body (authority_id, name, role, meets_every_weeks, is_improvement_board)
      values (current_authority(), ${given.name}, ${given.role}, ${given.meetsEveryWeeks}, ${given.isImprovementBoard}) returning body_id as "bodyId"`,
    'body just added',
  )
  await addEvent(db, by, 'add-body', 'body', bodyId)
  return bodyId
}

/** False where the body meets on that day already. */
export async function addMeeting(
  db: Db,
  by: By,
  given: { bodyId: number; meetsOn: Day; place: string },
): Promise<boolean> {
  const added = await db.run(sql`
    insert into meeting (authority_id, body_id, meets_on, place) values (current_authority(), ${given.bodyId}, ${given.meetsOn}, ${given.place})
    on conflict (authority_id, body_id, meets_on) do nothing`)
  if (added > 0) await addEvent(db, by, 'add-meeting', 'body', given.bodyId, { meetsOn: given.meetsOn })
  return added > 0
}
