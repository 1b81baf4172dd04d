/** Periods, legal holds and what was disposed of, in the database; and what is held of a child. */
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { type Kind, type Period, periodsOf, type Unit } from './retention.ts'

export type PeriodSaid = { kind: Kind; length: number | null; unit: Unit; why: string; saidOn: Day; by: string }

/** Everything that was ever said of periods, the first first. */
export const listPeriods = (db: Db) =>
  db.rows<PeriodSaid>(sql`
    select r.kind, r.length, r.unit, r.why, r.said_on as "saidOn", n.name as by
    from retention_period r join person n on n.authority_id = r.authority_id and n.person_id = r.recorded_by order by r.retention_period_id`)

export const findPeriod = async (db: Db, kind: Kind): Promise<Period> =>
  periodsOf(await listPeriods(db)).find(period => period.kind === kind)!

type NewPeriod = { kind: Kind; length: number | null; unit: Unit; why: string }

export async function setPeriod(db: Db, by: By, on: Day, { kind, length, unit, why }: NewPeriod) {
  await db.run(sql`
    insert into retention_period (authority_id, kind, length, unit, why, said_on, recorded_by, post_id)
    values (current_authority(), ${kind}, ${length}, ${unit}, ${why}, ${on}, ${by.personId}, ${by.postId})`)
  await addEvent(db, by, 'set-retention', 'retention', null, { kind, length, unit }, why)
}

export type Hold = {
  holdId: number
  personRef: string | null
  staff: string | null
  reason: string
  heldOn: Day
  by: string
  liftedOn: Day | null
}

export const listHolds = (db: Db) =>
  db.rows<Hold>(sql`
    select h.legal_hold_id as "holdId", c.person_ref as "personRef", s.name as staff, h.reason, h.held_on as "heldOn", n.name as by, h.lifted_on as "liftedOn"
    from legal_hold h join person n on n.authority_id = h.authority_id and n.person_id = h.recorded_by
    left join child c on c.authority_id = h.authority_id and c.child_id = h.child_id
    left join person s on s.authority_id = h.authority_id and s.person_id = h.staff_id order by h.lifted_on nulls first, h.legal_hold_id`)

/** Null where no child in reach has the number. */
export const findChildByRef = (db: Db, personRef: string) =>
  db.maybe<{ childId: number; address: string }>(
    sql`select child_id as "childId", address from child where person_ref = ${personRef} and disposed_on is null`,
  )

/** Null where nobody has the e-mail address. */
export const findStaffByEmail = (db: Db, email: string) =>
  db.maybe<{ personId: number }>(sql`select person_id as "personId" from person where lower(email) = lower(${email})`)

/** Of one child, of one member of staff, or of everything where neither is named. */
type NewHold = { childId: number | null; staffId: number | null; reason: string }

export async function addHold(db: Db, by: By, on: Day, given: NewHold) {
  const { holdId } = await db.one<{ holdId: number }>(
    sql`
      insert into legal_hold (authority_id, child_id, staff_id, reason, held_on, recorded_by)
      values (current_authority(), ${given.childId}, ${given.staffId}, ${given.reason}, ${on}, ${by.personId}) returning legal_hold_id as "holdId"`,
    'hold',
  )
  await addEvent(db, by, 'add-legal-hold', 'legal-hold', holdId)
}

export async function liftHold(db: Db, by: By, on: Day, holdId: number, why: string): Promise<boolean> {
  const lifted = await db.run(sql`
    update legal_hold set lifted_on = ${on}, lifted_by = ${by.personId}, lifted_why = ${why} where legal_hold_id = ${holdId} and lifted_on is null`)
  if (lifted > 0) await addEvent(db, by, 'lift-legal-hold', 'legal-hold', holdId)
  return lifted > 0
}

/** `count` of what was reviewed: children, meetings, people. */
export type Disposal = {
  kind: string
  disposedOn: Day
  count: number
  rows: number
  rule: string
  why: string
  by: string
}

/** What was reviewed, the latest first. */
export const listDisposals = (db: Db) =>
  db.rows<Disposal>(sql`
    select d.kind, d.disposed_on as "disposedOn", d.children as count, d.rows, d.rule, d.why, n.name as by
    from disposal d join person n on n.authority_id = d.authority_id and n.person_id = d.recorded_by order by d.disposal_id desc`)

/** The last time that something of each kind went by its rule. */
export const listCleared = (db: Db) =>
  db.rows<{ kind: string; disposedOn: Day; rows: number }>(sql`
    select distinct on (kind) kind, disposed_on as "disposedOn", rows from disposal where recorded_by is null order by kind, disposal_id desc`)
