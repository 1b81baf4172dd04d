/** Periods, legal holds, who is due for review, and disposal, in the database. */
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { periodsOf, ruleOf } from './retention.ts'

export type PeriodSaid = { kind: string; years: number | null; why: string; saidOn: Day; by: string }

/** Everything that was ever said of periods, the first first. */
export const listPeriods = (db: Db) =>
  db.rows<PeriodSaid>(sql`
    select r.kind, r.years, r.why, r.said_on as "saidOn", n.name as by
    from retention_period r join person n on n.authority_id = r.authority_id and n.person_id = r.recorded_by order by r.retention_period_id`)

export async function setPeriod(db: Db, by: By, on: Day, given: { kind: string; years: number | null; why: string }) {
  await db.run(sql`
    insert into retention_period (authority_id, kind, years, why, said_on, recorded_by, post_id)
    values (current_authority(), ${given.kind}, ${given.years}, ${given.why}, ${on}, ${by.personId}, ${by.postId})`)
  await addEvent(db, by, 'set-retention', 'retention', null, { kind: given.kind, years: given.years }, given.why)
}

export type Hold = {
  holdId: number
  personRef: string | null
  reason: string
  heldOn: Day
  by: string
  liftedOn: Day | null
}

export const listHolds = (db: Db) =>
  db.rows<Hold>(sql`
    select h.legal_hold_id as "holdId", c.person_ref as "personRef", h.reason, h.held_on as "heldOn", n.name as by, h.lifted_on as "liftedOn"
    from legal_hold h join person n on n.authority_id = h.authority_id and n.person_id = h.recorded_by
    left join child c on c.authority_id = h.authority_id and c.child_id = h.child_id order by h.lifted_on nulls first, h.legal_hold_id`)

/** Null where no child in reach has the number. */
export const findChildByRef = (db: Db, personRef: string) =>
  db.maybe<{ childId: number; address: string }>(
    sql`select child_id as "childId", address from child where person_ref = ${personRef} and disposed_on is null`,
  )

export async function addHold(db: Db, by: By, on: Day, given: { childId: number | null; reason: string }) {
  const { holdId } = await db.one<{ holdId: number }>(
    sql`
      insert into legal_hold (authority_id, child_id, reason, held_on, recorded_by)
      values (current_authority(), ${given.childId}, ${given.reason}, ${on}, ${by.personId}) returning legal_hold_id as "holdId"`,
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

export type Due = { childId: number; personRef: string; lastOn: Day; isHeld: boolean }

/** Children with whom nobody has worked for the period, who worked with them last named by day; those on hold are told apart. */
export async function listDue(db: Db, today: Day): Promise<Due[]> {
  const period = periodsOf(await listPeriods(db)).find(({ name }) => name === 'children')!
  return db.rows<Due>(sql`
    select d.child_id as "childId", d.person_ref as "personRef", d.last_on as "lastOn",
           exists (select 1 from legal_hold h where h.lifted_on is null and (h.child_id is null or h.child_id = d.child_id)) as "isHeld"
    from (
      select c.child_id, c.person_ref, coalesce(max(a.until_on), min(s.as_at)) as last_on
      from child c join snapshot s on s.authority_id = c.authority_id and s.snapshot_id = c.first_snapshot
      left join child_allocation a on a.authority_id = c.authority_id and a.child_id = c.child_id
      where c.disposed_on is null
      group by c.child_id, c.person_ref having bool_and(a.child_id is null or a.until_on is not null)
    ) d
    where d.last_on < (${today}::date - make_interval(years => ${period.years}::integer))::date order by d.last_on, d.child_id`)
}

export type Disposal = { disposedOn: Day; children: number; rows: number; rule: string; why: string; by: string }

export const listDisposals = (db: Db) =>
  db.rows<Disposal>(sql`
    select d.disposed_on as "disposedOn", d.children, d.rows, d.rule, d.why, n.name as by
    from disposal d join person n on n.authority_id = d.authority_id and n.person_id = d.recorded_by order by d.disposal_id desc`)

/**
 * Deletes all that is held of every child who is due today and not on hold: only those whom the review showed, so one that became due
 * meanwhile waits for the next. What is left is an event and a count. Answers how many children.
 */
export async function disposeOfDue(
  db: Db,
  by: By,
  on: Day,
  given: { shown: readonly number[]; why: string },
): Promise<number> {
  const due = (await listDue(db, on)).filter(({ childId, isHeld }) => !isHeld && given.shown.includes(childId))
  if (due.length === 0) return 0
  const these = due.map(({ childId }) => childId)
  const rule = ruleOf(periodsOf(await listPeriods(db)).find(({ name }) => name === 'children')!)
  const { rows } = await db.one<{ rows: number }>(
    sql`select dispose_of_children(${these}::integer[]) as rows`,
    'disposal',
  )
  await db.run(sql`
    insert into disposal (authority_id, kind, children, rows, rule, why, disposed_on, recorded_by, post_id)
    values (current_authority(), 'children', ${these.length}, ${rows}, ${rule}, ${given.why}, ${on}, ${by.personId}, ${by.postId})`)
  await addEvent(db, by, 'dispose', 'children', null, { children: these.length, rows }, given.why)
  return these.length
}

/** Everything held of a child, by the table it stands in: each way a row has been, with the loads that brought it. */
export const listHeldOf = (db: Db, childId: number) =>
  db.rows<{ kind: string; row: Record<string, unknown>; from: Day; to: Day | null }>(sql`
    select r.kind, r.row, f.as_at as "from", l.as_at as "to" from child_record r
    join snapshot f on f.authority_id = r.authority_id and f.snapshot_id = r.first_snapshot
    left join snapshot l on l.authority_id = r.authority_id and l.snapshot_id = r.last_snapshot
    where r.child_id = ${childId} order by r.kind, r.row_key, r.child_record_id`)

/** Reasons given for being past a clock: words about the child that people here wrote. */
export const listReasonsOf = (db: Db, childId: number) =>
  db.rows<{ saidOn: Day; clock: string; reason: string; note: string; nextStep: string }>(sql`
    select said_on as "saidOn", clock, reason, note, next_step as "nextStep" from case_reason where child_id = ${childId} order by case_reason_id`)

export const findChildByAddress = (db: Db, address: string) =>
  db.one<{ childId: number; personRef: string }>(
    sql`select child_id as "childId", person_ref as "personRef" from child where address = ${address} and disposed_on is null`,
    'child',
  )
