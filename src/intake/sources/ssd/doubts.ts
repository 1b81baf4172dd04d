/**
 * What no cell shows by itself: something ends before it begins, two plans run at once, something happened long before the child
 * could be expected. The rows are kept as they are; a measure leaves out those it cannot use (clocks, R20).
 */
import { birthOf, type Person } from '../../../children/person.ts'
import { addDays, type Day } from '../../../terms/day.ts'
import { nameOf, type Row, type TableRead } from './read-rows.ts'
import type { TablesRead } from './links.ts'
import type { Told } from './told.ts'

export function raiseDoubts(tables: TablesRead, told: Told): void {
  const births = birthDays(tables)
  for (const read of tables.values()) {
    tellMissingDays(read, told)
    tellWrongOrder(read, told)
    tellTwoAtOnce(read, told)
    tellBeforeBirth(read, births, told)
  }
}

function tellMissingDays({ table, rows, places }: TableRead, told: Told): void {
  for (const field of table.wants)
    for (const [at, row] of rows.entries())
      if (row[field] === null && !row.unread.includes(field))
        told.problem('worth-a-look', places[at]!, nameOf(table, field), 'Nothing stands here, so this row cannot be counted', 'a value') // prettier-ignore
}

function tellWrongOrder({ table, rows, places }: TableRead, told: Told): void {
  for (const [first, second] of table.inOrder)
    for (const [at, row] of rows.entries()) {
      const [from, until] = [row[first], row[second]] as [string | null, string | null]
      if (from !== null && until !== null && until < from)
        told.problem('worth-a-look', places[at]!, nameOf(table, second), 'This is before it began', `${from} or after`, until) // prettier-ignore
    }
}

function tellTwoAtOnce({ table, rows, places }: TableRead, told: Told): void {
  if (table.oneAtATime === null) return
  const { from, until, leftOut } = table.oneAtATime
  const counted = rows.map((row, at) => ({ row, at })).filter(({ row }) => row[from] !== null && !(leftOut && row[leftOut] === true)) // prettier-ignore
  const column = nameOf(table, from)
  for (const same of Map.groupBy(counted, ({ row }) => row['personId']).values()) {
    const inOrder = same.toSorted((a, b) => (String(a.row[from]) < String(b.row[from]) ? -1 : 1))
    let before = inOrder[0]!
    for (const one of inOrder.slice(1)) {
      const ended = endOf(before.row, until)
      const began = one.row[from] as string
      const rowNumber = places[before.at]!.row
      if (ended !== null && began < ended)
        told.problem('worth-a-look', places[one.at]!, column, 'This child has two of these at once', `${ended === OPEN ? 'the other to have ended' : `${ended} or after`} (see row ${rowNumber})`, began) // prettier-ignore
      if (ended !== null && ended <= (endOf(one.row, until) ?? OPEN)) before = one
    }
  }
}

const OPEN = '9999'

/** The day it ended; `OPEN` where it has not; null where that cannot be known. */
const endOf = (row: Row, until: string): string | null =>
  row.unread.includes(until) ? null : ((row[until] as string | null) ?? OPEN)

const birthDays = (tables: TablesRead): ReadonlyMap<unknown, Day | null> =>
  new Map((tables.get('people')?.rows ?? []).map(row => [row['id'], birthOf(row as unknown as Person)]))

/** Days from conception to birth, and a month more for a date that was estimated. */
const EXPECTED = 310

function tellBeforeBirth(
  { table, rows, places }: TableRead,
  births: ReadonlyMap<unknown, Day | null>,
  told: Told,
): void {
  const field = table.wants[0]
  if (field === undefined || !('personId' in table.fields)) return
  const earliest = new Map<Day, Day>()
  for (const [at, row] of rows.entries()) {
    const birth = births.get(row['personId'])
    const on = row[field] as string | null
    if (!birth || on === null || on >= birth) continue
    if (!earliest.has(birth)) earliest.set(birth, addDays(birth, -EXPECTED))
    if (on < earliest.get(birth)!)
      told.problem('worth-a-look', places[at]!, nameOf(table, field), 'This is before the child could be expected: the age would be below nothing', `${earliest.get(birth)} or after`, on) // prettier-ignore
  }
}
