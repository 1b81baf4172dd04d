/**
 * Puts the cells of a table of plain text back under their headings where the text has lost or gained one: the mark of a list
 * taken for a cell of its own, or a row that goes on without the cell for its reference.
 */
import type { Cell, Row, Table } from './document.ts'
import type { Layout } from './plan-reading.ts'

export function alignTable(table: Table, layout: Layout): Table {
  const width = Math.max(...layout.columns.map(({ column, heading }) => (heading === '' ? 0 : column + 1)))
  const beginsWithRef = layout.columns[0]?.fields.includes('ref') === true
  const rows = table.rows.map(row => withoutMarks(row, width))
  return { ...table, rows: beginsWithRef ? rows.map(row => (lacksRef(row, width) ? shifted(row) : row)) : rows }
}

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
