/**
 * A child's legal status over time. SSD 1.4.5, `ssd_legal_status`; SSDA903 codes, with the statuses outside the return that case
 * systems keep in the same list. A child in V3 or V4 has short breaks and is in no looked-after measure (ruling "Legal status").
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const LEGAL_STATUS = {
  C1: 'Interim care order',
  C2: 'Full care order',
  D1: 'Freeing order granted',
  E1: 'Placement order granted',
  J1: 'Remanded to local authority accommodation or youth detention accommodation',
  J2: 'Detained in local authority accommodation under PACE',
  J3: 'Sentenced to youth rehabilitation order',
  L1: 'Under police protection and in local authority accommodation',
  L2: 'Emergency protection order',
  L3: 'Under child assessment order and in local authority accommodation',
  V2: 'Single period of accommodation under section 20',
  V3: 'Accommodated under an agreed series of short-term breaks, when individual episodes are recorded',
  V4: 'Accommodated under an agreed series of short-term breaks, when agreements are recorded',
  SGO: 'Special guardianship order',
  CAO: 'Child arrangements order',
  SO: 'Supervision order',
  PF: 'Privately fostered',
  CL: 'Care leaver',
} as const

export type LegalStatusCode = keyof typeof LEGAL_STATUS

export type LegalStatus = Recorded & {
  readonly id: string
  readonly personId: string
  readonly status: LegalStatusCode | null
  readonly fromOn: Day | null
  readonly untilOn: Day | null
}
