/**
 * An episode of being looked after, as the SSDA903 return counts them: a new one begins whenever legal status, placement or carer
 * changes. SSD 1.4.5, `ssd_cla_episodes`. The legal status is not here: join `LegalStatus` by person and day.
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'
import type { Need } from './referral.ts'

export const EPISODE_REASON = {
  S: 'Started to be looked after',
  L: 'Change of legal status only',
  P: 'Change of placement and carer',
  T: 'Change of placement, same carer',
  B: 'Change of legal status, placement and carer',
  U: 'Change of legal status and placement, same carer',
} as const

export const CEASED_REASON = {
  X1: 'Episode ceases and new episode begins on the same day',
  E11: 'Adopted, application unopposed',
  E12: 'Adopted, consent dispensed with by the court',
  E2: 'Died',
  E3: 'Care taken over by another local authority',
  E4A: 'Returned home to parents, planned',
  E4B: 'Returned home to parents, not planned',
  E13: 'Left care to live with parents, relatives or others with no parental responsibility',
  E41: 'Residence order or child arrangements order granted',
  E43: 'Special guardianship order to former foster carers',
  E44: 'Special guardianship order to others',
  E45: 'Special guardianship order to former foster carer who was a relative or friend',
  E46: 'Special guardianship order to former foster carer who was not a relative or friend',
  E47: 'Special guardianship order to another relative or friend',
  E48: 'Special guardianship order to another person',
  E5: 'Moved into independent living with support',
  E6: 'Moved into independent living without support',
  E7: 'Transferred to adult social care',
  E8: 'Period of being looked after ceased for any other reason',
  E9: 'Sentenced to custody',
  E14: 'Accommodation on remand ended',
  E15: 'Age assessment found the child to be 18 or over',
  E16: 'Moved abroad',
  E17: 'Aged 18 or over and remained with current carers',
} as const

export type ClaEpisode = Recorded & {
  readonly id: string
  readonly personId: string
  readonly placementId: string | null
  readonly startedOn: Day | null
  readonly startReason: keyof typeof EPISODE_REASON | null
  /** Fixed for the whole period of care. */
  readonly need: Need | null
  readonly ceasedOn: Day | null
  readonly ceasedReason: keyof typeof CEASED_REASON | null
  /** The whole period of care, to which placements, reviews and visits belong. */
  readonly careId: string | null
  readonly referralId: string | null
  readonly lastIroContactOn: Day | null
  /** When the current period of care began. */
  readonly enteredCareOn: Day | null
}
