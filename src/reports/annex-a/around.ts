/** What every list asks of the records: the window, a child's person, the case holder, names of teams and workers. */
import type { Involvement } from '../../children/involvement.ts'
import type { Person } from '../../children/person.ts'
import type { Recorded } from '../../children/recorded.ts'
import { type ChildRecords, rowsOf, rowWithId } from '../../children/records.ts'
import { isOpenOn, isRead } from '../../children/standing.ts'
import { addMonths, type Day } from '../../terms/day.ts'
import type { Work } from './list.ts'

export type Around = {
  readonly records: ChildRecords
  readonly asAt: Day
  /** Six and twelve months before: the first days that lists 1 to 8, and 10 and 11, reach back to. */
  readonly sixMonths: Day
  readonly twelveMonths: Day
  person(personId: string): Person | undefined
  /** Null where nobody has asked. */
  isDisabled(personId: string): boolean | null
  teamName(teamId: string | null): string | null
  workerName(workerId: string | null): string | null
  /** The case worker on a day, or the last before it. */
  holderOn(personId: string, on: Day): Work
}

export function aroundOf(records: ChildRecords): Around {
  const { asAt } = records
  return {
    records,
    asAt,
    sixMonths: addMonths(asAt, -6),
    twelveMonths: addMonths(asAt, -12),
    person: personId => rowWithId(records.people, personId),
    isDisabled: personId => {
      const said = rowsOf(records.disabilities, personId).filter(({ disability }) => disability !== null)
      return said.length === 0 ? null : said.some(({ disability }) => disability !== 'NONE')
    },
    teamName: teamId => rowWithId(records.teams, teamId)?.name ?? teamId,
    workerName: workerId => rowWithId(records.professionals, workerId)?.name ?? workerId,
    holderOn: (personId, on) => holderOn(rowsOf(records.involvements, personId), on),
  }
}

function holderOn(involvements: readonly Involvement[], on: Day): Work {
  const holding = involvements
    .filter(row => row.role === 'CW' && row.fromOn !== null && row.fromOn <= on && isRead(row, 'fromOn', 'untilOn'))
    .toSorted(
      (a, b) =>
        Number(isOpenOn(a.fromOn, a.untilOn, on)) - Number(isOpenOn(b.fromOn, b.untilOn, on)) ||
        (a.fromOn! < b.fromOn! ? -1 : 1),
    ) // prettier-ignore
    .at(-1)
  return holding ?? NOBODY
}

const NOBODY: Work = { teamId: null, workerId: null }

/** What a row says of its team and worker, and from the case holder what it does not say. */
export const workOf = (row: Work & { personId: string }, on: Day, around: Around): Work => {
  if (row.teamId !== null && row.workerId !== null) return row
  const holder = around.holderOn(row.personId, on)
  return { teamId: row.teamId ?? holder.teamId, workerId: row.workerId ?? holder.workerId }
}

/** The latest day of rows that is on or before a day and not before another; rows whose day could not be read are passed over. */
export function latest<Row extends Recorded, Field extends keyof Row & string>(
  rows: readonly Row[],
  field: Field,
  from: Day | null,
  until: Day,
): Row | undefined {
  let found: Row | undefined
  for (const row of rows) {
    const on = row[field] as Day | null
    if (on === null || on > until || (from !== null && on < from)) continue
    if (!found || on >= (found[field] as Day)) found = row
  }
  return found
}

export const earlier = (one: Day | null, other: Day): Day => (one !== null && one < other ? one : other)
