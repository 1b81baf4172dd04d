/** A table to take away as an Excel workbook: headings kept in sight and repeated in print, words wrapped, a filter on every column. */
import ExcelJS from 'exceljs'
import type { Sheet } from './sheet.ts'

/** Columns whose words run long get more room. */
const widthOf = (heading: string, rows: string[][], column: number): number => {
  const longest = rows.reduce((most, row) => Math.max(most, row[column]!.length), heading.length)
  return Math.min(60, Math.max(10, Math.ceil(longest / 3)))
}

export async function workbookOf(name: string, { headings, rows }: Sheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(name.replaceAll(/[*?:/\\[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToHeight: 0, printTitlesRow: '1:1' },
  })
  sheet.columns = headings.map((header, column) => ({ header: asCell(header), width: widthOf(header, rows, column) }))
  sheet.addRows(rows.map(row => row.map(asCell)))
  sheet.eachRow(row => (row.alignment = { wrapText: true, vertical: 'top' }))
  sheet.getRow(1).font = { bold: true }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A cell of Excel holds so many characters; a longer one, or one with a character that XML has not, makes it call the file broken. */
const MOST_IN_CELL = 32_767
const CUT = ' … (cut here: an Excel cell holds no more)'

function asCell(words: string): string {
  const plain = words.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
  return plain.length <= MOST_IN_CELL ? plain : plain.slice(0, MOST_IN_CELL - CUT.length).toWellFormed() + CUT
}
