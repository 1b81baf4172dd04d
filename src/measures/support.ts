/** Whether the loaded records can support a measure, and if not exactly which field is missing, as the files of the extract call it. */
import type { ChildRecords, TableName } from '../children/records.ts'
import { SSD_TABLES } from '../intake/ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from '../intake/supplementary-tables.ts'
import type { Measure } from './measure.ts'

/** One thing that is missing: a column of a table of the extract, or what no extract holds. */
export type Lack =
  { readonly table: string; readonly column: string; readonly words: string } | { readonly notHeld: string }

const TABLES = new Map([...SSD_TABLES, ...SUPPLEMENTARY_TABLES].map(table => [table.into, table]))

/** Nothing where the measure can be worked out. A field counts as there when its table was brought and at least one row has something in it, or there are no rows. */
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
  if (!known.has(key)) known.set(key, rows.length === 0 || rows.some(row => row[field] !== null))
  return known.get(key)!
}
