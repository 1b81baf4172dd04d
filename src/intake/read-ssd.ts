/**
 * Reads an extract of the Standard Safeguarding Dataset, release 1.4.5 and the dialects before it: one CSV a table, or workbooks with a
 * sheet a table; and the files of the supplementary extract beside it. What cannot be used is told and never guessed; good rows are kept beside bad ones, and whether the load lands is for
 * whoever asked for it.
 */
import type { ChildRecords, TableName } from '../children/records.ts'
import type { Day } from '../terms/day.ts'
import type { LoadProblem, Place } from './load-problem.ts'
import { readExtract, type GivenFile, type TakeRow } from './sources/extract-file.ts'
import { notices } from './sources/notices.ts'
import { raiseDoubts } from './sources/ssd/doubts.ts'
import { linkTables } from './sources/ssd/links.ts'
import { emptyTable, rowsOfSheet, type Counts, type Reading, type TableRead } from './sources/ssd/read-rows.ts'
import { layOut, recogniseTable, tableNamed } from './sources/ssd/recognise.ts'
import { told, type LoadNotice, type Told, type Unmapped } from './sources/ssd/told.ts'
import { NOT_OF_CHILDREN, SELDOM_FILLED, SSD_TABLES } from './ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from './supplementary-tables.ts'
import { UnreadableFile } from './unreadable-file.ts'
import type { ValueMap } from './value-map.ts'

const TABLES = [...SSD_TABLES, ...SUPPLEMENTARY_TABLES]

export type { GivenFile, Counts, LoadNotice, Unmapped }

export type SsdReading = {
  records: ChildRecords
  /** By the standard's name of the table. */
  counts: { [table: string]: Counts }
  problems: LoadProblem[]
  unmapped: Unmapped[]
  /** Tables of the standard that no file held, but for those that few systems fill. */
  missingTables: string[]
  missingColumns: { table: string; column: string }[]
  /** Columns that the standard does not have; they stay in the file and are not read. */
  extraColumns: { table: string; column: string }[]
  notices: LoadNotice[]
}

export const refusesTheLoad = ({ problems }: SsdReading): boolean =>
  problems.some(({ severity }) => severity === 'refuses-the-load')

export const readSsd = async (files: readonly GivenFile[], asAt: Day, values: ValueMap = {}): Promise<SsdReading> =>
  (await readPlacedSsd(files, asAt, values)).reading

/** Where a row of a table came from, for whoever finds something wrong with it once all are read. */
export type PlaceOf = (row: object, table: TableName) => Place | null

export async function readPlacedSsd(
  files: readonly GivenFile[],
  asAt: Day,
  values: ValueMap = {},
): Promise<{ reading: SsdReading; placeOf: PlaceOf }> {
  const tell = told()
  const reading: Reading = { asAt, values, told: tell, share: sharer() }
  const tables = new Map<TableName, TableRead>()
  const columns: Columns = { missing: [], extra: [] }
  for (const file of files) await readFile(file, tables, columns, reading)
  const inOrder = new Map(TABLES.flatMap(({ into }) => (tables.has(into) ? [[into, tables.get(into)!] as const] : [])))
  linkTables(inOrder, tell)
  raiseDoubts(inOrder, tell)
  const missingTables = tellMissingTables(inOrder, tell)
  for (const read of inOrder.values()) read.counts.kept = read.rows.length
  const found: SsdReading = {
    records: { ...recordsOf(inOrder, asAt), withoutColumns: fieldsOf(columns.missing) },
    counts: Object.fromEntries([...inOrder.values()].map(({ table, counts }) => [table.name, counts])),
    problems: tell.problems(),
    unmapped: tell.unmappedValues(),
    missingTables,
    missingColumns: columns.missing,
    extraColumns: columns.extra,
    notices: tell.notices(),
  }
  return { reading: found, placeOf: placesIn(inOrder) }
}

function placesIn(tables: ReadonlyMap<TableName, TableRead>): PlaceOf {
  const known = new Map<TableName, Map<object, Place>>()
  return (row, table) => {
    const read = tables.get(table)
    if (!read) return null
    const places = known.get(table) ?? new Map(read.rows.map((one, at) => [one, read.places[at]!]))
    known.set(table, places)
    return places.get(row) ?? null
  }
}

type Columns = { missing: SsdReading['missingColumns']; extra: SsdReading['extraColumns'] }

async function readFile(file: GivenFile, tables: Map<TableName, TableRead>, columns: Columns, reading: Reading) {
  const odd = notices()
  const finishes: (() => void)[] = []
  try {
    const start = (sheet: string | null) => {
      const { take, finish } = sheetReader(file.name, sheet, tables, columns, reading)
      finishes.push(finish)
      return take
    }
    await readExtract(file, start, odd)
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { where, problem } = error.problem
    reading.told.problem('refuses-the-load', { file: file.name, sheet: null, row: null }, null, problem, 'one table as CSV, or a workbook (.xlsx)', where) // prettier-ignore
  }
  for (const finish of finishes) finish()
  for (const { problem } of odd.list()) reading.told.notice({ file: file.name, sheet: null }, null, problem)
}

