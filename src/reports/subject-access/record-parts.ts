/** What the case system's extracts said of somebody, as parts of a copy: a table for each kind of record, the first day first. */
import { fieldWords } from '../../children/field-words.ts'
import type { TableName } from '../../children/records.ts'
import { TABLE } from '../../children/table-words.ts'
import type { Day } from '../../terms/day.ts'
import { capital, lower } from '../../terms/first-letter.ts'
import { ALL_TABLES, type ExtractTable } from '../analysis/treatments.ts'
import { type Part, partOf } from './copy.ts'
import { heldWords, type Names, valueWords } from './value-words.ts'

export type HeldRow = { kind: TableName; row: Readonly<Record<string, unknown>>; from: Day; to: Day | null }

/** Numbers that only join one record to another, some of them another person's: they are in the file for machines. */
const ONLY_JOINS = ['meetingId', 'careId', 'familyId', 'carerId']
const isToldOf = (table: ExtractTable, field: string): boolean =>
  table.into === 'people' ||
  (!table.fields[field]!.refersTo && field !== 'id' && !ONLY_JOINS.includes(field) && !isTimeOfDay(table, field))

/** A time says its day too, and is told in its place. */
const isTimeOfDay = ({ fields }: ExtractTable, field: string): boolean =>
  field.endsWith('At') && dayOfTime(field) in fields
const dayOfTime = (field: string): string => field.replace(/At$/, 'On')
const timeOfDay = (field: string): string => field.replace(/On$/, 'At')

/** Where it is one person's, and not a list of them. */
const CALLED: Partial<Record<TableName, string>> = {
  people: 'Who they are',
  professionals: 'Who they are in the case system',
  workerPosts: 'Posts in the case system',
}

const UNREAD = 'Could not be read in the extract'

/** Rows that are nothing but such numbers make no part. */
export const recordParts = (rows: readonly HeldRow[], names: Names): Part[] =>
  ALL_TABLES.map(table =>
    tablePart(
      table,
      rows.filter(({ kind }) => kind === table.into),
      names,
    ),
  ).filter(({ columns }) => columns.length > 0)

function tablePart(table: ExtractTable, rows: readonly HeldRow[], names: Names): Part {
  const fields = Object.keys(table.fields).filter(field => isToldOf(table, field))
  const first = (row: HeldRow['row']) => firstDay(table, row)
  const inOrder = rows.toSorted(
    (one, other) => compare(first(one.row), first(other.row)) || compare(one.from, other.from),
  )
  const held = new Set(rows.map(({ from, to }) => heldWords(from, to)))
  return partOf<HeldRow>(
    {
      id: table.into,
      heading: CALLED[table.into] ?? capital(TABLE[table.into]),
      about: held.size === 1 ? `Held here: ${lower([...held][0]!)}.` : '',
    },
    [
      ...fields.map(
        field => [fieldWords(table.into, field), ({ row }: HeldRow) => cellWords(table, field, row, names)] as const,
      ),
      ...(held.size > 1 ? [['Held here', ({ from, to }: HeldRow) => heldWords(from, to)] as const] : []),
    ],
    inOrder,
  )
}

function cellWords(table: ExtractTable, field: string, row: HeldRow['row'], names: Names): string {
  const words = valueWords(field, table.fields[field]!, row[timeOfDay(field)] ?? row[field], names)
  return words === '' && (row['unread'] as readonly string[] | undefined)?.includes(field) ? UNREAD : words
}

/** Of the days of the row, in the order of the table: that on which it begins. */
const firstDay = ({ fields }: ExtractTable, row: HeldRow['row']): string =>
  Object.keys(fields)
    .filter(field => field.endsWith('On'))
    .map(field => row[field])
    .find((value): value is string => typeof value === 'string') ?? ''

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** What the keys of the file for machines mean: of each table that is in it, its fields, and the codes of those that have some. */
export const keysOf = (rows: readonly HeldRow[]) =>
  Object.fromEntries(
    ALL_TABLES.filter(({ into }) => rows.some(({ kind }) => kind === into)).map(({ into, name, fields }) => [
      into,
      {
        what: capital(TABLE[into]),
        inTheDataset: name,
        fields: Object.fromEntries(
          Object.entries(fields).map(([field, { list, names }]) => [
            field,
            {
              what: fieldWords(into, field),
              inTheDataset: names[0],
              ...(list && Object.keys(list.codes).join() !== 'Y,N' && { codes: list.codes }),
            },
          ]),
        ),
      },
    ]),
  )

export const rowsForMachines = (rows: readonly HeldRow[]) =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => [
      kind,
      own.map(({ row, from, to }) => ({ heldFrom: from, heldUntil: to, ...row })),
    ]),
  )
