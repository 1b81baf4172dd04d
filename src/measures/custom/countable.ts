/** What a measure of the authority's own can be made from: tables of children's records, with their days, yes-or-no fields, codes and links. */
import type { TableName } from '../../children/records.ts'
import { TABLE } from '../../children/table-words.ts'
import { SSD_TABLES } from '../../intake/ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from '../../intake/supplementary-tables.ts'
import { type DatedTable, ROW_DAYS } from '../data-quality/row-days.ts'

export type FieldKind = 'day' | 'yes-no' | 'code' | 'link'

export type FieldOffered = {
  readonly field: string
  readonly kind: FieldKind
  /** `Authorised on (cina_assessment_auth_date)`. */
  readonly words: string
  /** Of a code and of yes or no: what each stands for. */
  readonly codes: Readonly<Record<string, string>>
  /** Of a link: the table of the record that it names. */
  readonly to: DatedTable | null
}

export type Countable = {
  readonly table: DatedTable
  readonly words: string
  /** The day that places a row in time, where nobody says otherwise. */
  readonly from: string
  readonly fields: readonly FieldOffered[]
}

const isDated = (table: TableName): table is DatedTable => Object.hasOwn(ROW_DAYS, table)

const spaced = (field: string) =>
  field.replace(/Id$/, '').replace(/[A-Z0-9]+/g, found => ` ${found.toLowerCase()}`).replace(/^./, first => first.toUpperCase()) // prettier-ignore

type Columns = (typeof SSD_TABLES)[number]['fields']

function offered(fields: Columns): FieldOffered[] {
  return Object.entries(fields).flatMap(([field, { names, list, refersTo }]): FieldOffered[] => {
    const words = `${spaced(field)} (${names[0]})`
    const none = { codes: {}, to: null }
    if (/On$/.test(field)) return [{ field, kind: 'day', words, ...none }]
    if (refersTo && refersTo.field === 'id' && isDated(refersTo.table) && field !== 'id')
      return [{ field, kind: 'link', words, codes: {}, to: refersTo.table }]
    if (!list) return []
    const codes = list.codes as Record<string, string>
    const isYesNo = Object.keys(codes).sort().join() === 'N,Y'
    return [{ field, kind: isYesNo ? 'yes-no' : 'code', words, codes: isYesNo ? YES_NO : codes, to: null }]
  })
}

const YES_NO = { Y: 'Yes', N: 'No' }

export const COUNTABLE: readonly Countable[] = [...SSD_TABLES, ...SUPPLEMENTARY_TABLES].flatMap(({ into, fields }) =>
  isDated(into) && into !== 'involvements'
    ? [{ table: into, words: TABLE[into], from: ROW_DAYS[into].from, fields: offered(fields) }]
    : [],
)

const BY_TABLE = new Map<string, Countable>(COUNTABLE.map(one => [one.table, one]))

export const countableNamed = (table: string): Countable | undefined => BY_TABLE.get(table)

export const fieldIn = (table: string, field: string): FieldOffered | undefined =>
  BY_TABLE.get(table)?.fields.find(one => one.field === field)

/** `authorised on`, within a sentence. */
export const fieldWords = (field: string): string => spaced(field).toLowerCase()

/** What stands in a code, yes-or-no or outcomes field, as codes: none where nothing does. */
export function codesIn(value: unknown): readonly string[] {
  if (value === null || value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'Y' : 'N']
  return Array.isArray(value) ? (value as string[]) : [String(value)]
}
