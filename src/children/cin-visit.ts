/**
 * A visit to a child in need. SSD 1.4.5, `ssd_cin_visits`, into which some extracts put child protection and looked-after visits
 * too: never add the three tables together, but count a visit once by its id (ruling "CIN visits").
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type CinVisit = Recorded & {
  readonly id: string
  readonly personId: string
  /** Only in Mosaic extracts. */
  readonly cinPlanId: string | null
  readonly visitedOn: Day | null
  readonly childSeen: boolean | null
  readonly seenAlone: boolean | null
  readonly bedroomSeen: boolean | null
}
