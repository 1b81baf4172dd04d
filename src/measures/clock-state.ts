/**
 * How a clock stands on a day: met, late, open in time, open overdue, or left out with the reason. Every case is in exactly one. Days
 * and hours alike: all the numbers of one case are day numbers, or all are instants.
 */
import { weekdayOf } from '../terms/day-number.ts'
import type { Clock } from './clock.ts'

export const STATE = {
  met: 'In time',
  late: 'Late',
  'open-in-time': 'Open, in time',
  'open-overdue': 'Open, overdue',
  excluded: 'Left out',
} as const
export type State = keyof typeof STATE

export const LEFT_OUT = {
  'no-start': 'When it started is missing',
  'not-begun': 'It starts after the day shown',
  'no-due-day': 'What the due day depends on is missing',
  'stopped-before-start': 'It was done before it started',
  'ended-before-start': 'It ended before it started',
  'before-birth': 'It starts before the birth',
  'at-weekend': 'It is recorded as held at a weekend',
  'done-before': 'It had been done already, and none was needed',
  'ended-first': 'The plan, placement or care ended before it was due',
  'turned-18': 'It was due on or after the 18th birthday',
  'short-breaks': 'The child is looked after only for short breaks',
  'not-required': 'It was not required',
  'not-recorded': 'Nobody recorded such things then',
  unread: 'What decides it could not be read',
} as const
export type LeftOut = keyof typeof LEFT_OUT

/** Reasons that are a fault of the record, which somebody can put right. */
export const FAULTS: readonly LeftOut[] = [
  'no-start',
  'no-due-day',
  'stopped-before-start',
  'ended-before-start',
  'before-birth',
  'at-weekend',
  'unread',
]

/**
 * One running of a clock. `lastInTime` is the due day, or later under the elapsed test. `ended`: when the plan, placement, care or
 * employment ended, the child moved away or died. `eighteenOn`: the 18th birthday. `leftOut`: what the measure knows already, such as
 * that it was not required.
 */
export type ClockCase = {
  start: number | null
  lastInTime: number | null
  stopped: number | null
  ended?: number | null
  bornOn?: number | null
  eighteenOn?: number | null
  isShortBreaks?: boolean
  /** Done after the end it is done all the same (an assessment authorised after the referral closed). */
  isDoneAfterEnd?: boolean
  leftOut?: LeftOut | null
}

/**
 * `over` is how long after the last day in time it was done, or the case ended without it, or it is now; negative where there was or is
 * time to spare. Null where the case is left out.
 */
export type ClockState = { state: State; over: number | null; because: LeftOut | null }

/** What happened after the day is not seen. A late event stays late whatever the reason. */
export function stateOf(clock: Clock, given: ClockCase, asAt: number): ClockState {
  const because = whyLeftOut(clock, given, asAt)
  if (because !== null) return { state: 'excluded', over: null, because }
  const last = given.lastInTime!
  const stopped = seen(given.stopped, asAt)
  const done = stopped ?? seen(given.ended, asAt)
  if (done === null) return { state: asAt <= last ? 'open-in-time' : 'open-overdue', over: asAt - last, because: null }
  return { state: stopped !== null && stopped <= last ? 'met' : 'late', over: done - last, because: null }
}

function whyLeftOut(clock: Clock, given: ClockCase, asAt: number): LeftOut | null {
  const { start, lastInTime: last } = given
  if (given.leftOut) return given.leftOut
  if (given.isShortBreaks && clock.shortBreaks === 'out') return 'short-breaks'
  if (start === null) return 'no-start'
  if (start > asAt) return 'not-begun'
  if (last === null) return 'no-due-day'
  if (clock.beforeBirth === 'never' && (given.bornOn ?? start) > start) return 'before-birth'
  if (clock.at18 === 'lapses' && last >= (given.eighteenOn ?? Infinity)) return 'turned-18'
  const stopped = seen(given.stopped, asAt)
  const ended = given.isDoneAfterEnd && stopped !== null ? null : seen(given.ended, asAt)
  return whyEndedOut(clock, start, last, stopped, ended)
}

function whyEndedOut(
  clock: Clock,
  start: number,
  last: number,
  stopped: number | null,
  ended: number | null,
): LeftOut | null {
  if (stopped !== null && stopped < start && clock.doneBefore !== 'met')
    return clock.doneBefore === 'error' ? 'stopped-before-start' : 'done-before'
  if (stopped !== null && clock.neverAtWeekend && weekdayOf(stopped) > 4) return 'at-weekend'
  if (ended !== null && ended < start) return 'ended-before-start'
  return ended !== null && ended <= last && (stopped === null || stopped > ended) ? 'ended-first' : null
}

const seen = (on: number | null | undefined, asAt: number): number | null => (on != null && on <= asAt ? on : null)
