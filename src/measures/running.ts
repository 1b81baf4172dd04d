/** Clocks running for children: each a case with its due day, from which the completed, due and snapshot counts are all made. */
import type { DayNumber } from '../terms/day-number.ts'
import type { Counting } from '../terms/length-of-time.ts'
import { type Clock, dueDay, lastDayInTime } from './clock.ts'
import { chainOf } from './clock-chain.ts'
import type { Facts } from './clock-facts.ts'
import { type ClockCase, type LeftOut, stateOf } from './clock-state.ts'
import type { Child, History } from './history.ts'
import type { Case, Count, Settings } from './measure.ts'

/** One running of a clock for one child (or worker, carer, meeting). */
export type Running = Case &
  ClockCase & { readonly clock: Clock; readonly due: DayNumber | null; readonly start: DayNumber | null }

/** What is known of it before the due day is worked out. `facts.start` null: nobody knows when it began. */
export type Began = {
  readonly id: string
  readonly personId: string | null
  readonly workerId?: string | null
  readonly facts: Omit<Facts, 'start'> & { readonly start: DayNumber | null }
  /** When it was done, and when the plan, placement, care or employment ended. */
  readonly done: DayNumber | null
  readonly ended?: DayNumber | null
  readonly isShortBreaks?: boolean
  readonly isDoneAfterEnd?: boolean
  readonly leftOut?: LeftOut | null
}

export const countingOf = ({ calendar }: History, { dayCount }: Settings): Counting => ({ calendar, dayCount })

/** Where the council has set a length of its own for a clock, `withLength` gives the clock that is passed here. */
export function running(clock: Clock, began: Began, history: History, settings: Settings): Running {
  const { facts } = began
  const by = countingOf(history, settings)
  const due = facts.start === null ? null : dueDay(clock, facts as Facts, by)
  return runningTo(clock, began, due, history, settings)
}

/** The same with a due day that is known already. */
export function runningTo(
  clock: Clock,
  began: Began,
  due: DayNumber | null,
  history: History,
  settings: Settings,
): Running {
  const { id, personId, workerId, facts, done, isShortBreaks, isDoneAfterEnd, leftOut } = began
  const child = personId === null ? undefined : history.child(personId)
  const one: Running = {
    id,
    personId,
    clock,
    start: facts.start,
    due,
    done,
    lastInTime: due === null ? null : lastDayInTime(clock, due, settings.test, countingOf(history, settings)),
    stopped: done,
    ended: endOf(began, child),
    bornOn: child?.bornOn ?? null,
    eighteenOn: child?.eighteenOn ?? null,
    isShortBreaks: isShortBreaks ?? false,
    isDoneAfterEnd: isDoneAfterEnd ?? false,
    leftOut: leftOut ?? null,
  }
  return workerId === undefined ? one : { ...one, workerId }
}

/** What was not done when the child died is not owed any more, whatever of the record nobody has closed. */
function endOf({ facts: { start }, done, ended = null }: Began, child: Child | undefined): DayNumber | null {
  const diedOn = child?.diedOn ?? null
  if (diedOn === null || done !== null || (start !== null && diedOn < start)) return ended
  return Math.min(ended ?? Infinity, diedOn)
}

/**
 * The intervals of a chain (reviews, visits), each a case: `began.facts.start` is the first anchor, and `held` what was held, in any order. Only
 * the intervals that began before the whole ended.
 */
export function runningChain(
  clock: Clock,
  began: Omit<Began, 'done'>,
  held: readonly DayNumber[],
  history: History,
  settings: Settings,
): Running[] {
  const { facts, ended = null } = began
  if (facts.start === null) return [running(clock, { ...began, done: null }, history, settings)]
  const chain = settings.chain ?? clock.chain
  const intervals = chainOf(
    clock,
    facts as Facts,
    ended === null ? held : held.filter(on => on <= ended),
    countingOf(history, settings),
    chain,
  )
  return intervals
    .filter(({ start }) => ended === null || start <= ended)
    .map((interval, at) =>
      runningTo(
        interval.clock,
        { ...began, id: `${began.id}/${at + 1}`, facts: { ...facts, start: interval.start }, done: interval.held },
        interval.due,
        history,
        settings,
      ),
    )
}

/** Every running of a clock over all time, worked out once for a history. */
export type RunningOf = (history: History, settings: Settings) => readonly Running[]

/** The count, with the clocks that are told of it; for a measure that is not counted from them. */
export const counting = (clocks: RunningOf, count: Count): Count => Object.assign(count, { clocks })

/** Basis C: those done in the window; beside them what is open and overdue at its end, which is in neither number. */
export const countCompleted = (of: RunningOf): Count =>
  counting(of, (history, { from, to, asAt }, take, settings) => {
    for (const one of history.by(of, settings)) {
      const { done } = one
      if (done !== null && done <= asAt) {
        if (done >= from && done <= to) tell(one, asAt, take)
      } else if (one.start !== null && one.start <= asAt && one.lastInTime !== null && one.lastInTime < asAt) {
        const { state, because } = stateOf(one.clock, one, asAt)
        if (state === 'open-overdue') take(one, state, 1, because)
      }
    }
  })

/** Basis P: those due in the window, whatever became of them; what cannot be given a due day is left out in the period in which it began. */
export const countDue = (of: RunningOf): Count =>
  counting(of, (history, { from, to, asAt }, take, settings) => {
    for (const one of history.by(of, settings)) {
      const on = one.due ?? one.start ?? one.done
      if (on !== null && on >= from && on <= to && (one.start === null || one.start <= asAt)) tell(one, asAt, take)
    }
  })

/** Those that began in the window and are done or due (an entry to care whose health assessment is not yet due and not done is left for later). */
export const countBegun = (of: RunningOf): Count =>
  counting(of, (history, { from, to, asAt }, take, settings) => {
    for (const one of history.by(of, settings))
      if (one.start !== null && one.start >= from && one.start <= to) tell(one, asAt, take)
  })

/**
 * Basis S: what is running at the end of the window's last day: in time so far, or overdue. What is due after the 18th birthday lapses from what
 * was done or due in a period, not from how things stand (ruling "Turning 18").
 */
export const countRunning = (of: RunningOf): Count =>
  counting(of, (history, { asAt }, take, settings) => {
    for (const one of history.by(of, settings)) if (isRunning(one, asAt)) tell({ ...one, eighteenOn: null }, asAt, take)
  })

export const isRunning = ({ start, done, ended }: Running, on: DayNumber): boolean =>
  start !== null && start <= on && (done === null || done > on) && (ended == null || ended > on)

function tell(one: Running, asAt: DayNumber, take: Parameters<Count>[2]): void {
  const { state, because } = stateOf(one.clock, one, asAt)
  take(one, state, 1, because)
}
