/** The lists of values that an authority maps its own words against, for the page on which it does. */
import { SSD_TABLES } from './ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from './supplementary-tables.ts'
import type { ValueList } from './value-map.ts'

/** Each list once, with the columns that are read by it. */
export function listsOfValues(): { list: ValueList; columns: { table: string; column: string }[] }[] {
  const found = new Map<string, { list: ValueList; columns: { table: string; column: string }[] }>()
  for (const { name, fields } of [...SSD_TABLES, ...SUPPLEMENTARY_TABLES])
    for (const { list, names } of Object.values(fields)) {
      if (list === undefined) continue
      const one = found.get(list.name) ?? { list, columns: [] }
      found.set(list.name, one)
      one.columns.push({ table: name, column: names[0]! })
    }
  return [...found.values()]
}
