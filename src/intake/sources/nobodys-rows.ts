/** Rows of which nobody can say whose they are: their child's number could not be read. They are left out and told. */
import { nameOf, type TableRead } from './ssd/read-rows.ts'
import type { Told } from './ssd/told.ts'

export function leaveOutNobodys(read: TableRead, told: Told): void {
  const { table, rows, places, counts } = read
  const isNobodys = rows.map(row => 'personId' in table.fields && row['personId'] === null)
  if (!isNobodys.includes(true)) return
  const column = nameOf(table, 'personId')
  for (const [at, is] of isNobodys.entries())
    if (is) told.problem('refuses-the-row', places[at]!, column, 'Nothing here says whose this row is', `something in ${column}`) // prettier-ignore
  counts.refused += isNobodys.filter(Boolean).length
  read.rows = rows.filter((_, at) => !isNobodys[at])
  read.places = places.filter((_, at) => !isNobodys[at])
}
