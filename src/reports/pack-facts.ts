/** What a board pack is made of, worked out once: every section reads from here and none asks the database. */
import type { SourceCoverage } from '../plan/coverage.ts'
import type { RaisedQuestion } from '../plan/check.ts'
import type { Plan } from '../plan/plan.ts'
import type { Day } from '../terms/day.ts'
import type { PackMeasures } from './pack-measures.ts'
import { type Movement, movements } from './movement.ts'
import { type Standing, STALE_AFTER_WEEKS, standingOf } from './standing.ts'

export type PackOf = {
  authority: string
  /** As it stood at the end of the day the pack tells of. */
  plan: Plan
  /** As it stood on the day of the last pack; null for the first pack. */
  before: Plan | null
  coverage: SourceCoverage[]
  questions: RaisedQuestion[]
  meeting: { body: string; meetsOn: Day; place: string } | null
  /** False for a plan read from a file: it has no pages that a figure could open. */
  kept: boolean
  staleAfterWeeks?: number
  /** Of the council's own figures; left out, or null, where none had been worked out. */
  measures?: PackMeasures | null
}

export type PackFacts = PackOf & {
  asAt: Day
  since: Day | null
  staleAfterWeeks: number
  standing: Standing
  /** Null for the first pack. */
  moved: Movement[] | null
}

export function factsOf(given: PackOf): PackFacts {
  const staleAfterWeeks = given.staleAfterWeeks ?? STALE_AFTER_WEEKS
  return {
    ...given,
    asAt: given.plan.asAt,
    since: given.before?.asAt ?? null,
    staleAfterWeeks,
    standing: standingOf(given.plan, given.plan.asAt, staleAfterWeeks),
    moved: given.before && movements(given.before, given.plan),
  }
}
