/** The cases behind a figure as somebody may see them: counted over every child, shown of those that their post reaches. */
import { lower } from '../terms/first-letter.ts'
import { rowWithId } from '../children/records.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { dayOrNull } from '../terms/day-number.ts'
import { type Dimension, partOf, teamOf, workerOf } from './breakdown.ts'
import { LEFT_OUT, type LeftOut, type State, STATE } from './clock-state.ts'
import { casesOf } from './figure.ts'
import type { History } from './history.ts'
import type { Measure, Settings } from './measure.ts'
import type { Window } from './window.ts'

export type Listed = {
  readonly caseRef: string
  /** Null where the case is of a worker, a carer or a meeting. */
  readonly child: {
    readonly childId: number
    readonly address: string
    readonly ref: string
    readonly name: string
  } | null
  readonly start: Day | null
  readonly due: Day | null
  readonly done: Day | null
  readonly state: State
  /** What the state is called for this measure, with why where it was left out. */
  readonly words: string
  /** Days past the day due when it was done, or at the end of the window; null where nothing was due. */
  readonly over: number | null
  readonly amount: number
  readonly worker: string
  readonly team: string
}

/** What a list is narrowed to. */
export type Narrowing = { readonly state: State | null; readonly by: Dimension | null; readonly part: string | null }

export type CaseList = {
  readonly listed: readonly Listed[]
  /** Cases of children whom this person may not see. */ readonly unseen: number
}

/** Those longest overdue first. */
export async function listCases(
  db: Db,
  {
    measure,
    history,
    window,
    settings,
    narrowing,
  }: { measure: Measure; history: History; window: Window; settings: Settings; narrowing: Narrowing },
): Promise<CaseList> {
  const { state, by, part } = narrowing
  const cases = casesOf(measure, history, window, settings).filter(
    stood =>
      (state === null || stood.state === state) &&
      (by === null || part === null || partOf(history, stood.one, window.asAt, by) === part),
  )
  const seen = await seenBy(db, [...new Set(cases.flatMap(({ one }) => one.personId ?? []))])
  const visible = cases.filter(({ one }) => (one.personId === null ? seen.sees : seen.addresses.has(one.personId)))
  const listed = visible.map(({ one, state, amount, because }): Listed => {
    const on = Math.min(one.done ?? one.due ?? window.asAt, window.asAt)
    return {
      caseRef: one.id,
      child:
        one.personId === null
          ? null
          : { ...seen.addresses.get(one.personId)!, ref: one.personId, name: nameOf(history, one.personId) },
      start: dayOrNull(one.start),
      due: dayOrNull(one.due),
      done: one.done !== null && one.done <= window.asAt ? dayOrNull(one.done) : null,
      state,
      words: stateWords(measure, state, because),
      over: state === 'excluded' || one.due === null ? null : Math.min(one.done ?? window.asAt, window.asAt) - one.due,
      amount,
      worker: workerName(history, workerOf(history, one, on)),
      team: teamName(history, teamOf(history, one, on)),
    }
  })
  return {
    listed: listed.sort((one, other) => (other.over ?? -Infinity) - (one.over ?? -Infinity)),
    unseen: cases.length - visible.length,
  }
}

export type SeenChild = { readonly childId: number; readonly address: string }

/** The children among these whom this person may see, with their addresses; `sees` is whether they see what is of no child too. */
export async function seenBy(
  db: Db,
  refs: readonly string[],
): Promise<{ addresses: Map<string, SeenChild>; sees: boolean }> {
  const rows = await db.rows<{ ref: string; childId: number; address: string }>(
    sql`select person_ref as ref, child_id as "childId", address from child where person_ref = any(${[...refs]})`,
  )
  const { sees } = await db.one<{ sees: boolean }>(sql`select sees_all_children() as sees`, '')
  return { addresses: new Map(rows.map(({ ref, ...child }) => [ref, child])), sees }
}

export function nameOf(history: History, personId: string): string {
  const person = history.child(personId)?.person
  return [person?.forename, person?.surname].filter(Boolean).join(' ') || 'No name recorded'
}

export const workerName = ({ records }: History, id: string | null): string =>
  id === null ? '' : (rowWithId(records.professionals, id)?.name ?? id)
export const teamName = ({ records }: History, id: string | null): string =>
  id === null ? '' : (rowWithId(records.teams, id)?.name ?? id)

export function stateWords(measure: Measure, state: State, because: string | null): string {
  if (state === 'excluded')
    return because === null ? STATE.excluded : `Left out: ${lower(LEFT_OUT[because as LeftOut] ?? because)}`
  return measure.stateWords[state] ?? (measure.clock === null ? UNTIMED[state] : STATE[state])
}

/** Where nothing is about time. */
const UNTIMED: Record<State, string> = { ...STATE, met: 'Counted', late: 'Not counted' }
