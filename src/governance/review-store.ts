/** What is due for review of each kind that a person looks at first, and its disposal. */
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { keptSince, type Kind, type Reviewed, ruleOf } from './retention.ts'
import { findPeriod } from './retention-store.ts'

/** One that is due: how the review names it, and the day from which it was counted. */
export type Due = { id: number; name: string; lastOn: Day; isHeld: boolean }

const holdOn = (that: Sql) => sql`exists (
  select 1 from legal_hold h where h.lifted_on is null and (num_nonnulls(h.child_id, h.staff_id) = 0 or ${that}))`

const DUE: Record<Reviewed, (before: Day, today: Day) => Sql> = {
  /** With whom nobody works any more; by their number, as a review needs no names. */
  children: before => sql`
    select d.child_id as id, d.person_ref as name, d.last_on as "lastOn", ${holdOn(sql`h.child_id = d.child_id`)} as "isHeld"
    from (
      select c.child_id, c.person_ref, coalesce(max(a.until_on), min(s.as_at)) as last_on
      from child c join snapshot s on s.authority_id = c.authority_id and s.snapshot_id = c.first_snapshot
      left join child_allocation a on a.authority_id = c.authority_id and a.child_id = c.child_id
      where c.disposed_on is null
      group by c.child_id, c.person_ref having bool_and(a.child_id is null or a.until_on is not null)
    ) d
    where d.last_on < ${before} order by d.last_on, d.child_id`,
  meetings: before => sql`
    select m.performance_meeting_id as id, m.name, m.held_on as "lastOn", ${holdOn(sql`h.child_id in (
      select x.child_id from meeting_exception x where x.performance_meeting_id = m.performance_meeting_id)`)} as "isHeld"
    from performance_meeting m where m.held_on < ${before} order by m.held_on, m.performance_meeting_id`,
  /** By their kind and evidence: their names are not for whoever reviews them. */
  files: before => sql`
    select a.attachment_id as id, upper(a.kind) || ' with evidence ' || a.evidence_id as name, a.added_on as "lastOn", ${holdOn(sql`false`)} as "isHeld"
    from attachment a left join attachment_removal r using (authority_id, attachment_id)
    where a.audience = 'children' and r.attachment_id is null and a.added_on < ${before} order by a.added_on, a.attachment_id`,
  /** Who never held a post has not left one. */
  staff: (before, today) => sql`
    select n.person_id as id, n.name, max(p.to_on) as "lastOn", ${holdOn(sql`h.staff_id = n.person_id`)} as "isHeld"
    from person n join post_holding p using (authority_id, person_id)
    where n.forgotten_on is null
    group by n.person_id, n.name having bool_and(p.to_on is not null and p.to_on < ${today}) and max(p.to_on) < ${before}
    order by max(p.to_on), n.person_id`,
}

/** Those whose period is over, longest first; those on hold are told apart. */
export async function listDue(db: Db, kind: Reviewed, today: Day): Promise<Due[]> {
  const { kept } = await findPeriod(db, kind)
  return db.rows<Due>(DUE[kind](keptSince(kept!, today), today))
}

const DISPOSED: Record<Reviewed, (these: number[]) => Sql> = {
  children: these => sql`select dispose_of_children(${these}::integer[]) as rows`,
  meetings: these => sql`select dispose_of_meetings(${these}::integer[]) as rows`,
  files: these => sql`select dispose_of_files(${these}::integer[]) as rows`,
  staff: these => sql`select dispose_of_staff(${these}::integer[]) as rows`,
}

/**
 * Deletes what is due of a kind today and not on hold: only what the review showed, so that what became due meanwhile waits for the next.
 * What is left is an event and a count. Answers how many went.
 */
export async function disposeOfDue(
  db: Db,
  by: By,
  on: Day,
  given: { kind: Reviewed; shown: readonly number[]; why: string },
): Promise<number> {
  const { kind, shown, why } = given
  const due = (await listDue(db, kind, on)).filter(({ id, isHeld }) => !isHeld && shown.includes(id))
  if (due.length === 0) return 0
  const { rows } = await db.one<{ rows: number }>(DISPOSED[kind](due.map(({ id }) => id)), 'disposal')
  await noteDisposal(db, by, on, { kind, children: due.length, rows, rule: ruleOf(await findPeriod(db, kind)), why })
  await addEvent(db, by, 'dispose', kind, null, { [kind]: due.length, rows }, why)
  return due.length
}

type NewDisposal = { kind: Kind; children: number; rows: number; rule: string; why: string }

/** `by` is null for what goes by its rule alone. */
export const noteDisposal = (db: Db, by: By | null, on: Day, given: NewDisposal) =>
  db.run(sql`
    insert into disposal (authority_id, kind, children, rows, rule, why, disposed_on, recorded_by, post_id)
    values (current_authority(), ${given.kind}, ${given.children}, ${given.rows}, ${given.rule}, ${given.why}, ${on},
            ${by?.personId ?? null}, ${by?.postId ?? null})`)
