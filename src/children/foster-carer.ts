/** A foster carer or household of the authority's own, and the yearly reviews of its approval. Supplementary extract. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const CARER_KIND = {
  mainstream: 'Mainstream',
  connected: 'Relative or friend',
  'short-breaks': 'Short breaks',
  'supported-lodgings': 'Supported lodgings',
  other: 'Other',
} as const

export type FosterCarer = Recorded & {
  readonly id: string
  readonly kind: keyof typeof CARER_KIND | null
  readonly enquiredOn: Day | null
  readonly approvedOn: Day | null
  readonly endedOn: Day | null
  /** Children for whom they are approved. */
  readonly places: number | null
}

export type CarerReview = Recorded & {
  readonly id: string
  readonly carerId: string | null
  readonly heldOn: Day | null
}

/** Who cared for the child in a placement, so that a stay with the same carer is seen as one. */
export type PlacementCarer = Recorded & {
  readonly placementId: string
  readonly carerId: string | null
}
