/**
 * A placement of a looked-after child. SSD 1.4.5, `ssd_cla_placement`; SSDA903 codes of every year since 2017. Some extracts leave
 * out supported accommodation (K3) and the temporary placements T2 to T4.
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const PLACEMENT_TYPE = {
  A3: 'Placed for adoption with consent, with current foster carer',
  A4: 'Placed for adoption with consent, not with current foster carer',
  A5: 'Placed for adoption with placement order, with current foster carer',
  A6: 'Placed for adoption with placement order, not with current foster carer',
  H5: 'Semi-independent living',
  K1: 'Secure children’s home',
  K2: 'Children’s home',
  K3: 'Supported accommodation',
  P1: 'Placed with own parents',
  P2: 'Independent living',
  P3: 'Residential employment',
  R1: 'Residential care home',
  R2: 'NHS or health trust',
  R3: 'Family centre or mother and baby unit',
  R5: 'Young offender institution or secure training centre',
  S1: 'Residential school',
  T0: 'Temporary placement',
  T1: 'Temporary: in hospital',
  T2: 'Temporary: on holiday',
  T3: 'Temporary: carer on holiday',
  T4: 'Temporary: up to seven days',
  U1: 'Foster placement with relative or friend, long term',
  U2: 'Foster placement with relative or friend, fostering for adoption',
  U3: 'Foster placement with relative or friend, other',
  U4: 'Foster placement with other carer, long term',
  U5: 'Foster placement with other carer, fostering for adoption',
  U6: 'Foster placement with other carer, other',
  Z1: 'Other placement',
  Z11: 'Other placement: in hotel, bed and breakfast or hostel',
  Z12: 'Other placement: mobile, boat or caravan',
  Z13: 'Other placement: rented accommodation with staff',
  Z14: 'Other placement: other',
} as const

export const PLACEMENT_PROVIDER = {
  PR0: 'Parent or other person with parental responsibility',
  PR1: 'Own local authority',
  PR2: 'Other local authority',
  PR3: 'Other public provision',
  PR4: 'Private provision',
  PR5: 'Voluntary or third sector provision',
} as const

/** Why a placement ended; it stands on the placement that ends. */
export const PLACEMENT_CHANGE = {
  CARPL: 'Change to or implementation of the care plan',
  CLOSE: 'Resignation or closure of provision',
  ALLEG: 'Allegation (section 47)',
  STAND: 'Standards of care concern',
  APPRR: 'Approval removed',
  CREQB: 'Carer requests an end because of behaviour',
  CREQO: 'Carer requests an end for another reason',
  CHILD: 'Child requests an end',
  LAREQ: 'Authority or other agency requests an end',
  PLACE: 'Change of placement status only',
  CUSTOD: 'Custody arrangement',
  OTHER: 'Other',
} as const

export type Placement = Recorded & {
  readonly id: string
  readonly careId: string | null
  readonly personId: string
  readonly startedOn: Day | null
  readonly endedOn: Day | null
  readonly type: keyof typeof PLACEMENT_TYPE | null
  /** Ofsted's unique reference number of the provider. */
  readonly urn: string | null
  /** Miles from home; null where it is not known (999.9 in the return). */
  readonly miles: number | null
  /** Blank for temporary and some other placements. */
  readonly provider: keyof typeof PLACEMENT_PROVIDER | null
  readonly postcode: string | null
  readonly changeReason: keyof typeof PLACEMENT_CHANGE | null
}
