/** What a check over records is: a rule of the returns that tells when a figure would be wrong. */
import type { Recorded } from '../../../children/recorded.ts'
import type { ChildRecords, TableName, Tables } from '../../../children/records.ts'
import type { Severity } from '../../load-problem.ts'

/** The areas of measures that count the rows, as measures name them. */
export const AREA = {
  'front-door': 'Front door',
  assessment: 'Assessment',
  'section-47': 'Section 47 and conferences',
  protection: 'Child protection',
  need: 'Children in need',
  'looked-after': 'Looked after children',
  adoption: 'Adoption and permanence',
  'care-leavers': 'Care leavers',
  missing: 'Missing and exploitation',
  everything: 'Everything that is counted by child or age',
} as const

export type Area = keyof typeof AREA

/** A row that breaks the rule, with what stands in it. */
export type Flaw = { readonly row: Recorded; readonly found: string }

export type Check = {
  readonly id: string
  readonly table: TableName
  /** The field where it shows. */
  readonly field: string
  readonly problem: string
  readonly expected: string
  /** Where the rule comes from: codes of the returns' own validation rules, or a ruling. */
  readonly source: string
  readonly touches: readonly Area[]
  readonly severity: Severity
  /** Told already by cell: by every reading, or by that of the dataset alone. */
  readonly toldBy: 'reading' | 'dataset' | null
  readonly find: (records: ChildRecords) => readonly Flaw[]
}

type Given<Name extends TableName> = {
  id: string
  field: Exclude<keyof Tables[Name], 'unread'> & string
  problem: string
  expected: string
  source: string
  touches: readonly Area[]
  toldBy?: 'reading' | 'dataset'
} & (
  | { found(row: Tables[Name], records: ChildRecords): string | null }
  | { flaws(rows: readonly Tables[Name][], records: ChildRecords): readonly Flaw[] }
)

/** `found` says what stands in a row that breaks the rule, and null of every other; `flaws` looks at all the rows together. */
export const check = <Name extends TableName>(table: Name, given: Given<Name>): Check => ({
  id: given.id,
  table,
  field: given.field,
  problem: given.problem,
  expected: given.expected,
  source: given.source,
  touches: given.touches,
  severity: 'worth-a-look',
  toldBy: given.toldBy ?? null,
  find(records) {
    const rows = records[table] as readonly Tables[Name][]
    if ('flaws' in given) return given.flaws(rows, records)
    const flaws: Flaw[] = []
    for (const row of rows) {
      const found = given.found(row, records)
      if (found !== null) flaws.push({ row: row as unknown as Recorded, found })
    }
    return flaws
  },
})

/** The second day where it is before the first: nothing where either is not known. */
export const before = (later: string | null, earlier: string | null): string | null =>
  later !== null && earlier !== null && later < earlier ? later : null
