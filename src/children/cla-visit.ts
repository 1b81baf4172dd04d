/** A visit to a looked-after child. SSD 1.4.5, `ssd_cla_visits`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type ClaVisit = Recorded & {
  readonly id: string
  readonly careId: string | null
  readonly personId: string
  readonly visitedOn: Day | null
  readonly childSeen: boolean | null
  readonly seenAlone: boolean | null
}
