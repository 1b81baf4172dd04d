/** A section 47 enquiry. SSD 1.4.5, `ssd_s47_enquiry`. It begins with the strategy discussion; later discussions are not in the SSD. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

/** Flags of `s47e_s47_outcome_json`. */
export const SECTION47_OUTCOME = {
  'no-further-action': 'No further action',
  'legal-action': 'Legal action',
  services: 'Services provided',
  'short-breaks': 'Short breaks provided',
  'cp-conference': 'Initial child protection conference',
  'assessment-continues': 'No further action under section 47; the assessment continues',
  monitor: 'Monitor',
  other: 'Other',
} as const

export type Section47 = Recorded & {
  readonly id: string
  readonly referralId: string | null
  readonly personId: string
  /** The day of the strategy discussion that began it. */
  readonly startedOn: Day | null
  /** Completed and authorised; null while it is open. */
  readonly endedOn: Day | null
  readonly noFurtherAction: boolean | null
  readonly outcomes: readonly (keyof typeof SECTION47_OUTCOME)[] | null
  readonly teamId: string | null
  readonly workerId: string | null
}
