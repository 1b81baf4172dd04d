/**
 * The files of the extract, written as an authority's own system would on its last day: what has not happened yet by then is not in
 * it, however the lives go on.
 */
import type { ClockTime } from '../../children/recorded.ts'
import type { Tables } from '../../children/records.ts'
import type { GivenFile } from '../../intake/read-ssd.ts'
import { SSD_TABLES } from '../../intake/ssd-tables.ts'
import { headingsOf, SUPPLEMENTARY_TABLES } from '../../intake/supplementary-tables.ts'
import { writerOf } from '../../intake/write-cell.ts'
import type { Day } from '../../terms/day.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { AHEAD, BEGINS, TOLD_WITH } from './as-known.ts'
import { dayText } from './cell-text.ts'

/** A row as lives are told: days are numbers, and what is not said is blank. */
export type RowOf<Name extends keyof Tables> = {
  -readonly [Field in Exclude<keyof Tables[Name], 'unread'>]?: Told<Tables[Name][Field]> | undefined
}
type Told<Value> = Value extends ClockTime | null
  ? ClockTime | string | null
  : Value extends Day | null
    ? DayNumber | null
    : Value

export type Extract = {
  /** Adds a row, unless it begins after the last day. Answers whether it is in. */
  add<Name extends keyof Tables>(table: Name, row: RowOf<Name>): boolean
  counts(): Record<string, number>
  files(): GivenFile[]
}

const TABLES = [...SSD_TABLES, ...SUPPLEMENTARY_TABLES]
type Table = (typeof TABLES)[number]

export function extractAsAt(asAt: DayNumber): Extract {
  const sheets = new Map(TABLES.map(table => [table.into, sheetOf(table, asAt)]))
  return {
    add: (table, row) => sheets.get(table)!.add(row as Record<string, unknown>),
    counts: () => Object.fromEntries([...sheets.values()].map(({ table, lines }) => [table.name, lines.length - 1])),
    files: () =>
      [...sheets.values()].map(({ table, lines }) => ({
        name: `${table.name}.csv`,
        bytes: Buffer.from(`${lines.join('\r\n')}\r\n`),
      })),
  }
}

type Row = Record<string, unknown>
type Sheet = { table: Table; lines: string[]; add(row: Row): boolean }

/** Columns that only some systems have are left out; those that are not kept are there and blank. */
function sheetOf(table: Table, asAt: DayNumber): Sheet {
  const isSeldom = (heading: string) =>
    Object.values(table.fields).some(({ names, seldom }) => seldom && names[0] === heading)
  const headings = [...headingsOf(table).filter(heading => !isSeldom(heading)), ...table.notKept]
  const lines = [headings.join(',')]
  const cells = Object.entries(table.fields).flatMap(([field, column]) => {
    const at = headings.indexOf(column.names[0]!)
    return at < 0 ? [] : [{ field, at, write: isDayField(field) ? dayText : writerOf(column, table.name) }]
  })
  const begins = [BEGINS[table.into] ?? []].flat() as string[]
  const days = dayFieldsOf(table)
  const add = (row: Row): boolean => {
    if (!hasBegun(begins, row, asAt)) return false
    const known = asKnown(days, row, asAt)
    const line = new Array<string>(headings.length).fill('')
    for (const { field, at, write } of cells) {
      const value = known[field]
      if (value !== null && value !== undefined) line[at] = write(value as never)
    }
    lines.push(line.join(','))
    return true
  }
  return { table, lines, add }
}

/** On the first of the days that are given; a row without any is there whenever it is told. */
function hasBegun(fields: readonly string[], row: Row, asAt: DayNumber): boolean {
  let isAhead = false
  for (const field of fields) {
    const day = row[field]
    if (typeof day !== 'number') continue
    if (day <= asAt) return true
    isAhead = true
  }
  return !isAhead
}

type DayField = { field: string; told: readonly string[] }

/** Days that nobody knows ahead of time, each with what is only known with it. */
function dayFieldsOf({ into, fields }: Table): DayField[] {
  const ahead: readonly string[] = AHEAD[into] ?? []
  const told: Readonly<Record<string, readonly string[]>> = TOLD_WITH[into] ?? {}
  const days = Object.keys(fields).filter(field => isDayField(field) && !ahead.includes(field))
  return days.map(field => ({ field, told: told[field] ?? [] }))
}

/** Days after the last one are blank, and so is what was only known on them. */
function asKnown(days: readonly DayField[], row: Row, asAt: DayNumber): Row {
  let known = row
  for (const { field, told } of days) {
    const value = row[field]
    if (typeof value !== 'number' || value <= asAt) continue
    if (known === row) known = { ...row }
    for (const blank of [field, ...told]) known[blank] = null
  }
  return known
}

/** The house writes days as `...On`; `asAt` is the one that is not. */
const isDayField = (field: string): boolean => field.endsWith('On') || field === 'asAt'
