/** What a source most likely is, from its title: offered, and a person may say otherwise. */
import type { SourceKind } from './source.ts'

const KINDS: [RegExp, SourceKind][] = [
  [/improvement notice|statutory direction/i, 'improvement-notice'],
  [/serious case review|safeguarding practice review/i, 'serious-case-review'],
  [/peer (review|challenge)/i, 'peer-review'],
  [/monitoring visit/i, 'monitoring-visit'],
  [/audit|quality assurance/i, 'quality-assurance-audit'],
  [/ofsted|inspection|recommendations/i, 'inspection-report'],
]

/** `improvement-notice` for a title that says Improvement Notice; `other` where it says nothing known. */
export const kindByTitle = (title: string): SourceKind => KINDS.find(([words]) => words.test(title))?.[1] ?? 'other'
