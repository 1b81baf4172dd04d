/**
 * A workbook of Excel written row by row: text is text and never a formula, days are dates, headings stay in sight. Written here because
 * twenty thousand rows of thirty columns are to take a second, not ten.
 */
import { type Day, daysBetween, day } from '../../terms/day.ts'
import { zipOf } from '../../web/zip.ts'
import type { Cell } from './list.ts'

export type Kind = 'text' | 'number' | 'day'

export type SheetOfCells = {
  /** At most 31 characters. */
  name: string
  title: string
  columns: readonly { heading: string; kind: Kind; width: number }[]
  rows: Iterable<readonly Cell[]>
}

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const P = 'http://schemas.openxmlformats.org/package/2006'
const T = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Places in `cellXfs`: plain, date, heading, title, and text that Excel would take for a formula if somebody typed it again. */
const STYLE = { plain: 0, day: 1, heading: 2, title: 3, quoted: 4 } as const

const STYLES = `${XML}<styleSheet xmlns="${S}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6E6E6"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** Title in row 1, headings in row 2, as in Ofsted's template; both and the first column stay in sight. */
/** As zlib counts: rather quick than small. */
const PACKED_QUICKLY = 4

export function workbookOf(sheets: readonly SheetOfCells[]): Promise<Uint8Array> {
  const named = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
  const links = sheets.map((_, at) => `<Relationship Id="s${at + 1}" Type="${R}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`) // prettier-ignore
  const types = sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${T}.worksheet+xml"/>`) // prettier-ignore
  const parts = [
    ['[Content_Types].xml', `${XML}<Types xmlns="${P}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${T}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${T}.styles+xml"/>${types.join('')}</Types>`],
    ['_rels/.rels', `${XML}<Relationships xmlns="${P}/relationships"><Relationship Id="r1" Type="${R}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
    ['xl/workbook.xml', `${XML}<workbook xmlns="${S}" xmlns:r="${R}"><sheets>${named.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', `${XML}<Relationships xmlns="${P}/relationships">${links.join('')}<Relationship Id="styles" Type="${R}/styles" Target="styles.xml"/></Relationships>`],
    ['xl/styles.xml', STYLES],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)]),
  ] as [name: string, content: string][] // prettier-ignore
  return zipOf(
    parts.map(([name, content]) => ({ name, content })),
    PACKED_QUICKLY,
  )
}

function sheetXml({ title, columns, rows }: SheetOfCells): string {
  const letters = columns.map((_, at) => lettersOf(at))
  const cols = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const parts = [
    `${XML}<worksheet xmlns="${S}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="2" topLeftCell="B3" activePane="bottomRight" state="frozen"/></sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>`,
    `<row r="1">${textCell('A1', title, STYLE.title)}</row><row r="2">`,
    ...columns.map(({ heading }, at) => textCell(`${letters[at]}2`, heading, STYLE.heading)),
    '</row>',
  ]
  let row = 2
  for (const cells of rows) {
    row += 1
    let xml = `<row r="${row}">`
    for (const [at, cell] of cells.entries()) xml += cellXml(`${letters[at]}${row}`, cell, columns[at]!.kind)
    parts.push(`${xml}</row>`)
  }
  parts.push(`</sheetData><autoFilter ref="A2:${letters.at(-1)}${row}"/></worksheet>`)
  return parts.join('')
}

function cellXml(at: string, cell: Cell, kind: Kind): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (kind === 'day') return `<c r="${at}" s="${STYLE.day}"><v>${serialOf(cell as Day)}</v></c>`
  return textCell(at, cell, /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? STYLE.quoted : STYLE.plain)
}

const textCell = (at: string, text: string, style: number) =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`

const FIRST = day('1899-12-30')
const SERIALS = new Map<Day, number>()

/** As Excel counts days. A day before its calendar is written as the text it is (never met: readers take it for none). */
function serialOf(on: Day): number {
  const known = SERIALS.get(on)
  if (known !== undefined) return known
  const serial = daysBetween(FIRST, on)
  if (SERIALS.size < 50_000) SERIALS.set(on, serial)
  return serial
}

const MOST_IN_CELL = 32_000
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const escaped = (text: string): string => {
  const plain = /^[\w ,.()/:-]*$/.test(text) ? text : text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"]/g, one => ENTITIES[one]!) // prettier-ignore
  return plain.length > MOST_IN_CELL ? plain.slice(0, MOST_IN_CELL).replace(/&[a-z]*$/, '') : plain
}

/** A, B ... Z, AA. */
const lettersOf = (at: number): string => (at < 26 ? '' : lettersOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26)) // prettier-ignore
