/** The difference between a figure as it was reported and as it is known, with the children of it whom somebody may see. */
import type { Db } from '../store/database.ts'
import type { Person } from '../terms/permission.ts'
import { may } from '../terms/permission.ts'
import type { Day } from '../terms/day.ts'
import type { Period } from '../terms/period.ts'
import { type SeenChild, seenBy, nameOf } from './case-list.ts'
import type { NamedHoliday } from '../terms/usual-holidays.ts'
import { type ChangedCase, type Counted, differenceBetween } from './explain-difference.ts'
import { findHolidays } from './holiday-store.ts'
import { daysApart } from './holidays.ts'
import { historyAt, historyOfRun } from './kept-history.ts'
import type { Measure } from './measure.ts'
import { listRuns, type Run } from './run-store.ts'
import { isInReach } from './support.ts'
import { windowOf } from './window.ts'
import { settingsFor } from './work-out.ts'

export type What = 'came' | 'went' | 'changed'
export type SeenChange = ChangedCase & { readonly what: What; readonly child: (SeenChild & { name: string }) | null }

/** The two were counted with different tables of bank holidays. */
export type HolidayDifference = {
  readonly was: string
  readonly is: string
  readonly added: readonly NamedHoliday[]
  readonly takenAway: readonly NamedHoliday[]
  /** How many cases of the records of then stand otherwise by the table of now; null where that is not told. */
  readonly moved: number | null
}

export type FoundDifference = {
  /** The days of the two extracts. */
  readonly from: Day
  readonly to: Day
  /** Null where both were counted with the same. */
  readonly holidays: HolidayDifference | null
  /** Null where they cannot be told. */
  readonly counts: Readonly<Record<What, number>> | null
  /** One of the extracts does not reach back to the period: its cases cannot be told. */
  readonly isShort: boolean
  /** Those whom the person may see; null for those who may see no child. */
  readonly seen: readonly SeenChange[] | null
  readonly unseen: number
}

/** For those who see small numbers. Null where the run that was asked for is not one of those before. */
export async function findDifference(
  db: Db,
  person: Person,
  given: { measure: Measure; period: Period; then: number; run: Run },
): Promise<FoundDifference | null> {
  const { measure, run } = given
  const then = (await listRuns(db)).find(({ runId }) => runId === given.then && runId < run.runId)
  if (!then) return null
  const [before, after] = [await countedBy(db, measure, given.period, then), await countedBy(db, measure, given.period, run)]
  const reaches = [before, after].every(({ history }) => isInReach(measure, given.period, history.records.reaches))
  const holidays = then.holidays === run.holidays ? null : await holidaysBetween(db, then, run)
  if (!reaches) return { from: then.asAt, to: run.asAt, holidays, isShort: true, counts: null, seen: null, unseen: 0 }
  const difference = differenceBetween(measure, before, after)
  const all = (['came', 'went', 'changed'] as const).flatMap(what => difference[what].map(one => ({ ...one, what })))
  const counts = { came: difference.came.length, went: difference.went.length, changed: difference.changed.length }
  const moved = holidays && (await movedByTable(db, measure, before, then, run))
  const told = holidays && { ...holidays, moved }
  const days = { from: then.asAt, to: run.asAt, holidays: told, isShort: false, counts }
  if (!may(person, 'see-children')) return { ...days, seen: null, unseen: 0 }
  const { addresses, sees } = await seenBy(db, all.flatMap(({ personId }) => personId ?? []))
  const seen = all.flatMap((one): SeenChange[] => {
    if (one.personId === null) return sees ? [{ ...one, child: null }] : []
    const child = addresses.get(one.personId)
    return child ? [{ ...one, child: { ...child, name: nameOf(one.now ? after.history : before.history, one.personId) } }] : []
  })
  return { ...days, seen, unseen: all.length - seen.length }
} // prettier-ignore

async function holidaysBetween(db: Db, then: Run, now: Run): Promise<HolidayDifference> {
  const [was, is] = [await findHolidays(db, then.holidayEntry), await findHolidays(db, now.holidayEntry)]
  return { was: then.holidays, is: now.holidays, ...daysApart(was, is), moved: null }
}

/** The records, the period and the settings of then, by the table of now: what is different is the table's doing alone. */
async function movedByTable(db: Db, measure: Measure, before: Counted, then: Run, now: Run): Promise<number> {
  const history = await historyAt(db, then.snapshotId, now.holidayEntry)
  const { came, went, changed } = differenceBetween(measure, before, { ...before, history })
  return came.length + went.length + changed.length
}

const countedBy = async (db: Db, measure: Measure, period: Period, run: Run): Promise<Counted> => ({
  history: await historyOfRun(db, run),
  window: windowOf(period, run.asAt),
  settings: settingsFor(measure, new Map(Object.entries(run.settings))),
})
