/** Pre-proceedings under the public law outline. SSD 1.4.5, `ssd_pre_proceedings`: defined, but few extracts fill it yet. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const GATEWAY = {
  A: 'Continue the current plan',
  B: 'Start pre-proceedings',
  C: 'Issue care proceedings',
  D: 'Not known',
} as const

export const INITIAL_CARE_PLAN = {
  A: 'Care order',
  B: 'Care order, placed with parents',
  C: 'Adoption',
  D: 'Supervision order',
  E: 'Special guardianship order',
  F: 'Private law order',
  G: 'Other',
  H: 'Not yet at final hearing',
} as const

export type PreProceedings = Recorded & {
  readonly id: string
  readonly personId: string
  readonly familyId: string | null
  /** The legal meeting decided to begin. */
  readonly decidedOn: Day | null
  readonly firstMeetingOn: Day | null
  /** As recorded: issued or stepped down; empty while it goes on. */
  readonly outcome: string | null
  readonly outcomeOn: Day | null
  readonly gateway: keyof typeof GATEWAY | null
  readonly cpPlansInReferral: number | null
  readonly earlierPreProceedings: number | null
  readonly earlierProceedings: number | null
  /** Letter before proceedings, and letter of issue. */
  readonly letterOn: Day | null
  readonly issueLetterOn: Day | null
  readonly reviewMeetings: number | null
  readonly parentsRepresented: boolean | null
  readonly parentsRepresentedAtIssue: boolean | null
  readonly courtReference: string | null
  readonly hearings: number | null
  readonly isShortNotice: boolean | null
  readonly shortNoticeReason: string | null
  readonly isInitialPlanApproved: boolean | null
  readonly initialPlan: keyof typeof INITIAL_CARE_PLAN | null
  readonly isFinalPlanApproved: boolean | null
  readonly finalPlan: keyof typeof INITIAL_CARE_PLAN | null
}
