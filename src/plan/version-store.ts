/**
 * A plan that was read, kept as a version. What is matched to the version before keeps its identity and its whole history;
 * what is new begins here; what is gone is said to be gone. Rows go in by the hundred: a plan of 10,000 rows is a few statements.
 */
import type { Layout, Lead, ObjectiveReading, PlanReading, ThemeReading } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Doing } from './action-store.ts'
import { deliveryOf, impactOf } from './rating-words.ts'

/** What is to be kept, and how it meets what is here. Themes, objectives and actions are counted through the reading, from 0. */
export type Keeping = {
  reading: PlanReading
  title: string
  /** The plan that this is a newer version of; null for a plan of its own. */
  planId: number | null
  startsOn: Day | null
  endsOn: Day | null
  /** From which day it is the plan. */
  fromOn: Day
  documentId: number | null
  note: string
  /** The theme, objective or action that each one of the reading continues; null where it is new. */
  continues: { themes: (number | null)[]; objectives: (number | null)[]; actions: (number | null)[] }
  /** What became of actions that this version no longer holds. */
  gone: {
    actionId: number
    kind: 'replaced' | 'split' | 'merged' | 'completed' | 'dropped'
    toAction: number | null
    note: string
  }[]
  /** The post that each lead of the reading is, by its words; words with none stay words. */
  posts: Map<string, number>
}

export type Kept = { planId: number; planVersionId: number; number: number; actionIds: number[] }

export async function keepVersion(db: Db, doing: Doing, keeping: Keeping): Promise<Kept> {
  const planId = keeping.planId ?? (await addPlan(db, keeping))
  const version = await addVersion(db, doing, planId, keeping)
  const at = { ...version, planId, fromOn: keeping.fromOn, by: doing.personId }
  const themeIds = await idsOf(db, 'theme', planId, keeping.continues.themes)
  await addThemeWordings(db, at, keeping.reading.themes, themeIds)
  const objectives = keeping.reading.themes.flatMap((theme, index) =>
    theme.objectives.map(objective => ({ theme, objective, themeId: themeIds[index]! })),
  )
  const objectiveIds = await idsOf(db, 'objective', planId, keeping.continues.objectives)
  await addObjectiveWordings(db, at, objectives, objectiveIds)
  const objectiveIdOf = (theme: ThemeReading, ref: string | null) =>
    objectiveIds[objectives.findIndex(one => one.theme === theme && one.objective.ref === ref)] ?? null
  const actionIds = await idsOf(db, 'action', planId, keeping.continues.actions)
  const actions = keeping.reading.themes
    .flatMap((theme, index) =>
      theme.actions.map(action => ({
        action,
        themeId: themeIds[index]!,
        objectiveId: objectiveIdOf(theme, action.objective),
      })),
    )
    .map((one, index) => ({
      ...one,
      actionId: actionIds[index]!,
      isNew: keeping.continues.actions[index] === null,
      position: index + 1,
    }))
  await addActionWordings(db, at, actions, keeping)
  await addTimescales(db, at, actions)
  await addLeadChanges(db, at, actions, keeping.posts)
  await addTargets(db, at, actions)
  await addCitations(
    db,
    at,
    actions,
    objectives.map(({ objective }, index) => ({ objective, objectiveId: objectiveIds[index]! })),
  )
  await addFirstRatings(db, at, actions)
  await addSuccessions(db, at, keeping, actionIds)
  await addEvent(db, doing, 'keep-plan', 'plan', planId, {
    version: version.number,
    actions: actionIds.length,
    gone: keeping.gone.length,
  })
  return { planId, ...version, actionIds }
}

type At = { planId: number; planVersionId: number; number: number; fromOn: Day; by: number }
type ToAdd = {
  action: ThemeReading['actions'][number]
  themeId: number
  objectiveId: number | null
  actionId: number
  isNew: boolean
  position: number
}

const addPlan = async (db: Db, { title, startsOn, endsOn }: Keeping) =>
  (
    await db.one<{ planId: number }>(
      sql`insert into plan (authority_id, title, starts_on, ends_on) values (current_authority(), ${title}, ${startsOn}, ${endsOn}) returning plan_id as "planId"`,
      'plan just added',
    )
  ).planId

