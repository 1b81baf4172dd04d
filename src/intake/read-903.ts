/**
 * Reads an SSDA903 return, the yearly return of looked-after children: CSV files, each told by its columns whatever it is called, or XML. It
 * holds the children of one year to 31 March; what it says without a day (OC2, OC3) is kept and is not among the tables loaded.
 */
import type { TableName } from '../children/records.ts'
import { addMonths, day, type Day, longDay } from '../terms/day.ts'
import { sharer, type GivenFile } from './read-ssd.ts'
import type { AnnexAReading } from './read-annex-a.ts'
import { encodingOf } from './sources/encoding.ts'
import { MAX_EXTRACT } from './sources/extract-allowance.ts'
import { readSheets, type SheetAt, type SheetReader, tellUnreadable } from './sources/found-sheets.ts'
import { gather } from './sources/gathered.ts'
import { leaveOutNobodys } from './sources/nobodys-rows.ts'
import { numberRows } from './sources/numbered-rows.ts'
import { raiseDoubtsAmong } from './sources/doubts-among.ts'
import { emptyTable, rowsOfSheet, type Reading, type TableRead } from './sources/ssd/read-rows.ts'
import { told, type Told } from './sources/ssd/told.ts'
import { readReturnXml } from './sources/ssda903/return-xml.ts'
import type { ReturnTable } from './sources/ssda903/table.ts'
import { NOT_KEPT, SSDA903_TABLES } from './ssda903-tables.ts'
import type { ValueMap } from './value-map.ts'

type TablesRead = Map<ReturnTable, TableRead>

/** `asAt` is the day to which the return was made, 31 March for the return itself; without it the load is refused. */
export async function read903(
  files: readonly GivenFile[],
  asAt: Day | null,
  values: ValueMap = {},
): Promise<AnnexAReading> {
  const tell = told()
  const reading: Reading = { asAt: asAt ?? day('2098-12-31'), values, told: tell, share: sharer() }
  const tables: TablesRead = new Map()
  const columns: Columns = { missing: [], extra: [] }
  const start = (at: SheetAt, headings: string[]) => startTable(at, headings, tables, columns, reading)
  const inXml = files.filter(isXml)
  await readSheets(
    files.filter(file => !inXml.includes(file)),
    tell,
    start,
    leftAside(tell),
  )
  for (const file of inXml) readXmlFile(file, start, tell)
  const inOrder = SSDA903_TABLES.flatMap(one => (tables.has(one) ? [[one, tables.get(one)!] as const] : []))
  for (const [, read] of inOrder) leaveOutNobodys(read, tell)
  const on = asAt ?? day('2000-03-31')
  const into = gather(on, tell)
  for (const [one, { rows, places }] of inOrder) one.bring(rows, into, places)
  if (asAt === null) askForDay(inOrder, files, tell)
  const missingTables = tellMissing(tables, tell)
  raiseDoubtsAmong(
    inOrder.map(([, read]) => read),
    into.rows('people'),
    tell,
  )
  for (const [, read] of inOrder) read.counts.kept = read.rows.length
  const loaded = new Set<TableName>([...tables.keys()].flatMap(({ brings }) => brings))
  const says = [...tables.keys()].flatMap(one => one.says)
  return {
    records: into.records(loaded),
    counts: Object.fromEntries(inOrder.map(([, { table, counts }]) => [table.name, counts])),
    problems: tell.problems(),
    unmapped: tell.unmappedValues(),
    missingTables,
    missingColumns: columns.missing,
    extraColumns: columns.extra,
    notices: tell.notices(),
    latestOnly: [...new Set(says)].filter(table => !loaded.has(table)),
    since: [...loaded].filter(table => !TIMELESS.includes(table)).map(table => ({ table, from: addMonths(on, -12) })),
  }
}

const isXml = ({ bytes }: GivenFile): boolean =>
  bytes.length <= MAX_EXTRACT && /^\s*<(\?xml|EXPSSDA903)/i.test(new TextDecoder(encodingOf(bytes.subarray(0, 200))).decode(bytes.subarray(0, 200))) // prettier-ignore

function readXmlFile(file: GivenFile, start: (at: SheetAt, headings: string[]) => SheetReader | null, tell: Told) {
  try {
    readReturnXml(file.bytes, (sheet, columns) => start({ file: file.name, sheet, row: null }, columns))
  } catch (error) {
    tellUnreadable(error, file.name, tell, 'an SSDA903 return as CSV or XML')
  }
}

/** What a child is or was before, rather than what happened in the year. */
const TIMELESS: TableName[] = ['people', 'motherhoods', 'professionals', 'previousPermanence', 'immigrationStatuses']

type Columns = { missing: { table: string; column: string }[]; extra: { table: string; column: string }[] }

