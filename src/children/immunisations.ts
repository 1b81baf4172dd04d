/** Whether a looked-after child's immunisations are up to date; one row a child. SSD 1.4.5, `ssd_cla_immunisations`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type Immunisations = Recorded & {
  readonly personId: string
  readonly upToDate: boolean | null
  readonly asAt: Day | null
}
