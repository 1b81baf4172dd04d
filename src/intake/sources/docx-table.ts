/** A table of a Word document while it is being read: merged cells put together, tables inside its cells kept as text. */
import type { Block, Cell, Paragraph, Row, Table } from '../document.ts'
import { plain, trimBlank } from './words.ts'

export type CellDraft = {
  span: number
  /** Down the column: `restart` begins a merged cell, `continue` belongs to the one above. Across: the same (old files). */
  down: 'restart' | 'continue' | null
  across: 'restart' | 'continue' | null
  colour: string | null
  gone: boolean
  blocks: Block[]
}
export type RowDraft = { before: number; cells: CellDraft[]; heading: boolean; gone: 'deleted' | 'hidden' | null }
export type TableDraft = { rows: Row[]; width: number; above: Map<number, Cell>; first: RowDraft | null }

const MAX_SPAN = 1000

export const tableDraft = (): TableDraft => ({ rows: [], width: 0, above: new Map(), first: null })
export const rowDraft = (): RowDraft => ({ before: 0, cells: [], heading: false, gone: null })
export const cellDraft = (): CellDraft => ({ span: 1, down: null, across: null, colour: null, gone: false, blocks: [] })

export const span = (value: string | undefined) =>
  Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), MAX_SPAN)

/** Puts the row that was read into the table. Answers the words of cells that a merged cell covers. */
export function addRow(table: TableDraft, draft: RowDraft): string[] {
  const at = table.rows.length
  const row: Row = { cells: [], where: '' }
  const open = new Map<number, Cell>()
  const covered: string[] = []
  let column = draft.before
  for (const cell of draft.cells) {
    const over =
      cell.down === 'continue' ? table.above.get(column) : cell.across === 'continue' ? row.cells.at(-1) : undefined
    if (over) {
      if (cell.down === 'continue') over.rowSpan += 1
      else over.columnSpan += cell.span
      const words = textOf(paragraphsOf(cell.blocks))
      if (words !== '') covered.push(words)
    }
    const one = over ?? placed(cell, column, at)
    if (!over) row.cells.push(one)
    if (cell.down !== null) open.set(column, one)
    column += cell.span
  }
  if (draft.heading) row.heading = true
  table.first ??= draft
  table.rows.push(row)
  table.above = open
  table.width = Math.max(table.width, column)
  return covered
}

function placed(cell: CellDraft, column: number, row: number): Cell {
  const paragraphs = paragraphsOf(cell.blocks)
  return {
    column,
    row,
    columnSpan: cell.span,
    rowSpan: 1,
    text: textOf(paragraphs),
    paragraphs,
    colour: cell.colour,
    where: '',
  }
}

const textOf = (paragraphs: Paragraph[]) => paragraphs.map(one => one.text).join('\n')

/** A table inside a cell is read row by row: a row whose cells hold one paragraph each is one line, its cells apart by tabs. */
function paragraphsOf(blocks: Block[]): Paragraph[] {
  return trimBlank(
    blocks.flatMap(block => {
      if (block.kind === 'paragraph') return [block]
      return block.rows.flatMap(row => {
        const all = row.cells.flatMap(cell => cell.paragraphs)
        const inLine = row.cells.every(cell => cell.paragraphs.length <= 1 && !cell.text.includes('\n'))
        if (!inLine || all.some(one => one.footnotes.length > 0) || all.length < 2) return all
        return [
          plain(
            row.cells
              .map(cell => cell.text)
              .join('\t')
              .trim(),
            '',
          ),
        ]
      })
    }),
  )
}

/** A frame of one cell around other tables is how some people lay out a page: what it holds stands in its place. */
export function finishTable(table: TableDraft): Block[] {
  const only = table.rows.length === 1 && table.first?.cells.length === 1 ? table.first.cells[0] : undefined
  if (only?.blocks.some(block => block.kind === 'table')) return only.blocks
  const finished: Table = { kind: 'table', name: null, width: table.width, rows: table.rows, where: '' }
  return table.rows.length === 0 ? [] : [finished]
}

/** Says of everything where it stands: the third table, its second row. Paragraphs and tables are counted as a reader would. */
export function place(blocks: Block[]): Block[] {
  let paragraphs = 0
  let tables = 0
  for (const block of blocks) {
    if (block.kind === 'paragraph') block.where = `paragraph ${++paragraphs}`
    else placeTable(block, `table ${++tables}`)
  }
  return blocks
}

function placeTable(table: Table, where: string): void {
  table.where = where
  for (const [n, row] of table.rows.entries()) {
    row.where = `${where}, row ${n + 1}`
    for (const cell of row.cells) {
      cell.where = `${row.where}, column ${cell.column + 1}`
      for (const one of cell.paragraphs) one.where = cell.where
    }
  }
}
