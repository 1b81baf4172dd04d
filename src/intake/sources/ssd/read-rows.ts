/**
 * Rows of one table as records. A row without its number is left out, and so is one whose number has been met; a cell that cannot be
 * read is null and named in `unread`. The same text is read once: days, codes and flags are shared between rows.
 */
import type { Day } from '../../../terms/day.ts'
import type { Place } from '../../load-problem.ts'
import type { ValueMap } from '../../value-map.ts'
import type { TakeRow } from '../extract-file.ts'
import type { Read } from './column.ts'
import { Fault } from './fault.ts'
import { plainHeading, type Layout } from './recognise.ts'
import type { SsdTable } from './table.ts'
import type { Told } from './told.ts'

export type Row = Record<string, unknown> & { unread: readonly string[] }

export type TableRead = {
  table: SsdTable
  rows: Row[]
  /** Where each of `rows` stands. */
  places: Place[]
  byKey: Map<string, number>
  counts: Counts
}

/** `read` is the sum of the others. */
export type Counts = { read: number; kept: number; refused: number; repeated: number }

export type Reading = { asAt: Day; values: ValueMap; told: Told; share(text: string): string }

export type Sheet = { file: string; sheet: string | null; headings: readonly string[]; layout: Layout; isCsv: boolean }

export const emptyTable = (table: SsdTable): TableRead => ({
  table,
  rows: [],
  places: [],
  byKey: new Map(),
  counts: { read: 0, kept: 0, refused: 0, repeated: 0 },
})

type Cell = {
  field: string
  /** -1 where the file has no such column. */
  at: number
  heading: string
  column: string
  read: Read
  /** The row's own number, for which there is no column. */
  isMade: boolean
  seen: Map<string, unknown> | null
}

const NONE: readonly string[] = []
const MOST_SEEN = 20_000
const LONGEST_SEEN = 300
const MOST_ROWS = 3_000_000

/** Answers what takes the rows of one sheet, and what is to be said when they are all read. */
export function rowsOfSheet(into: TableRead, sheet: Sheet, reading: Reading): { take: TakeRow; finish(): void } {
  const { table, counts } = into
  const cells = cellsOf(into, sheet, reading)
  const width = sheet.headings.length
  const refuse = (row: number, problem: string, expected: string, found: string) => {
    counts.refused += 1
    reading.told.problem('refuses-the-row', { ...placeIn(sheet), row }, null, problem, expected, found)
  }
  return {
    take(given, row) {
      if (isHeadings(given, sheet)) return
      counts.read += 1
      const wrong = wrongWidth(given, width, sheet.isCsv)
      if (wrong) return refuse(row, wrong, `${width} cells, as there are headings`, `${given.length} cells`)
      if (into.rows.length >= MOST_ROWS) return refuse(row, 'There are more rows than can be read', `${MOST_ROWS}`, '')
      const place = { ...placeIn(sheet), row }
      const record = recordOf(cells, given, place, table, reading.told)
      const key = record[table.key]
      if (key === null && table.key !== 'personId')
        return refuse(row, `This row of ${table.name} has no number`, `something in ${nameOf(table, table.key)}`, '')
      keep(into, record, place, key as string | null, reading.told)
    },
    finish: () => checkMonths(cells, sheet, reading.told),
  }
}

const placeIn = ({ file, sheet }: Sheet): Place => ({ file, sheet, row: null })

export const nameOf = (table: SsdTable, field: string): string => table.fields[field]?.names[0] ?? field

function cellsOf({ table }: TableRead, sheet: Sheet, { asAt, values, told, share }: Reading): Cell[] {
  return Object.entries(table.fields).map(([field, given]) => {
    const at = sheet.layout.positions.get(field) ?? -1
    const heading = sheet.headings[at] ?? given.names[0]!
    const column = given.names[0]!
    const noticed = (notice: string) => told.notice(sheet, heading, notice)
    const read = given.reader({ asAt, values, column, noticed, share })
    return {
      field,
      at,
      heading,
      column,
      read,
      isMade: field === 'id' && at === -1,
      seen: given.kept ? new Map<string, unknown>() : null,
    }
  })
}

