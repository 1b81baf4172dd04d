/** Writes a demo plan: both its versions, the family tree between them, and the life of every action. */
import { readCitations } from '../intake/citation.ts'
import type { Db } from '../store/database.ts'
import type { By } from '../store/event.ts'
import type { Day } from '../terms/day.ts'
import { addLife } from './action-life.ts'
import type { Calendar } from './calendar.ts'
import type { Cast } from './cast.ts'
import type { ActionDescription, ActionWords, EarlierAction, PlanDescription } from './description.ts'
import { type ActionRows, type CitationRow, eventRow, noRows, recordedAt } from './rows.ts'
import {
  addActionRows,
  addObjectiveWordings,
  addPlan,
  addSuccessions,
  addThemeWordings,
  addThings,
  addVersions,
} from './store.ts'

type Version = { planVersionId: number; fromOn: Day; by: By; number: number }
type Placed = {
  actionId: number
  themeId: number
  objectiveId: number
  action: ActionDescription | EarlierAction
}

export async function addDemoPlan(db: Db, on: Calendar, cast: Cast, plan: PlanDescription): Promise<number> {
  const planId = await addPlan(db, {
    title: plan.title,
    starts_on: plan.startsOn,
    ends_on: plan.endsOn,
    added_at: recordedAt(plan.versions[0]!.fromOn),
  })
  const versions = await keepVersions(db, cast, plan, planId)
  const [first, refresh] = versions as [Version, Version]
  const rows = noRows()
  const placed = await placeActions(db, planId, plan, versions, rows)
  addWords(
    rows,
    inOrder(
      placed.filter(({ action }) => isInFirst(action)),
      firstWords,
    ),
    first,
    firstWords,
  )
  addWords(
    rows,
    inOrder(
      placed.filter(({ action }) => !isEarlier(action)),
      words,
    ),
    refresh,
    words,
  )
  for (const { actionId, action } of placed)
    addLife(rows, { on, cast, actionId, action, since: isInFirst(action) ? first.fromOn : refresh.fromOn })
  for (const version of versions)
    rows.events.push(
      eventRow(recordedAt(version.fromOn), version.by, 'keep-plan', 'plan', planId, {
        version: version.number,
        actions: countIn(placed, version),
      }),
    )
  await addActionRows(db, rows)
  await addSuccessions(db, familyTree(placed, refresh))
  return planId
}

const isEarlier = (action: ActionDescription | EarlierAction): action is EarlierAction => 'became' in action
const isInFirst = (action: ActionDescription | EarlierAction) => isEarlier(action) || action.since === 'first'
const countIn = (placed: Placed[], { number }: Version) =>
  placed.filter(({ action }) => (number === 1 ? isInFirst(action) : !isEarlier(action))).length

const words = (action: ActionDescription | EarlierAction): ActionWords => action
const firstWords = (action: ActionDescription | EarlierAction): ActionWords =>
  isEarlier(action) ? action : { ...action, ...action.was }

async function keepVersions(db: Db, cast: Cast, plan: PlanDescription, planId: number): Promise<Version[]> {
  const kept = plan.versions.map((version, at) => ({
    ...version,
    number: at + 1,
    by: cast.holderOn('programme', version.fromOn),
  }))
  const rows = kept.map(({ title, fromOn, note, number, by }) => ({
    plan_id: planId,
    number,
    title,
    from_on: fromOn,
    note,
    kept_at: recordedAt(fromOn),
    kept_by: by.personId,
  }))
  const ids = await addVersions(db, rows)
  return kept.map(({ fromOn, by, number }, at) => ({ planVersionId: ids[at]!, fromOn, by, number }))
}

