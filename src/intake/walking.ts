/** How far a document has been walked: what was found so far, and what the next row would stand under. */
import type { Document, Paragraph } from './document.ts'
import type { RowKind } from './plan-corrections.ts'
import type { Layout, PlanReading } from './plan-reading.ts'
import type { PlanRow, Section, ThemeRows } from './plan-row.ts'
import type { PlanTable } from './plan-tables.ts'
import type { RatingKey } from './rating-key.ts'

export type Walk = {
  document: Document
  /** What a person said rows are, by where they stand. */
  kinds: Map<string, RowKind>
  layouts: Layout[]
  tables: PlanTable[]
  /** Layouts whose actions carry their number before their words. */
  numbered: Set<Layout>
  /** True where each table begins with a title of its own. */
  namedByRows: boolean
  themes: ThemeRows[]
  /** The themes by the letters of their titles: the same title on the next page is the same theme. */
  byTitle: Map<string, ThemeRows[]>
  theme: ThemeRows | null
  section: Section | null
  last: PlanRow | null
  /** Plan rows counted through the document. */
  counted: number
  /** The key that holds here. */
  key: RatingKey | null
  /** Paragraphs since the last table. */
  above: Paragraph[]
  /** True until the first row after a page break, where a row may go on. */
  afterBreak: boolean
  surroundings: PlanReading['surroundings']
  problems: PlanReading['problems']
}
