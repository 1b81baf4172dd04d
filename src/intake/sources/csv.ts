/** CSV in its dialects: comma, semicolon, tab or bar between cells, quoted cells that hold line breaks, rows of unequal length. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Cell, Document, Row } from '../document.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Allowance } from './allowance.ts'
import { decode } from './encoding.ts'
import type { Notices } from './notices.ts'
import { clean, plain, trimBlank } from './words.ts'

/** Characters in one row: a mark that never closes, or a file that is no CSV at all, would make one of the whole. */
const MAX_RECORD = 2_000_000
const DELIMITERS = [',', ';', '\t', '|']

type Read = { record: string[]; info: { lines: number } }

export function readCsv(bytes: Uint8Array, allowed: Allowance, odd: Notices): Omit<Document, 'file' | 'notices'> {
  const given = decode(bytes).replace(/\r\n?/g, '\n')
  allowed.lines(given)
  const named = /^sep=(.)\n/i.exec(given)
  const text = named ? given.slice(named[0].length) : given
  const delimiter = named?.[1] ?? delimiterOf(text)
  const offset = named ? 1 : 0
  const records = parseRecords(text, delimiter, offset)
  const rows = records.map((one, at) => rowOf(one.record, at, (records[at - 1]?.info.lines ?? 0) + 1 + offset, allowed))
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const ragged = rows.filter(row => row.cells.length !== width).length
  if (ragged > 0)
    odd.add(
      ragged === 1 ? 'One row has fewer cells than the longest' : '{n} rows have fewer cells than the longest',
      '',
      ragged,
    )
  return { format: 'csv', title: null, blocks: [{ kind: 'table', name: null, width, rows, where: 'table 1' }] }
}

function rowOf(record: string[], at: number, line: number, allowed: Allowance): Row {
  const where = `line ${line}`
  return {
    where,
    cells: record.map((given, column): Cell => {
      const cell = `${where}, column ${column + 1}`
      allowed.keep(cell, given)
      const paragraphs = trimBlank(clean(given).split('\n').map(one => plain(one.trim(), cell))) // prettier-ignore
      const text = paragraphs.map(one => one.text).join('\n')
      return { column, row: at, columnSpan: 1, rowSpan: 1, text, paragraphs, colour: null, where: cell }
    }),
  }
}

function parseRecords(text: string, delimiter: string, linesBefore: number): Read[] {
  try {
    return parse(text, { delimiter, relax_column_count: true, relax_quotes: true, info: true, skip_empty_lines: true, max_record_size: MAX_RECORD }) as unknown as Read[] // prettier-ignore
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = `line ${openQuoteLine(text, delimiter) + linesBefore}`
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      throw new UnreadableFile('A quotation mark opens here and never closes: close it, or remove it', line)
    throw new UnreadableFile('This file cannot be read as CSV: open the file in Excel and save it as CSV UTF-8', line)
  }
}

/** The line on which the last quoted cell begins. */
function openQuoteLine(text: string, delimiter: string): number {
  let [line, opened, quoted, start] = [1, 1, false, true]
  for (const letter of text) {
    if (letter === '"' && (quoted || start)) {
      if (!quoted) opened = line
      quoted = !quoted
    }
    start = !quoted && (letter === delimiter || letter === '\n')
    if (letter === '\n') line += 1
  }
  return opened
}

/** The mark that most lines have most often, outside quotes. */
export function delimiterOf(text: string): string {
  const lines = text.slice(0, 64 * 1024).replace(/"(?:[^"]|"")*"/g, '').split('\n').filter(line => line.trim() !== '').slice(0, 50) // prettier-ignore
  const score = (delimiter: string) =>
    lines.filter(line => line.includes(delimiter)).length * 1000 + lines.join('').split(delimiter).length
  return DELIMITERS.toSorted((a, b) => score(b) - score(a))[0] as string
}
