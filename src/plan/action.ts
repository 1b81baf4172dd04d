/**
 * An action: one promised piece of work in the improvement plan. It carries two ratings, as boards ask for them: how far
 * *delivery* has got, and what *impact* it has had for children. Ratings are dated and only ever added to, so progress can
 * be read back as any past board saw it.
 */
import type { Citation, Target } from '../intake/plan-reading.ts'
import type { Day } from '../terms/day.ts'
import type { Attachment } from './attachment.ts'
import type { Timescale } from '../terms/timescale.ts'

export const DELIVERY = {
  'not-started': 'Not started',
  'on-task': 'On task',
  completed: 'Completed',
  delayed: 'Delayed or stalled',
  'on-hold': 'On hold',
} as const
export type Delivery = keyof typeof DELIVERY

export const IMPACT = { none: 'No impact', starting: 'Progress starting', made: 'Progress made' } as const
export type Impact = keyof typeof IMPACT

/** The kinds of evidence, and what a piece of it shows. */
export const EVIDENCE = {
  measure: 'Measure',
  audit: 'Audit',
  voice: 'Voice of the child',
  view: 'Staff or partner view',
  'external-test': 'External test',
  document: 'Document',
} as const
export type EvidenceKind = keyof typeof EVIDENCE
export const SHOWS = {
  impact: 'Impact for children',
  progress: 'Progress',
  'no-change': 'No change',
  worse: 'Worse',
} as const
export type Shows = keyof typeof SHOWS

/** A post that leads; `postId` is null for words of a plan that no known post was matched to. */
export type LeadingPost = { postId: number | null; title: string }

/** A timescale as agreed on a day. */
export type AgreedTimescale = Timescale & {
  text: string
  nextTestOn: Day | null
  agreedOn: Day
  agreedBy: string
  reason: string
  /** The document's own start and end cells, where it has a column for each. */
  startText?: string | null
  endText?: string | null
}

/** `files` are those given with it, the removed ones too. */
export type Evidence = {
  evidenceId: number
  kind: EvidenceKind
  title: string
  text: string
  shows: Shows
  speaksOfOn: Day
  addedOn: Day
  files: Attachment[]
}

/** `dueOn` is the first day it was set for; `nowDueOn` the day after any move. */
export type Milestone = {
  milestoneId: number
  text: string
  dueOn: Day | null
  nowDueOn: Day | null
  outcome: 'met' | 'missed' | 'dropped' | null
}

/** An action as it stood at the end of a day. Before its first rating it is not started, with no impact, and `ratedOn` is null. */
export type Action = {
  actionId: number
  ref: string
  text: string
  desiredOutcome: string
  themeRef: string
  objectiveId: number | null
  objectiveRef: string | null
  leadText: string
  leads: LeadingPost[]
  /** As first agreed, never replaced. */
  firstTimescale: AgreedTimescale
  /** As agreed now; the first where it was never revised. */
  timescale: AgreedTimescale
  revisions: number
  measureText: string
  targets: Target[]
  monitoredBy: string
  evidenceText: string
  unmapped: Record<string, string>
  citations: Citation[]
  delivery: Delivery
  impact: Impact
  reason: string
  ratedOn: Day | null
  lastUpdateOn: Day | null
  evidence: Evidence[]
  milestones: Milestone[]
}

/** Late from the day after it was due, whatever its lead reports. Ongoing work has no due day and is never late. */
export const isLate = (action: Action, asAt: Day): boolean =>
  action.timescale.latest !== null &&
  action.timescale.kind !== 'from' &&
  action.timescale.latest < asAt &&
  action.delivery !== 'completed'

/** True where the day agreed now is later than the day agreed first, or the first day has gone for no day at all. */
export const hasSlipped = (action: Action): boolean =>
  action.firstTimescale.latest !== null &&
  (action.timescale.latest === null ? action.revisions > 0 : action.timescale.latest > action.firstTimescale.latest)
