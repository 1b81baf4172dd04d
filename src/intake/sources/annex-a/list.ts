/** What a list of Annex A is: its headings, what of a row is kept, and how much of the truth the list holds. */
import { GENDER } from '../../../children/person.ts'
import type { Recorded } from '../../../children/recorded.ts'
import type { TableName } from '../../../children/records.ts'
import type { Place } from '../../load-problem.ts'
import { valueList } from '../../value-map.ts'
import type { Gathered } from '../gathered.ts'
import { type Column, dayAhead, id, ofPerson, oneOf, text, yesNo } from '../ssd/column.ts'
import { ETHNICITIES, GENDERS } from '../ssd/person.ts'
import type { Fields, RowOf } from '../row-of.ts'
import { otherTable, type SsdTable } from '../ssd/table.ts'

/**
 * How much of a table a list brings: `all` that is so now; `months`, what happened in the months before; `latest`, only the last of
 * each child, from which nothing about a period can be counted.
 */
export type Reach = 'all' | 'months' | 'latest'

export type List = {
  readonly number: number
  /** `Contacts`, as sheets are called that do not say `List 1`. */
  readonly title: string
  readonly months: 6 | 12 | null
  readonly brings: Readonly<Partial<Record<TableName, Reach>>>
  readonly table: SsdTable
  /** The day by which a row of the child is told from the others; null where there is one row a child. */
  readonly mainDay: string | null
  /** Rows that say the same are two of the same: two contacts on one day. */
  readonly mayRepeat: boolean
  readonly bring: (row: Recorded, into: Gathered, at: Place) => void
}

type Given<F extends Fields> = {
  title: string
  /** What its rows are, in words: "contacts". */
  rows: string
  months: 6 | 12 | null
  into: TableName
  brings: Partial<Record<TableName, Reach>>
  fields: F
  /** Headings of the list from which nothing is kept. */
  notKept?: string[]
  mainDay?: keyof F & string
  mayRepeat?: true
  inOrder?: [keyof F & string, keyof F & string][]
  bring(row: RowOf<F>, into: Gathered, at: Place): void
}

export const list = <const F extends Fields>(number: number, given: Given<F>): List => ({
  number,
  title: given.title,
  months: given.months,
  brings: given.brings,
  mainDay: given.mainDay ?? null,
  mayRepeat: given.mayRepeat ?? false,
  bring: given.bring as List['bring'],
  table: otherTable({
    name: `List ${number}: ${given.title}`,
    into: given.into,
    rows: given.rows,
    fields: given.fields,
    wants: given.mainDay ? [given.mainDay] : [],
    inOrder: given.inOrder ?? [],
    notKept: given.notKept ?? [],
  }),
})

/** Without the letter that Ofsted's codes begin with so that they sort: `a) Male`, `p1) 5D: LA services`. */
export const unlettered = <Value>(given: Column<Value>): Column<Value> => ({
  ...given,
  reader: setting => {
    const read = given.reader(setting)
    return words => read(words.replace(/^[a-z]{1,2}\d?\)\s*/i, ''))
  },
})

const GENDERS_HERE = valueList('gender', GENDER, {
  ...GENDERS.also,
  'not stated recorded': 'U',
  'not stated': 'U',
  'not recorded': 'U',
  neither: 'I',
})

export const gender = unlettered(oneOf(GENDERS_HERE, 'Gender', 'Sex'))
export const ethnicity = unlettered(oneOf(ETHNICITIES, 'Ethnicity'))
export const saysYes = (...names: string[]) => unlettered(yesNo(...names))

/** What every list says of a child. `id` is made for the row: none of the lists numbers what it lists. */
export const CHILD = {
  id: id('Child Unique ID'),
  personId: ofPerson('Child Unique ID', 'Child ID', 'Unique Child ID', 'Child Unique Identifier'),
  gender,
  ethnicity,
  bornOn: dayAhead('Date of Birth', 'DOB', 'Date of Birth or Expected Date of Birth'),
  age: text('Age of Child (Years)', 'Age', 'Age of Child'),
}

export const isDisabled = saysYes('Does the Child have a Disability', 'Disability')
export const teamName = text('Allocated Team', 'Team')
export const workerName = text('Allocated Worker', 'Worker', 'Allocated Social Worker')

type Child = Pick<RowOf<typeof CHILD>, 'personId' | 'gender' | 'ethnicity' | 'bornOn' | 'age' | 'unread'>

const COLUMNS = { gender: 'Gender', ethnicity: 'Ethnicity', bornOn: 'Date of Birth', expectedOn: 'Date of Birth' }

/** Adds the child of a row: a birth that is still to come, or of a child whose age is -1, is the birth expected. */
export function addChild(row: Child & { isDisabled?: boolean | null }, into: Gathered, at: Place): void {
  const { personId, gender, ethnicity, bornOn, age } = row
  const isUnborn = bornOn !== null && (bornOn > into.asAt || /^-1(\.0+)?$/.test(age ?? ''))
  const unread = row.unread.filter(field => ['gender', 'ethnicity', 'bornOn'].includes(field))
  const birth = { bornOn: isUnborn ? null : bornOn, expectedOn: isUnborn ? bornOn : null }
  into.person({ id: personId, gender, ethnicity, ...birth, unread }, at, COLUMNS)
  if (row.isDisabled === true || row.isDisabled === false) into.disability(personId, row.isDisabled ? 'DDA' : 'NONE')
}
