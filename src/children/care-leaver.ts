/** A care leaver as things are now; one row a person, so history comes only from keeping each load. SSD 1.4.5, `ssd_care_leavers`. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const ELIGIBILITY = {
  relevant: 'Relevant',
  'former-relevant': 'Former relevant',
  qualifying: 'Qualifying',
  eligible: 'Eligible',
  none: 'No current eligibility',
} as const

export const IN_TOUCH = {
  YES: 'In touch',
  NO: 'Not in touch',
  DIED: 'Died',
  REFU: 'Refused contact',
  NREQ: 'No longer requires services',
  RHOM: 'Returned home',
} as const

export const ACCOMMODATION = {
  B: 'With parents or relatives',
  C: 'Community home or other residential care',
  D: 'Semi-independent, transitional accommodation',
  E: 'Supported lodgings',
  G: 'Gone abroad',
  H: 'Deported',
  K: 'Ordinary lodgings without formal support',
  R: 'Residence not known',
  S: 'No fixed abode or homeless',
  T: 'Foyer and similar supported accommodation',
  U: 'Independent living',
  V: 'Emergency accommodation',
  W: 'Bed and breakfast',
  X: 'In custody',
  Y: 'Other accommodation',
  Z: 'With former foster carers',
} as const

/** In F full time, in P part time. */
export const ACTIVITY = {
  F1: 'Full time, higher education',
  P1: 'Part time, higher education',
  F2: 'Full time, education other than higher',
  P2: 'Part time, education other than higher',
  F3: 'Full time, training or employment (before 2022)',
  P3: 'Part time, training or employment (before 2022)',
  F4: 'Full time, apprenticeship',
  P4: 'Part time, apprenticeship',
  F5: 'Full time, training or employment',
  P5: 'Part time, training or employment',
  G4: 'Not in education, employment or training: illness or disability',
  G5: 'Not in education, employment or training: other',
  G6: 'Not in education, employment or training: pregnancy or parenting',
  '0': 'Not known',
} as const

export type CareLeaver = Recorded & {
  /** Made anew by some extracts each time they run: never follow a person from load to load by it. */
  readonly id: string
  readonly personId: string
  readonly eligibility: keyof typeof ELIGIBILITY | null
  readonly inTouch: keyof typeof IN_TOUCH | null
  readonly lastContactOn: Day | null
  readonly accommodation: keyof typeof ACCOMMODATION | null
  readonly isAccommodationSuitable: boolean | null
  readonly activity: keyof typeof ACTIVITY | null
  /** The later of the start of the pathway plan and its last review. */
  readonly pathwayPlanOn: Day | null
  readonly personalAdviserId: string | null
  readonly teamId: string | null
  readonly workerId: string | null
}
