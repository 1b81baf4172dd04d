/** Coverage of a source: how the plan answers each of its findings, clause by clause. */
import type { Action } from './action.ts'
import { clauseOf, listCitations, resolveCitation } from './citation.ts'
import type { Objective, Plan } from './plan.ts'
import type { Finding, Source } from './source.ts'

export const COVERAGE = {
  action: 'Answered by an action',
  objective: 'Only by an objective',
  closed: 'Closed earlier',
  none: 'Answered by nothing',
} as const
export type Coverage = keyof typeof COVERAGE

/** `actions` and `objectives` are those that cite the finding themselves. A finding closed earlier and cited all the same counts as cited. */
export type CoveredFinding = { finding: Finding; coverage: Coverage; actions: Action[]; objectives: Objective[] }

export type CoverageCounts = Record<Coverage, number> & { findings: number }

export type SourceCoverage = {
  source: Source
  findings: CoveredFinding[]
  counts: CoverageCounts
  /** The source's clauses or headings in its order; one with an empty `ref` where the source has none. */
  clauses: { ref: string; heading: string; findings: CoveredFinding[]; counts: CoverageCounts }[]
}

export function coverageOfSources(plan: Plan, sources: Source[]): SourceCoverage[] {
  const cited = new Map<Finding, { actions: Set<Action>; objectives: Set<Objective> }>()
  for (const source of sources)
    for (const finding of source.findings) cited.set(finding, { actions: new Set(), objectives: new Set() })
  for (const { citation, action, objective } of listCitations(plan)) {
    for (const finding of resolveCitation(citation, sources).findings) {
      if (action) cited.get(finding)!.actions.add(action)
      else cited.get(finding)!.objectives.add(objective)
    }
  }
  return sources.map(source => {
    const findings = source.findings.map(finding => {
      const by = cited.get(finding)!
      const coverage = coverageBy(finding, by.actions.size, by.objectives.size)
      return { finding, coverage, actions: [...by.actions], objectives: [...by.objectives] }
    })
    return { source, findings, counts: countCoverage(findings), clauses: byClause(findings) }
  })
}

function coverageBy(finding: Finding, actions: number, objectives: number): Coverage {
  if (actions > 0) return 'action'
  if (objectives > 0) return 'objective'
  return finding.closed ? 'closed' : 'none'
}

export function countCoverage(findings: CoveredFinding[]): CoverageCounts {
  const counts = { findings: findings.length, action: 0, objective: 0, closed: 0, none: 0 }
  for (const { coverage } of findings) counts[coverage] += 1
  return counts
}

function byClause(findings: CoveredFinding[]): SourceCoverage['clauses'] {
  const clauses = new Map<string, { ref: string; heading: string; findings: CoveredFinding[] }>()
  for (const covered of findings) {
    const { ref, heading } = covered.finding
    const key = `${clauseOf(ref) ?? ''} ${heading}`
    const clause = clauses.get(key) ?? { ref: clauseOf(ref) ?? '', heading, findings: [] }
    clause.findings.push(covered)
    clauses.set(key, clause)
  }
  return [...clauses.values()].map(clause => ({ ...clause, counts: countCoverage(clause.findings) }))
}

/** `14 answered by an action, 7 only by an objective, 12 by nothing`; what is none is left out. */
export function coverageInWords(counts: CoverageCounts): string {
  const words = {
    action: 'answered by an action',
    objective: 'only by an objective',
    closed: 'closed earlier',
    none: 'answered by nothing',
  }
  return (Object.keys(words) as Coverage[])
    .filter(each => counts[each] > 0)
    .map(each => `${counts[each]} ${words[each]}`)
    .join(', ')
}
