/** What a table of the SSDA903 return is: its columns, and the records that its rows become. */
import type { Recorded } from '../../../children/recorded.ts'
import type { TableName } from '../../../children/records.ts'
import type { Place } from '../../load-problem.ts'
import type { Gathered } from '../gathered.ts'
import { day, id, ofPerson } from '../ssd/column.ts'
import type { Fields, RowOf } from '../row-of.ts'
import { otherTable, type SsdTable } from '../ssd/table.ts'

export type ReturnTable = {
  readonly table: SsdTable
  /** Tables that it brings whole for the year of the return. */
  readonly brings: readonly TableName[]
  /** Tables of which it says a part: that something was so in the year, and not when. */
  readonly says: readonly TableName[]
  readonly mainDay: string | null
  readonly bring: (rows: readonly Recorded[], into: Gathered, places: readonly Place[]) => void
}

type Given<F extends Fields> = {
  rows: string
  into: TableName
  brings?: TableName[]
  says?: TableName[]
  fields: F
  mainDay?: keyof F & string
  notKept?: string[]
  inOrder?: [keyof F & string, keyof F & string][]
  bring(rows: readonly RowOf<F>[], into: Gathered, places: readonly Place[]): void
}

export const returnTable = <const F extends Fields>(name: string, given: Given<F>): ReturnTable => ({
  brings: given.brings ?? [],
  says: given.says ?? [],
  mainDay: given.mainDay ?? null,
  bring: given.bring as unknown as ReturnTable['bring'],
  table: otherTable({
    name,
    into: given.into,
    rows: given.rows,
    fields: given.fields,
    wants: given.mainDay ? [given.mainDay] : [],
    inOrder: given.inOrder ?? [],
    notKept: given.notKept ?? [],
  }),
})

/** The return repeats the day of birth in every table, as a check. */
export const CHILD = { id: id('CHILD'), personId: ofPerson('CHILD'), bornOn: day('DOB') }

export const addChild = (row: RowOf<typeof CHILD>, into: Gathered, at: Place): void =>
  into.person({ id: row.personId, bornOn: row.bornOn, unread: row.unread.filter(field => field === 'bornOn') }, at, { bornOn: 'DOB' }) // prettier-ignore
