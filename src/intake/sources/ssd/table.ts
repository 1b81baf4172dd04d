/** What a table of the dataset is: its name, its rows, its columns, and what of it can be wrong across columns and rows. */
import type { TableName, Tables } from '../../../children/records.ts'
import type { Column } from './column.ts'

type FieldOf<Row> = Exclude<keyof Row, 'unread'> & string

export type SsdTable = {
  /** As the standard calls it: `ssd_person`. */
  readonly name: string
  readonly into: TableName
  /** What its rows are, in words: "referrals". */
  readonly rows: string
  readonly key: string
  readonly fields: Readonly<Record<string, Column<unknown>>>
  /** Fields without which a row says too little to be counted; it is kept and told. */
  readonly wants: readonly string[]
  /** Pairs of days of which the second is never before the first. */
  readonly inOrder: readonly (readonly [string, string])[]
  /** Start and end of what a person has one of at a time, and the field that says that a row is not counted. */
  readonly oneAtATime: { from: string; until: string; leftOut?: string } | null
  /** Columns of the standard that are not kept, on purpose. */
  readonly notKept: readonly string[]
  /** The person may be named by the number of an earlier system. */
  readonly byLegacyId: boolean
}

type Given<Row> = {
  rows: string
  key?: FieldOf<Row>
  fields: { [Field in FieldOf<Row>]: Column<Row[Field]> }
  wants?: FieldOf<Row>[]
  inOrder?: [FieldOf<Row>, FieldOf<Row>][]
  oneAtATime?: { from: FieldOf<Row>; until: FieldOf<Row>; leftOut?: FieldOf<Row> }
  notKept?: string[]
  byLegacyId?: true
}

/** `table('ssd_person', 'people', { ... })`: every field of the record has its column, or this does not compile. */
export const table = <Into extends TableName>(name: string, into: Into, given: Given<Tables[Into]>): SsdTable => ({
  name,
  into,
  rows: given.rows,
  key: given.key ?? 'id',
  fields: given.fields as Record<string, Column<unknown>>,
  wants: given.wants ?? [],
  inOrder: given.inOrder ?? [],
  oneAtATime: given.oneAtATime ?? null,
  notKept: given.notKept ?? [],
  byLegacyId: given.byLegacyId ?? false,
})

/** A table that is not of the dataset: each row has its own key, and the person is named by the council's number. */
export const otherTable = (
  given: Pick<SsdTable, 'name' | 'into' | 'rows' | 'fields'> & Partial<Pick<SsdTable, 'wants' | 'inOrder' | 'notKept'>>,
): SsdTable => ({ wants: [], inOrder: [], notKept: [], ...given, key: 'id', oneAtATime: null, byLegacyId: false })
