/**
 * A table of the records as CSV with every field treated, in the headings of the dataset, so that whatever reads extracts reads this too. Rows
 * stand in the order of their pseudonyms: that of the case system would tell of their numbers.
 */
import { setImmediate } from 'node:timers/promises'
import { headingsOf } from '../../intake/supplementary-tables.ts'
import { writerOf } from '../../intake/write-cell.ts'
import type { Day } from '../../terms/day.ts'
import type { Pseudonyms } from './pseudonym.ts'
import { type ExtractTable, treatmentOf } from './treatments.ts'

/** Rows written before others have their turn: a few milliseconds. */
const AT_ONCE = 250

type Row = Readonly<Record<string, unknown>> & { readonly unread: readonly string[] }
type Write = { readonly at: number; cell(row: Row): string }

/** What stands where the extract held something that could not be read, so that nobody takes the gap for a blank. */
const UNREAD = 'could not be read'

export async function writeTable(table: ExtractTable, rows: readonly Row[], pseudonyms: Pseudonyms): Promise<string> {
  const headings = headingsOf(table)
  const cells = cellsOf(table, headings, pseudonyms)
  const lines: string[] = []
  for (const [at, row] of rows.entries()) {
    const line = new Array<string>(headings.length).fill('')
    for (const { at, cell } of cells) {
      const text = cell(row)
      if (text !== '') line[at] = text
    }
    lines.push(line.join(','))
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
  }
  return `${[headings.join(','), ...lines.sort()].join('\r\n')}\r\n`
}

/** A day and its time share a column: the time, which says the day too, is written over it. */
const cellsOf = (table: ExtractTable, headings: readonly string[], pseudonyms: Pseudonyms): Write[] =>
  Object.entries(table.fields).flatMap(([field, column]) => {
    const treatment = treatmentOf(table.into, field)
    if (treatment.is === 'left-out') return []
    const write = writerOf(column, table.name)
    const cell = (row: Row): string => {
      const value = row[field]
      if (value === null || value === undefined)
        return row.unread.includes(field) && treatment.is !== 'pseudonym' ? UNREAD : ''
      if (treatment.is === 'pseudonym') return pseudonyms(treatment.of, value as string)
      if (!isKnown(column, value)) return UNREAD
      return treatment.is === 'month' ? monthOf(value as Day) : write(value)
    }
    return [{ at: headings.indexOf(column.names[0]!), cell }]
  })

/** Yes or no, a number, a code of its list, a day or a time: whatever else stands in a field that is kept is nobody's to hand out. */
const isKnown = ({ list }: ExtractTable['fields'][string], value: unknown): boolean =>
  typeof value === 'boolean' ||
  typeof value === 'number' ||
  [value].flat().every(one => (list ? Object.hasOwn(list.codes, String(one)) : A_DAY.test(String(one))))
const A_DAY = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/

const monthOf = (on: Day): string => `${on.slice(0, 8)}01`