/** Rows above the headings: a title, a date of the extract. */
const MOST_ABOVE = 10

/** Takes a sheet's rows: first looks for its headings, then reads what stands below them. */
function sheetReader(
  file: string,
  sheet: string | null,
  tables: Map<TableName, TableRead>,
  columns: Columns,
  reading: Reading,
): { take: TakeRow; finish(): void } {
  const at = { file, sheet, row: null }
  let above = 0
  let below: { take: TakeRow; finish(): void } | null = null
  const take: TakeRow = (cells, row) => {
    if (below) return below.take(cells, row)
    if (above >= MOST_ABOVE) return
    above += 1
    const found = recogniseTable(TABLES, sheet ?? file, cells)
    if (!found) return
    const { table, nameSays } = found
    if (nameSays && nameSays !== table)
      reading.told.problem('worth-a-look', at, null, `This is called ${nameSays.name} but holds ${table.name}, and was read as that`, nameSays.name, table.name) // prettier-ignore
    below = tableReader(found.table, { file, sheet, headings: cells, isCsv: sheet === null }, tables, columns, reading)
  }
  const finish = () => {
    if (below) below.finish()
    else leaveAside(at, above, reading.told)
  }
  return { take, finish }
}

function tableReader(
  table: (typeof TABLES)[number],
  sheet: { file: string; sheet: string | null; headings: string[]; isCsv: boolean },
  tables: Map<TableName, TableRead>,
  columns: Columns,
  reading: Reading,
) {
  const layout = layOut(table, sheet.headings)
  const name = table.name
  columns.missing.push(...layout.missing.map(column => ({ table: name, column })))
  columns.extra.push(...layout.extra.map(column => ({ table: name, column })))
  const at = { file: sheet.file, sheet: sheet.sheet, row: null }
  const keyColumn = table.fields[table.key]!.names[0]!
  if (!layout.positions.has(table.key) && table.key === 'id') {
    const bad = table.into === 'people' ? 'refuses-the-load' : 'worth-a-look'
    reading.told.problem(
      bad,
      at,
      keyColumn,
      `There is no column for the number of ${table.rows}, so its rows cannot be followed from load to load`,
      keyColumn,
    )
  }
  if (tables.has(table.into)) reading.told.notice(at, null, `${name} is in more than one file or sheet; all were read`)
  const into = tables.get(table.into) ?? emptyTable(table)
  tables.set(table.into, into)
  return rowsOfSheet(into, { ...sheet, layout }, reading)
}

/** A file that holds nothing of children: the dataset's own tables, a note, an empty sheet; anything else is worth a look. */
function leaveAside(
  at: { file: string; sheet: string | null; row: null },
  rows: number,
  { notice, problem }: Told,
): void {
  const name = at.sheet ?? at.file
  if (rows === 0) return notice(at, null, 'There is nothing in it')
  if (NOT_OF_CHILDREN.some(table => name.toLowerCase().includes(table)))
    return notice(at, null, 'This is no table of children; it was left aside')
  const named = tableNamed(TABLES, name)
  const expected = named ? `the headings of ${named.name}` : 'a table of the Standard Safeguarding Dataset'
  problem('worth-a-look', at, null, 'No table was recognised by its headings; it was left aside', expected)
}

function tellMissingTables(tables: ReadonlyMap<TableName, TableRead>, { problem }: Told): string[] {
  const nowhere = { file: '', sheet: null, row: null }
  if (!tables.has('people'))
    problem(
      'refuses-the-load',
      nowhere,
      null,
      'No file holds the people, to whom everything else belongs',
      'ssd_person',
    )
  const missing = SSD_TABLES.filter(({ into, name }) => !tables.has(into) && !SELDOM_FILLED.includes(name))
  for (const { name, rows } of missing)
    if (name !== 'ssd_person')
      problem('worth-a-look', nowhere, null, `No file holds ${rows}: nothing that needs them can be counted`, name)
  return missing.map(({ name }) => name)
}

/** A table in two files may have the column in one of them: what has rows is there whatever is said here. */
const fieldsOf = (missing: Columns['missing']): ReadonlySet<string> =>
  new Set(
    missing.flatMap(({ table, column }) => {
      const { into, fields } = TABLES.find(({ name }) => name === table)!
      return Object.entries(fields).flatMap(([field, { names }]) => (names[0] === column ? `${into}.${field}` : []))
    }),
  )

function recordsOf(tables: ReadonlyMap<TableName, TableRead>, asAt: Day): ChildRecords {
  const rows = Object.fromEntries(TABLES.map(({ into }) => [into, tables.get(into)?.rows ?? []]))
  return { ...rows, asAt, loaded: new Set(tables.keys()) } as unknown as ChildRecords
}

/** Keeps one copy of every text: a child's number stands in hundreds of rows. */
export function sharer(): (text: string) => string {
  const known = new Map<string, string>()
  return text => {
    const same = known.get(text)
    if (same === undefined) known.set(text, text)
    return same ?? text
  }
}
