/** Exceptions: the children of some teams who are past a clock on a day, those longest over first, as far as somebody's reach goes. */
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'
import { type DayNumber, dayNumber, dayNumbered } from '../terms/day-number.ts'
import { nameOf, workerName } from './case-list.ts'
import { clockBase } from './clock.ts'
import { stateOf } from './clock-state.ts'
import { escalationOn, type Step } from './escalation.ts'
import type { History } from './history.ts'
import { type OpenClock } from './open-clocks.ts'
import { caseKey, type CaseReason, reasonsOfCases } from './reason-store.ts'
import { type OwnSettings, settingsFor } from './work-out.ts'

export type SeenChild = {
  readonly childId: number
  readonly address: string
  readonly ref: string
  readonly name: string
}

export type Exception = {
  readonly child: SeenChild
  /** Without its variant, as reasons name it. */
  readonly clock: string
  readonly what: string
  readonly isUrgent: boolean
  readonly due: Day
  /** Days of the calendar. */
  readonly over: number
  readonly workingOver: number
  readonly step: Step
  readonly worker: string
  /** In how many closed meetings of earlier weeks it stood already. */
  readonly carried: number
  /** The same clock of the same child was late before, within twelve months. */
  readonly isRepeat: boolean
  /** Everything said of the case, the latest first. */
  readonly said: readonly CaseReason[]
}

export type Exceptions = {
  readonly rows: readonly Exception[]
  /** How many more are of children out of reach. */
  readonly unseen: number
}

/** Past its last day in time on a day, by records that may be older; what is more than a year past is told on the child's page only. */
export const isPast = ({ one, due, isLongPast }: OpenClock, on: DayNumber): boolean =>
  !isLongPast && (one.lastInTime ?? due) < on

type Given = {
  readonly history: History
  readonly own: OwnSettings
  /** Those to be told of. */
  readonly clocks: readonly OpenClock[]
  readonly on: Day
  /** Meetings of weeks before this one count as carried over. */
  readonly week: Day
}

export async function listExceptions(db: Db, { history, own, clocks, on, week }: Given): Promise<Exceptions> {
  const today = dayNumber(on)
  const past = clocks.filter(clock => isPast(clock, today))
  const seen = await childrenSeen(db, history, past)
  const visible = past.filter(({ one }) => seen.has(one.personId!))
  const childIds = [...new Set([...seen.values()].map(({ childId }) => childId))]
  const [said, carried] = await Promise.all([reasonsOfCases(db, childIds), timesCarried(db, childIds, week)])
  const isRepeat = repeatsAmong(visible, history, own)
  const rows = visible.map((open): Exception => {
    const child = seen.get(open.one.personId!)!
    const clock = clockBase(open.clock.id)
    const due = dayNumbered(open.due)
    const key = caseKey({ childId: child.childId, clock, due })
    const { isUrgent } = open.clock
    const { step, workingOver } = escalationOn(
      { start: open.one.start!, due: open.one.lastInTime ?? open.due, arrangeBy: open.arrangeBy, isUrgent },
      today,
      history.calendar,
    )
    return {
      child, clock, due, step, workingOver, isUrgent,
      what: open.clock.name,
      over: today - open.due,
      worker: workerName(history, open.workerId),
      carried: carried.get(key) ?? 0,
      isRepeat: isRepeat(open),
      said: said.get(key) ?? [],
    } // prettier-ignore
  })
  return { rows: rows.sort(longestFirst), unseen: past.length - visible.length }
}

const longestFirst = (one: Exception, other: Exception) =>
  other.over - one.over ||
  one.child.name.localeCompare(other.child.name, 'en-GB') ||
  one.what.localeCompare(other.what, 'en-GB') ||
  one.child.childId - other.child.childId

/** Those of the children of these clocks who are in reach, by their number in the case system. */
export async function childrenSeen(
  db: Db,
  history: History,
  clocks: readonly OpenClock[],
): Promise<Map<string, SeenChild>> {
  const refs = [...new Set(clocks.map(({ one }) => one.personId!))]
  const rows = await db.rows<Omit<SeenChild, 'name'>>(
    sql`select child_id as "childId", address, person_ref as ref from child where person_ref = any(${refs})`,
  )
  return new Map(rows.map(row => [row.ref, { ...row, name: nameOf(history, row.ref) }]))
}

/** Weeks before `week` whose closed meetings had the case, by `caseKey`. */
async function timesCarried(db: Db, childIds: readonly number[], week: Day): Promise<Map<string, number>> {
  const rows = await db.rows<{ childId: number; clock: string; due: Day; times: number }>(sql`
    select e.child_id as "childId", e.clock, e.due_on as due, count(distinct m.week_on)::integer as times
    from meeting_exception e join performance_meeting m using (authority_id, performance_meeting_id)
    where e.child_id = any(${[...childIds]}) and m.week_on < ${week} group by 1, 2, 3`)
  return new Map(rows.map(row => [caseKey(row), row.times]))
}

const TWELVE_MONTHS = 365

/** Whether the same clock of the same child was late within twelve months before this running of it began to be. */
function repeatsAmong(clocks: readonly OpenClock[], history: History, own: OwnSettings): (open: OpenClock) => boolean {
  const people = new Set(clocks.map(({ one }) => one.personId))
  const lateBefore = new Map<string, DayNumber[]>()
  for (const measure of new Set(clocks.map(({ measure }) => measure)))
    for (const one of history.by(measure.count.clocks!, settingsFor(measure, own))) {
      if (!people.has(one.personId) || one.due === null) continue
      if (stateOf(one.clock, one, history.asAt).state !== 'late') continue
      const key = `${clockBase(one.clock.id)} ${one.personId}`
      lateBefore.set(key, [...(lateBefore.get(key) ?? []), one.due])
    }
  return ({ clock, one, due }) =>
    (lateBefore.get(`${clockBase(clock.id)} ${one.personId}`) ?? []).some(
      other => other < due && other >= due - TWELVE_MONTHS,
    )
}
