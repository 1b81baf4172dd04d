/** What the authority is called and which colour it has; each change is an event with what it was before, so that it can be put back. */
import type { Db } from '../store/database.ts'
import { addChange, listChanges } from '../store/change.ts'
import type { By } from '../store/event.ts'
import { sql } from '../store/sql.ts'

export type Called = { name: string; shortName: string; serviceName: string; brandColour: string }

export const findCalled = (db: Db) =>
  db.one<Called>(
    sql`
      select name, short_name as "shortName", service_name as "serviceName", brand_colour as "brandColour"
      from authority where authority_id = current_authority()`,
    'authority',
  )

const CHANGE = { kind: 'change-authority', about: 'authority', aboutId: null }

/** The last changes, the latest first. */
export const listCalledChanges = (db: Db) => listChanges<Called>(db, CHANGE)

export async function changeCalled(db: Db, by: By, becomes: Called, why: string): Promise<void> {
  const was = await findCalled(db)
  await db.run(sql`
    update authority set name = ${becomes.name}, short_name = ${becomes.shortName}, service_name = ${becomes.serviceName}, brand_colour = ${becomes.brandColour}
    where authority_id = current_authority()`)
  await addChange(db, by, CHANGE, { was, becomes, why })
}