/** Themes and objectives with their words in every version, and an identity for each action. */
async function placeActions(
  db: Db,
  planId: number,
  { themes }: PlanDescription,
  versions: Version[],
  rows: ActionRows,
): Promise<Placed[]> {
  const objectives = themes.flatMap((theme, themeAt) => theme.objectives.map(objective => ({ objective, themeAt })))
  const actions = objectives.flatMap(({ objective, themeAt }, objectiveAt) =>
    [...objective.actions, ...objective.earlier].map(action => ({ action, themeAt, objectiveAt })),
  )
  const themeIds = await addThings.themes(db, planId, themes.length)
  const objectiveIds = await addThings.objectives(db, planId, objectives.length)
  const actionIds = await addThings.actions(db, planId, actions.length)
  await addThemeWordings(
    db,
    versions.flatMap(version =>
      themes.map(({ ref, title, aim }, at) => ({
        theme_id: themeIds[at],
        plan_version_id: version.planVersionId,
        ref,
        title,
        aim,
        position: at + 1,
      })),
    ),
  )
  await addObjectiveWordings(
    db,
    versions.flatMap(version =>
      objectives.map(({ objective: { ref, section, text, ...cited }, themeAt }, at) => {
        const cites = version.number === 1 ? (cited.was?.cites ?? cited.cites) : cited.cites
        rows.citations.push(...citationRows(cites, version, null, objectiveIds[at]!))
        return {
          objective_id: objectiveIds[at],
          plan_version_id: version.planVersionId,
          theme_id: themeIds[themeAt],
          ref,
          section,
          text: withCitation(text, cites),
          position: at + 1,
        }
      }),
    ),
  )
  return actions.map(({ action, themeAt, objectiveAt }, at) => ({
    action,
    actionId: actionIds[at]!,
    themeId: themeIds[themeAt]!,
    objectiveId: objectiveIds[objectiveAt]!,
  }))
}

/** By theme and reference, as the document prints them: 2.9 before 2.10. */
const inOrder = (placed: Placed[], wordsOf: typeof words): Placed[] =>
  placed.toSorted((a, b) => a.themeId - b.themeId || place(wordsOf(a.action).ref) - place(wordsOf(b.action).ref))
const place = (ref: string): number => Number(ref.split('.')[1])

function addWords(rows: ActionRows, placed: Placed[], version: Version, wordsOf: typeof words): void {
  placed.forEach(({ actionId, themeId, objectiveId, action }, at) => {
    const { ref, text, desiredOutcome, leadText, measure, monitoredBy, cites } = wordsOf(action)
    rows.wordings.push({
      action_id: actionId,
      plan_version_id: version.planVersionId,
      theme_id: themeId,
      objective_id: objectiveId,
      ref,
      text: withCitation(text, cites),
      desired_outcome: desiredOutcome,
      lead_text: leadText,
      measure_text: measure.text,
      monitored_by: monitoredBy,
      position: at + 1,
      from_on: version.fromOn,
      reason: `Version ${version.number}`,
      recorded_at: recordedAt(version.fromOn),
      recorded_by: version.by.personId,
    })
    rows.citations.push(...citationRows(cites, version, actionId, null))
    measure.targets.forEach(({ dueOn, ...target }, index) =>
      rows.targets.push({
        ...target,
        due_on: dueOn,
        action_id: actionId,
        plan_version_id: version.planVersionId,
        position: index + 1,
      }),
    )
  })
}

/** The words as the document has them, with what they answer in brackets at the end. */
const withCitation = (text: string, cites: string): string => (cites === '' ? text : `${text} (${cites})`)

const citationRows = (
  cites: string,
  version: Version,
  actionId: number | null,
  objectiveId: number | null,
): CitationRow[] =>
  readCitations(`(${cites})`).map(({ source, ref, text }) => ({
    plan_version_id: version.planVersionId,
    action_id: actionId,
    objective_id: objectiveId,
    source_name: source,
    ref,
    text,
    from_on: version.fromOn,
    recorded_at: recordedAt(version.fromOn),
    recorded_by: version.by.personId,
  }))

function familyTree(placed: Placed[], refresh: Version): object[] {
  const idOf = (ref: string) => placed.find(({ action }) => !isEarlier(action) && action.ref === ref)!.actionId
  return placed.flatMap(({ actionId, action }) => {
    if (!isEarlier(action)) return []
    const { kind, into, note } = action.became
    const to = into.length === 0 ? [null] : into.map(idOf)
    return to.map(id => ({
      plan_version_id: refresh.planVersionId,
      from_action_id: actionId,
      to_action_id: id,
      kind,
      note,
    }))
  })
}
