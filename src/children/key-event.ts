/**
 * A thing done for a child on a day which no other table holds: a review of a child in need plan, a chronology brought up to date,
 * health told that the child came into care. One list for all, so that a council can bring what it has. Supplementary extract.
 */
import type { Day } from '../terms/day.ts'
import type { Recorded } from './recorded.ts'

export const KEY_EVENT = {
  'cin-review': 'Review of a child in need plan',
  'chronology-updated': 'Chronology brought up to date',
  'risk-assessment': 'Risk assessment written or reviewed',
  'case-note': 'Case note (recorded day beside the day of the event)',
  's20-review': 'Section 20 arrangement reviewed by management',
  'iro-midpoint': 'Mid-point check by the independent reviewing officer',
  'permanence-agreed': 'Permanence plan agreed',
  'family-finding-referral': 'Referred for family finding',
  'oversight-6-months': 'Management oversight six months after coming into care',
  'placement-meeting': 'Placement planning meeting',
  'health-notified': 'Health told of coming into care, a move or leaving',
  'health-history-given': 'Health history given to the young person',
  'health-history-refused': 'Health history refused by the young person',
  'life-story-started': 'Life story work started',
  'life-story-completed': 'Life story work completed',
  'first-pathway-plan': 'First pathway plan completed',
  'pathway-review': 'Pathway plan reviewed',
  'exploitation-flag': 'Found to be at risk of exploitation',
  'exploitation-flag-ended': 'No longer at risk of exploitation',
  'exploitation-assessment': 'Exploitation risk assessed, with a plan',
  'advocate-wanted': 'Wants or needs an advocate',
  'advocate-started': 'Advocate started to work with the child',
  'accommodation-risk-assessed': 'Risks of the accommodation assessed',
  'tenancy-started': 'Took a tenancy',
  evicted: 'Evicted from supported accommodation',
  'school-move': 'Moved school',
  'immunisations-checked': 'Immunisations checked',
} as const

export type KeyEvent = Recorded & {
  readonly id: string
  readonly personId: string
  readonly kind: keyof typeof KEY_EVENT | null
  readonly happenedOn: Day | null
  /** When it was written down, where that is known. */
  readonly recordedOn: Day | null
}
