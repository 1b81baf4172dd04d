/**
 * What sets how often a looked-after child is to be visited, beyond what the dataset holds (Care Planning Regulations 2010, regulation
 * 28; ruling "Regulation 28"). Supplementary extract.
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type VisitAgreement = Recorded & {
  readonly id: string
  readonly personId: string
  readonly fromOn: Day | null
  readonly untilOn: Day | null
  /** The placement is meant to last until the child is 18. */
  readonly isUntilEighteen: boolean | null
  /** With a connected person who has temporary approval. */
  readonly isTemporaryApproval: boolean | null
  /** With parents before their assessment is complete. */
  readonly isBeforeAssessment: boolean | null
  /** Weeks between visits, where a frequency has been agreed. */
  readonly weeks: number | null
}
