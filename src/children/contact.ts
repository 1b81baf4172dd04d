/** A contact at the front door. SSD 1.4.5, `ssd_contacts`. When it was decided on is not in the SSD: the supplementary extract has it. */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

/** Who told us: CIN census codes, for contacts and referrals alike. */
export const SOURCE = {
  '1A': 'Individual: family member, relative or carer',
  '1B': 'Individual: acquaintance, neighbour or child minder',
  '1C': 'Individual: self',
  '1D': 'Individual: other, or a stranger',
  '2A': 'Schools',
  '2B': 'Education services',
  '3A': 'Health: general practitioner',
  '3B': 'Health: health visitor',
  '3C': 'Health: school nurse',
  '3D': 'Health: other primary health services',
  '3E': 'Health: accident and emergency department',
  '3F': 'Health: other',
  '4': 'Housing',
  '5A': 'Local authority: social care, for example adults',
  '5B': 'Local authority: other internal department',
  '5C': 'Local authority: external, for example another authority',
  '5D': 'Local authority: early help',
  '6': 'Police',
  '7': 'Other legal agency',
  '8': 'Other',
  '9': 'Anonymous',
  '10': 'Unknown',
} as const

/** What came of it: the flags of `cont_contact_outcome_json`, and the two that only an authority's own words can bring. */
export const CONTACT_OUTCOME = {
  'new-referral': 'New referral',
  'existing-referral': 'Added to an open referral',
  'cp-enquiry': 'Child protection enquiry',
  'no-further-action': 'No further action',
  'non-agency-adoption': 'Non-agency adoption',
  'private-fostering': 'Private fostering',
  advice: 'Advice or information',
  missing: 'Missing',
  'other-authority-cp': "Another authority's child protection plan",
  'early-help': 'Early help',
  other: 'Other',
} as const

export type Source = keyof typeof SOURCE

export type Contact = Recorded & {
  readonly id: string
  readonly personId: string
  readonly receivedOn: Day | null
  readonly source: Source | null
  readonly sourceText: string | null
  readonly outcomes: readonly (keyof typeof CONTACT_OUTCOME)[] | null
}
