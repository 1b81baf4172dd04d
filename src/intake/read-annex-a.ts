/**
 * Reads Annex A, the lists of children that Ofsted asks for: one workbook, or a CSV a list, with the headings of 2019 or of now. It is
 * a picture of one day, with what happened in the six or twelve months before: of a child's visits and reviews only the latest are in
 * it, so that nothing that needs a history can be counted from it (`latestOnly`).
 */
import type { TableName } from '../children/records.ts'
import { addMonths, day, type Day, longDay } from '../terms/day.ts'
import { ANNEX_A_LISTS } from './annex-a-lists.ts'
import { sharer, type GivenFile, type SsdReading } from './read-ssd.ts'
import { layOutList, listNamed, recogniseList } from './sources/annex-a/recognise.ts'
import type { List } from './sources/annex-a/list.ts'
import { readSheets, type SheetAt } from './sources/found-sheets.ts'
import { gather } from './sources/gathered.ts'
import { leaveOutNobodys } from './sources/nobodys-rows.ts'
import { numberRows } from './sources/numbered-rows.ts'
import { raiseDoubtsAmong } from './sources/doubts-among.ts'
import { emptyTable, rowsOfSheet, type Reading, type TableRead } from './sources/ssd/read-rows.ts'
import { told, type Told } from './sources/ssd/told.ts'
import type { ValueMap } from './value-map.ts'

export type AnnexAReading = SsdReading & {
  /** Tables of which only the latest row of each child is in the lists; they are not among those loaded. */
  latestOnly: TableName[]
  /** Tables that reach back only so far. */
  since: { table: TableName; from: Day }[]
}

type ListsRead = Map<List, TableRead>

/** Counts are by list: `List 3: Referral`. Without an as-at day the load is refused, and the latest day in the lists is told. */
export async function readAnnexA(
  files: readonly GivenFile[],
  asAt: Day | null,
  values: ValueMap = {},
): Promise<AnnexAReading> {
  const tell = told()
  const reading: Reading = { asAt: asAt ?? LAST_DAY, values, told: tell, share: sharer() }
  const lists: ListsRead = new Map()
  const columns: Columns = { missing: [], extra: [] }
  await readSheets(files, tell, (at, headings) => startList(at, headings, lists, columns, reading), leftAside(tell))
  const inOrder = ANNEX_A_LISTS.flatMap(list => (lists.has(list) ? [[list, lists.get(list)!] as const] : []))
  for (const [, read] of inOrder) leaveOutNobodys(read, tell)
  const on = asAt ?? latestDay(inOrder) ?? day('2000-01-01')
  const into = gather(on, tell)
  for (const [list, { rows, places }] of inOrder)
    for (const [at, row] of rows.entries()) list.bring(row, into, places[at]!)
  if (asAt === null) askForDay(on, files, tell)
  const missingTables = tellMissingLists(lists, tell)
  raiseDoubtsAmong(
    inOrder.filter(([list]) => list.number !== 11).map(([, read]) => read),
    into.rows('people'),
    tell,
  )
  for (const [, read] of inOrder) read.counts.kept = read.rows.length
  const { loaded, latestOnly, since } = reachOf([...lists.keys()], on)
  return {
    records: into.records(loaded),
    counts: Object.fromEntries(inOrder.map(([, { table, counts }]) => [table.name, counts])),
    problems: tell.problems(),
    unmapped: tell.unmappedValues(),
    missingTables,
    missingColumns: columns.missing,
    extraColumns: columns.extra,
    notices: tell.notices(),
    latestOnly,
    since,
  }
}

const LAST_DAY = day('2098-12-31')

type Columns = { missing: SsdReading['missingColumns']; extra: SsdReading['extraColumns'] }

