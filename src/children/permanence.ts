/** A child's way to adoption, special guardianship or a child arrangements order. SSD 1.4.5, `ssd_permanence`; at most one row a person in some extracts. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const ADOPTER_SEX = {
  M1: 'One man',
  F1: 'One woman',
  MM: 'Two men',
  FF: 'Two women',
  MF: 'A man and a woman',
} as const

export const ADOPTER_STATUS = {
  L0: 'Single',
  L11: 'Married, different genders',
  L12: 'Married, same gender',
  L2: 'Civil partnership',
  L3: 'Unmarried couple, different genders',
  L4: 'Unmarried couple, same gender',
} as const

export const DECISION_REVERSED = {
  RD1: 'The child’s needs changed',
  RD2: 'The court did not make a placement order',
  RD3: 'Prospective adopters could not be found',
  RD4: 'Any other reason',
} as const

export const PERMANENCE_ORDER = {
  adoption: 'Adoption',
  'special-guardianship': 'Special guardianship',
  'child-arrangements': 'Child arrangements or residence order',
} as const

export type Permanence = Recorded & {
  readonly id: string
  readonly personId: string
  readonly careId: string | null
  /** The decision that the child should be placed for adoption. */
  readonly decidedOn: Day | null
  readonly isInSiblingGroup: boolean | null
  /** Brothers and sisters placed together, this child among them. */
  readonly siblingsTogether: number | null
  readonly siblingsApart: number | null
  /** The decision for fostering for adoption or concurrent planning, and the placement. */
  readonly earlyPlacementDecidedOn: Day | null
  readonly earlyPlacedOn: Day | null
  /** Placement order, or the freeing order of old. */
  readonly placementOrderOn: Day | null
  readonly matchedOn: Day | null
  readonly placedOn: Day | null
  readonly isAdoptedByCarer: boolean | null
  readonly placedWithCarerOn: Day | null
  readonly adopterSex: keyof typeof ADOPTER_SEX | null
  readonly adopterStatus: keyof typeof ADOPTER_STATUS | null
  readonly adopters: number | null
  readonly agencyUrn: string | null
  readonly reversedOn: Day | null
  readonly reversedReason: keyof typeof DECISION_REVERSED | null
  readonly orderedOn: Day | null
  readonly orderType: keyof typeof PERMANENCE_ORDER | null
  readonly workerId: string | null
}
