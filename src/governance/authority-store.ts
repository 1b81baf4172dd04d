/** What the authority is called and which colour it has; each change is an event with what it was before, so that it can be put back. */
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { sql } from '../store/sql.ts'

export type Called = { name: string; shortName: string; serviceName: string; brandColour: string }

export const findCalled = (db: Db) =>
  db.one<Called>(
    sql`
      select name, short_name as "shortName", service_name as "serviceName", brand_colour as "brandColour"
      from authority where authority_id = current_authority()`,
    'authority',
  )

export type Change = { eventId: number; at: Date; by: string; why: string; was: Called; becomes: Called }

/** The last changes, the latest first. */
export const listCalledChanges = (db: Db) =>
  db.rows<Change>(sql`
    select e.event_id as "eventId", e.happened_at as at, n.name as by, e.why, e.detail -> 'was' as was, e.detail -> 'becomes' as becomes
    from event e join person n using (authority_id, person_id) where e.kind = 'change-authority' order by e.event_id desc limit 100`)

export async function changeCalled(db: Db, by: By, becomes: Called, why: string): Promise<void> {
  const was = await findCalled(db)
  await db.run(sql`
    update authority set name = ${becomes.name}, short_name = ${becomes.shortName}, service_name = ${becomes.serviceName}, brand_colour = ${becomes.brandColour}
    where authority_id = current_authority()`)
  await addEvent(db, by, 'change-authority', 'authority', null, { was, becomes }, why)
}
