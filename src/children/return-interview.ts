/** The interview after a child comes back from being missing. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { ClockTime, Recorded } from './recorded.ts'

export const INTERVIEW_OUTCOME = {
  held: 'Held',
  declined: 'Offered and declined',
  'not-offered': 'Not offered',
  pending: 'Still to be held',
} as const

export type ReturnInterview = Recorded & {
  readonly id: string
  readonly missingId: string | null
  readonly personId: string
  /** The 72 hours run from here; where it is blank, from the end of the missing episode. */
  readonly returnedOn: Day | null
  readonly returnedAt: ClockTime | null
  readonly offeredOn: Day | null
  readonly heldOn: Day | null
  readonly heldAt: ClockTime | null
  readonly outcome: keyof typeof INTERVIEW_OUTCOME | null
}
