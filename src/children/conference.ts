/** An initial child protection conference, for one child. SSD 1.4.5, `ssd_initial_cp_conference`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

/** Flags of `icpc_icpc_outcome_json`. */
export const CONFERENCE_OUTCOME = {
  'no-further-action': 'No further action',
  'other-agency': 'Referral to another agency',
  assessment: 'Single assessment',
  services: 'Services provided',
  'cp-plan': 'Child protection plan',
  other: 'Other',
} as const

export type Conference = Recorded & {
  readonly id: string
  /** The meeting, which brothers and sisters share. */
  readonly meetingId: string | null
  /** Null for some conferences of children who moved here on a plan. */
  readonly section47Id: string | null
  readonly personId: string
  readonly cpPlanId: string | null
  readonly referralId: string | null
  /** Held because the child moved here on another authority's plan: out of the 15-day measure. */
  readonly isTransferIn: boolean | null
  /** The case management system's own due day; the product works out its own. */
  readonly targetOn: Day | null
  readonly heldOn: Day | null
  readonly planMade: boolean | null
  readonly outcomes: readonly (keyof typeof CONFERENCE_OUTCOME)[] | null
  readonly teamId: string | null
  readonly workerId: string | null
}
