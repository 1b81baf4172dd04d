/** The lists of values that an authority maps its own words against, for the page on which it does. */
import { ANNEX_A_LISTS } from './annex-a-lists.ts'
import { SSD_TABLES } from './ssd-tables.ts'
import { SSDA903_TABLES } from './ssda903-tables.ts'
import { SUPPLEMENTARY_TABLES } from './supplementary-tables.ts'
import type { ValueList } from './value-map.ts'

const TABLES = [
  ...SSD_TABLES,
  ...SUPPLEMENTARY_TABLES,
  ...[...ANNEX_A_LISTS, ...SSDA903_TABLES].map(({ table }) => table),
]

/** Each list once, with the columns that are read by it. */
export function listsOfValues(): { list: ValueList; columns: { table: string; column: string }[] }[] {
  const found = new Map<string, { list: ValueList; columns: { table: string; column: string }[] }>()
  for (const { name, fields } of TABLES)
    for (const { list, names } of Object.values(fields)) {
      if (list === undefined) continue
      const one = found.get(list.name) ?? { list, columns: [] }
      found.set(list.name, one)
      one.columns.push({ table: name, column: names[0]! })
    }
  return [...found.values()]
}

/** The list by which a column is read; null for a column that holds no list's values. */
export const listOfColumn = (column: string): ValueList | null =>
  listsOfValues().find(({ columns }) => columns.some(one => one.column === column))?.list ?? null