/** The columns that tell a table from the others; CHILD, DOB and SEX stand in many. */
const ownHeadings = ({ table: { fields, notKept } }: ReturnTable): string[] =>
  [...new Set([...Object.values(fields).flatMap(({ names }) => names), ...notKept])].filter(name => !SHARED.includes(name)) // prettier-ignore
const SHARED = ['CHILD', 'DOB', 'SEX']

/** Most of a table's own columns are enough: systems leave out what a year did not ask. */
function recognise(headings: readonly string[]): ReturnTable | null {
  if (!headings.includes('CHILD')) return null
  const counted = SSDA903_TABLES.map(one => {
    const own = ownHeadings(one)
    return { one, part: own.filter(name => headings.includes(name)).length / own.length }
  }).sort((a, b) => b.part - a.part)
  return counted[0]!.part > 0.5 ? counted[0]!.one : null
}

/** Whether a row is the headings of a table of the return. */
export const isOf903 = (cells: readonly string[]): boolean => {
  const headings = cells.map(plain)
  return recognise(headings) !== null || isNotKept(headings)
}

const plain = (heading: string) => heading.toUpperCase().replaceAll('"', '')
const isNotKept = (headings: readonly string[]) => NOT_KEPT.some(all => all.every(name => headings.includes(name)))

function startTable(at: SheetAt, given: string[], tables: TablesRead, columns: Columns, reading: Reading) {
  const headings = given.map(plain)
  if (isNotKept(headings)) {
    reading.told.notice(at, null, 'Deprivation of liberty orders are not kept; this file was left aside')
    return { take: () => {}, finish: () => {} }
  }
  const found = recognise(headings)
  if (!found) return null
  const { table } = found
  const positions = new Map<string, number>([['id', 0]])
  for (const [field, { names }] of Object.entries(table.fields)) {
    const position = headings.indexOf(names[0]!)
    if (field === 'id') continue
    if (position !== -1) positions.set(field, position + 1)
    else columns.missing.push({ table: table.name, column: names[0]! })
  }
  const known = new Set([...ownHeadings(found), ...SHARED])
  columns.extra.push(...given.filter((_, at) => headings[at] !== '' && !known.has(headings[at]!)).map(column => ({ table: table.name, column }))) // prettier-ignore
  if (tables.has(found)) reading.told.notice(at, null, `${table.name} is in more than one file; all were read`)
  const into = tables.get(found) ?? emptyTable(table)
  tables.set(found, into)
  const layout = { positions, missing: [], extra: [] }
  const sheet = { ...at, headings: ['', ...headings], layout, isCsv: at.sheet === null }
  const dayAt = found.mainDay === null ? -1 : (positions.get(found.mainDay) ?? 0) - 1
  const by = {
    child: headings.indexOf('CHILD'),
    day: dayAt,
    heading: 'CHILD',
    two: 'if-different' as const,
    asAt: reading.asAt,
  }
  return numberRows(rowsOfSheet(into, sheet, reading), by)
}

const leftAside = (tell: Told) => (at: SheetAt, rows: number) =>
  rows === 0
    ? tell.notice(at, null, 'There is nothing in it')
    : tell.problem('worth-a-look', at, null, 'No table of the return was recognised by its columns; it was left aside', 'the columns of a table of the SSDA903') // prettier-ignore

function askForDay(tables: readonly (readonly [ReturnTable, TableRead])[], files: readonly GivenFile[], tell: Told) {
  const days = tables.flatMap(([{ mainDay }, { rows }]) => (mainDay === null ? [] : rows.map(row => row[mainDay] as Day | null))) // prettier-ignore
  const latest = days.filter(on => on !== null).reduce<Day | null>((last, on) => (last === null || on > last ? on : last), null) // prettier-ignore
  const expected = latest === null ? 'the 31 March that ends its year' : `the 31 March that ends its year; the latest day in it is ${longDay(latest)}` // prettier-ignore
  tell.problem('refuses-the-load', { file: files[0]?.name ?? '', sheet: null, row: null }, null, 'The return does not say which year it is of: say the day to which it was made', expected) // prettier-ignore
}

function tellMissing(tables: TablesRead, tell: Told): string[] {
  const nowhere = { file: '', sheet: null, row: null }
  const missing = SSDA903_TABLES.filter(one => !tables.has(one)).map(({ table }) => table)
  if (missing.length === SSDA903_TABLES.length)
    tell.problem('refuses-the-load', nowhere, null, 'None of the files is a table of the SSDA903 return', 'Header and Episodes at least') // prettier-ignore
  else
    for (const { name, rows } of missing)
      tell.problem(name === 'Header' || name === 'Episodes' ? 'refuses-the-load' : 'worth-a-look', nowhere, null, `No file holds ${rows}: nothing that needs them can be counted`, name) // prettier-ignore
  return missing.map(({ name }) => name)
}