const addVersion = (db: Db, doing: Doing, planId: number, keeping: Keeping) =>
  db.one<{ planVersionId: number; number: number }>(
    sql`
      insert into plan_version (authority_id, plan_id, number, title, from_on, layout, surroundings, document_id, note, kept_by)
      select current_authority(), ${planId}, coalesce(max(number), 0) + 1, ${keeping.title}, ${keeping.fromOn}, ${keeping.reading.layouts}::jsonb,
             ${keeping.reading.surroundings}::jsonb, ${keeping.documentId}, ${keeping.note}, ${doing.personId}
      from plan_version where plan_id = ${planId}
      returning plan_version_id as "planVersionId", number`,
    'version just added',
  )

/** The ids of things that continue, and new ones for those that do not, in the same order. */
async function idsOf(
  db: Db,
  thing: 'theme' | 'objective' | 'action',
  planId: number,
  continues: (number | null)[],
): Promise<number[]> {
  const missing = continues.filter(id => id === null).length
  const added = missing === 0 ? [] : await db.rows<{ id: number }>(NEW[thing](planId, missing))
  const fresh = added.map(row => row.id).sort((a, b) => a - b)
  return continues.map(id => id ?? fresh.shift()!)
}

const NEW = {
  theme: (planId: number, count: number) =>
    sql`insert into theme (authority_id, plan_id) select current_authority(), ${planId} from generate_series(1, ${count}::integer) returning theme_id as id`,
  objective: (planId: number, count: number) =>
    sql`insert into objective (authority_id, plan_id) select current_authority(), ${planId} from generate_series(1, ${count}::integer) returning objective_id as id`,
  action: (planId: number, count: number) =>
    sql`insert into action (authority_id, plan_id) select current_authority(), ${planId} from generate_series(1, ${count}::integer) returning action_id as id`,
}

const addThemeWordings = (db: Db, at: At, themes: ThemeReading[], themeIds: number[]) => {
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

const addObjectiveWordings = (
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

const addActionWordings = (db: Db, at: At, actions: ToAdd[], keeping: Keeping) => {
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
    unmapped: action.unmapped,
  }))
  return db.run(sql`
    insert into action_wording (authority_id, action_id, plan_version_id, theme_id, objective_id, ref, text, desired_outcome, lead_text, measure_text,
                                monitored_by, evidence_text, unmapped, position, from_on, reason, recorded_by)
    select current_authority(), r.id, ${at.planVersionId}, r.theme, r.objective, r.ref, r.text, r.outcome, r.lead, r.measure, r.body, r.evidence, r.unmapped,
           r.position, ${at.fromOn}, ${`Version ${at.number}${keeping.note === '' ? '' : `: ${keeping.note}`}`}, ${at.by}
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, theme integer, objective integer, position integer, ref text, text text, outcome text,
                                                  lead text, measure text, body text, evidence text, unmapped jsonb)`)
}

/** The first agreed timescale of a new action; for one that continues, a row only where the version words it otherwise. */
const addTimescales = (db: Db, at: At, actions: ToAdd[]) => {
  const rows = actions.map(({ action, actionId }) => ({
    id: actionId,
    text: action.timescaleText,
    start_text: action.startText,
    end_text: action.endText,
    kind: action.timescale.kind,
    earliest: action.timescale.earliest,
    latest: action.timescale.latest,
  }))
  return db.run(sql`
    insert into action_timescale (authority_id, action_id, agreed_on, text, start_text, end_text, kind, earliest_on, latest_on, reason, recorded_by)
    select current_authority(), r.id, ${at.fromOn}, r.text, r.start_text, r.end_text, r.kind, r.earliest, r.latest, ${`Version ${at.number} of the plan`}, ${at.by}
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, text text, start_text text, end_text text, kind text, earliest date, latest date)
    left join lateral (
      select text, latest_on from action_timescale t where t.action_id = r.id order by agreed_on desc, action_timescale_id desc limit 1
    ) now on true
    where now.text is null or now.text <> r.text`)
}

