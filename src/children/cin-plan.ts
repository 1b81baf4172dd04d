/** A child in need plan; one at a time. SSD 1.4.5, `ssd_cin_plans`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type CinPlan = Recorded & {
  readonly id: string
  readonly referralId: string | null
  readonly personId: string
  readonly startedOn: Day | null
  readonly endedOn: Day | null
  readonly teamId: string | null
  readonly workerId: string | null
}
