/** What is missing from rows, what could not be read in them, and where rows contradict each other: each with the child it is of. */
import type { TableName } from '../../children/records.ts'
import type { Recorded } from '../../children/recorded.ts'
import { TABLE_NAMES } from '../../children/table-words.ts'
import { whoseRow } from '../../children/whose-row.ts'
import { AREA, type Area, CHECKS } from '../../intake/check-records.ts'
import { openChildren } from '../child-standing.ts'
import type { History } from '../history.ts'
import { MEASURE_AREA, type MeasureArea } from '../measure.ts'
import { EXPECTED } from './expected-fields.ts'
import { isRecent } from './row-days.ts'

export type RowFlaw = {
  readonly rowId: string
  readonly personId: string
  /** What stands in the row, where that says more than the kind does. */
  readonly found: string
}

/** Where a kind of flaw shows: the field of the table, for the measures that rest on it, or areas of measures. */
export type Where = { readonly table: TableName; readonly field: string | null; readonly areas: readonly MeasureArea[] }
/** `what` stands for the kind of flaw in addresses: `missing.assessments.startedOn`. */
export type RowFlaws = { readonly what: string; readonly where: Where; readonly flaws: readonly RowFlaw[] }

/** A row that counts now: of the last year or open; of a table without days, where the child's case is open. */
const matters = (history: History, table: TableName, row: object, personId: string): boolean =>
  isRecent(table, row, history.asAt) ?? history.of(openChildren).has(personId)

type Row = Recorded & Record<string, unknown>

function flawsOf(history: History, table: TableName, rows: Iterable<[Row, string]>) {
  const flaws: RowFlaw[] = []
  for (const [row, found] of rows) {
    const personId = whoseRow(history.records, table, row)
    if (personId === null || !matters(history, table, row, personId)) continue
    flaws.push({ rowId: String(row['id'] ?? personId), personId, found })
  }
  return flaws
}

const rowsIn = ({ records }: History, table: TableName) => records[table] as unknown as readonly Row[]

/** Fields with nothing in them. What could not be read is not missing; a column that nobody filled in at all is told where measures lack it. */
export const missingFields = (history: History): RowFlaws[] =>
  EXPECTED.map(({ table, field, when }) => {
    const rows = rowsIn(history, table)
    const isFilled = rows.some(row => row[field] !== null)
    const empty = rows.filter(
      row => row[field] === null && !row.unread.includes(field) && (when === undefined || when(row as never)),
    )
    const found = isFilled ? empty.map((row): [Row, string] => [row, '']) : []
    const where = { table, field, areas: [] }
    return { what: `missing.${table}.${field}`, where, flaws: flawsOf(history, table, found) }
  })

/** Days that never were and values that nobody has mapped. */
export function unreadFields(history: History): RowFlaws[] {
  const found = new Map<string, { table: TableName; field: string; rows: [Row, string][] }>()
  for (const table of TABLE_NAMES)
    for (const row of rowsIn(history, table))
      for (const field of row.unread) {
        const what = `unread.${table}.${field}`
        const known = found.get(what)
        if (known) known.rows.push([row, ''])
        else found.set(what, { table, field, rows: [[row, '']] })
      }
  return [...found].map(([what, { table, field, rows }]) => ({
    what,
    where: { table, field, areas: [] },
    flaws: flawsOf(history, table, rows),
  }))
}

/** Rules that tell of empty fields are told with the missing ones. */
const TOLD_AS_MISSING = ['closed-without-reason', 'ceased-without-reason']

/** Rules of the returns that rows break. */
export const brokenRules = (history: History): RowFlaws[] =>
  CHECKS.filter(({ id }) => !TOLD_AS_MISSING.includes(id)).map(({ id, table, touches, find }) => {
    const found = find(history.records).map(({ row, found }): [Row, string] => [row as Row, found])
    const where = { table, field: null, areas: areasOf(touches) }
    return { what: `contradictory.${id}`, where, flaws: flawsOf(history, table, found) }
  })

const areasOf = (touches: readonly Area[]): MeasureArea[] =>
  touches.flatMap((area): MeasureArea[] =>
    area === 'everything' ? (Object.keys(MEASURE_AREA) as MeasureArea[]) : area in AREA ? [area] : [],
  )
