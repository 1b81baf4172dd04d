/** What an authority says of its measures, kept: targets, and where a series begins anew. Each is a dated row; a later one withdraws it. */
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { PlannedPoint, Target } from './target.ts'

/** Who does it, and the day it is done on. */
export type Doing = By & { on: Day }

/** Who said it and when; `withdrawn` is there once someone took it back. */
type Said = {
  said: Day
  saidBy: string
  withdrawn: { on: Day; by: string; why: string } | null
}
export type MeasureTarget = Target & Said & { measure: string; why: string; approver: string }
export type Rebase = Said & { rebaseId: number; measure: string; from: Day; reason: string; approver: string }

const withdrawal = (table: 'target' | 'rebase') => {
  const why = table === 'target' ? sql`w.why` : sql`w.reason`
  const from = table === 'target' ? sql`measure_target` : sql`measure_rebase`
  const id = table === 'target' ? sql`t.measure_target_id` : sql`t.measure_rebase_id`
  return sql`
    left join lateral (
      select jsonb_build_object('on', w.said_on, 'by', p.name, 'why', ${why}) as withdrawn
      from ${from} w join person p on p.authority_id = w.authority_id and p.person_id = w.recorded_by
      where w.authority_id = t.authority_id and w.withdraws = ${id} order by w.said_on limit 1
    ) w on true`
}

const targets = sql`
  select t.measure_target_id as "targetId", t.measure, t.value::float8 as value, t.up_to::float8 as "upTo", t.from_on as "from",
         t.due_on as "by", t.trajectory, t.why, t.approver, t.said_on as said, p.name as "saidBy", w.withdrawn
  from measure_target t join person p on p.authority_id = t.authority_id and p.person_id = t.recorded_by ${withdrawal('target')}
  where t.value is not null`

/** Every target that was ever set for a measure, withdrawn ones too, in the order they were said. */
export const listTargets = (db: Db, measure: string) =>
  db.rows<MeasureTarget>(sql`${targets} and t.measure = ${measure} order by t.measure_target_id`)

/** Those of every measure that stood at the end of a day, by measure. */
export async function targetsAsAt(db: Db, asAt: Day): Promise<Map<string, MeasureTarget[]>> {
  const rows = await db.rows<MeasureTarget>(sql`${targets} and t.said_on <= ${asAt} order by t.measure_target_id`)
  return Map.groupBy(standing(rows, asAt), ({ measure }) => measure)
}

/** What had been said by the end of the day, and not yet withdrawn. */
export const standing = <T extends { said: Day; withdrawn: { on: Day } | null }>(said: readonly T[], asAt: Day): T[] =>
  said.filter(one => one.said <= asAt && (one.withdrawn === null || one.withdrawn.on > asAt))

export const findTarget = (db: Db, targetId: number) =>
  db.one<MeasureTarget>(sql`${targets} and t.measure_target_id = ${targetId}`, `target ${targetId}`)

export type GivenTarget = {
  value: number
  upTo: number | null
  from: Day
  by: Day | null
  trajectory: readonly PlannedPoint[]
  why: string
  approver: string
}

export async function addTarget(db: Db, doing: Doing, measure: string, given: GivenTarget): Promise<number> {
  const { targetId } = await db.one<{ targetId: number }>(
    sql`
      insert into measure_target (authority_id, measure, value, up_to, from_on, due_on, trajectory, why, approver, said_on, recorded_by, post_id)
      values (current_authority(), ${measure}, ${given.value}, ${given.upTo}, ${given.from}, ${given.by}, ${given.trajectory}::jsonb,
              ${given.why}, ${given.approver}, ${doing.on}, ${doing.personId}, ${doing.postId})
      returning measure_target_id as "targetId"`,
    'target just set',
  )
  await addEvent(db, doing, 'set-target', 'measure-target', targetId, { measure, value: given.value, by: given.by })
  return targetId
}

export async function withdrawTarget(
  db: Db,
  doing: Doing,
  { targetId, measure, from }: Pick<MeasureTarget, 'targetId' | 'measure' | 'from'>,
  { why, approver }: { why: string; approver: string },
) {
  await db.run(sql`
    insert into measure_target (authority_id, measure, from_on, why, approver, withdraws, said_on, recorded_by, post_id)
    values (current_authority(), ${measure}, ${from}, ${why}, ${approver}, ${targetId}, ${doing.on}, ${doing.personId}, ${doing.postId})`)
  await addEvent(db, doing, 'withdraw-target', 'measure-target', targetId, { measure })
}

const rebases = sql`
  select t.measure_rebase_id as "rebaseId", t.measure, t.from_on as "from", t.reason, t.approver, t.said_on as said, p.name as "saidBy", w.withdrawn
  from measure_rebase t join person p on p.authority_id = t.authority_id and p.person_id = t.recorded_by ${withdrawal('rebase')}
  where t.withdraws is null`

/** Every rebase of a measure, withdrawn ones too, in the order they were said. */
export const listRebases = (db: Db, measure: string) =>
  db.rows<Rebase>(sql`${rebases} and t.measure = ${measure} order by t.measure_rebase_id`)

/** Those of every measure that stood at the end of a day, by measure, in the order of their days. */
export async function rebasesAsAt(db: Db, asAt: Day): Promise<Map<string, Rebase[]>> {
  const rows = await db.rows<Rebase>(sql`${rebases} and t.said_on <= ${asAt} order by t.from_on, t.measure_rebase_id`)
  return Map.groupBy(standing(rows, asAt), ({ measure }) => measure)
}

export const findRebase = (db: Db, rebaseId: number) =>
  db.one<Rebase>(sql`${rebases} and t.measure_rebase_id = ${rebaseId}`, `rebase ${rebaseId}`)

export async function addRebase(
  db: Db,
  doing: Doing,
  measure: string,
  { from, reason, approver }: { from: Day; reason: string; approver: string },
): Promise<number> {
  const { rebaseId } = await db.one<{ rebaseId: number }>(
    sql`
      insert into measure_rebase (authority_id, measure, from_on, reason, approver, said_on, recorded_by, post_id)
      values (current_authority(), ${measure}, ${from}, ${reason}, ${approver}, ${doing.on}, ${doing.personId}, ${doing.postId})
      returning measure_rebase_id as "rebaseId"`,
    'rebase just added',
  )
  await addEvent(db, doing, 'rebase-measure', 'measure-rebase', rebaseId, { measure, from })
  return rebaseId
}

export async function withdrawRebase(
  db: Db,
  doing: Doing,
  { rebaseId, measure, from }: Pick<Rebase, 'rebaseId' | 'measure' | 'from'>,
  { why, approver }: { why: string; approver: string },
) {
  await db.run(sql`
    insert into measure_rebase (authority_id, measure, from_on, reason, approver, withdraws, said_on, recorded_by, post_id)
    values (current_authority(), ${measure}, ${from}, ${why}, ${approver}, ${rebaseId}, ${doing.on}, ${doing.personId}, ${doing.postId})`)
  await addEvent(db, doing, 'withdraw-rebase', 'measure-rebase', rebaseId, { measure })
}
