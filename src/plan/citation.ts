/** What a citation in the plan points at, among the sources that are loaded. */
import { citedLabel, sameRef, sameSource } from '../intake/citation.ts'
import type { Citation } from '../intake/plan-reading.ts'
import type { Action } from './action.ts'
import type { Objective, Plan, Theme } from './plan.ts'
import type { Finding, Source } from './source.ts'

/**
 * `not-loaded`: no loaded source goes by that name, which is no fault of the plan. `points-nowhere`: the source is loaded and
 * has no such finding. `whole-source` and `whole-clause`: the source, or a clause with findings under it, is cited whole.
 */
export type CitationState = 'found' | 'whole-clause' | 'whole-source' | 'not-loaded' | 'points-nowhere'

/** `findings` are those the citation reaches: one, or each finding of a clause that is cited whole. */
export type ResolvedCitation = {
  source: Source | null
  finding: Finding | null
  state: CitationState
  findings: Finding[]
}

/** A plan cites one finding many times: what was found among these sources is kept as long as they are. */
export function resolveCitation(citation: Citation, sources: Source[]): ResolvedCitation {
  const known = found.get(sources) ?? new Map<string, ResolvedCitation>()
  found.set(sources, known)
  const name = JSON.stringify([citation.source, citation.ref])
  const resolved = known.get(name) ?? findCited(citation, sources)
  known.set(name, resolved)
  return resolved
}

const found = new WeakMap<Source[], Map<string, ResolvedCitation>>()

function findCited(citation: Citation, sources: Source[]): ResolvedCitation {
  const named = sources.filter(source => sameSource(citation.source, source))
  const source = named[0] ?? null
  if (source === null) return { source, finding: null, state: 'not-loaded', findings: [] }
  const { ref } = citation
  if (ref === null) return { source, finding: null, state: 'whole-source', findings: [] }
  for (const each of named) {
    const finding = each.findings.find(one => sameRef(one.ref, ref))
    if (finding) return { source: each, finding, state: 'found', findings: [finding] }
  }
  for (const each of named) {
    const findings = each.findings.filter(one => clauseOf(one.ref) !== null && sameRef(clauseOf(one.ref)!, ref))
    if (findings.length > 0) return { source: each, finding: null, state: 'whole-clause', findings }
  }
  return { source, finding: null, state: 'points-nowhere', findings: [] }
}

/** The clause that a finding's reference stands under: `5` for `5.2`, `9.1` for `9.1(b)`; null for a reference of one part. */
export const clauseOf = (ref: string): string | null => /^(.+?)[.(][^.(]+$/.exec(ref)?.[1] ?? null

/**
 * An action or objective of the plan that cites. `words` are those that the citation stands for: the cell it stands in or, where
 * the plan cites in a column of its own, the row's objective and outcome.
 */
export type Citing = { in: string; words: string; citation: Citation } & (
  { action: Action; objective: null } | { action: null; objective: Objective }
)

/** Every citation of the plan, an objective's before those of the actions of its theme. */
export const listCitations = (plan: Plan): Citing[] =>
  plan.themes.flatMap(theme => [
    ...theme.objectives.flatMap(objective => citationsOfObjective(theme, objective)),
    ...theme.actions.flatMap(action => citationsOfAction(theme, action)),
  ])

const citationsOfObjective = (theme: Theme, objective: Objective): Citing[] =>
  objective.citations.map(citation => {
    const outcomes = theme.actions
      .filter(action => action.objectiveId === objective.objectiveId)
      .map(action => action.desiredOutcome)
    const row = [objective.text, ...new Set(outcomes)].join('\n')
    const words = objective.text.includes(citation.text) ? objective.text : row
    return { in: `objective ${objective.ref}`, words, citation, action: null, objective }
  })

const citationsOfAction = (theme: Theme, action: Action): Citing[] =>
  action.citations.map(citation => {
    const { text, desiredOutcome, measureText, evidenceText } = action
    const cell = [text, desiredOutcome, measureText, evidenceText].find(each => each.includes(citation.text))
    const objective = theme.objectives.find(each => each.objectiveId === action.objectiveId)
    const ofItsRow = objective?.citations.some(each => citedLabel(each) === citedLabel(citation))
    const row = ofItsRow ? [objective!.text, desiredOutcome].join('\n') : text
    return { in: `action ${action.ref}`, words: cell ?? row, citation, action, objective: null }
  })
