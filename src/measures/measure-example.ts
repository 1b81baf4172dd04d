/** A worked example in a measure's own file: a few records, a period, and the figure and cases that must come of them. */
import type { ChildRecords, TableName, Tables } from '../children/records.ts'
import { SSD_TABLES } from '../intake/ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from '../intake/supplementary-tables.ts'
import { type Day, day, endOfMonth } from '../terms/day.ts'
import type { State } from './clock-state.ts'
import { FEWEST } from './histories/reach.ts'
import type { PeriodKind } from './window.ts'

/** Days as text, times as text; what is left out is empty. */
type Typed<Row> = {
  [Field in keyof Row]?:
    | Row[Field]
    | (Row[Field] extends Day | null ? string : never)
    | (Extract<Row[Field], string> extends never ? never : string)
}

/** Rows by table. A person who is only named is there too, born on 1 January 2012. */
export type ExampleRecords = { readonly [Name in TableName]?: readonly Typed<Tables[Name]>[] }

export type MeasureExample = {
  readonly that: string
  readonly variant?: string
  readonly records: ExampleRecords
  /** `2016-03`, or a day: the period of the measure's first kind (or `period`) that ends with it. */
  readonly at: string
  readonly period?: PeriodKind
  /** When the records were taken; the end of the period where nothing is said. */
  readonly asAt?: string
  readonly settings?: Readonly<Record<string, string | number>>
  /** Children aged 0 to 17 in the area, for a rate. */
  readonly population?: number
  readonly gives: {
    readonly numerator: number
    readonly denominator?: number | null
    /** To one decimal, as text is shown: 33.3. */
    readonly value?: number | null
    readonly median?: number
    readonly openOverdue?: number
    readonly excluded?: number
    /** By the id of the case. */
    readonly states?: Readonly<Record<string, State>>
  }
}

/** As many rows as tell when such things began to be recorded: fewer tell nothing. */
export const enough = <Row>(make: (id: string) => Row): Row[] =>
  Array.from({ length: FEWEST }, (_, at) => make(`recorded-${at}`))

const TABLES = [...SSD_TABLES, ...SUPPLEMENTARY_TABLES]

export function recordsOf(example: ExampleRecords, asAt: Day): ChildRecords {
  const given = { ...example, people: [...(example.people ?? []), ...peopleNamed(example)] } as Record<
    string,
    readonly object[]
  >
  const rows = TABLES.map(({ into, fields }) => {
    const empty = { unread: [], ...Object.fromEntries(Object.keys(fields).map(field => [field, null])) }
    return [into, (given[into] ?? []).map(row => ({ ...empty, ...row }))] as const
  })
  const loaded = new Set(rows.filter(([, { length }]) => length > 0).map(([name]) => name))
  return { ...Object.fromEntries(rows), asAt, loaded } as unknown as ChildRecords
}

function peopleNamed({ people = [], ...tables }: ExampleRecords): Typed<Tables['people']>[] {
  const known = new Set(people.map(({ id }) => id))
  const named = Object.values(tables).flatMap(rows =>
    (rows as { personId?: string }[]).flatMap(({ personId }) => personId ?? []),
  )
  return [...new Set(named)].filter(id => !known.has(id)).map(id => ({ id, bornOn: '2012-01-01' }))
}

/** The last day of what an example's `at` names. */
export const lastDayOf = (at: string): Day =>
  at.length === 7 ? endOfMonth(Number(at.slice(0, 4)), Number(at.slice(5))) : day(at)
