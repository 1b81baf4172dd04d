/**
 * The rows of a file of records: one CSV, or each sheet of a workbook. Rows are handed on as they are read and the file is never
 * held as text, so that what is kept is what the reader keeps.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { CsvError, parse } from 'csv-parse'
import { UnreadableFile } from '../unreadable-file.ts'
import { openArchive } from './archive.ts'
import { delimiterOf } from './csv.ts'
import { encodingOf } from './encoding.ts'
import { MAX_EXTRACT, extractAllowance } from './extract-allowance.ts'
import { kindOf } from './file-kind.ts'
import type { Notices } from './notices.ts'
import { readPackage } from './office-package.ts'
import { sheetsOf } from './xlsx.ts'
import { rawRows } from './xlsx-rows.ts'

export type GivenFile = { readonly name: string; readonly bytes: Uint8Array }

/** Takes a row: its cells, trimmed, and its number as Excel counts them. Blank rows are passed over. */
export type TakeRow = (cells: string[], row: number) => void

/** Calls `start` for each sheet (null for a CSV) and gives what it answers every row. Throws UnreadableFile. */
export async function readExtract(
  file: GivenFile,
  start: (sheet: string | null) => TakeRow,
  odd: Notices,
): Promise<void> {
  const { bytes } = file
  if (bytes.length === 0) throw new UnreadableFile('This file is empty')
  if (bytes.length > MAX_EXTRACT)
    throw new UnreadableFile(`This file is larger than ${MAX_EXTRACT / 1024 / 1024} MB: give one table in each file`)
  if (kindOf(bytes) === 'text') return readCsvRows(bytes, start(null))
  const allowed = extractAllowance()
  const archive = openArchive(bytes, allowed)
  const office = await readPackage(archive)
  if (!office || !/spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/.test(office.contentType))
    throw new UnreadableFile('This is not a workbook: save it as .xlsx or as CSV')
  for await (const { name, sheet, calendar } of sheetsOf(archive, office, allowed, odd)) {
    const take = start(name)
    for (const { row, cells } of rawRows(sheet, calendar)) take(cells, row)
  }
}

const CHUNK = 64 * 1024
const LONGEST_ROW = 2_000_000

async function readCsvRows(bytes: Uint8Array, take: TakeRow): Promise<void> {
  const encoding = encodingOf(bytes)
  const decoder = new TextDecoder(encoding)
  const beginning = new TextDecoder(encoding).decode(bytes.subarray(0, CHUNK))
  if (beginning.includes('\0')) throw new UnreadableFile('This is not a table: save it as .xlsx or as CSV')
  // Excel takes this line for itself, and counts rows from the next.
  const named = /^sep=(.)\r?\n/i.exec(beginning)
  let row = named ? -1 : 0
  const parser = parse({
    delimiter: named?.[1] ?? delimiterOf(beginning),
    bom: true,
    trim: true,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    on_record: (cells: string[]) => {
      row += 1
      if (row > 0 && cells.some(cell => cell !== '')) take(cells, row)
      return null
    },
  })
  const text = encoding === 'utf-8' ? slices(bytes) : decoded(bytes, decoder)
  parser.resume()
  await pipeline(Readable.from(text, { objectMode: false }), parser).catch(error =>
    Promise.reject(csvFault(error, row)),
  )
}

/** Lets others have their turn between one slice and the next. */
async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) {
    yield bytes.subarray(at, at + CHUNK)
    await setImmediate()
  }
}

async function* decoded(bytes: Uint8Array, decoder: TextDecoder): AsyncGenerator<Uint8Array> {
  for await (const slice of slices(bytes)) yield Buffer.from(decoder.decode(slice, { stream: true }))
  yield Buffer.from(decoder.decode())
}

function csvFault(error: unknown, row: number): unknown {
  if (!(error instanceof CsvError)) return error
  const where = `row ${row + 1}`
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile('A quotation mark opens here and never closes: close it, or remove it', where)
  return new UnreadableFile(
    'This file cannot be read as CSV from here: open it in Excel and save it as CSV UTF-8',
    where,
  )
}
