/** The measures that actions are followed by, and what of the plan relies on a measure. */
import type { Relying } from '../measures/reliance.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Doing } from './action-store.ts'
import { resolveCitation } from './citation.ts'
import { allActions } from './plan.ts'
import { findCurrentPlanId, findPlanAsAt, listSources } from './store.ts'
import { actionAddress } from './words.tsx'

export type ActionMeasure = { actionMeasureId: number; actionId: number; measure: string; from: Day }

const inForce = (asAt: Day) => sql`from_on <= ${asAt} and (withdrawn_on is null or withdrawn_on > ${asAt})`

/** The measures an action is followed by on a day, in the order they were tied to it. */
export const listMeasuresOf = (db: Db, actionId: number, asAt: Day) =>
  db.rows<ActionMeasure>(sql`
    select action_measure_id as "actionMeasureId", action_id as "actionId", measure, from_on as "from" from action_measure
    where action_id = ${actionId} and ${inForce(asAt)} order by action_measure_id`)

/** Every tie of an action to a measure on a day. */
export const listMeasureTies = (db: Db, asAt: Day) =>
  db.rows<{ actionId: number; measure: string }>(
    sql`select action_id as "actionId", measure from action_measure where ${inForce(asAt)} order by action_measure_id`,
  )

export async function tieMeasure(db: Db, doing: Doing, actionId: number, measure: string) {
  await db.run(sql`
    insert into action_measure (authority_id, action_id, measure, from_on, recorded_by)
    values (current_authority(), ${actionId}, ${measure}, ${doing.on}, ${doing.personId})`)
  await addEvent(db, doing, 'tie-measure', 'action', actionId, { measure })
}

/** Ends a tie; the row stays, so that earlier days still show it. */
export async function untieMeasure(db: Db, doing: Doing, actionMeasureId: number, reason: string) {
  const touched = await db.run(sql`
    update action_measure set withdrawn_on = ${doing.on}, withdrawn_by = ${doing.personId}, withdrawn_reason = ${reason}
    where action_measure_id = ${actionMeasureId} and withdrawn_on is null`)
  if (touched > 0) await addEvent(db, doing, 'untie-measure', 'action-measure', actionMeasureId)
}

/** The actions tied to a measure on a day, with the findings they answer: what would have to be asked again were the figure wrong. */
export async function listReliance(db: Db, measure: string, asAt: Day): Promise<Relying[]> {
  const tied = await db.rows<{ actionId: number }>(
    sql`select action_id as "actionId" from action_measure where measure = ${measure} and ${inForce(asAt)}`,
  )
  const planId = tied.length === 0 ? null : await findCurrentPlanId(db, asAt)
  if (planId === null) return []
  const [plan, sources] = await Promise.all([findPlanAsAt(db, planId, asAt), listSources(db, asAt)])
  const ids = new Set(tied.map(({ actionId }) => actionId))
  const actions = allActions(plan).filter(({ actionId }) => ids.has(actionId))
  const found = new Map<number, Relying>()
  for (const { citations } of actions)
    for (const citation of citations) {
      const { finding, source } = resolveCitation(citation, sources)
      if (finding && source)
        found.set(finding.findingId, {
          what: 'finding',
          ref: `${source.shortName} ${finding.ref}`,
          text: finding.text,
          href: `/findings/${finding.findingId}`,
        })
    }
  return [
    ...found.values(),
    ...actions.map(({ actionId, ref, text }): Relying => ({
      what: 'action',
      ref,
      text,
      href: actionAddress(actionId),
    })),
  ]
}
