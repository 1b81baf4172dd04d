/** A child or young person who is a mother, and her child. SSD 1.4.5, `ssd_mother`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type Motherhood = Recorded & {
  readonly id: string
  /** The mother. */
  readonly personId: string
  readonly childId: string | null
  readonly childBornOn: Day | null
}
