/**
 * A referral and the episode of need that it opens: what assessments, enquiries and plans hang on. SSD 1.4.5, `ssd_cin_episodes`;
 * CIN census codes. An episode is open while it has no closing day, unless nothing further was done.
 */
import type { Day } from '../terms/day.ts'
import type { Source } from './contact.ts'
import type { Recorded } from './recorded.ts'

export const NEED = {
  N1: 'Abuse, neglect or exploitation',
  N2: "Child's disability",
  N3: 'Parental disability or illness',
  N4: 'Family in acute stress',
  N5: 'Family dysfunction',
  N6: 'Socially unacceptable behaviour',
  N7: 'Low income',
  N8: 'Absent parenting',
  N9: 'Cases other than children in need',
  N0: 'Not stated',
} as const

export const CLOSURE = {
  RC1: 'Adopted',
  RC2: 'Died',
  RC3: 'Child arrangements order',
  RC4: 'Special guardianship order',
  RC5: 'Transferred to services of another local authority',
  RC6: 'Transferred to adult social care services',
  RC7: 'Services ceased for any other reason, including child no longer in need',
  RC8: 'Case closed after assessment, no further action',
  RC9: 'Case closed after assessment, referred to early help',
} as const

/** Flags of `cine_referral_outcome_json`: what came of the referral, not of the episode. */
export const REFERRAL_OUTCOME = {
  assessment: 'Single assessment',
  'no-further-action': 'No further action',
  'strategy-discussion': 'Strategy discussion',
  'looked-after': 'Request to look after the child',
  'non-agency-adoption': 'Non-agency adoption',
  'private-fostering': 'Private fostering',
  'cp-transfer-in': 'Transfer in on a child protection plan',
  'cp-conference': 'Child protection conference',
  'care-leaver': 'Care leaver',
  other: 'Other',
} as const

export type Need = keyof typeof NEED
export type Closure = keyof typeof CLOSURE

export type Referral = Recorded & {
  readonly id: string
  readonly personId: string
  readonly referredOn: Day | null
  readonly need: Need | null
  readonly source: Source | null
  readonly sourceText: string | null
  readonly outcomes: readonly (keyof typeof REFERRAL_OUTCOME)[] | null
  readonly noFurtherAction: boolean | null
  readonly closedOn: Day | null
  readonly closeReason: Closure | null
  readonly teamId: string | null
  readonly workerId: string | null
}
