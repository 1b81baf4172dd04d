/** A review of a looked-after child. SSD 1.4.5, `ssd_cla_reviews`: only meetings with a completed form; reviews are not numbered. */
import type { Day } from '../terms/day.ts'
import type { Participation } from './participation.ts'
import type { Recorded } from './recorded.ts'

export type ClaReview = Recorded & {
  readonly id: string
  readonly careId: string | null
  readonly personId: string
  /** The case management system's own due day; the product works out its own. */
  readonly dueOn: Day | null
  readonly heldOn: Day | null
  readonly isCancelled: boolean | null
  readonly participation: Participation | null
}
