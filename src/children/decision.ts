/** When the front door decided on a contact or referral, to the minute where that is known. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { ClockTime, Recorded } from './recorded.ts'

type Decision = Recorded & {
  readonly receivedOn: Day | null
  readonly receivedAt: ClockTime | null
  readonly decidedOn: Day | null
  readonly decidedAt: ClockTime | null
  /** The authority's own word for what was decided. */
  readonly decision: string | null
  /** The referrer was told the outcome. */
  readonly referrerToldOn: Day | null
}

export type ContactDecision = Decision & { readonly contactId: string }
export type ReferralDecision = Decision & { readonly referralId: string }
