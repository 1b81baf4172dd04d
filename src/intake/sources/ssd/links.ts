/**
 * What belongs to what: the person of rows that name only their plan or period of care, workers by either of their numbers, and rows
 * that name something which is not there. A row whose person is not in the file is kept, because leaving it out would make children
 * at risk seem fewer; a row of which nobody can say whose it is is left out.
 */
import type { TableName } from '../../../children/records.ts'
import { nameOf, type Row, type TableRead } from './read-rows.ts'
import type { SsdTable } from './table.ts'
import type { Told } from './told.ts'

export type TablesRead = ReadonlyMap<TableName, TableRead>

/** Finds the row of a table that has something in a field. */
type Find = (table: TableName, field: string, value: string) => Row | undefined

/** To be called for parents before their children, as `SSD_TABLES` is in order. */
export function linkTables(tables: TablesRead, told: Told): void {
  const find = finder(tables)
  const orphans: Orphans = { rows: 0, of: 0 }
  for (const read of tables.values()) {
    linkWorkers(read, find)
    if ('personId' in read.table.fields) findPeople(read, find, told)
    tellMissingRows(read, tables, find, told, orphans)
  }
  if (orphans.rows >= FEWEST_ORPHANS && orphans.rows > orphans.of / 2) tellStrangers(tables, told, orphans)
}

function finder(tables: TablesRead): Find {
  const indexes = new Map<string, Map<string, Row>>()
  return (table, field, value) => {
    const read = tables.get(table)
    if (read === undefined) return undefined
    const name = `${table}.${field}`
    const index = indexes.get(name) ?? firstRows(read.rows, field)
    indexes.set(name, index)
    return index.get(value)
  }
}

function firstRows(rows: Row[], field: string): Map<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const value = row[field] as string | null
    if (value !== null && !found.has(value)) found.set(value, row)
  }
  return found
}

/** A staff number becomes the professional id that it stands for; what is neither stays as it is. */
function linkWorkers({ table, rows }: TableRead, find: Find): void {
  const fields = Object.keys(table.fields).filter(field => table.fields[field]!.namesWorker)
  for (const field of fields)
    for (const row of rows) {
      const given = row[field] as string | null
      if (given === null || find('professionals', 'id', given)) continue
      row[field] = find('professionals', 'staffId', given)?.['id'] ?? given
    }
}

type Parent = { field: string; table: TableName; by: string }

/** The fields that name a row of another table, through which a person may be found. */
const parentsOf = ({ fields }: SsdTable): Parent[] =>
  Object.entries(fields).flatMap(([field, { refersTo }]) =>
    refersTo && refersTo.table !== 'people' ? [{ field, table: refersTo.table, by: refersTo.field }] : [],
  )

function personThrough(parents: Parent[], row: Row, find: Find): string | null {
  for (const { field, table, by } of parents) {
    const value = row[field] as string | null
    const person = value === null ? null : find(table, by, value)?.['personId']
    if (person) return person as string
  }
  return null
}

/** Fills in the person; leaves out the rows of which nobody can say whose they are. */
function findPeople(read: TableRead, find: Find, told: Told): void {
  const { table, rows, places } = read
  const parents = parentsOf(table)
  const column = nameOf(table, 'personId')
  const left = rows.map((row, at) => {
    const through = personThrough(parents, row, find)
    const found = table.byLegacyId ? personByEitherNumber(row['personId'] as string | null, through, find) : (row['personId'] ?? through) // prettier-ignore
    if (found instanceof TwoPeople) {
      const problem = 'This is the number of one child and the earlier number of another'
      told.problem('refuses-the-row', places[at]!, column, problem, "one child's number", row['personId'] as string)
    } else if (found === null)
      told.problem(
        'refuses-the-row',
        places[at]!,
        column,
        'Nothing here says whose this row is',
        `something in ${column}`,
      )
    row['personId'] = found
    return found === null || found instanceof TwoPeople
  })
  if (!left.includes(true)) return
  read.counts.refused += left.filter(Boolean).length
  read.rows = rows.filter((_, at) => !left[at])
  read.places = places.filter((_, at) => !left[at])
}

class TwoPeople {}

/** Extracts write either number here, so that the period of care decides, and then whichever number there is. */
function personByEitherNumber(given: string | null, through: string | null, find: Find): string | TwoPeople | null {
  if (given === null || through !== null) return through
  const now = find('people', 'id', given)?.['id'] as string | undefined
  const earlier = find('people', 'legacyId', given)?.['id'] as string | undefined
  if (now !== undefined && earlier !== undefined && now !== earlier) return new TwoPeople()
  return now ?? earlier ?? given
}

type Orphans = { rows: number; of: number }

function tellMissingRows(
  { table, rows, places }: TableRead,
  tables: TablesRead,
  find: Find,
  told: Told,
  orphans: Orphans,
) {
  for (const [field, { refersTo, names }] of Object.entries(table.fields)) {
    const other = refersTo && tables.get(refersTo.table)
    if (!other) continue
    const isPerson = field === 'personId'
    const expected = `a row of ${other.table.name}`
    for (const [at, row] of rows.entries()) {
      const value = row[field] as string | null
      if (value === null) continue
      if (isPerson) orphans.of += 1
      if (find(refersTo.table, refersTo.field, value)) continue
      if (isPerson) orphans.rows += 1
      const problem = isPerson ? 'The person is not in the file' : 'What this row belongs to is not in the file'
      told.problem('worth-a-look', places[at]!, names[0]!, problem, expected, value)
    }
  }
}

const FEWEST_ORPHANS = 20

function tellStrangers(tables: TablesRead, told: Told, { rows, of }: Orphans): void {
  const people = tables.get('people')!.places[0] ?? { file: 'ssd_person', sheet: null, row: null }
  const problem =
    'Most rows of the other tables are of people who are not in this one: the files are of different extracts'
  told.problem('refuses-the-load', { ...people, row: null }, null, problem, 'every table from one extract', `${rows} of ${of} rows`) // prettier-ignore
}
