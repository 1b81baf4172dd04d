/**
 * The golden thread of a finding, walked down: its objectives, the actions that answer it, how each will be measured, what
 * evidence there is of impact for children. And of an action, walked up to the findings it answers and down to its evidence.
 * Where a link is missing there is a gap, in words for the board.
 */
import type { Action, Evidence } from './action.ts'
import { type CitationState, resolveCitation } from './citation.ts'
import { type Coverage, coverageOfSources } from './coverage.ts'
import { type Gap, gapsOfAction, gapsOfFinding, gapsUpwards, impactEvidence } from './gap.ts'
import type { Objective, Plan, Theme } from './plan.ts'
import type { Finding, Source } from './source.ts'
import { actionsUnder, objectivesOver } from './under-objective.ts'
import type { Citation } from '../intake/plan-reading.ts'

/** An action on a thread. `cites` is false where it only stands under an objective that cites the finding. */
export type ActionStrand = { action: Action; theme: Theme; cites: boolean; impactEvidence: Evidence[]; gaps: Gap[] }

export type ObjectiveStrand = { objective: Objective; theme: Theme; cites: boolean; actions: ActionStrand[] }

export type FindingThread = {
  source: Source
  finding: Finding
  coverage: Coverage
  /** Objectives that cite the finding, or that an action citing it stands under. */
  objectives: ObjectiveStrand[]
  /** Every action on the thread once: those that cite the finding, then those that stand under an objective that does. */
  actions: ActionStrand[]
  /** Findings of other sources that the same actions or objectives answer. */
  alsoAnswers: { source: Source; finding: Finding }[]
  gaps: Gap[]
}

export function threadOfFinding(plan: Plan, sources: Source[], source: Source, finding: Finding): FindingThread {
  const coverage = coverageOfSources(plan, sources).find(each => each.source === source)!
  const covered = coverage.findings.find(each => each.finding === finding)!
  const strands = new Map<Action, ActionStrand>()
  const strand = (action: Action, theme: Theme) => {
    const made = strands.get(action) ?? actionStrand(plan, action, theme, covered.actions.includes(action))
    strands.set(action, made)
    return made
  }
  for (const theme of plan.themes)
    for (const action of theme.actions) if (covered.actions.includes(action)) strand(action, theme)
  const objectives = plan.themes.flatMap(theme =>
    theme.objectives.flatMap(objective => {
      const under = actionsUnder(theme, objective)
      const cites = covered.objectives.includes(objective)
      if (
        !cites &&
        !under.some(action => covered.actions.includes(action) && action.objectiveId === objective.objectiveId)
      )
        return []
      const shown = cites ? under : under.filter(action => covered.actions.includes(action))
      return [{ objective, theme, cites, actions: shown.map(action => strand(action, theme)) }]
    }),
  )
  const actions = [...strands.values()]
  return {
    source,
    finding,
    coverage: covered.coverage,
    objectives,
    actions,
    alsoAnswers: alsoAnswered(finding, objectives, actions, sources),
    gaps: gapsOfFinding(covered.coverage, objectives, actions),
  }
}

export type AnsweredFinding = {
  source: Source
  finding: Finding
  /** The action itself where it cites the finding, otherwise the objective through which it answers it. */
  through: 'action' | Objective
}

export type ActionThread = {
  action: Action
  theme: Theme
  objectives: Objective[]
  answers: AnsweredFinding[]
  /** Citations, of the action or of an objective it stands under, that lead to no finding that is loaded. */
  leadsNowhere: { citation: Citation; state: CitationState; through: 'action' | Objective }[]
  impactEvidence: Evidence[]
  gaps: Gap[]
}

/** Throws where the action is not of the plan. */
export function threadOfAction(plan: Plan, sources: Source[], action: Action): ActionThread {
  const theme = plan.themes.find(each => each.actions.includes(action))
  if (!theme) throw new RangeError(`action ${action.ref} is not in the plan`)
  const objectives = objectivesOver(theme, action)
  const cited = [
    ...action.citations.map(citation => ({ citation, through: 'action' as 'action' | Objective })),
    ...objectives.flatMap(objective => objective.citations.map(citation => ({ citation, through: objective }))),
  ].map(each => ({ ...each, ...resolveCitation(each.citation, sources) }))
  const answers = new Map<Finding, AnsweredFinding>()
  for (const { source, findings, through } of cited)
    for (const finding of findings)
      if (!answers.has(finding)) answers.set(finding, { source: source!, finding, through })
  const own = actionStrand(plan, action, theme, true)
  const leadsNowhere = cited
    .filter(each => each.findings.length === 0)
    .map(({ citation, state, through }) => ({ citation, state, through }))
  return {
    action,
    theme,
    objectives,
    answers: [...answers.values()],
    leadsNowhere,
    impactEvidence: own.impactEvidence,
    gaps: [...gapsUpwards(action, cited), ...own.gaps],
  }
}

function actionStrand(plan: Plan, action: Action, theme: Theme, cites: boolean): ActionStrand {
  return { action, theme, cites, impactEvidence: impactEvidence(action), gaps: gapsOfAction(action, plan) }
}

function alsoAnswered(finding: Finding, objectives: ObjectiveStrand[], actions: ActionStrand[], sources: Source[]) {
  const citations = [
    ...actions.filter(strand => strand.cites).flatMap(strand => strand.action.citations),
    ...objectives.filter(strand => strand.cites).flatMap(strand => strand.objective.citations),
  ]
  const found = new Map<Finding, Source>()
  for (const citation of citations) {
    const { source, findings } = resolveCitation(citation, sources)
    for (const each of findings) if (each !== finding && source) found.set(each, source)
  }
  return [...found].map(([each, source]) => ({ source, finding: each }))
}
