/** Supervision of workers, and management oversight of children's cases, as recorded. A session that nobody recorded is none (R14). */
import type { Supervision } from '../../children/supervision.ts'
import type { DayNumber } from '../../terms/day-number.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { firstOf } from './reach.ts'

export type Session = { readonly on: DayNumber; readonly recorded: DayNumber; readonly row: Supervision }

/** Where the extract never says when one was recorded, each stands as recorded when it was held. */
const sessions = ({ records }: History): readonly Session[] => {
  const saysWhen = records.supervisions.some(({ recordedOn }) => recordedOn !== null)
  return records.supervisions.flatMap(row => {
    const on = numbered(row.heldOn)
    if (on === null || isUnread(row, 'heldOn', 'recordedOn')) return []
    const recorded = saysWhen ? (numbered(row.recordedOn) ?? Infinity) : on
    return [{ on, recorded, row }]
  })
}

const grouped = (key: (row: Supervision) => string | null) => (history: History) => {
  const found = new Map<string, Session[]>()
  for (const session of history.of(sessions)) {
    const of = key(session.row)
    if (of !== null && found.get(of)?.push(session) === undefined) found.set(of, [session])
  }
  for (const list of found.values()) list.sort((one, other) => one.on - other.on)
  return found
}
const byWorker = grouped(({ workerId, childId }) => (childId === null ? workerId : null))
const byChild = grouped(({ childId }) => childId)

const NONE: readonly Session[] = []

/** A worker's own, in order. */
export const sessionsOf = (history: History, workerId: string): readonly Session[] =>
  history.of(byWorker).get(workerId) ?? NONE

/** Of one child's case, in order. */
export const oversightOf = (history: History, childId: string): readonly Session[] =>
  history.of(byChild).get(childId) ?? NONE

export const ownSessions = (history: History) => history.of(sessions).filter(({ row }) => row.childId === null)

const firstDays = (history: History) => ({
  own: firstOf(history.of(sessions).flatMap(({ on, row }) => (row.childId === null ? on : []))),
  oversight: firstOf(history.of(sessions).flatMap(({ on, row }) => (row.childId === null ? [] : on))),
})

/** Since when there are any; a day before it tells nothing. */
export const supervisionReach = (history: History) => history.of(firstDays)
