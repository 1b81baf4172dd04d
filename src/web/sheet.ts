/** A table to take away, and as CSV. */

export type Sheet = { headings: string[]; rows: string[][] }

/** A cell that a spreadsheet would take for a formula is given an apostrophe before it (OWASP, CSV injection: wide signs too). */
const withoutFormula = (cell: string): string => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell) ? `'${cell}` : cell)

/** CSV as Excel opens it: a byte order mark, CRLF, every cell in quotes. */
export const csvOf = ({ headings, rows }: Sheet): string =>
  `\ufeff${[headings, ...rows].map(row => row.map(cell => `"${withoutFormula(cell).replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`