/** Leads that were matched to posts. An action that continues under the same posts gets no row. */
async function addLeadChanges(db: Db, at: At, actions: ToAdd[], posts: Map<string, number>) {
  const rows = actions.flatMap(({ action, actionId }) => {
    const ids = postsOf(action.leads, posts)
    return ids.length === 0 ? [] : [{ id: actionId, posts: ids }]
  })
  if (rows.length === 0) return
  await db.run(sql`
    with given as (
      select r.id, array(select p::integer from jsonb_array_elements_text(r.posts) with ordinality as e (p, n) order by n) as posts
      from jsonb_to_recordset(${rows}::jsonb) as r (id integer, posts jsonb)
    ), changed as (
      select g.* from given g
      left join lateral (
        select action_leads_id from action_leads l where l.action_id = g.id order by from_on desc, action_leads_id desc limit 1
      ) now on true
      where now.action_leads_id is null
         or g.posts is distinct from array(select post_id from action_leads_post lp where lp.action_leads_id = now.action_leads_id order by position)
    ), added as (
      insert into action_leads (authority_id, action_id, from_on, reason, recorded_by)
      select current_authority(), c.id, ${at.fromOn}, ${`Version ${at.number} of the plan`}, ${at.by} from changed c
      returning action_leads_id, action_id
    )
    insert into action_leads_post (authority_id, action_leads_id, position, post_id)
    select current_authority(), added.action_leads_id, e.n, e.post_id
    from added join changed on changed.id = added.action_id cross join lateral unnest(changed.posts) with ordinality as e (post_id, n)`)
}

/** Each post once, in the order the document names them. */
const postsOf = (leads: Lead[], posts: Map<string, number>): number[] => [
  ...new Set(leads.map(lead => posts.get(lead.text)).filter(id => id !== undefined)),
]

const addTargets = (db: Db, at: At, actions: ToAdd[]) => {
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

const addCitations = (
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

/** Ratings that the document itself gives by its own key: kept for actions that are new here, as the document's, not a person's. */
const addFirstRatings = (db: Db, at: At, actions: ToAdd[]) => {
  const rows = actions.flatMap(({ action, actionId, isNew }) => {
    const [delivery, impact] = [deliveryOf(action.delivery), impactOf(action.impact)]
    if (!isNew || (delivery === null && impact === null)) return []
    const words = [action.delivery, action.impact].flatMap(read => read?.text || read?.meaning || []).join('; ')
    return [
      {
        id: actionId,
        delivery: delivery ?? 'not-started',
        impact: impact ?? 'none',
        reason: `As the plan document gives it: ${words}`,
      },
    ]
  })
  return db.run(sql`
    insert into action_rating (authority_id, action_id, rated_on, delivery, impact, reason, rated_by)
    select current_authority(), r.id, ${at.fromOn}, r.delivery, r.impact, r.reason, ${at.by}
    from jsonb_to_recordset(${rows}::jsonb) as r (id integer, delivery text, impact text, reason text)`)
}

const addSuccessions = (db: Db, at: At, { gone }: Keeping, actionIds: number[]) => {
  const rows = gone.map(({ actionId, toAction, ...rest }) => ({
    from: actionId,
    to: toAction === null ? null : actionIds[toAction],
    ...rest,
  }))
  return db.run(sql`
    insert into action_succession (authority_id, plan_version_id, from_action_id, to_action_id, kind, note)
    select current_authority(), ${at.planVersionId}, r."from", r."to", r.kind, r.note
    from jsonb_to_recordset(${rows}::jsonb) as r ("from" integer, "to" integer, kind text, note text)`)
}

export type PlanVersion = {
  planVersionId: number
  number: number
  title: string
  fromOn: Day
  note: string
  keptAt: Date
  keptBy: string
  actions: number
  documentId: number | null
  documentName: string | null
}

/** The plan's versions, newest first. */
export const listVersions = (db: Db, planId: number) =>
  db.rows<PlanVersion>(sql`
    select v.plan_version_id as "planVersionId", v.number, v.title, v.from_on as "fromOn", v.note, v.kept_at as "keptAt", p.name as "keptBy",
           (select count(distinct action_id) from action_wording w where w.plan_version_id = v.plan_version_id)::integer as actions,
           v.document_id as "documentId", d.name as "documentName"
    from plan_version v
    join person p on p.person_id = v.kept_by
    left join document d on d.document_id = v.document_id
    where v.plan_id = ${planId} order by v.number desc`)

/** The columns of the document that a version came from, for exports in the council's own layout; null where it came from none. */
export async function findLayout(db: Db, planVersionId: number): Promise<Layout | null> {
  const { layout } = await db.one<{ layout: Layout[] }>(
    sql`select layout from plan_version where plan_version_id = ${planVersionId}`,
    `version ${planVersionId} of the plan`,
  )
  return layout[0] ?? null
}
