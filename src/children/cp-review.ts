/** A child protection review conference, for one child. SSD 1.4.5, `ssd_cp_reviews`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'
import type { Participation } from './participation.ts'

export type CpReview = Recorded & {
  readonly id: string
  readonly personId: string
  readonly cpPlanId: string | null
  /** The case management system's own due day; the product works out its own. */
  readonly dueOn: Day | null
  readonly heldOn: Day | null
  readonly meetingId: string | null
  readonly planContinues: boolean | null
  /** Only `false` is inquorate; a blank is not (ruling "Reviews"). */
  readonly isQuorate: boolean | null
  readonly participation: Participation | null
}
