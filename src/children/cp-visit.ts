/** A statutory visit to a child on a child protection plan. SSD 1.4.5, `ssd_cp_visits`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type CpVisit = Recorded & {
  readonly id: string
  readonly personId: string
  readonly cpPlanId: string | null
  readonly visitedOn: Day | null
  readonly childSeen: boolean | null
  readonly seenAlone: boolean | null
  readonly bedroomSeen: boolean | null
}
