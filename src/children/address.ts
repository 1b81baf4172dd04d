/** Where a person lived, and when. SSD 1.4.5, `ssd_address`. Of the address itself only the postcode is kept: no measure needs the house. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type Address = Recorded & {
  readonly id: string
  readonly personId: string
  /** The authority's own word: home, placement, primary address. */
  readonly kind: string | null
  readonly fromOn: Day | null
  readonly untilOn: Day | null
  /** Capitals, no space. */
  readonly postcode: string | null
}
