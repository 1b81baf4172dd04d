/**
 * A child missing or away from where they should be; every child, not only those looked after. SSD 1.4.5, `ssd_missing`. When a
 * return interview was held is not in the SSD: the supplementary extract has it.
 */
import type { Day } from '../terms/day.ts'
import type { ClockTime, Recorded } from './recorded.ts'

export const MISSING_TYPE = { M: 'Missing', A: 'Away without authorisation' } as const

export const INTERVIEW = { Y: 'Yes', N: 'No', NA: 'Not applicable' } as const

export type Missing = Recorded & {
  readonly id: string
  readonly personId: string
  readonly type: keyof typeof MISSING_TYPE | null
  /** Left, or last seen by a responsible adult, whichever is later. */
  readonly startedOn: Day | null
  readonly startedAt: ClockTime | null
  /** Found or returned. */
  readonly endedOn: Day | null
  readonly endedAt: ClockTime | null
  readonly interviewOffered: keyof typeof INTERVIEW | null
  readonly interviewAccepted: keyof typeof INTERVIEW | null
}
