/** Reads findings that each begin with their own label, wherever they stand: `Recommendation 3: ...`, `PA 4 - ...`, `R2. ...`. */
import type { Problem } from '../../terms/problem.ts'
import { kindOfReference } from '../citations/words.ts'
import type { Paragraph } from '../document.ts'
import type { FindingReading } from '../plan-reading.ts'
import { isHeading, isPageFoot, withoutMarks } from './numbered.ts'

const LABELLED =
  /^(priority action|area for improvement|recommendation|rec|finding|pa|ai|r)\.? ?(\d{1,3}[a-z]?)\s*[:.)–—-]\s*(?=\S)/i
const KINDS: Record<string, string> = { 'priority action': 'PA', 'area for improvement': 'AI', r: 'rec' }

/** Findings by their labels, or null where fewer than two paragraphs have one. Paragraphs that follow one are not part of it. */
export function readLabelled(paragraphs: Paragraph[]): { findings: FindingReading[]; problems: Problem[] } | null {
  const findings: FindingReading[] = []
  let heading = ''
  for (const paragraph of paragraphs) {
    const text = withoutMarks(paragraph.text)
    const label = LABELLED.exec(text)
    if (label) findings.push(findingOf(label, text, heading, paragraph.where))
    else if (text !== '' && isHeading(paragraph) && !isPageFoot(paragraph)) heading = text
  }
  return findings.length > 1 ? { findings, problems: [] } : null
}

function findingOf(label: RegExpExecArray, text: string, heading: string, where: string): FindingReading {
  const said = label[1]!.toLowerCase()
  const kind = KINDS[said] ?? kindOfReference(said) ?? 'rec'
  return { ref: `${kind} ${label[2]}`, heading, text: text.slice(label[0].length), lead: null, where }
}
