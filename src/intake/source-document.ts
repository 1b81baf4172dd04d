/**
 * Reads a source document (improvement notice, inspection report, table of recommendations) into its findings, numbered as plans cite
 * them, every word as it is printed.
 */
import type { Document, Paragraph } from './document.ts'
import { readClauses, readExcerpt } from './findings/clauses.ts'
import { readLabelled } from './findings/labelled.ts'
import { withoutMarks } from './findings/numbered.ts'
import { readRecommendationTables } from './findings/recommendation-table.ts'
import { readReportSections } from './findings/report-sections.ts'
import type { SourceReading } from './plan-reading.ts'

/** Never throws: a document in which nothing can be found has no findings and says so among its problems. */
export function readSource(document: Document): SourceReading {
  const paragraphs = document.blocks.filter(block => block.kind === 'paragraph')
  const read = readRecommendationTables(document.blocks) ?? readListsOrClauses(paragraphs)
  const { findings, problems } = read ?? { findings: [], problems: [{ where: document.file, problem: NOTHING }] }
  return {
    file: document.file,
    title: titleOf(document, paragraphs),
    findings,
    problems: [...document.notices, ...problems],
  }
}

/** A notice may head a part of its clauses `Areas for improvement`: where such a list has bullets of its own, it is clauses. */
function readListsOrClauses(paragraphs: Paragraph[]) {
  const lists = readReportSections(paragraphs)
  return lists && !lists.nested
    ? lists
    : (readClauses(paragraphs) ?? lists ?? readLabelled(paragraphs) ?? readExcerpt(paragraphs))
}

const NOTHING =
  'no findings were found: looked for a table of recommendations, for lists headed priority actions, areas for improvement or recommendations, for labels such as Recommendation 1, and for numbered clauses'

function titleOf(document: Document, paragraphs: Paragraph[]): string {
  const headed =
    paragraphs.find(paragraph => paragraph.heading > 0) ?? paragraphs.find(paragraph => paragraph.text.trim() !== '')
  return (
    document.title?.trim() ||
    withoutMarks(headed?.text ?? '').slice(0, 200) ||
    document.file.replace(/\.[a-z0-9]+$/i, '')
  )
}