function startList(at: SheetAt, headings: string[], lists: ListsRead, columns: Columns, reading: Reading) {
  const found = recogniseList(ANNEX_A_LISTS, at.sheet ?? at.file, headings)
  if (!found) return null
  const { list, nameSays } = found
  const name = list.table.name
  if (nameSays && nameSays !== list)
    reading.told.problem('worth-a-look', at, null, `This is called as ${nameSays.table.name} but holds ${name}, and was read as that`, nameSays.table.name, name) // prettier-ignore
  const layout = layOutList(list, headings)
  columns.missing.push(...layout.missing.map(column => ({ table: name, column })))
  columns.extra.push(...layout.extra.map(column => ({ table: name, column })))
  for (const column of layout.missing) reading.told.notice(at, column, 'There is no such column')
  if (lists.has(list)) reading.told.notice(at, null, `${name} is in more than one file or sheet; all were read`)
  const into = lists.get(list) ?? emptyTable(list.table)
  lists.set(list, into)
  const width = headings.findLastIndex(heading => heading !== '') + 1
  const sheet = { ...at, headings: ['', ...headings.slice(0, width)], layout, isCsv: at.sheet === null }
  const [child, on] = ['personId', list.mainDay ?? ''].map(field => (layout.positions.get(field) ?? 0) - 1) as [number, number] // prettier-ignore
  const by = {
    child,
    day: on,
    heading: headings[child]!,
    two: list.mayRepeat ? ('always' as const) : ('never' as const),
    asAt: reading.asAt,
  }
  return numberRows(rowsOfSheet(into, sheet, reading), by)
}

const leftAside = (tell: Told) => (at: SheetAt, rows: number) => {
  const name = at.sheet ?? at.file
  if (rows === 0) return tell.notice(at, null, 'There is nothing in it')
  const named = listNamed(ANNEX_A_LISTS, name)
  if (/^(front.?sheet|faq|guidance|codes?|contents|notes|data quality|read ?me)/i.test(name) && !named)
    return tell.notice(at, null, 'This is no list of children; it was left aside')
  const expected = named ? `the headings of ${named.table.name}` : 'a list of Annex A'
  tell.problem('worth-a-look', at, null, 'No list was recognised by its headings; it was left aside', expected)
}

const NOWHERE = { file: '', sheet: null, row: null }

/** The latest day on which anything in the lists happened. */
function latestDay(lists: readonly (readonly [List, TableRead])[]): Day | null {
  let latest: Day | null = null
  for (const [{ mainDay }, { rows }] of lists) {
    if (mainDay === null) continue
    for (const row of rows) {
      const on = row[mainDay] as Day | null
      if (on !== null && (latest === null || on > latest)) latest = on
    }
  }
  return latest
}

function askForDay(latest: Day, files: readonly GivenFile[], tell: Told): void {
  const problem = 'These lists do not say which day they were made for: say it, or no age, deadline or open case can be worked out' // prettier-ignore
  const at = { file: files[0]?.name ?? '', sheet: null, row: null }
  tell.problem('refuses-the-load', at, null, problem, `the day of the lists, on or after ${longDay(latest)}`, '')
}

function tellMissingLists(lists: ListsRead, tell: Told): string[] {
  const missing = ANNEX_A_LISTS.filter(list => !lists.has(list))
  if (missing.length === ANNEX_A_LISTS.length)
    tell.problem('refuses-the-load', NOWHERE, null, 'None of the files holds a list of Annex A', 'List 1 to List 11')
  else
    for (const { table } of missing)
      tell.problem('worth-a-look', NOWHERE, null, `No sheet or file holds ${table.rows}: nothing that needs them can be counted`, table.name) // prettier-ignore
  return missing.map(({ table }) => table.name)
}

/** A table that one list brings whole is whole, whatever another brings of it. */
function reachOf(lists: List[], asAt: Day) {
  const brought = lists.flatMap(({ brings, months }) =>
    Object.entries(brings).map(([table, reach]) => ({ table: table as TableName, reach, months })),
  )
  const loaded = new Set(brought.filter(({ reach }) => reach !== 'latest').map(({ table }) => table))
  if (lists.some(({ number }) => number !== 11)) loaded.add('people')
  const latestOnly = [...new Set(brought.map(({ table }) => table))].filter(table => !loaded.has(table))
  const since = brought
    .filter(({ reach, months }) => reach === 'months' && months !== null)
    .map(({ table, months }) => ({ table, from: addMonths(asAt, -months!) }))
  return { loaded, latestOnly, since }
}
