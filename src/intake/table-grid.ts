/** A table as its columns stand: which cell covers each place of a row, so that a merged cell is seen from every row it covers. */
import { wordsOf } from './cell-words.ts'
import type { Cell, Table } from './document.ts'

export type GridRow = {
  /** Counted from 0 in the table. */
  index: number
  where: string
  /** The cells that begin in this row. */
  own: Cell[]
  /** The cell that covers a column in this row, begun here or merged down from above. */
  at: Map<number, Cell>
}

/** A merged cell is followed over so many columns and rows and no further: more is a sheet's mistake, not a plan. */
const WIDEST = 64
const DEEPEST = 2000

export function gridOf(table: Table): GridRow[] {
  const rows: GridRow[] = table.rows.map((row, index) => ({ index, where: row.where, own: row.cells, at: new Map() }))
  rows.forEach((row, index) => {
    for (const cell of row.own) {
      const below = Math.min(cell.rowSpan, DEEPEST, rows.length - index)
      const across = Math.max(1, Math.min(cell.columnSpan, WIDEST))
      for (let down = 0; down < Math.max(1, below); down++)
        for (let over = 0; over < across; over++) {
          const at = rows[index + down]!.at
          if (down === 0 || !at.has(cell.column + over)) at.set(cell.column + over, cell)
        }
    }
  })
  return rows
}

/** The cells of the row that have words. */
export const written = (row: GridRow): Cell[] => row.own.filter(cell => wordsOf(cell) !== '')
