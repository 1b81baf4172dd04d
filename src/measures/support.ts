/**
 * Whether the loaded records can support a measure, and if not exactly which field is missing, as the files of the extract call it; and for
 * which periods they reach back far enough, so that no figure is too low because its cases were never brought.
 */
import type { ChildRecords, Reaches, TableName } from '../children/records.ts'
import { TABLE } from '../children/table-words.ts'
import { SSD_TABLES } from '../intake/ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from '../intake/supplementary-tables.ts'
import { addMonths, type Day, longDay } from '../terms/day.ts'
import type { Period } from '../terms/period.ts'
import type { Measure } from './measure.ts'

/** One thing that is missing: a column of a table of the extract, or what no extract holds. */
export type Lack =
  { readonly table: string; readonly column: string; readonly words: string } | { readonly notHeld: string }

const TABLES = new Map([...SSD_TABLES, ...SUPPLEMENTARY_TABLES].map(table => [table.into, table]))

/** In fewer rows a column may be empty by chance: nothing is closed yet, nobody has died. */
const FEW = 30

/**
 * Nothing where the measure can be worked out. A field counts as there when its table was brought and at least one row has something in it, or
 * there are too few rows to say that nobody fills it.
 */
export const lacking = ({ needs }: Measure, records: ChildRecords): Lack[] =>
  needs.flatMap((need): Lack[] => {
    if (typeof need !== 'string') return [{ notHeld: need.notHeld }]
    const [name, field] = need.split('.') as [TableName, string]
    if (isThere(records, name, field)) return []
    const table = TABLES.get(name)!
    const column = table.fields[field]!.names[0]!
    const words = records.loaded.has(name)
      ? `${table.name}.csv has nothing in ${column}`
      : `${table.name}.csv was not brought: ${column} is needed`
    return [{ table: table.name, column, words }]
  })

export const lackWords = (lack: Lack): string => ('notHeld' in lack ? `No extract holds ${lack.notHeld}` : lack.words)

const found = new WeakMap<ChildRecords, Map<string, boolean>>()

function isThere(records: ChildRecords, name: TableName, field: string): boolean {
  if (!records.loaded.has(name)) return false
  const known = found.get(records) ?? new Map<string, boolean>()
  found.set(records, known)
  const key = `${name}.${field}`
  const rows = records[name] as readonly Record<string, unknown>[]
  const isFew = rows.length < FEW && !(rows.length > 0 && records.withoutColumns?.has(key))
  if (!known.has(key)) known.set(key, isFew || rows.some(row => row[field] !== null))
  return known.get(key)!
}

/** The table that a measure is counted from which reaches back least, and its first day; null where all of them hold all there is. */
export function reachOf(
  { needs }: Pick<Measure, 'needs'>,
  reaches: Reaches = {},
): { table: TableName; from: Day } | null {
  let least: { table: TableName; from: Day } | null = null
  for (const need of needs) {
    if (typeof need !== 'string') continue
    const table = need.split('.')[0] as TableName
    const from = reaches[table]
    if (from !== undefined && (least === null || from > least.from)) least = { table, from }
  }
  return least
}

/** Whether everything that a period's figure looks at was brought. How things stand on a day looks at that day alone, where nothing else is said. */
export function isInReach(measure: Pick<Measure, 'needs' | 'looksBack'>, { from }: Period, reaches?: Reaches): boolean {
  const reach = reachOf(measure, reaches)
  if (reach === null) return true
  return measure.looksBack !== 'ever' && addMonths(from, -measure.looksBack) >= reach.from
}

/** Why periods have no figure; null where the records reach back as far as anybody could ask. */
export function reachWords(measure: Pick<Measure, 'needs' | 'looksBack'>, reaches?: Reaches): string | null {
  const reach = reachOf(measure, reaches)
  if (reach === null) return null
  const { looksBack } = measure
  const begins =
    looksBack === 'ever'
      ? 'it looks at everything before, and is not worked out'
      : looksBack === 0
        ? 'periods that begin before then are not worked out'
        : `it looks ${looksBack} months before each period, and periods that need more are not worked out`
  return `The extract has ${TABLE[reach.table]} from ${longDay(reach.from)} only: ${begins}`
}
