/** A table to take away, and as CSV. */

export type Sheet = { headings: string[]; rows: string[][] }

/** A cell that a spreadsheet would take for a formula is given an apostrophe before it (OWASP, CSV injection: wide signs too). */
const withoutFormula = (cell: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell)

/** CSV as Excel opens it: a byte order mark, CRLF, every cell in quotes. */
export const csvOf = ({ headings, rows }: Sheet): string =>
  `\ufeff${[headings, ...rows].map(row => row.map(cell => `"${withoutFormula(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`

/** The table to download as CSV. */
export const csvFile = (name: string, sheet: Sheet) => ({
  name: `${name}.csv`,
  type: 'text/csv; charset=utf-8',
  body: csvOf(sheet),
})

/** The table to download as a workbook, written when nothing waits for the database any more. */
export const excelFile = (name: string, title: string, sheet: Sheet) => ({
  name: `${name}.xlsx`,
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  body: async () => (await import('./workbook.ts')).workbookOf(title, sheet),
})
