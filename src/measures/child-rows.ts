/** The open children whom somebody may see, with who holds each and what is due next, narrowed by team, worker and status. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { nameOf, teamName, workerName } from './case-list.ts'
import { CHILD_STATUS, type ChildStatus, heldBy, openChildren, statusOf } from './child-standing.ts'
import type { History } from './history.ts'
import { type OpenClock } from './open-clocks.ts'

export type ChildRow = {
  readonly childId: number
  readonly address: string
  readonly ref: string
  readonly name: string
  readonly status: ChildStatus
  readonly workerId: string | null
  readonly worker: string
  readonly teamId: string | null
  readonly team: string
  /** In the order they are due. */
  readonly clocks: readonly OpenClock[]
}

/** Everyone with an open episode on the day of the extract whom this person reaches, by name. */
export async function listChildRows(db: Db, history: History, clocks: readonly OpenClock[]): Promise<ChildRow[]> {
  const open = history.of(openChildren)
  const own = Map.groupBy(
    clocks.filter(({ isLongPast }) => !isLongPast),
    ({ one }) => one.personId!,
  )
  const refs = [...new Set([...open.keys(), ...own.keys()])]
  const seen = await db.rows<{ childId: number; address: string; ref: string }>(
    sql`select child_id as "childId", address, person_ref as ref from child where person_ref = any(${refs})`,
  )
  return seen
    .map(child => {
      const holding = heldBy(history, child.ref)
      return {
        ...child,
        name: nameOf(history, child.ref),
        status: statusOf(history, child.ref),
        workerId: holding?.workerId ?? null,
        worker: workerName(history, holding?.workerId ?? null),
        teamId: holding?.teamId ?? null,
        team: teamName(history, holding?.teamId ?? null),
        clocks: own.get(child.ref) ?? [],
      }
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB') || one.ref.localeCompare(other.ref))
}

export type ChildFilter = {
  readonly team: string
  readonly worker: string
  readonly status: string
  readonly text: string
}

/** What a list of children sorts by, from the one that says most. */
const SORTS: Record<string, (one: ChildRow, other: ChildRow) => number> = {
  name: (one, other) => words(one.name, other.name),
  status: (one, other) => STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status),
  worker: (one, other) => words(one.worker, other.worker),
  team: (one, other) => words(one.team, other.team),
  due: (one, other) => (one.clocks[0]?.due ?? Infinity) - (other.clocks[0]?.due ?? Infinity) || 0,
  overdue: (one, other) => overdueOf(one) - overdueOf(other),
}
const words = (one: string, other: string) => one.localeCompare(other, 'en-GB')
const STATUSES = Object.keys(CHILD_STATUS)
export const overdueOf = ({ clocks }: ChildRow): number => clocks.filter(({ isOverdue }) => isOverdue).length

/** `?sort=overdue&down=1`; by name where nothing is asked. */
export function sortedBy(rows: readonly ChildRow[], query: URLSearchParams): ChildRow[] {
  const order = SORTS[query.get('sort') ?? 'name'] ?? SORTS['name']!
  return query.has('down') ? rows.toSorted((one, other) => order(other, one)) : rows.toSorted(order)
}

/** What the address asks for; `text` is never in an address: it is looked for by a form that is sent. */
export const filterIn = (query: URLSearchParams): ChildFilter => ({
  team: query.get('team') ?? '',
  worker: query.get('worker') ?? '',
  status: query.get('status') ?? '',
  text: '',
})

export const narrowedTo = (rows: readonly ChildRow[], { team, worker, status, text }: ChildFilter): ChildRow[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return rows.filter(
    row =>
      (team === '' || row.teamId === team) &&
      (worker === '' || row.workerId === worker) &&
      (status === '' || row.status === status) &&
      words.every(word => `${row.name} ${row.ref}`.toLowerCase().includes(word)),
  )
}

/** The teams and workers of these children, each once, by name. */
export function choicesOf(rows: readonly ChildRow[]) {
  const once = (pairs: [string | null, string][]) =>
    [...new Map(pairs.filter((pair): pair is [string, string] => pair[0] !== null))]
      .map(([value, text]) => ({ value, text }))
      .sort((one, other) => one.text.localeCompare(other.text, 'en-GB'))
  return {
    teams: once(rows.map(({ teamId, team }) => [teamId, team])),
    workers: once(rows.map(({ workerId, worker }) => [workerId, worker])),
  }
}
