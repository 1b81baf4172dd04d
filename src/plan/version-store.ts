/**
 * A plan that was read, kept as a version. What is matched to the version before keeps its identity and its whole history;
 * what is new begins here; what is gone is said to be gone. Rows go in by the hundred: a plan of 10,000 rows is a few statements.
 */
import type { Layout, PlanReading, ThemeReading } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Doing } from './action-store.ts'
import { addFirstRatings, addLeadChanges, addTimescales } from './version-changes.ts'
import { addCitations, carryLinks } from './version-links.ts'
import { addActionWordings, addObjectiveWordings, addTargets, addThemeWordings, type At } from './version-words.ts'

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
  /** Actions that continue and that the document rates otherwise, whose rating in the document is to be taken, counted from 0. */
  takeRatings?: Set<number>
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
  await carryLinks(db, at)
  await addFirstRatings(db, at, actions, keeping.takeRatings ?? new Set())
  await addSuccessions(db, at, keeping, actionIds)
  await addEvent(db, doing, 'keep-plan', 'plan', planId, {
    version: version.number,
    actions: actionIds.length,
    gone: keeping.gone.length,
  })
  return { planId, ...version, actionIds }
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
      insert into plan_version (authority_id, plan_id, number, title, from_on, starts_on, ends_on, layout, surroundings, document_id, note, kept_by)
      select current_authority(), ${planId}, coalesce(max(number), 0) + 1, ${keeping.title}, ${keeping.fromOn}, ${keeping.startsOn}, ${keeping.endsOn}, ${keeping.reading.layouts}::jsonb,
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

/** From a day on the programme runs on this plan, of the several that the authority holds. */
export async function usePlan(db: Db, doing: Doing, planId: number) {
  await db.run(sql`
    insert into plan_in_use (authority_id, plan_id, since_on, recorded_by)
    values (current_authority(), ${planId}, ${doing.on}, ${doing.personId})`)
  await addEvent(db, doing, 'use-plan', 'plan', planId)
}
