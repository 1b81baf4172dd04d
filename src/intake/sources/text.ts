/**
 * Plain text, as it comes from a document that was turned into text: lines, and tables as lines of cells apart by tabs. A page
 * break (a form feed or blank lines) may stand inside a table, which goes on after it unless its heading is repeated there.
 * Remnants of markup (`**bold**`, `<li>`) are taken for what they meant; every word is kept.
 */
import type { Block, Cell, Document, Paragraph, Row, Table } from '../document.ts'
import type { Allowance } from './allowance.ts'
import { readCsv } from './csv.ts'
import { decode } from './encoding.ts'
import type { Notices } from './notices.ts'
import { attachFootnotes } from './text-footnotes.ts'
import { readCell, readLine } from './text-markup.ts'

type Line = { number: number; text: string }

export function readText(bytes: Uint8Array, allowed: Allowance, odd: Notices): Omit<Document, 'file' | 'notices'> {
  const given = decode(bytes).replace(/\r\n?/g, '\n')
  allowed.lines(given)
  if (isQuoted(given)) return { ...readCsv(bytes, allowed, odd), format: 'text' }
  const lines = given.split('\n').map((text, at): Line => ({ number: at + 1, text: text.replace(/\f/g, '') })) // prettier-ignore
  const blocks: Block[] = []
  for (const group of groups(lines)) {
    for (const part of parts(group)) {
      if (part.cells) addRows(blocks, part.lines, allowed)
      else for (const line of part.lines) blocks.push(...paragraphs(line, allowed))
    }
  }
  attachFootnotes(blocks)
  for (const [n, table] of blocks.filter(one => one.kind === 'table').entries())
    table.where = `table ${n + 1}, from ${table.where}`
  return { format: 'text', title: null, blocks }
}

/** Excel's “Text (tab delimited)” puts a cell that holds line breaks in quotation marks, as CSV does. */
const isQuoted = (text: string) => /^[^\n]*\t/.test(text) && /(?:^|[\t\n])"[^"\t\n]*\n[^"]*"/.test(text)

/** Lines that stand together, without a blank one between them. */
function* groups(lines: Line[]): Generator<Line[]> {
  let group: Line[] = []
  for (const line of lines) {
    if (line.text.trim() !== '' || line.text.includes('\t')) group.push(line)
    else if (group.length > 0) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}

const isRow = (line: Line | undefined) => line?.text.includes('\t') ?? false

/** Rows and ordinary lines apart. A line without tabs between two rows is the rest of the cell before it. */
function parts(group: Line[]): { cells: boolean; lines: Line[] }[] {
  const found: { cells: boolean; lines: Line[] }[] = []
  const lastRow = group.findLastIndex(isRow)
  for (const [at, line] of group.entries()) {
    const part = found.at(-1)
    if (!isRow(line) && part?.cells && at < lastRow) {
      const row = part.lines.at(-1) as Line
      part.lines[part.lines.length - 1] = { ...row, text: `${row.text}\n${line.text}` }
    } else if (part?.cells === isRow(line)) part.lines.push({ ...line })
    else found.push({ cells: isRow(line), lines: [{ ...line }] })
  }
  return found
}

function paragraphs(line: Line, allowed: Allowance): Paragraph[] {
  allowed.keep(`line ${line.number}`, line.text)
  return readLine(line.text, `line ${line.number}`)
}

/** A row of dashes is how some converters draw the line under a heading: it holds no words. */
const isRule = (line: Line) => line.text.includes('--') && /^[\s|:-]*$/.test(line.text)

function addRows(blocks: Block[], given: Line[], allowed: Allowance): void {
  const lines = given.filter(line => !isRule(line))
  const rows = lines.map(line => rowOf(line, allowed))
  const first = rows[0]
  if (!first) return
  const last = blocks.at(-1)
  if (last?.kind === 'table' && goesOn(last, rows)) append(last, rows)
  else blocks.push(append({ kind: 'table', name: null, width: 0, rows: [], where: first.where }, rows))
}

function rowOf(line: Line, allowed: Allowance): Row {
  const where = `line ${line.number}`
  return {
    where,
    cells: line.text.split('\t').map((text, column): Cell => {
      const at = `${where}, column ${column + 1}`
      const paragraphs = readCell(text, at)
      for (const one of paragraphs) allowed.keep(at, one.text)
      if (paragraphs.length === 0) allowed.keep(at)
      const words = paragraphs.map(one => one.text).join('\n')
      return { column, row: 0, columnSpan: 1, rowSpan: 1, text: words, paragraphs, colour: null, where: at }
    }),
  }
}

function append(table: Table, rows: Row[]): Table {
  for (const row of rows) {
    for (const cell of row.cells) cell.row = table.rows.length
    table.rows.push(row)
    table.width = Math.max(table.width, row.cells.length)
  }
  return table
}

const HEADING_ROWS = 3

/** Whether rows that come after a blank line belong to the table before it: about as wide as its heading, which they do not repeat. */
function goesOn(table: Table, rows: Row[]): boolean {
  const heading = table.rows.slice(0, HEADING_ROWS)
  const width = widthOf(rows)
  if (width < usedWidth(heading) - 1 || width > table.width + 2) return false
  return !rows.slice(0, 2).some(row => heading.some(one => isSameHeading(one, row)))
}

const widthOf = (rows: Row[]) => rows.reduce((most, row) => Math.max(most, row.cells.length), 0)

/** How many columns have words in them. */
const usedWidth = (rows: Row[]) =>
  rows.reduce((most, row) => Math.max(most, row.cells.findLastIndex(cell => cell.text !== '') + 1), 0)

/** At least two cells, and at least half of those with words, say the same. */
function isSameHeading(one: Row, other: Row): boolean {
  const worded = one.cells.filter(cell => cell.text !== '')
  const same = worded.filter(cell => other.cells[cell.column]?.text === cell.text)
  const isBanner = worded.length === 1 && one.cells.length > 1 && isLone(other) && same.length === 1
  return isBanner || (worded.length >= 2 && same.length * 2 >= worded.length)
}

const isLone = (row: Row) => row.cells.filter(cell => cell.text !== '').length === 1
