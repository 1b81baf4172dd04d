/** An offence for which a looked-after child was convicted or cautioned. SSD 1.4.5, `ssd_cla_convictions`. The text of the offence is not kept. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type Conviction = Recorded & {
  readonly id: string
  readonly personId: string
  readonly offenceOn: Day | null
}
