/**
 * The files of the extract, written as an authority's own system would on its last day: what has not happened yet by then is not in
 * it, however the lives go on.
 */
import type { ClockTime } from '../../children/recorded.ts'
import type { TableName, Tables } from '../../children/records.ts'
import type { GivenFile } from '../../intake/read-ssd.ts'
import { SSD_TABLES } from '../../intake/ssd-tables.ts'
import { headingsOf, SUPPLEMENTARY_TABLES } from '../../intake/supplementary-tables.ts'
import type { Day } from '../../terms/day.ts'
import { type DayNumber, dayNumbered } from '../../terms/day-number.ts'
import { AHEAD, BEGINS, TOLD_WITH } from './as-known.ts'

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

type Sheet = { table: Table; lines: string[]; add(row: Record<string, unknown>): boolean }

/** Columns that only some systems have are left out; those that are not kept are there and blank. */
function sheetOf(table: Table, asAt: DayNumber): Sheet {
  const isSeldom = (heading: string) =>
    Object.values(table.fields).some(({ names, seldom }) => seldom && names[0] === heading)
  const headings = [...headingsOf(table).filter(heading => !isSeldom(heading)), ...table.notKept]
  const lines = [headings.join(',')]
  const cells = Object.entries(table.fields).flatMap(([field, column]) => {
    const at = headings.indexOf(column.names[0]!)
    return at < 0 ? [] : [{ field, at, write: writerOf(field, column, table.name.startsWith('gt_')) }]
  })
  const add = (row: Record<string, unknown>): boolean => {
    if (!hasBegun(table, row, asAt)) return false
    const known = asKnown(table, row, asAt)
    const line = headings.map(() => '')
    for (const { field, at, write } of cells) {
      const value = known[field]
      if (value !== null && value !== undefined) line[at] = write(value)
    }
    lines.push(line.join(','))
    return true
  }
  return { table, lines, add }
}

function hasBegun({ into }: Table, row: Record<string, unknown>, asAt: DayNumber): boolean {
  const fields = [BEGINS[into] ?? []].flat() as string[]
  const days = fields.map(field => row[field]).filter(day => typeof day === 'number')
  return days.length === 0 || Math.min(...days) <= asAt
}

/** Days after the last one are blank, and so is what was only known on them. */
function asKnown({ into, fields }: Table, row: Record<string, unknown>, asAt: DayNumber): Record<string, unknown> {
  let known = row
  for (const field in fields) {
    const value = row[field]
    if (!isDayField(field) || typeof value !== 'number' || value <= asAt || ahead(into).includes(field)) continue
    if (known === row) known = { ...row }
    known[field] = null
    for (const told of toldWith(into, field)) known[told] = null
  }
  return known
}

const ahead = (into: TableName): readonly string[] => AHEAD[into] ?? []
const toldWith = (into: TableName, field: string): readonly string[] =>
  (TOLD_WITH[into] as Readonly<Record<string, readonly string[]>> | undefined)?.[field] ?? []

/** The house writes days as `...On`; `asAt` is the one that is not. */
const isDayField = (field: string): boolean => field.endsWith('On') || field === 'asAt'

type Column = Table['fields'][string]

/** In the dataset our own codes are written in words, as it has none; in the supplement they are the codes. */
function writerOf(field: string, { list, names }: Column, isSupplement: boolean): (value: unknown) => string {
  if (isDayField(field)) return value => dayText(value as DayNumber)
  if (!list) return value => (typeof value === 'boolean' ? (value ? 'Y' : 'N') : quoted(String(value)))
  const words = list.codes as Record<string, string>
  const isOurs = (code: string) => /[a-z]/.test(code) || list.name === 'immigration status'
  const inWords = (code: string) => (!isSupplement && isOurs(code) ? words[code]! : code)
  const flags = Object.entries(list.also).filter(([flag]) => /^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(flag))
  const flagOf = (code: string) => flags.find(([, meant]) => meant === code)?.[0]
  const isFlags = /_json$/.test(names[0]!)
  return value => {
    if (typeof value === 'boolean') return value ? 'Y' : 'N'
    if (!isFlags) return quoted(inWords(String(value)))
    const codes = value as string[]
    const named = codes.map(flagOf)
    const json = flags.length > 0 && named.every(Boolean) ? Object.fromEntries(named.map(flag => [flag!, 'Y'])) : codes
    return quoted(JSON.stringify(json))
  }
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

const TEXTS = new Map<DayNumber, string>()
function dayText(on: DayNumber): string {
  const text = TEXTS.get(on) ?? dayNumbered(on)
  TEXTS.set(on, text)
  return text
}
