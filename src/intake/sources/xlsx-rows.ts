/**
 * The rows of a sheet as values rather than as they look: a number as it is whatever its format shows, a date as ISO even where the
 * sheet shows only its month. Merged cells count once, where they begin.
 */
import { isDateFormat, plainNumber } from './number-format.ts'
import { ofSerial } from './extract-day.ts'
import type { Sheet, SheetCell } from './xlsx-sheet.ts'

/** Days between the start of Excel's two calendars. */
const DAYS_TO_1904 = 1462

export function* rawRows(sheet: Sheet, calendar: 1900 | 1904): Generator<{ row: number; cells: string[] }> {
  let row = -1
  let cells: string[] = []
  const sorted = isInOrder(sheet.cells) ? sheet.cells : sheet.cells.toSorted((a, b) => a.row - b.row)
  for (const cell of sorted) {
    if (cell.row !== row) {
      if (cells.length > 0) yield { row: row + 1, cells }
      row = cell.row
      cells = []
    }
    while (cells.length < cell.column) cells.push('')
    cells[cell.column] = valueOf(cell, calendar)
  }
  if (cells.length > 0) yield { row: row + 1, cells }
}

const isInOrder = (cells: SheetCell[]) => cells.every((cell, at) => at === 0 || cells[at - 1]!.row <= cell.row)

function valueOf({ words, number, style }: SheetCell, calendar: 1900 | 1904): string {
  if (number === null) return words.text.trim()
  if (!isDateFormat(style.format) || number < 0) return plainNumber(number)
  const { on, at } = ofSerial(number + (calendar === 1904 ? DAYS_TO_1904 : 0))
  return at ?? on
}
