/** The links of a version: those its words make, and those that people made or ended by hand, carried on from the version before. */
import type { ObjectiveReading } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { At, ToAdd } from './version-words.ts'

export const addCitations = (
  db: Db,
  at: At,
  actions: ToAdd[],
  objectives: { objective: ObjectiveReading; objectiveId: number }[],
) => {
  const rows = [
    ...objectives.flatMap(({ objective, objectiveId }) =>
      objective.cites.map(cite => ({ action: null, objective: objectiveId, ...cite })),
    ),
    ...actions.flatMap(({ action, actionId }) =>
      action.cites.map(cite => ({ action: actionId, objective: null, ...cite })),
    ),
  ]
  return db.run(sql`
    insert into citation (authority_id, plan_version_id, action_id, objective_id, source_name, ref, text, from_on, recorded_by)
    select current_authority(), ${at.planVersionId}, r.action, r.objective, r.source, r.ref, r.text, ${at.fromOn}, ${at.by}
    from jsonb_to_recordset(${rows}::jsonb) as r (action integer, objective integer, source text, ref text, text text)`)
}

/**
 * Links made by hand go on with what continues, unless the words now make them too. A link that was ended stays ended where the new
 * words make it again: the reason it was ended for still stands until someone links it anew.
 */
export async function carryLinks(db: Db, at: At) {
  const before = sql`(select plan_version_id from plan_version where plan_id = ${at.planId} and number = ${at.number} - 1)`
  await db.run(sql`
    insert into citation (authority_id, plan_version_id, action_id, objective_id, source_name, ref, text, from_on, recorded_by, by_hand)
    select c.authority_id, ${at.planVersionId}, c.action_id, c.objective_id, c.source_name, c.ref, c.text, ${at.fromOn}, c.recorded_by, true
    from citation c
    where c.plan_version_id = ${before} and c.by_hand and c.withdrawn_on is null
      and (exists (select from action_wording w where w.plan_version_id = ${at.planVersionId} and w.action_id = c.action_id)
        or exists (select from objective_wording w where w.plan_version_id = ${at.planVersionId} and w.objective_id = c.objective_id))
      and not exists (select from citation n where n.plan_version_id = ${at.planVersionId} and ${SAME_LINK})`)
  await db.run(sql`
    update citation n set withdrawn_on = n.from_on, withdrawn_by = c.withdrawn_by, withdrawn_reason = c.withdrawn_reason
    from citation c
    where n.plan_version_id = ${at.planVersionId} and c.plan_version_id = ${before} and c.withdrawn_on is not null and ${SAME_LINK}
      and not exists (select from citation o where o.plan_version_id = ${before} and o.withdrawn_on is null
                        and o.action_id is not distinct from c.action_id and o.objective_id is not distinct from c.objective_id
                        and lower(o.source_name) = lower(c.source_name) and o.ref is not distinct from c.ref)`)
}

/** One action or objective citing one finding, in the version before (`c`) and in this one (`n`). */
const SAME_LINK = sql`
  n.action_id is not distinct from c.action_id and n.objective_id is not distinct from c.objective_id
  and lower(n.source_name) = lower(c.source_name) and n.ref is not distinct from c.ref`
