/** A plan may give each action a form of its own, the headings down its left side: read as a table of one row. */
import type { Block, Cell, Document, Table } from './document.ts'
import { findHeadingRow, namesColumns } from './heading-row.ts'
import { keyOf } from './rating-key.ts'
import { gridOf, type GridRow } from './table-grid.ts'

const TALLEST = 25
const WIDEST = 6

/** The document with each form turned so that its headings stand in a row; what stands across a form is kept as a table before it. */
export const turned = (document: Document): Document => ({
  ...document,
  blocks: document.blocks.flatMap((block): Block[] => (block.kind === 'table' ? turnedTable(block) : [block])),
})

function turnedTable(table: Table): Table[] {
  if (table.rows.length < 3 || table.rows.length > TALLEST || table.width < 2 || table.width > WIDEST) return [table]
  const rows = gridOf(table)
  const across = rows.filter(row => row.own.length === 1 && row.own[0]!.columnSpan >= table.width)
  const form = rows.filter(row => !across.includes(row))
  const labels = new Map(
    form
      .map((row, index) => [index, row.at.get(0)] as const)
      .filter((one): one is [number, Cell] => one[1] !== undefined),
  )
  if (keyOf(table) !== null || !namesColumns(labels) || findHeadingRow(rows, 0) !== null) return [table]
  const standing = {
    ...table,
    width: form.length,
    rows: Array.from({ length: table.width }, (_, column) => columnAsRow(table, form, column)),
  }
  const titles = { ...table, rows: across.map(row => table.rows[row.index]!) }
  return titles.rows.length > 0 ? [titles, standing] : [standing]
}

function columnAsRow(table: Table, form: GridRow[], column: number): Table['rows'][number] {
  const cells = form.flatMap((row, index) =>
    row.own
      .filter(cell => cell.column === column)
      .map(cell => ({ ...cell, column: index, row: column, columnSpan: cell.rowSpan, rowSpan: cell.columnSpan })),
  )
  return { cells, where: cells[0]?.where ?? `${table.where}, column ${column + 1}` }
}
