/**
 * A single (continuous) assessment of need and what it found. SSD 1.4.5, `ssd_cin_assessments` and `ssd_assessment_factors`. Some
 * extracts leave out open assessments on which the child has been seen, so the count of those open may be too low: compare it with
 * Annex A list 4 or the CIN census.
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

/** Flags of `cina_assessment_outcome_json`. */
export const ASSESSMENT_OUTCOME = {
  'no-further-action': 'No further action',
  'section-47-ended-without-action': 'Section 47 enquiry ended without further action',
  'strategy-discussion': 'Strategy discussion',
  'looked-after': 'Request to look after the child',
  'private-fostering': 'Private fostering',
  'legal-action': 'Legal action',
  services: 'Services provided',
  'short-breaks': 'Short breaks provided',
  'specialist-assessment': 'Specialist assessment',
  'other-agency': 'Referral to another agency',
  other: 'Other',
} as const

export type Assessment = Recorded & {
  readonly id: string
  readonly personId: string
  readonly referralId: string | null
  readonly startedOn: Day | null
  /** Blank is not seen (ruling "Child seen"). */
  readonly childSeen: boolean | null
  /** Completed and authorised; null while the assessment is open. */
  readonly authorisedOn: Day | null
  readonly outcomes: readonly (keyof typeof ASSESSMENT_OUTCOME)[] | null
  readonly noFurtherAction: boolean | null
  readonly teamId: string | null
  readonly workerId: string | null
}

/** CIN census: in 1 to 6, A is the child, B a parent or carer, C another person in the household. */
export const FACTOR = {
  '1A': 'Alcohol misuse: child', '1B': 'Alcohol misuse: parent or carer', '1C': 'Alcohol misuse: another person',
  '2A': 'Drug misuse: child', '2B': 'Drug misuse: parent or carer', '2C': 'Drug misuse: another person',
  '3A': 'Domestic abuse: child', '3B': 'Domestic abuse: parent or carer', '3C': 'Domestic abuse: another person',
  '4A': 'Mental health: child', '4B': 'Mental health: parent or carer', '4C': 'Mental health: another person',
  '5A': 'Learning disability: child', '5B': 'Learning disability: parent or carer', '5C': 'Learning disability: another person',
  '6A': 'Physical disability or illness: child', '6B': 'Physical disability or illness: parent or carer',
  '6C': 'Physical disability or illness: another person', '7A': 'Young carer',
  '8B': 'Privately fostered: overseas children who intend to return', '8C': 'Privately fostered: overseas children who intend to stay',
  '8D': 'Privately fostered: UK children in educational placements', '8E': 'Privately fostered: UK children making alternative family arrangements',
  '8F': 'Privately fostered: other', '9A': 'Unaccompanied asylum-seeking child', '10A': 'Going missing', '11A': 'Child sexual exploitation',
  '12A': 'Trafficking', '13A': 'Gangs', '14A': 'Socially unacceptable behaviour', '15A': 'Self-harm', '16A': 'Neglect',
  '17A': 'Emotional abuse', '18A': 'Physical abuse', '18B': 'Physical abuse: child on child', '18C': 'Physical abuse: adult on child',
  '19A': 'Sexual abuse', '19B': 'Sexual abuse: child on child', '19C': 'Sexual abuse: adult on child', '20': 'Other',
  '21': 'No factors identified', '22A': 'Female genital mutilation', '23A': 'Abuse linked to faith or belief',
  '24A': 'Child criminal exploitation',
} as const // prettier-ignore

/** What an assessment found at its end. */
export type AssessmentFactors = Recorded & {
  readonly id: string
  readonly assessmentId: string | null
  readonly factors: readonly (keyof typeof FACTOR)[] | null
}
