/** Plain text with tables written as lines of cells apart by tabs. */
import type { Block, Cell, Document, Row } from '../document.ts'
import type { Allowance } from './allowance.ts'
import { decode } from './encoding.ts'
import { clean, plain, trimBlank } from './words.ts'

export function readText(bytes: Uint8Array, allowed: Allowance): Omit<Document, 'file' | 'notices'> {
  const blocks: Block[] = []
  for (const [at, line] of decode(bytes)
    .split(/\r\n?|\n/)
    .entries()) {
    allowed.keep(`line ${at + 1}`, line.length)
    if (line.includes('\t')) addRow(blocks, line, `line ${at + 1}`)
    else if (line.trim() !== '') blocks.push(plain(clean(line).trim(), `line ${at + 1}`))
  }
  return { format: 'text', title: null, blocks }
}

function addRow(blocks: Block[], line: string, where: string): void {
  const last = blocks.at(-1)
  const table =
    last?.kind === 'table'
      ? last
      : ({ kind: 'table', name: null, width: 0, rows: [], where } as Extract<Block, { kind: 'table' }>)
  if (table !== last) blocks.push(table)
  const row: Row = { cells: [], where }
  for (const [column, given] of line.split('\t').entries()) {
    const at = `${where}, column ${column + 1}`
    const paragraphs = trimBlank([plain(clean(given).trim(), at)])
    row.cells.push({
      column,
      row: table.rows.length,
      columnSpan: 1,
      rowSpan: 1,
      text: paragraphs.map(one => one.text).join('\n'),
      paragraphs,
      colour: null,
      where: at,
    } satisfies Cell)
  }
  table.rows.push(row)
  table.width = Math.max(table.width, row.cells.length)
}