function recordOf(cells: Cell[], given: string[], place: Place, table: SsdTable, told: Told): Row {
  const record: Row = { unread: NONE }
  let unread: string[] | null = null
  for (const cell of cells) {
    const text = cell.at === -1 ? '' : (given[cell.at] ?? '')
    const value = cell.isMade ? madeNumber(place) : text === '' ? null : valueIn(cell, text)
    if (value instanceof Fault) {
      if (tell(value, cell, text, place, table, told)) (unread ??= []).push(cell.field)
      record[cell.field] = value.value
    } else record[cell.field] = value
  }
  if (unread) record.unread = unread
  return record
}

/** Stands for a number where the file has no column for it; it says nothing from one load to the next. */
const madeNumber = ({ file, sheet, row }: Place) => [file, sheet, `row ${row}`].filter(Boolean).join(', ')

function valueIn({ seen, read }: Cell, text: string): unknown {
  if (seen === null || text.length > LONGEST_SEEN) return read(text)
  const known = seen.get(text)
  if (known !== undefined) return known
  const value = read(text)
  if (seen.size < MOST_SEEN) seen.set(text, value)
  return value
}

/** True where the value could not be used. A value that nobody has mapped is told once, in the row where it is first met. */
function tell(fault: Fault, cell: Cell, text: string, place: Place, table: SsdTable, told: Told): boolean {
  const { severity, problem, expected, kind, word } = fault
  const isNew = kind !== 'unmapped' || told.unmapped(table.name, cell.column, word ?? text)
  if (isNew) told.problem(severity, place, cell.heading, problem, expected, word ?? text)
  return severity !== 'worth-a-look'
}

function keep(into: TableRead, record: Row, place: Place, key: string | null, told: Told): void {
  const before = key === null ? undefined : into.byKey.get(key)
  if (before === undefined) {
    if (key !== null) into.byKey.set(key, into.rows.length)
    into.rows.push(record)
    into.places.push(place)
    return
  }
  into.counts.repeated += 1
  const first = into.places[before]!
  const where = first.file === place.file && first.sheet === place.sheet ? `row ${first.row}` : `${first.sheet ?? first.file}, row ${first.row}` // prettier-ignore
  const same = Object.keys(into.table.fields).every(field => isSame(record[field], into.rows[before]![field]))
  const problem = same
    ? 'This row repeats an earlier one; the first was kept'
    : 'This number has been used in an earlier row that says something else; the first was kept'
  told.problem('refuses-the-row', place, nameOf(into.table, into.table.key), problem, `a number of its own (see ${where})`, key!) // prettier-ignore
}

const isSame = (one: unknown, other: unknown) => one === other || (Array.isArray(one) && String(one) === String(other))

/** A row of a CSV that is too long or too short has come apart, and what stands where cannot be trusted. */
function wrongWidth(given: string[], width: number, isCsv: boolean): string | null {
  if (given.slice(width).some(cell => cell !== '')) return 'This row has more cells than there are headings'
  return isCsv && given.length < width ? 'This row has fewer cells than there are headings' : null
}

/** Headings again, as where files were put together. */
const isHeadings = (given: string[], { headings }: Sheet) =>
  given[0] !== '' && given[0] === headings[0] && plainHeading(given[1] ?? '') === plainHeading(headings[1] ?? '')

const MONTH_FIRST_IS_A_HABIT = 3

/** Where the dates of a column are written in the American order, those up to the 12th have been read wrongly. */
function checkMonths(cells: Cell[], sheet: Sheet, told: Told): void {
  for (const { seen, heading } of cells) {
    const texts = [...(seen ?? [])]
    const american = texts.filter(([, value]) => value instanceof Fault && value.kind === 'month-first')
    const british = texts.some(([text, value]) => !(value instanceof Fault) && /^(1[3-9]|2\d|3[01])[-/.]/.test(text))
    if (american.length < MONTH_FIRST_IS_A_HABIT || british) continue
    const problem = 'The month comes first in the dates of this column, so others in it would be read wrongly'
    told.problem('refuses-the-load', placeIn(sheet), heading, problem, 'days as 2016-03-25 or 25/03/2016', american[0]![0]) // prettier-ignore
  }
}
