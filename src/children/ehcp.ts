/** The steps to an education, health and care plan: request, assessment, named plan, active plan. SSD 1.4.5, `ssd_ehcp_*`; SEN2 codes. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const EHC_DECISION = {
  Y: 'Yes',
  N: 'No',
  A: 'Pending',
  W: 'Withdrawn',
  H: 'Historical',
} as const

export type EhcRequest = Recorded & {
  readonly id: string
  readonly sendId: string | null
  /** Day 0 of the 20 weeks. */
  readonly requestedOn: Day | null
  readonly decidedOn: Day | null
  /** Whether to assess. */
  readonly decision: keyof typeof EHC_DECISION | null
}

export type EhcAssessment = Recorded & {
  readonly id: string
  readonly requestId: string | null
  /** The plan was issued, or the refusal was told. */
  readonly decidedOn: Day | null
  /** Whether to issue a plan. */
  readonly decision: keyof typeof EHC_DECISION | null
  /** An exception to the 20 weeks applies. */
  readonly hasException: boolean | null
}

export type EhcNamedPlan = Recorded & {
  readonly id: string
  readonly assessmentId: string | null
  readonly startedOn: Day | null
  readonly ceasedOn: Day | null
  readonly ceasedReason: string | null
}

export type EhcActivePlan = Recorded & {
  readonly id: string
  readonly requestId: string | null
  /** The letter of decision after the annual review, not the meeting. */
  readonly lastReviewOn: Day | null
}
