/**
 * Changes of what stands in one row, such as a name: each is an event with what was and what it became, so that it can be read and what was
 * before it put back.
 */
import type { Db } from './database.ts'
import { addEvent, type AT_THE_MACHINE, type By } from './event.ts'
import { sql } from './sql.ts'

/** `by` is null where whoever runs the service did it on its command line. */
export type Change<What> = { eventId: number; at: Date; by: string | null; why: string; was: What; becomes: What }

type About = { kind: string; about: string; aboutId: number | null }

/** The last changes of a kind, the latest first: of one thing where one is named. */
export const listChanges = <What>(db: Db, { kind, about, aboutId }: About) =>
  db.rows<Change<What>>(sql`
    select e.event_id as "eventId", e.happened_at as at, n.name as by, e.why, e.detail -> 'was' as was, e.detail -> 'becomes' as becomes
    from event e left join person n using (authority_id, person_id)
    where e.kind = ${kind} and e.about = ${about} and e.about_id is not distinct from ${aboutId}::integer and e.detail ? 'was'
    order by e.event_id desc limit 100`)

export const addChange = <What extends object>(
  db: Db,
  by: By | typeof AT_THE_MACHINE,
  { kind, about, aboutId }: About,
  { was, becomes, why = '' }: { was: What; becomes: What; why?: string },
) => addEvent(db, by, kind, about, aboutId, { was, becomes }, why)

/** The change that an address asks to put back, by `back=` and its number; undefined where it names none of these. */
export const changeToPutBack = <What>(changes: readonly Change<What>[], query: URLSearchParams) =>
  changes.find(({ eventId }) => String(eventId) === query.get('back'))
