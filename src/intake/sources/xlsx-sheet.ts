/** One sheet of a workbook: its cells as they are shown, its merged cells, what is hidden. Format: ECMA-376 part 1, 18.3. */
import { UnreadableFile } from '../unreadable-file.ts'
import type { Allowance } from './allowance.ts'
import type { Archive } from './archive.ts'
import type { Notices } from './notices.ts'
import { plainNumber, shown } from './number-format.ts'
import { clean } from './words.ts'
import { stringElements, type Words } from './xlsx-strings.ts'
import type { CellStyle } from './xlsx-styles.ts'
import { readXml, type Attributes, type Elements } from './xml.ts'

export type Workbook = {
  strings: Words[]
  styleOf(style: number): CellStyle
  calendar: 1900 | 1904
  allowed: Allowance
  odd: Notices
}

/** A cell with words or a colour; `row` and `column` count from 0. `number` is what it holds where that is a number, however it is shown. */
export type SheetCell = { row: number; column: number; words: Words; style: CellStyle; number: number | null }
export type Merged = { top: number; left: number; bottom: number; right: number }
export type Sheet = { cells: SheetCell[]; merged: Merged[] }

type Raw = {
  row: number
  column: number
  type: string
  style: number
  value: string
  words: Words | null
  formula: boolean
}

const MAX_ROW = 1_048_576
const MAX_COLUMN = 16_384
const MOST_MERGED = 100_000

export async function readSheet(archive: Archive, part: string, where: string, book: Workbook): Promise<Sheet> {
  const sheet: Sheet = { cells: [], merged: [] }
  let raw: Raw | null = null
  let inValue = false
  const own = stringElements('is', words => void (raw && (raw.words = words)))
  const start = { row: 0, column: 0 }
  const elements: Elements = {
    ...own.elements,
    row: { open: attributes => startRow(start, attributes, where, book.odd) },
    c: {
      open: attributes => void (raw = startCell(start, attributes)),
      close() {
        if (raw) keepCell(sheet, raw, where, book)
        raw = null
      },
    },
    f: { open: () => (raw && (raw.formula = true), 'skip') },
    v: { open: () => void (inValue = true), close: () => void (inValue = false) },
    mergeCell: { open: ({ ref }) => keepMerged(sheet, ref, where) },
    ...oddities(where, book.odd),
  }
  await readXml(archive.open(part), elements, text => {
    if (inValue && raw) raw.value += text
    else own.text(text)
  })
  return sheet
}

function oddities(where: string, odd: Notices): Elements {
  return {
    col: {
      open({ hidden, min, max }) {
        if (hidden === '1' || hidden === 'true')
          odd.add('There are hidden columns; they were read ({n})', where, Math.max(1, Number(max) - Number(min) + 1))
      },
    },
    conditionalFormatting: {
      open: () => odd.add('Excel colours some cells by a rule; only colours that were set by hand were read', where),
    },
  }
}

function startRow(at: { row: number; column: number }, { r, hidden }: Attributes, where: string, odd: Notices): void {
  at.row = r === undefined ? at.row + 1 : Number(r)
  at.column = 0
  if (hidden === '1' || hidden === 'true') odd.add('There are hidden rows; they were read ({n})', where)
}

/** A cell without an address stands next to the one before it. */
function startCell(at: { row: number; column: number }, { r, t = 'n', s }: Attributes): Raw {
  const address = r === undefined ? null : parseAddress(r)
  at.column = address ? address.column + 1 : at.column + 1
  const row = address ? address.row : at.row - 1
  return { row, column: at.column - 1, type: t, style: Number(s ?? 0), value: '', words: null, formula: false }
}

/** `D4` as row 3, column 3; null for what is no address. */
export function parseAddress(address: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/.exec(address)
  if (!found?.[1]) return null
  const column = [...found[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(found[2]) - 1, column }
}

export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

function keepCell(sheet: Sheet, raw: Raw, where: string, book: Workbook): void {
  const style = book.styleOf(raw.style)
  const words = wordsOf(raw, style, book)
  if (raw.formula && raw.value === '' && raw.words === null && raw.type !== 'str') {
    book.odd.add('There are formulas that were never worked out: open it in Excel and save it ({n} cells)', where)
  }
  if (words.text.trim() === '' && style.colour === null) return
  if (raw.row < 0 || raw.row >= MAX_ROW || raw.column < 0 || raw.column >= MAX_COLUMN) return
  book.allowed.keep(`${where}, cell ${columnName(raw.column)}${raw.row + 1}`, words.text)
  sheet.cells.push({ row: raw.row, column: raw.column, words, style, number: plainValue(raw) })
}

function wordsOf(raw: Raw, style: CellStyle, book: Workbook): Words {
  if (raw.words) return raw.words
  const value = raw.value.trim()
  if (value === '') return { text: '' }
  switch (raw.type) {
    case 's':
      return book.strings[Number(value)] ?? { text: '' }
    case 'b':
      return { text: value === '1' || value === 'true' ? 'TRUE' : 'FALSE' }
    case 'n':
      return { text: numberOf(value, style, book.calendar) }
    case 'd':
      return { text: dayOf(value, style, book.calendar) }
    default:
      return { text: clean(raw.value) }
  }
}

function plainValue({ type, value }: Raw): number | null {
  const number = type === 'n' && value.trim() !== '' ? Number(value) : NaN
  return Number.isFinite(number) ? number : null
}

function numberOf(value: string, style: CellStyle, calendar: 1900 | 1904): string {
  const number = Number(value)
  return Number.isFinite(number) ? shown(number, style.format, calendar) : value
}

/** A day written as `2016-04-01T00:00:00`, which newer files may use. */
function dayOf(value: string, style: CellStyle, calendar: 1900 | 1904): string {
  const at = Date.parse(/[zZ]$/.test(value) ? value : `${value.includes('T') ? value : `${value}T00:00:00`}Z`)
  if (Number.isNaN(at)) return value
  const serial = (at - Date.UTC(1899, 11, 30)) / 86_400_000 - (calendar === 1904 ? 1462 : 0)
  const format = style.format === 'General' ? 'dd/mm/yyyy' : style.format
  const text = shown(serial, format, calendar)
  return text === plainNumber(serial) ? value : text
}

function keepMerged(sheet: Sheet, ref = '', where: string): void {
  const [from, to] = ref.split(':').map(parseAddress)
  if (from && to) sheet.merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column })
  if (sheet.merged.length > MOST_MERGED)
    throw new UnreadableFile('There are far more merged cells than a plan can have: unmerge them', where)
}
