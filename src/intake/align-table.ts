/**
 * Puts the cells of a table of plain text back under their headings where the text has lost or gained one: the mark of a list
 * taken for a cell of its own, a blank cell gone, or a row that goes on without the cell for its reference.
 */
import { withoutMarkup } from './cell-words.ts'
import type { Cell, Row, Table } from './document.ts'
import type { ColumnMapping, Layout } from './plan-reading.ts'
import { readTimescale } from './timescale-reading.ts'

export function alignTable(table: Table, layout: Layout): Table {
  const width = Math.max(...layout.columns.map(({ column, heading }) => (heading === '' ? 0 : column + 1)))
  const beginsWithRef = layout.columns[0]?.fields.includes('ref') === true
  const rows = table.rows.map(row => withoutMarks(row, width)).map(row => withLostCell(row, layout.columns))
  return { ...table, rows: beginsWithRef ? rows.map(row => (lacksRef(row, width) ? shifted(row) : row)) : rows }
}

/**
 * A row in which a date stands for the action, or a sentence for a rating, and which has room at its end: it lost a blank cell, and is
 * as it should be once that is put back. The last place where that is so is taken; where there is none the row stays as it is.
 */
function withLostCell(row: Row, columns: ColumnMapping[]): Row {
  if (!isPlain(row.cells) || misplaced(row, columns) === 0) return row
  const last = row.cells.findLastIndex(cell => cell.text.trim() !== '')
  if (last + 1 >= columns.length) return row
  for (let at = last; at > 0; at--) {
    const cells = row.cells.slice(0, last + 1).map((cell, index) => (index < at ? cell : moved(cell, 1)))
    if (misplaced({ ...row, cells }, columns) === 0) return { ...row, cells }
  }
  return row
}

/** How many cells of the row cannot be what their columns hold. */
function misplaced({ cells }: Row, columns: ColumnMapping[]): number {
  const words = new Map(cells.map(cell => [cell.column, withoutMarkup(cell.text)]))
  return columns.filter(({ column, fields }) => {
    const said = words.get(column) ?? ''
    if (fields.includes('text')) return said === '' || isOnlyDate(said)
    return (fields.includes('delivery') || fields.includes('impact')) && said !== '' && !RATES.test(said)
  }).length
}

const isOnlyDate = (words: string) =>
  words.length < 20 && /\d/.test(words) && ['by', 'range', 'from'].includes(readTimescale(words).kind)
const RATES =
  /^(?:[bragy]|n\/?a|-)$|\b(?:red|amber|green|blue|yellow|orange|grey|b?rag|completed?|done|track|task|target|started|delayed|stalled|behind|ahead|progress|impact|none|yes|no|risk|hold|overdue|late|closed|open|begun|embedded)\b/i

/** A row with one cell too few that begins with a sentence where its reference should be. */
const lacksRef = ({ cells }: Row, width: number) => cells.length === width - 1 && isSentence(cells[0]) && isPlain(cells)
const shifted = (row: Row): Row => ({ ...row, cells: row.cells.map(cell => moved(cell, 1)) })

/** Words too long to be a reference. */
export const isSentence = (cell: Cell | undefined): boolean => (cell?.text.trim().split(/\s+/).length ?? 0) > 3

/** Drops the cells that hold nothing but the mark of a list, where the row has just as many cells too many. */
function withoutMarks(row: Row, width: number): Row {
  const filled = row.cells.findLastIndex(cell => cell.text.trim() !== '') + 1
  const marks = row.cells.slice(2, filled).filter(isMark)
  if (filled <= width || marks.length !== filled - width || !isPlain(row.cells)) return row
  let left = 0
  const cells = row.cells.flatMap(cell => {
    if (!marks.includes(cell)) return [moved(cell, -left)]
    left++
    return []
  })
  return { ...row, cells }
}

const isMark = (cell: Cell) => /^[•▪●○■❖➤➢◦◆▸►*·-]?$/.test(cell.text.trim())
const isPlain = (cells: Cell[]) => cells.every(cell => cell.columnSpan === 1 && cell.rowSpan === 1)
const moved = (cell: Cell, by: number): Cell => ({ ...cell, column: cell.column + by })
