/**
 * The plan and its sources as they stood at the end of a day. Each statement reads one kind of row for the whole plan (or one
 * action of it); `assemble` puts them together. Nothing here changes anything.
 */
import type { Citation, Target } from '../intake/plan-reading.ts'
import type { Db } from '../store/database.ts'
import { listAttachmentsOfActions } from './attachment-store.ts'
import { NotFound, NotYet } from '../store/not-found.ts'
import { type Sql, sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { longDay } from '../terms/day.ts'
import type { Action, AgreedTimescale, Evidence, LeadingPost, Milestone } from './action.ts'
import type { Objective, Plan, Theme } from './plan.ts'
import type { Finding, Source } from './source.ts'

/** The plans of the authority, the one with the newest version first. Most have one. */
export const listPlans = (db: Db) =>
  db.rows<{ planId: number; title: string; versions: number; fromOn: Day }>(sql`
    select p.plan_id as "planId", (array_agg(v.title order by v.number desc))[1] as title, count(*)::integer as versions, max(v.from_on) as "fromOn"
    from plan p join plan_version v using (authority_id, plan_id)
    group by p.plan_id, p.title order by max(v.from_on) desc, p.plan_id desc`)

/**
 * The plan that the programme runs on: the one that was last kept or turned to, as at a day where one is given (the first of all
 * where none had begun by then). Null before any was kept.
 */
export const findCurrentPlanId = async (db: Db, asAt: Day | null = null): Promise<number | null> =>
  (
    await db.maybe<{ planId: number }>(sql`
      select plan_id as "planId"
      from (
        select plan_id, from_on as turned_on, kept_at as recorded_at from plan_version
        union all
        select plan_id, since_on, recorded_at from plan_in_use
      ) turn, lateral (select turned_on <= coalesce(${asAt}::date, turned_on) as begun) "at"
      order by begun desc, case when begun then turned_on end desc, turned_on, recorded_at desc limit 1`)
  )?.planId ?? null

type VersionRow = Omit<Plan, 'version' | 'asAt' | 'themes'> & Plan['version']

/** A version with the title and period that it gives the plan; what it leaves out is as the plan began. */
const VERSION = sql`
  v.plan_id as "planId", v.title, coalesce(v.starts_on, p.starts_on) as "startsOn", coalesce(v.ends_on, p.ends_on) as "endsOn",
  v.plan_version_id as "planVersionId", v.number, v.from_on as "fromOn"`

/** The plan as at a day. Throws `NotYet` where it had no version yet on that day. */
export async function findPlanAsAt(db: Db, planId: number, asAt: Day): Promise<Plan> {
  const version = await db.maybe<VersionRow>(
    sql`
      select ${VERSION}
      from plan p join plan_version v using (authority_id, plan_id)
      where p.plan_id = ${planId} and v.from_on <= ${asAt} order by v.from_on desc, v.number desc limit 1`,
  )
  if (!version) throw await notYet(db, `plan on ${longDay(asAt)}`, sql`plan_version where plan_id = ${planId}`)
  return planOfVersion(db, version, asAt)
}

/** What to throw where something of the plan is not there on a day: since when it is, where it ever is. `versions` are those that hold it. */
async function notYet(db: Db, what: string, versions: Sql): Promise<NotFound> {
  const first = await db.maybe<{ since: Day | null }>(sql`select min(from_on) as since from ${versions}`)
  return first?.since ? new NotYet(what, first.since) : new NotFound(what)
}

async function planOfVersion(db: Db, row: VersionRow, asAt: Day): Promise<Plan> {
  const of = { planVersionId: row.planVersionId, asAt, only: sql`` }
  const [themes, objectives, citations, actions] = await Promise.all([
    themeRows(db, row.planVersionId),
    objectiveRows(db, row.planVersionId),
    citationRows(db, { ...of, only: sql`and objective_id is not null` }),
    listActions(db, of),
  ])
  const citedBy = grouped(citations, citation => citation.objectiveId!)
  const inTheme = grouped(actions, action => action.themeId)
  return {
    planId: row.planId,
    title: row.title,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    version: {
      planVersionId: row.planVersionId,
      number: row.number,
      title: row.title,
      fromOn: row.fromOn,
    },
    asAt,
    themes: themes.map((theme): Theme => ({
      ...theme,
      objectives: objectives
        .filter(objective => objective.themeId === theme.themeId)
        .map(({ themeId: _, ...objective }): Objective => ({
          ...objective,
          citations: (citedBy.get(objective.objectiveId) ?? []).map(asCitation),
        })),
      actions: inTheme.get(theme.themeId) ?? [],
    })),
  }
}

const themeRows = (db: Db, planVersionId: number) =>
  db.rows<Pick<Theme, 'themeId' | 'ref' | 'title' | 'aim'>>(sql`
    select theme_id as "themeId", ref, title, aim from theme_wording where plan_version_id = ${planVersionId} order by position`)

const objectiveRows = (db: Db, planVersionId: number) =>
  db.rows<Omit<Objective, 'citations'> & { themeId: number }>(sql`
    select objective_id as "objectiveId", theme_id as "themeId", ref, section, text
    from objective_wording where plan_version_id = ${planVersionId} order by position`)

/** Which actions are read: those of a version on a day, all or (`only`, a condition on `action_id`) some. */
export type ActionsOf = { planVersionId: number; asAt: Day; only: Sql }

/** An action with the theme it stands in: two themes of a plan may carry one reference. */
export type PlacedAction = Action & { themeId: number }

/** The actions, in the plan's order, with everything that is so about them on the day. */
export async function listActions(db: Db, of: ActionsOf): Promise<PlacedAction[]> {
  const rows = await actionRows(db, of)
  // Their ids are told rather than asked for again: the planner then knows how many there are, whatever its statistics say.
  const ids = rows.map(row => row.actionId)
  const [timescales, leads, citations, targets, evidence, files, milestones] = await Promise.all([
    timescaleRows(db, of, ids),
    leadRows(db, of, ids),
    citationRows(db, { ...of, only: sql`and action_id is not null ${of.only}` }),
    targetRows(db, of),
    evidenceRows(db, of, ids),
    listAttachmentsOfActions(db, ids, of.asAt),
    milestoneRows(db, of, ids),
  ])
  const byAction = <Row extends { actionId: number | null }>(all: Row[]) => grouped(all, row => row.actionId!)
  const [timescalesOf, leadsOf, citationsOf] = [byAction(timescales), byAction(leads), byAction(citations)]
  const [targetsOf, evidenceOf, milestonesOf] = [byAction(targets), byAction(evidence), byAction(milestones)]
  const filesOf = grouped(files, file => file.evidenceId)
  return rows.map(row => {
    const agreed = (timescalesOf.get(row.actionId) ?? []).map(asTimescale)
    return {
      ...row,
      leads: (leadsOf.get(row.actionId) ?? []).map(({ postId, title }): LeadingPost => ({ postId, title })),
      firstTimescale: agreed[0] ?? NO_TIMESCALE,
      timescale: agreed.at(-1) ?? NO_TIMESCALE,
      revisions: Math.max(0, agreed.length - 1),
      targets: (targetsOf.get(row.actionId) ?? []).map(({ actionId: _, ...target }): Target => target),
      citations: (citationsOf.get(row.actionId) ?? []).map(asCitation),
      evidence: (evidenceOf.get(row.actionId) ?? []).map(({ actionId: _, ...one }): Evidence => ({
        ...one,
        files: filesOf.get(one.evidenceId) ?? [],
      })),
      milestones: (milestonesOf.get(row.actionId) ?? []).map(({ actionId: _, ...one }): Milestone => one),
    }
  })
}

/** One action as it stood on a day, in the version then in force. Throws `NotFound`. */
export async function findAction(db: Db, actionId: number, asAt: Day): Promise<Action> {
  const version = await db.maybe<{ planVersionId: number }>(
    sql`
      select w.plan_version_id as "planVersionId" from action_wording w join plan_version v using (authority_id, plan_version_id)
      where w.action_id = ${actionId} and v.from_on <= ${asAt} order by v.from_on desc, v.number desc limit 1`,
  )
  if (!version)
    throw await notYet(
      db,
      `such action in the plan on ${longDay(asAt)}`,
      sql`plan_version where plan_version_id in (select plan_version_id from action_wording where action_id = ${actionId})`,
    )
  const [action] = await listActions(db, { ...version, asAt, only: sql`and action_id = ${actionId}` })
  if (!action) throw new NotFound(`action ${actionId} in the plan on ${longDay(asAt)}`)
  return action
}

type ActionRow = Omit<
  PlacedAction,
  'leads' | 'firstTimescale' | 'timescale' | 'revisions' | 'targets' | 'citations' | 'evidence' | 'milestones'
>

const actionRows = (db: Db, of: ActionsOf) =>
  db.rows<ActionRow>(sql`
    select w.action_id as "actionId", w.ref, w.text, w.desired_outcome as "desiredOutcome", t.ref as "themeRef", w.theme_id as "themeId", w.objective_id as "objectiveId",
           o.ref as "objectiveRef", w.lead_text as "leadText", w.measure_text as "measureText", w.monitored_by as "monitoredBy",
           w.evidence_text as "evidenceText", w.unmapped, coalesce(r.delivery, 'not-started') as delivery, coalesce(r.impact, 'none') as impact,
           coalesce(r.reason, '') as reason, r.rated_on as "ratedOn", greatest(r.rated_on, u.said_on) as "lastUpdateOn"
    from (
      select distinct on (action_id) * from action_wording
      where plan_version_id = ${of.planVersionId} and from_on <= ${of.asAt} ${of.only}
      order by action_id, from_on desc, action_wording_id desc
    ) w
    join theme_wording t on t.theme_id = w.theme_id and t.plan_version_id = w.plan_version_id
    left join objective_wording o on o.objective_id = w.objective_id and o.plan_version_id = w.plan_version_id
    left join lateral (
      select delivery, impact, reason, rated_on from action_rating
      where action_id = w.action_id and rated_on <= ${of.asAt} order by rated_on desc, action_rating_id desc limit 1
    ) r on true
    left join lateral (select max(said_on) as said_on from action_update where action_id = w.action_id and said_on <= ${of.asAt}) u on true
    order by t.position, w.position`)

type TimescaleRow = Omit<AgreedTimescale, 'earliest' | 'latest'> & {
  actionId: number
  earliestOn: Day | null
  latestOn: Day | null
}

const timescaleRows = (db: Db, of: ActionsOf, ids: number[]) =>
  db.rows<TimescaleRow>(sql`
    select action_id as "actionId", kind, text, earliest_on as "earliestOn", latest_on as "latestOn", next_test_on as "nextTestOn",
           agreed_on as "agreedOn", agreed_by as "agreedBy", reason, start_text as "startText", end_text as "endText"
    from action_timescale where action_id = any(${ids}::integer[]) and agreed_on <= ${of.asAt} order by action_id, agreed_on, action_timescale_id`)

const asTimescale = ({ actionId: _, earliestOn, latestOn, ...rest }: TimescaleRow): AgreedTimescale => ({
  ...rest,
  earliest: earliestOn,
  latest: latestOn,
})

const NO_TIMESCALE: AgreedTimescale = {
  kind: 'blank',
  earliest: null,
  latest: null,
  text: '',
  nextTestOn: null,
  agreedOn: '0001-01-01' as Day,
  agreedBy: '',
  reason: '',
}

const leadRows = (db: Db, of: ActionsOf, ids: number[]) =>
  db.rows<LeadingPost & { actionId: number }>(sql`
    select l.action_id as "actionId", p.post_id as "postId", post.title
    from (
      select distinct on (action_id) authority_id, action_id, action_leads_id from action_leads
      where action_id = any(${ids}::integer[]) and from_on <= ${of.asAt} order by action_id, from_on desc, action_leads_id desc
    ) l
    join action_leads_post p using (authority_id, action_leads_id)
    join post using (authority_id, post_id)
    order by l.action_id, p.position`)

type CitationRow = Citation & { citationId: number; actionId: number | null; objectiveId: number | null }

const citationRows = (db: Db, of: ActionsOf) =>
  db.rows<CitationRow>(sql`
    select citation_id as "citationId", action_id as "actionId", objective_id as "objectiveId", source_name as source, ref, text
    from citation
    where plan_version_id = ${of.planVersionId} and from_on <= ${of.asAt} and (withdrawn_on is null or withdrawn_on > ${of.asAt}) ${of.only}
    order by citation_id`)

const asCitation = ({ source, ref, text }: CitationRow): Citation => ({ source, ref, text })

const targetRows = (db: Db, of: ActionsOf) =>
  db.rows<Target & { actionId: number }>(sql`
    select action_id as "actionId", text, value, up_to as "upTo", unit, bound, due_on as "dueOn", series
    from action_target where plan_version_id = ${of.planVersionId} ${of.only} order by action_id, position`)

const evidenceRows = (db: Db, of: ActionsOf, ids: number[]) =>
  db.rows<Omit<Evidence, 'files'> & { actionId: number }>(sql`
    select evidence_id as "evidenceId", action_id as "actionId", kind, title, text, shows, speaks_of_on as "speaksOfOn", added_on as "addedOn"
    from evidence where action_id = any(${ids}::integer[]) and added_on <= ${of.asAt} order by action_id, speaks_of_on desc, evidence_id desc`)

const milestoneRows = (db: Db, of: ActionsOf, ids: number[]) =>
  db.rows<Milestone & { actionId: number }>(sql`
    select m.action_id as "actionId", m.milestone_id as "milestoneId", m.text, m.due_on as "dueOn", coalesce(moved.new_due_on, m.due_on) as "nowDueOn", last.outcome
    from milestone m
    left join lateral (
      select new_due_on from milestone_outcome where milestone_id = m.milestone_id and outcome = 'moved' and happened_on <= ${of.asAt}
      order by happened_on desc, milestone_outcome_id desc limit 1
    ) moved on true
    left join lateral (
      select nullif(outcome, 'moved') as outcome from milestone_outcome where milestone_id = m.milestone_id and happened_on <= ${of.asAt}
      order by happened_on desc, milestone_outcome_id desc limit 1
    ) last on true
    where m.action_id = any(${ids}::integer[]) and m.added_on <= ${of.asAt} order by m.action_id, coalesce(moved.new_due_on, m.due_on), m.milestone_id`)

/** The sources that were here on a day, newest issued first, each with its findings in the document's order. */
export async function listSources(db: Db, asAt: Day): Promise<Source[]> {
  const [sources, findings] = await Promise.all([sourceRows(db, asAt), findingRows(db, asAt)])
  const findingsOf = grouped(findings, finding => finding.sourceId)
  return sources.map(source => ({ ...source, findings: (findingsOf.get(source.sourceId) ?? []).map(asFinding) }))
}

const sourceRows = (db: Db, asAt: Day) =>
  db.rows<Omit<Source, 'findings'>>(sql`
    select source_id as "sourceId", title, short_name as "shortName", kind, publisher, issued_on as "issuedOn", known_as as "knownAs"
    from source where added_on <= ${asAt} order by issued_on desc nulls last, source_id`)

type FindingRow = Omit<Finding, 'closed'> & { closedOn: Day | null; closedReason: string | null }

const findingRows = (db: Db, asAt: Day) =>
  db.rows<FindingRow>(sql`
    select f.finding_id as "findingId", f.source_id as "sourceId", f.ref, f.heading, f.text, f.lead_text as "leadText",
           case when c.closed then c.since_on end as "closedOn", case when c.closed then c.reason end as "closedReason"
    from finding f
    left join lateral (
      select closed, since_on, reason from finding_closure
      where finding_id = f.finding_id and since_on <= ${asAt} order by since_on desc, finding_closure_id desc limit 1
    ) c on true
    order by f.source_id, f.position`)

const asFinding = ({ closedOn, closedReason, ...rest }: FindingRow): Finding => ({
  ...rest,
  closed: closedOn === null ? null : { on: closedOn, reason: closedReason ?? '' },
})

function grouped<Row, Key>(rows: Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}
