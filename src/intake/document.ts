/**
 * A document as it was found, whatever file it came in: paragraphs and tables in reading order, each cell with its words,
 * its colour and where it stands. Nothing is interpreted here and nothing is left out.
 */
import type { Problem } from '../terms/problem.ts'

export type Document = {
  /** The file's name, for messages. */
  file: string
  format: 'docx' | 'xlsx' | 'csv' | 'text'
  /** The title the file itself carries (core properties), or null. */
  title: string | null
  blocks: Block[]
  /** What was odd but could be read all the same: tracked changes accepted, macros left aside, external links not followed. */
  notices: Problem[]
}

export type Block = Paragraph | Table

export type Paragraph = {
  kind: 'paragraph'
  text: string
  /** 1-9 for a heading of that level, 0 for ordinary text. */
  heading: number
  /** The nesting of a bullet or numbered item, 1 for the outermost; 0 where it is not a list item. */
  list: number
  /** The number or letter the document prints before a numbered item (`4.`, `(ii)`), where it is not part of the text. */
  label: string | null
  bold: boolean
  italic: boolean
  /** Footnotes that the paragraph carries, apart from its text. */
  footnotes: string[]
  where: string
}

export type Table = {
  kind: 'table'
  /** The sheet's name, or null where the file has no names for its tables. */
  name: string | null
  /** How many columns the widest row has, merged cells counted by the columns they cover. */
  width: number
  rows: Row[]
  where: string
}

/**
 * A row's cells, left to right. A merged cell stands once, in its first row and column; what it covers is absent, and so may be
 * a cell that has neither words nor colour: find a cell by its `column`, not by its place in the list.
 */
export type Row = {
  cells: Cell[]
  /** Set where the file itself marks the row as a heading, to be repeated on every page. */
  heading?: true
  where: string
}

export type Cell = {
  /** 0-based position of its first column and row in the table. */
  column: number
  row: number
  columnSpan: number
  rowSpan: number
  /** The cell's words; paragraphs are joined with a line feed. */
  text: string
  paragraphs: Paragraph[]
  /** The fill colour as six hexadecimal digits (`00B050`), or null where the cell has none. */
  colour: string | null
  /** `sheet Theme 1, cell D4`; `table 2, row 3, column 4`; `line 12, column 4`. */
  where: string
}
