/** The cells of a sheet as a table: rows in order, merged cells once, nothing past the last row and column that have words. */
import type { Cell, Row, Table } from '../document.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Notices } from './notices.ts'
import { plain, trimBlank } from './words.ts'
import { columnName, type Merged, type Sheet, type SheetCell } from './xlsx-sheet.ts'

const MOST_EMPTY_ROWS = 100
/** A title merged across a whole sheet counts for no more columns than this. */
const WIDEST_TITLE = 256
const MOST_COLUMNS = 16_384

export function tableOf(sheet: Sheet, name: string, where: string, odd: Notices): Table {
  const mergedAt = mergedCells(sheet.merged, where)
  const cells = trimmed(sheet.cells)
  const widest = cells.reduce((most, cell) => Math.max(most, cell.column + 1), WIDEST_TITLE)
  const rows: Row[] = []
  const sheetRows: number[] = []
  const spans: { cell: Cell; merged: Merged }[] = []
  for (const given of cells) {
    addRows(rows, sheetRows, given.row, where, odd)
    const row = rows.at(-1) as Row
    const merged = mergedAt(given.row, given.column)
    if (merged && (merged.top !== given.row || merged.left !== given.column)) {
      covered(given, where, odd)
      continue
    }
    const cell = cellOf(given, rows.length - 1, where)
    if (merged) cell.columnSpan = Math.min(merged.right, widest - 1) - merged.left + 1
    if (merged && merged.bottom > merged.top) spans.push({ cell, merged })
    row.cells.push(cell)
  }
  for (const { cell, merged } of spans) cell.rowSpan = Math.max(1, countUpTo(sheetRows, merged.bottom) - cell.row)
  const width = rows.reduce(
    (most, row) => row.cells.reduce((far, one) => Math.max(far, one.column + one.columnSpan), most),
    0,
  )
  return { kind: 'table', name, width, rows, where }
}

/** In order, without the coloured cells that lie past everything that has words. */
function trimmed(cells: SheetCell[]): SheetCell[] {
  const worded = cells.filter(cell => cell.words.text.trim() !== '')
  const lastRow = worded.reduce((last, cell) => Math.max(last, cell.row), -1)
  const lastColumn = worded.reduce((last, cell) => Math.max(last, cell.column), -1)
  const kept = cells.filter(cell => cell.row <= lastRow && cell.column <= lastColumn)
  return kept.sort((a, b) => a.row - b.row || a.column - b.column)
}

/** Rows up to that of the sheet, among them the empty ones that stand in between. */
function addRows(rows: Row[], sheetRows: number[], upTo: number, where: string, odd: Notices): void {
  const last = sheetRows.at(-1) ?? -1
  if (upTo === last) return
  const empty = upTo - last - 1
  const leaveOut = empty > MOST_EMPTY_ROWS
  if (leaveOut) odd.add(`${empty.toLocaleString('en-GB')} empty rows before row ${upTo + 1} were left out`, where)
  for (let at = leaveOut ? upTo : last + 1; at <= upTo; at++) {
    rows.push({ cells: [], where: `${where}, row ${at + 1}` })
    sheetRows.push(at)
  }
}

function cellOf({ words, style, column, row }: SheetCell, tableRow: number, where: string): Cell {
  const at = `${where}, cell ${columnName(column)}${row + 1}`
  const look = { bold: words.bold ?? style.bold, italic: words.italic ?? style.italic }
  const lines = words.text.split('\n').map(line => ({ ...plain(line.trim(), at), ...look }))
  const paragraphs = trimBlank(lines)
  const text = paragraphs.map(one => one.text).join('\n')
  return { column, row: tableRow, columnSpan: 1, rowSpan: 1, text, paragraphs, colour: style.colour, where: at }
}

function covered({ words, column, row }: SheetCell, where: string, odd: Notices): void {
  const text = words.text.trim()
  if (text === '') return
  const at = `${where}, cell ${columnName(column)}${row + 1}`
  odd.add(
    `There are words under a merged cell, where Excel does not show them; they were left out: ‘${text.slice(0, 200)}’`,
    at,
  )
}

/** How many of the numbers, which go up, are at most `most`. */
function countUpTo(numbers: number[], most: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) <= most) low = middle + 1
    else high = middle
  }
  return low
}

/** Finds the merged cell that a cell belongs to. Must be asked for cells in order, row by row. */
function mergedCells(all: Merged[], where: string): (row: number, column: number) => Merged | undefined {
  const coming = all.toSorted((a, b) => a.top - b.top)
  let next = 0
  let open: Merged[] = []
  let nextEnd = Infinity
  const follow = (row: number) => {
    if (row > nextEnd) {
      open = open.filter(one => one.bottom >= row)
      nextEnd = open.reduce((least, one) => Math.min(least, one.bottom), Infinity)
    }
    for (let one = coming[next]; one && one.top <= row; one = coming[++next]) {
      if (one.bottom < row) continue
      open.splice(countLeft(open, one.left), 0, one)
      nextEnd = Math.min(nextEnd, one.bottom)
      if (open.length > MOST_COLUMNS) throw new UnreadableFile('Merged cells lie over each other: unmerge them', where)
    }
  }
  let at = -1
  return (row, column) => {
    if (row !== at) follow((at = row))
    const one = open[countLeft(open, column) - 1]
    return one && one.right >= column ? one : undefined
  }
}

/** How many of the merged cells, which stand from left to right, begin at or before a column. */
function countLeft(open: Merged[], column: number): number {
  let [low, high] = [0, open.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((open[middle] as Merged).left <= column) low = middle + 1
    else high = middle
  }
  return low
}
