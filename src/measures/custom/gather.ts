/** The rows that a measure of the authority's own is about, each with its days, as its definition says. */
import { type ChildRecords, rowsBy, rowsOf, rowWithId, type TableName } from '../../children/records.ts'
import type { Recorded } from '../../children/recorded.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import type { Day } from '../../terms/day.ts'
import { teamOf } from '../breakdown.ts'
import type { CustomDefinition, DoneDay, EndedDay, StandingOf, StartDay, Where } from '../custom-definition.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { needEpisodes } from '../histories/children-in-need.ts'
import { cpPlans } from '../histories/cp-plans.ts'
import { isOpen, type Span } from '../histories/span.ts'
import { ageAt, type History, numbered } from '../history.ts'
import { codesIn, fieldIn } from './countable.ts'

type Row = Recorded & Readonly<Record<string, unknown>> & { readonly id: string; readonly personId: string }

export type Gathered = {
  readonly id: string
  readonly personId: string
  readonly start: DayNumber | null
  readonly done: DayNumber | null
  readonly ended: DayNumber | null
  /** What stands in the yes-or-no field. */
  readonly says: boolean | null
  /** What decides any of it could not be read (R20). */
  readonly isUnread: boolean
}

const rowsIn = (records: ChildRecords, table: TableName) => records[table] as unknown as readonly Row[]
const dayIn = (row: Row | undefined, field: string): DayNumber | null =>
  row === undefined ? null : numbered((row[field] ?? null) as Day | null)

export function gather(history: History, definition: CustomDefinition): Gathered[] {
  const { table, where, start, done, ended, test } = definition
  const startOf = starts(history, definition.table, start, done)
  const doneOf = dones(history, done)
  const decides = [...where.map(({ field }) => field), start.field, ...ownField(done), ...yesField(definition)]
  return rowsIn(history.records, table).flatMap((row): Gathered[] => {
    const isUnread = row.unread.length > 0 && decides.some(field => row.unread.includes(field))
    if (!isUnread && !where.every(one => isAmong(row, one))) return []
    const from = startOf(row)
    if (!isOfPopulation(history, definition, row.personId, from.on)) return []
    const says = test.kind === 'yes' ? ((row[test.field] ?? null) as boolean | null) : null
    return [
      {
        id: row.id,
        personId: row.personId,
        start: from.on,
        done: doneOf(row, from.on),
        ended: endOf(history, table, row, ended),
        says,
        isUnread: isUnread || from.isUnread,
      },
    ]
  })
}

const ownField = (done: DoneDay | null) => (done && !('next' in done) ? [done.field] : [])
const yesField = ({ test }: CustomDefinition) => (test.kind === 'yes' ? [test.field] : [])

const isAmong = (row: Row, { field, codes }: Where) => codesIn(row[field]).some(code => codes.includes(code))

function linkedBy({ records }: History, table: TableName, by: string) {
  const to = fieldIn(table, by)!.to!
  return (row: Row): Row | undefined => rowWithId(rowsIn(records, to), (row[by] ?? null) as string | null)
}

/** The first row on a record is that with the earliest own day; where that is missing, the day it was done. */
function starts(history: History, table: TableName, { field, link }: StartDay, done: DoneDay | null) {
  if (link === null) return (row: Row) => ({ on: dayIn(row, field), isUnread: false })
  const linked = linkedBy(history, table, link.by)
  const rows = rowsBy(rowsIn(history.records, table), link.by) as ReadonlyMap<unknown, readonly Row[]>
  const ownDay = (row: Row) =>
    [field, ...ownField(done)].map(name => row[name] as string | null).find(on => on !== null) ?? '9'
  const firsts = new Set(
    [...rows.values()].map(own => own.reduce((first, row) => (ownDay(row) < ownDay(first) ? row : first))),
  )
  return (row: Row) => {
    const above = linked(row)
    return {
      on: above && firsts.has(row) ? dayIn(above, link.field) : dayIn(row, field),
      isUnread: above?.unread.includes(link.field) ?? false,
    }
  }
}

function dones({ records }: History, done: DoneDay | null): (row: Row, start: DayNumber | null) => DayNumber | null {
  if (done === null) return () => null
  if (!('next' in done)) return row => dayIn(row, done.field)
  const events = rowsIn(records, done.next)
  return (row, start) => {
    if (start === null) return null
    let first: DayNumber | null = null
    for (const event of rowsOf(events, row.personId)) {
      const on = dayIn(event, done.field)
      if (on === null || on < start || (first !== null && on >= first)) continue
      if (done.where === null || isAmong(event, done.where)) first = on
    }
    return first
  }
}

function endOf(history: History, table: TableName, row: Row, ended: EndedDay | null): DayNumber | null {
  if (ended === null) return null
  const of = ended.link === null ? row : linkedBy(history, table, ended.link)(row)
  if (of === undefined || (ended.where !== null && !isAmong(of, ended.where))) return null
  return dayIn(of, ended.field)
}

/** Where nobody knows when it began, nobody knows whether the child was one of these then: it stays, and is left out of the figure for that. */
function isOfPopulation(
  history: History,
  { standing, ages, teams }: CustomDefinition,
  personId: string,
  on: DayNumber | null,
): boolean {
  if (on === null) return true
  if (standing !== 'all' && !(history.of(SPANS[standing]).get(personId) ?? []).some(span => isOpen(span, on)))
    return false
  if (ages.from !== null || ages.to !== null) {
    const age = ageAt(history.child(personId), on)
    if (age === null || age < (ages.from ?? -Infinity) || age > (ages.to ?? Infinity)) return false
  }
  if (teams.length === 0) return true
  const team = teamOf(history, { id: '', personId, start: on, due: null, done: null }, on)
  return team !== null && teams.includes(team)
}

type Spans = (history: History) => ReadonlyMap<string, readonly Span[]>

const SPANS: Record<Exclude<StandingOf, 'all'>, Spans> = {
  need: history => Map.groupBy(history.of(needEpisodes), ({ personId }) => personId),
  protection: history => Map.groupBy(history.of(cpPlans), ({ personId }) => personId),
  care: history => Map.groupBy(history.of(carePeriods).filter(({ isShortBreaks }) => !isShortBreaks), ({ personId }) => personId), // prettier-ignore
}
