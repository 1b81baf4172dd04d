/** What a source most likely is and what citations call it, from its title: offered, and a person may say otherwise. */
import type { SourceKind } from './source.ts'

const KINDS: [RegExp, SourceKind, string][] = [
  [/improvement notice|statutory direction/i, 'improvement-notice', 'DfE Notice'],
  [/serious case review|safeguarding practice review/i, 'serious-case-review', 'SCR'],
  [/peer (review|challenge)/i, 'peer-review', 'LGA PR'],
  [/monitoring visit/i, 'monitoring-visit', 'MV'],
  [/audit|quality assurance/i, 'quality-assurance-audit', 'QA'],
  [/ofsted|inspection|recommendations/i, 'inspection-report', 'Ofsted'],
]

const found = (title: string) => KINDS.find(([words]) => words.test(title))

/** `improvement-notice` for a title that says Improvement Notice; `other` where it says nothing known. */
export const kindByTitle = (title: string): SourceKind => found(title)?.[1] ?? 'other'

/** `DfE Notice` for an improvement notice; the title itself, cut short, where it says nothing known. */
export const nameByTitle = (title: string): string => found(title)?.[2] ?? title.slice(0, 60)
