/** What a list of the workbook is: which children stand in it, and its columns in the order and words of the standard. */
import { ageOn, birthOf, type Person } from '../../children/person.ts'
import type { TableName } from '../../children/records.ts'
import type { Around } from './around.ts'
import { ETHNICITIES, GENDERS, yesNoOrUnknown } from './codes.ts'

export type Cell = string | number | null

/** A row says at least which child it is about, and who has or last had the case. */
export type OfChild = { readonly personId: string }

export type Column<Row> = {
  readonly heading: string
  /** `day` is written as a date of Excel, `number` as a number; text otherwise. */
  readonly kind?: 'day' | 'number'
  readonly cell: (row: Row, around: Around) => Cell
  /** Ofsted's standard lets it be blank; for some rows only. */
  readonly mayBeBlank?: true | ((row: Row, around: Around) => boolean)
  /** The table that it comes from, where a blank says nothing of the child when that was not loaded. */
  readonly from?: TableName
  /** No record holds it: why every row is blank. */
  readonly notHeld?: string
  /** What in this cell contradicts something else, in words; null where nothing does. */
  readonly doubt?: (row: Row, around: Around) => string | null
}

export type AnnexList<Row extends OfChild = OfChild> = {
  readonly number: number
  readonly title: string
  /** The tables without which the list says nothing. */
  readonly from: readonly TableName[]
  readonly rows: (around: Around) => readonly Row[]
  readonly columns: readonly Column<Row>[]
}

/** Keeps the type of the rows between `rows` and `columns`. */
export const annexList = <Row extends OfChild>(list: AnnexList<Row>): AnnexList => list as unknown as AnnexList

const someone = (row: OfChild, { person }: Around): Person | undefined => person(row.personId)

/** List 10 sets the family between the first of these and the rest. */
export const CHILD_ID: Column<OfChild> = {
  heading: 'Child Unique ID',
  cell: ({ personId }) => personId,
  doubt: (row, around) => (someone(row, around) ? null : 'The child is not among the people of the extract'),
}

/** Gender is as the child wishes it; where only the sex is recorded, that. */
export const ABOUT: readonly Column<OfChild>[] = [
  { heading: 'Gender', cell: (row, around) => genderOf(someone(row, around)) },
  { heading: 'Ethnicity', cell: (row, around) => ethnicityOf(someone(row, around)) },
  {
    heading: 'Date of Birth',
    kind: 'day',
    mayBeBlank: true,
    cell: (row, around) => birthIn(someone(row, around)),
    doubt: (row, around) => {
      const age = ageIn(row, around)
      return age !== null && age > 25 ? 'The person is over 25' : null
    },
  },
  { heading: 'Age of Child (Years)', kind: 'number', mayBeBlank: true, cell: ageIn },
]

function genderOf(person: Person | undefined): Cell {
  const said = person?.gender ?? person?.sex ?? null
  return said === null ? null : GENDERS[said]
}

/** Nobody has asked yet, where nothing is recorded; but what could not be read is missing. */
const ethnicityOf = (person: Person | undefined): Cell =>
  person === undefined || person.unread.includes('ethnicity') ? null : ETHNICITIES[person.ethnicity ?? 'NOBT']

const birthIn = (person: Person | undefined): Cell => (person ? birthOf(person) : null)

/** -1 for a child who is not born. */
function ageIn(row: OfChild, around: Around): number | null {
  const person = someone(row, around)
  const age = person ? ageOn(person, around.asAt) : null
  return age === null ? null : Math.max(-1, age)
}

export const DISABILITY: Column<OfChild> = {
  heading: 'Does the Child have a Disability',
  from: 'disabilities',
  cell: ({ personId }, { isDisabled }) => yesNoOrUnknown(isDisabled(personId)),
}

/** Whose work a row is: the team and worker it names, or else whoever has or last had the child's case. */
export type Work = { readonly teamId: string | null; readonly workerId: string | null }

export const allocated = <Row extends OfChild>(workOf: (row: Row, around: Around) => Work): Column<Row>[] => [
  { heading: 'Allocated Team', cell: (row, around) => around.teamName(workOf(row, around).teamId) },
  { heading: 'Allocated Worker', cell: (row, around) => around.workerName(workOf(row, around).workerId) },
]
