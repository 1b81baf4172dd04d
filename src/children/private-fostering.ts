/** A private fostering arrangement and the visits to it. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export type PrivateFostering = Recorded & {
  readonly id: string
  readonly personId: string
  /** The authority became aware of it. */
  readonly awareOn: Day | null
  readonly startedOn: Day | null
  readonly endedOn: Day | null
}

export type PrivateFosteringVisit = Recorded & {
  readonly id: string
  readonly arrangementId: string | null
  readonly personId: string
  readonly visitedOn: Day | null
  readonly childSeen: boolean | null
}
