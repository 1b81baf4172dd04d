/** A strategy discussion: every one, not only that which began a section 47 enquiry. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { ClockTime, Recorded } from './recorded.ts'

export type StrategyDiscussion = Recorded & {
  readonly id: string
  readonly personId: string
  readonly referralId: string | null
  readonly section47Id: string | null
  /** It was decided that one is needed. */
  readonly neededOn: Day | null
  readonly neededAt: ClockTime | null
  readonly heldOn: Day | null
  readonly heldAt: ClockTime | null
  readonly outcome: string | null
}
