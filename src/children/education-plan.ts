/** A personal education plan (PEP) of a looked-after child. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type EducationPlan = Recorded & {
  readonly id: string
  readonly personId: string
  readonly heldOn: Day | null
  /** As written: Autumn 2026. */
  readonly term: string | null
  /** The grade of its quality in the authority's own words. */
  readonly grade: string | null
}
