/** The words of a version, kept by the hundred: its themes, objectives and actions as the document has them, and the targets they promise. */
import type { ObjectiveReading, ThemeReading } from '../intake/plan-reading.ts'
import { ratingWords } from '../intake/rating-key.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { deliveryOf, impactOf, RATING_LEFT } from './rating-words.ts'
import type { Keeping } from './version-store.ts'

/** The version that rows are added to. */
export type At = { planId: number; planVersionId: number; number: number; fromOn: Day; by: number }

/** An action of the reading with what it is here; `position` counts from 1 through the plan. */
export type ToAdd = {
  action: ThemeReading['actions'][number]
  themeId: number
  objectiveId: number | null
  actionId: number
  isNew: boolean
  position: number
}

export const addThemeWordings = (db: Db, at: At, themes: ThemeReading[], themeIds: number[]) => {
  const rows = themes.map((theme, index) => ({
    id: themeIds[index],
    ref: theme.ref,
    title: theme.title,
    position: index + 1,
  }))
  return db.run(sql`
    insert into theme_wording (authority_id, theme_id, plan_version_id, ref, title, aim, position)
    select current_authority(), r.id, ${at.planVersionId}, r.ref, r.title,
           coalesce((select aim from theme_wording w where w.theme_id = r.id order by theme_wording_id desc limit 1), ''), r.position
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, ref text, title text, position integer)`)
}

export const addObjectiveWordings = (
  db: Db,
  at: At,
  objectives: { objective: ObjectiveReading; themeId: number }[],
  objectiveIds: number[],
) => {
  const rows = objectives.map(({ objective, themeId }, index) => ({
    id: objectiveIds[index],
    theme: themeId,
    ref: objective.ref,
    section: objective.section ?? '',
    text: objective.text,
    position: index + 1,
  }))
  return db.run(sql`
    insert into objective_wording (authority_id, objective_id, plan_version_id, theme_id, ref, section, text, position)
    select current_authority(), r.id, ${at.planVersionId}, r.theme, r.ref, r.section, r.text, r.position
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, theme integer, ref text, section text, text text, position integer)`)
}

export const addActionWordings = (db: Db, at: At, actions: ToAdd[], keeping: Keeping) => {
  const rows = actions.map(({ action, ...to }) => ({
    id: to.actionId,
    theme: to.themeId,
    objective: to.objectiveId,
    position: to.position,
    ref: action.ref,
    text: action.text,
    outcome: action.desiredOutcome,
    lead: action.leadText,
    measure: action.measureText,
    body: action.monitoredBy,
    evidence: action.evidenceText,
    unmapped: { ...action.unmapped, ...ratingWordsLeft(action) },
  }))
  return db.run(sql`
    insert into action_wording (authority_id, action_id, plan_version_id, theme_id, objective_id, ref, text, desired_outcome, lead_text, measure_text,
                                monitored_by, evidence_text, unmapped, position, from_on, reason, recorded_by)
    select current_authority(), r.id, ${at.planVersionId}, r.theme, r.objective, r.ref, r.text, r.outcome, r.lead, r.measure, r.body, r.evidence, r.unmapped,
           r.position, ${at.fromOn}, ${`Version ${at.number}${keeping.note === '' ? '' : `: ${keeping.note}`}`}, ${at.by}
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, theme integer, objective integer, position integer, ref text, text text, outcome text,
                                                  lead text, measure text, body text, evidence text, unmapped jsonb)`)
}

/** Rating cells that say neither of the two ratings plainly: kept as they are, so that nothing of the document is lost. */
const ratingWordsLeft = ({ delivery, impact }: ThemeReading['actions'][number]): Record<string, string> => ({
  ...(delivery && deliveryOf(delivery) === null && { [RATING_LEFT.delivery]: ratingWords(delivery) ?? '' }),
  ...(impact && impactOf(impact) === null && { [RATING_LEFT.impact]: ratingWords(impact) ?? '' }),
})

export const addTargets = (db: Db, at: At, actions: ToAdd[]) => {
  const rows = actions.flatMap(({ action, actionId }) =>
    action.targets.map((target, index) => ({
      id: actionId,
      position: index + 1,
      ...target,
      up_to: target.upTo,
      due_on: target.dueOn,
    })),
  )
  return db.run(sql`
    insert into action_target (authority_id, action_id, plan_version_id, text, value, up_to, unit, bound, due_on, series, position)
    select current_authority(), r.id, ${at.planVersionId}, r.text, r.value, r.up_to, r.unit, r.bound, r.due_on, r.series, r.position
    from jsonb_to_recordset(${rows}::jsonb)
      as r (id integer, text text, value numeric, up_to numeric, unit text, bound text, due_on date, series text, position integer)`)
}
