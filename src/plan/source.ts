/** A source: a document that judges or obliges the council, and the findings in it that the plan must answer. */
import type { Day } from '../terms/day.ts'

export const SOURCE_KIND = {
  'inspection-report': 'Inspection report',
  'improvement-notice': 'Improvement notice',
  'serious-case-review': 'Serious case review',
  'peer-review': 'Peer review',
  'monitoring-visit': 'Monitoring visit',
  'quality-assurance-audit': 'Quality assurance audit',
  other: 'Other',
} as const
export type SourceKind = keyof typeof SOURCE_KIND

/** A numbered recommendation, clause or sub-bullet, word for word. `closed` gives the reason where it was closed earlier. */
export type Finding = {
  findingId: number
  sourceId: number
  ref: string
  heading: string
  text: string
  leadText: string
  closed: { on: Day; reason: string } | null
}

/** `shortName` is what a citation calls it (`DfE Notice`); `knownAs` other names it goes by. */
export type Source = {
  sourceId: number
  title: string
  shortName: string
  kind: SourceKind
  publisher: string
  issuedOn: Day | null
  knownAs: string[]
  findings: Finding[]
}
