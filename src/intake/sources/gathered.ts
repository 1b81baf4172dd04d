/**
 * Records put together from sources that say everything of a child in several places or in one long row (Annex A, SSDA903, CIN
 * census): one person of many rows, teams and workers by their names, and the rows of every table that the source brings.
 */
import type { DISABILITY } from '../../children/disability.ts'
import type { Person } from '../../children/person.ts'
import type { Recorded } from '../../children/recorded.ts'
import type { ChildRecords, TableName, Tables } from '../../children/records.ts'
import type { Day } from '../../terms/day.ts'
import type { Place } from '../load-problem.ts'
import { SSD_TABLES } from '../ssd-tables.ts'
import { SUPPLEMENTARY_TABLES } from '../supplementary-tables.ts'
import type { Told } from './ssd/told.ts'

/** What a row says of the person it is about; what it leaves out it does not say. */
export type Said = { readonly id: string } & Partial<Omit<Person, 'id'>>

export type Gathered = {
  readonly asAt: Day
  readonly told: Told
  add<Name extends TableName>(table: Name, row: Tables[Name]): void
  rows<Name extends TableName>(table: Name): Tables[Name][]
  /** Adds what is said to what is known. What was said first stands, and a contradiction is told. */
  person(said: Said, at: Place, columns: { [Field in keyof Person]?: string }): void
  disability(personId: string, disability: keyof typeof DISABILITY): void
  /** The number of a team or worker that only a name is known of: the name itself. */
  team(name: string | null): string | null
  worker(name: string | null): string | null
  records(loaded: Iterable<TableName>): ChildRecords
}

const NO_PERSON: Omit<Person, 'id'> = {
  legacyId: null,
  upn: null,
  upnUnknown: null,
  commonId: null,
  forename: null,
  surname: null,
  sex: null,
  gender: null,
  ethnicity: null,
  bornOn: null,
  expectedOn: null,
  diedOn: null,
  isMother: null,
  hasEhcPlan: null,
  nationality: null,
  unread: [],
}

export function gather(asAt: Day, told: Told): Gathered {
  const tables = new Map<TableName, object[]>()
  const rows = <Name extends TableName>(name: Name): Tables[Name][] => {
    const known = tables.get(name)
    if (known) return known as Tables[Name][]
    const made: Tables[Name][] = []
    tables.set(name, made)
    return made
  }
  const people = new Map<string, number>()
  const disabilities = new Set<string>()
  const names = new Set<string>()
  const isNew = (name: string) => !names.has(name) && Boolean(names.add(name))
  return {
    asAt,
    told,
    rows,
    add(table, row) {
      rows(table).push(row)
    },
    person(said, place, columns) {
      const all = rows('people')
      const at = people.get(said.id)
      if (at === undefined) {
        people.set(said.id, all.length)
        all.push({ ...NO_PERSON, ...said })
      } else all[at] = together(all[at]!, said, place, columns, told)
    },
    disability(personId, disability) {
      const id = `${personId}|${disability}`
      if (disabilities.has(id)) return
      disabilities.add(id)
      rows('disabilities').push({ id, personId, disability, unread: [] })
    },
    team(name) {
      if (name !== null && isNew(`team ${name}`)) rows('teams').push({ id: name, name, parentId: null, parentName: null, unread: [] }) // prettier-ignore
      return name
    },
    worker(name) {
      if (name !== null && isNew(`worker ${name}`)) rows('professionals').push({ ...NO_PROFESSIONAL, id: name, name })
      return name
    },
    records: loaded => recordsOf(tables, asAt, loaded),
  }
}

const NO_PROFESSIONAL = {
  staffId: null,
  registration: null,
  isAgency: null,
  jobTitle: null,
  septemberCaseload: null,
  department: null,
  fte: null,
  unread: [],
}

function together(known: Person, said: Said, place: Place, columns: { [Field in keyof Person]?: string }, told: Told) {
  const merged: Record<string, unknown> = { ...known }
  for (const [field, value] of Object.entries(said)) {
    if (field === 'id' || field === 'unread' || value === null || value === undefined) continue
    const before = merged[field] ?? null
    if (before === null) merged[field] = value
    else if (before !== value)
      told.problem('worth-a-look', place, columns[field as keyof Person] ?? null, 'This is not what an earlier row says of the same child; the first was kept', String(before), String(value)) // prettier-ignore
  }
  const unread = [...new Set([...known.unread, ...(said.unread ?? [])])]
  merged['unread'] = unread.length === 0 ? known.unread : unread.filter(field => (merged[field] ?? null) === null)
  return merged as unknown as Person
}

const TABLE_NAMES = [...SSD_TABLES, ...SUPPLEMENTARY_TABLES].map(({ into }) => into)

function recordsOf(tables: ReadonlyMap<TableName, object[]>, asAt: Day, loaded: Iterable<TableName>): ChildRecords {
  const rows = Object.fromEntries(TABLE_NAMES.map(name => [name, tables.get(name) ?? []]))
  return { ...rows, asAt, loaded: new Set(loaded) } as unknown as ChildRecords
}

/**
 * A record made of a row: fields of the row that could not be read are unread in it where it has them too, and where `from` says
 * under which name the row has them. A field that is only sometimes there is null, never undefined.
 */
export function made<Row extends object>(
  row: Recorded,
  record: Omit<Row, 'unread'>,
  from: Partial<Record<keyof NoInfer<Row>, string>> = {},
): Row {
  if (row.unread.length === 0) return { ...record, unread: NONE } as unknown as Row
  const unread = Object.keys(record).filter(field => row.unread.includes(from[field as keyof Row] ?? field))
  return { ...record, unread } as unknown as Row
}

const NONE: readonly string[] = []

/** Whether something stood in a field, even if it could not be read. */
export const stands = (row: Recorded, field: string): boolean =>
  ((row as unknown as Record<string, unknown>)[field] ?? null) !== null || row.unread.includes(field)
