/** What happens to an action, kept: each function adds a dated row, says so in the record, and never changes an earlier one. */
import type { Timescale } from '../terms/timescale.ts'
import type { Db } from '../store/database.ts'
import { addEvent, type By } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import type { Delivery, EvidenceKind, Impact, Shows } from './action.ts'

/** Who does it, and the day it is done on. */
export type Doing = By & { on: Day }

export type GivenRating = { delivery: Delivery; impact: Impact; reason: string }

export async function addRating(db: Db, doing: Doing, actionId: number, given: GivenRating) {
  await db.run(sql`
    insert into action_rating (authority_id, action_id, rated_on, delivery, impact, reason, rated_by, post_id)
    values (current_authority(), ${actionId}, ${doing.on}, ${given.delivery}, ${given.impact}, ${given.reason}, ${doing.personId}, ${doing.postId})`)
  await addEvent(db, doing, 'rate-action', 'action', actionId, { delivery: given.delivery, impact: given.impact })
}

export async function addUpdate(db: Db, doing: Doing, actionId: number, text: string) {
  await db.run(sql`
    insert into action_update (authority_id, action_id, said_on, text, said_by, post_id)
    values (current_authority(), ${actionId}, ${doing.on}, ${text}, ${doing.personId}, ${doing.postId})`)
  await addEvent(db, doing, 'update-action', 'action', actionId)
}

export type GivenTimescale = Timescale & {
  text: string
  nextTestOn: Day | null
  agreedOn: Day
  agreedBy: string
  reason: string
}

/** A revised timescale; the first one stays as it was. */
export async function addTimescale(db: Db, doing: Doing, actionId: number, given: GivenTimescale) {
  await db.run(sql`
    insert into action_timescale (authority_id, action_id, agreed_on, text, kind, earliest_on, latest_on, next_test_on, agreed_by, reason, recorded_by)
    values (current_authority(), ${actionId}, ${given.agreedOn}, ${given.text}, ${given.kind}, ${given.earliest}, ${given.latest},
            ${given.nextTestOn}, ${given.agreedBy}, ${given.reason}, ${doing.personId})`)
  await addEvent(db, doing, 'revise-timescale', 'action', actionId, { to: given.latest, text: given.text })
}

/** The whole list of leading posts from a day; none means nobody leads. */
export async function addLeads(db: Db, doing: Doing, actionId: number, postIds: number[], reason: string) {
  const { actionLeadsId } = await db.one<{ actionLeadsId: number }>(
    sql`
      insert into action_leads (authority_id, action_id, from_on, reason, recorded_by)
      values (current_authority(), ${actionId}, ${doing.on}, ${reason}, ${doing.personId}) returning action_leads_id as "actionLeadsId"`,
    'lead change just added',
  )
  if (postIds.length > 0)
    await db.run(sql`
      insert into action_leads_post (authority_id, action_leads_id, position, post_id)
      select current_authority(), ${actionLeadsId}, position, post_id from unnest(${postIds}::integer[]) with ordinality as given (post_id, position)`)
  await addEvent(db, doing, 'change-leads', 'action', actionId, { posts: postIds })
}

export type GivenEvidence = {
  actionId: number | null
  findingId: number | null
  kind: EvidenceKind
  title: string
  text: string
  shows: Shows
  speaksOfOn: Day
}

/** Answers its id. */
export async function addEvidence(db: Db, doing: Doing, given: GivenEvidence): Promise<number> {
  const { evidenceId } = await db.one<{ evidenceId: number }>(
    sql`
      insert into evidence (authority_id, action_id, finding_id, kind, title, text, shows, speaks_of_on, added_on, added_by)
      values (current_authority(), ${given.actionId}, ${given.findingId}, ${given.kind}, ${given.title}, ${given.text}, ${given.shows},
              ${given.speaksOfOn}, ${doing.on}, ${doing.personId}) returning evidence_id as "evidenceId"`,
    'evidence just added',
  )
  const [about, id] =
    given.actionId !== null ? (['action', given.actionId] as const) : (['finding', given.findingId] as const)
  await addEvent(db, doing, 'add-evidence', about, id, { kind: given.kind, shows: given.shows })
  return evidenceId
}

export async function addMilestone(db: Db, doing: Doing, actionId: number, given: { text: string; dueOn: Day | null }) {
  await db.run(sql`
    insert into milestone (authority_id, action_id, text, due_on, added_on, added_by)
    values (current_authority(), ${actionId}, ${given.text}, ${given.dueOn}, ${doing.on}, ${doing.personId})`)
  await addEvent(db, doing, 'add-milestone', 'action', actionId)
}

