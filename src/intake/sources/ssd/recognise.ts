/** Which table of the dataset a file or sheet holds, and which of its columns is which, whatever case, prefix or release they are in. */
import type { SsdTable } from './table.ts'

export type Layout = {
  /** Where each field stands: its column, counted from 0. Those that the file has not are absent. */
  positions: ReadonlyMap<string, number>
  /** Columns of the standard that are not there. */
  missing: string[]
  /** Headings that no field is read from. */
  extra: string[]
}

/** `SSD_Person.Pers Person-ID` as `pers_person_id`. */
export const plainHeading = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/["'[\]`]/g, '')
    .replace(/^.*\./, '')
    .trim()
    .replace(/[\s-]+/g, '_')

/** The standard's own tables have names of columns whose first four letters say the table; ours are told by the name of the file. */
const isOfStandard = ({ name }: SsdTable) => name.startsWith('ssd_')
const isFullName = (name: string) => /^[a-z0-9]{4}_/.test(name)

const namesOf = ({ fields, notKept }: SsdTable) => [...Object.values(fields).flatMap(({ names }) => names), ...notKept]

/** The table that most headings belong to; where they have no prefix, the one that the file's name says. */
export function recogniseTable(
  tables: readonly SsdTable[],
  name: string,
  headings: readonly string[],
): { table: SsdTable; nameSays: SsdTable | null } | null {
  const found = new Set(headings.map(plainHeading))
  const counted = tables
    .filter(isOfStandard)
    .map(table => ({ table, count: namesOf(table).filter(one => isFullName(one) && found.has(one)).length }))
    .sort((a, b) => b.count - a.count)
  const nameSays = tableNamed(tables, name)
  const best = counted[0]
  if (best && best.count >= 2) return { table: best.table, nameSays }
  const isNamed = (one: string) => found.has(one) || (nameSays !== null && isOfStandard(nameSays) && found.has(one.slice(5))) // prettier-ignore
  const bare = nameSays ? new Set(namesOf(nameSays).filter(isNamed)).size : 0
  return nameSays && bare >= 2 ? { table: nameSays, nameSays } : null
}

/** `dbo.SSD_CIN_Plans 2026-07.csv`, `cin_plans`: the longest name of a table that stands in the name of the file. */
export function tableNamed(tables: readonly SsdTable[], name: string): SsdTable | null {
  const plain = name
    .toLowerCase()
    .replace(/\.(csv|txt|tsv|xlsx|xlsm)$/, '')
    .replace(/[^a-z0-9]+/g, '_')
  const says = (table: SsdTable) => {
    const stem = table.name.replace(/^(ssd|gt)_/, '')
    return new RegExp(`(^|_)(ssd|gt)_?${stem}(_|$)|^${stem}(_\\d+)*$`).test(plain)
  }
  return tables.filter(says).sort((a, b) => b.name.length - a.name.length)[0] ?? null
}

export function layOut(table: SsdTable, headings: readonly string[]): Layout {
  const plain = headings.map(plainHeading)
  const find = (names: readonly string[]) => {
    const stated = names.map(name => plain.indexOf(name)).find(at => at !== -1)
    if (stated !== undefined || !isOfStandard(table)) return stated
    return names.filter(isFullName).map(name => plain.indexOf(name.slice(5))).find(at => at !== -1) // prettier-ignore
  }
  const positions = new Map<string, number>()
  const missing: string[] = []
  for (const [field, { names, seldom }] of Object.entries(table.fields)) {
    const at = find(names)
    if (at !== undefined) positions.set(field, at)
    else if (!seldom) missing.push(names[0]!)
  }
  const read = new Set(positions.values())
  const isExtra = (name: string, at: number) => name !== '' && !read.has(at) && !table.notKept.includes(name)
  return { positions, missing, extra: headings.filter((_, at) => isExtra(plain[at]!, at)) }
}
