/** Substance misuse identified for a looked-after child. SSD 1.4.5, `ssd_cla_substance_misuse`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type SubstanceMisuse = Recorded & {
  readonly id: string
  readonly personId: string
  readonly identifiedOn: Day | null
  /** The authority's own word for what was misused. */
  readonly substance: string | null
  readonly interventionReceived: boolean | null
}