export type GivenOutcome = {
  milestoneId: number
  outcome: 'met' | 'missed' | 'moved' | 'dropped'
  newDueOn: Day | null
  reason: string
}

export async function addMilestoneOutcome(db: Db, doing: Doing, actionId: number, given: GivenOutcome) {
  await db.run(sql`
    insert into milestone_outcome (authority_id, milestone_id, outcome, happened_on, new_due_on, reason, recorded_by)
    values (current_authority(), ${given.milestoneId}, ${given.outcome}, ${doing.on}, ${given.newDueOn}, ${given.reason}, ${doing.personId})`)
  await addEvent(db, doing, 'settle-milestone', 'action', actionId, { outcome: given.outcome })
}

export type LinkFrom = { planVersionId: number; actionId: number | null; objectiveId: number | null }

/** A link made by hand: kept as a citation in the words of the field. */
export async function addCitation(
  db: Db,
  doing: Doing,
  from: LinkFrom,
  given: { source: string; ref: string | null; text: string },
) {
  await db.run(sql`
    insert into citation (authority_id, plan_version_id, action_id, objective_id, source_name, ref, text, from_on, recorded_by, by_hand)
    values (current_authority(), ${from.planVersionId}, ${from.actionId}, ${from.objectiveId}, ${given.source}, ${given.ref}, ${given.text},
            ${doing.on}, ${doing.personId}, true)`)
  const [about, id] =
    from.actionId !== null ? (['action', from.actionId] as const) : (['objective', from.objectiveId] as const)
  await addEvent(db, doing, 'link-finding', about, id, { source: given.source, ref: given.ref })
}

/** Ends a link; the row stays, so that earlier days still show it. */
export async function withdrawCitation(db: Db, doing: Doing, citationId: number, reason: string) {
  const touched = await db.run(sql`
    update citation set withdrawn_on = ${doing.on}, withdrawn_by = ${doing.personId}, withdrawn_reason = ${reason}
    where citation_id = ${citationId} and withdrawn_on is null`)
  if (touched > 0) await addEvent(db, doing, 'unlink-finding', 'citation', citationId)
}

/** The words of an action that a person may edit. */
export type EditableWords = { text: string; desiredOutcome: string; measureText: string; monitoredBy: string }

export type Wording = EditableWords & {
  actionWordingId: number
  fromOn: Day
  recordedAt: Date
  by: string
  reason: string
}

/** How the action is worded now, whatever day is looked at: what an edit starts from. Throws `NotFound`. */
export const findNewestWording = (db: Db, actionId: number) =>
  db.one<Wording>(sql`${wordings(actionId)} limit 1`, `action ${actionId}`)

/** A wording as it was when someone opened the form, to tell what they changed from what another changed meanwhile. */
export const findWording = (db: Db, actionId: number, actionWordingId: number) =>
  db.maybe<Wording>(sql`select * from (${wordings(actionId)}) w where w."actionWordingId" = ${actionWordingId}`)

export const listWordings = (db: Db, actionId: number) => db.rows<Wording>(wordings(actionId))

const wordings = (actionId: number) => sql`
  select w.action_wording_id as "actionWordingId", w.text, w.desired_outcome as "desiredOutcome", w.measure_text as "measureText",
         w.monitored_by as "monitoredBy", w.from_on as "fromOn", w.recorded_at as "recordedAt", p.name as by, w.reason
  from action_wording w
  join plan_version v using (authority_id, plan_version_id)
  join person p on p.authority_id = w.authority_id and p.person_id = w.recorded_by
  where w.action_id = ${actionId} order by v.number desc, w.from_on desc, w.action_wording_id desc`

/** Adds a wording that carries everything else of the newest one forward. */
export async function addWording(db: Db, doing: Doing, actionId: number, words: EditableWords, reason: string) {
  await db.run(sql`
    insert into action_wording (authority_id, action_id, plan_version_id, theme_id, objective_id, ref, text, desired_outcome, lead_text, measure_text,
                                monitored_by, evidence_text, unmapped, position, from_on, reason, recorded_by)
    select authority_id, action_id, plan_version_id, theme_id, objective_id, ref, ${words.text}, ${words.desiredOutcome}, lead_text, ${words.measureText},
           ${words.monitoredBy}, evidence_text, unmapped, position, ${doing.on}, ${reason}, ${doing.personId}
    from action_wording where action_id = ${actionId} order by action_wording_id desc limit 1`)
  await addEvent(db, doing, 'edit-action', 'action', actionId, { reason })
}
