/** Return home interviews within 72 hours of coming back. */
import type { ClockTime } from '../../children/recorded.ts'
import { rowsBy } from '../../children/records.ts'
import { clockNamed } from '../clocks.ts'
import { interviewState, isInterviewRecorded, type Return, returns } from '../histories/returns.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { counting, type Running, runningTo } from '../running.ts'

const CLOCK = clockNamed('rhi')!

/**
 * Counted in days: where the 72 hours are over during the day due, it is overdue at the end of it. None of what was declined, to which nothing more
 * is to come; and an interview after a later return serves the one before as well.
 */
const interviews = (history: History, settings: Settings): Running[] => {
  const byChild = rowsBy(history.of(returns), 'personId')
  return history.of(returns).flatMap(one => {
    const { id, personId, start, due, done, isDeclined, leftOut } = one
    if (isDeclined || !isInterviewRecorded(history, one)) return []
    const later = byChild.get(personId)!.flatMap(other => (other.start > start ? (other.done ?? []) : []))
    const ended = done === null && later.length > 0 ? Math.min(...later) : null
    const running = runningTo(CLOCK, { id, personId, facts: { start }, done, ended, leftOut }, due, history, settings)
    const { state } = interviewState(one, due)
    const isOverByNight = state === 'late' || state === 'open-overdue'
    return [{ ...running, eighteenOn: null, lastInTime: isOverByNight ? due - 1 : due }]
  })
}

const countReturns =
  (isCounted: (one: Return) => boolean): Count =>
  (history, { from, to, asAt }, take) => {
    for (const one of history.of(returns)) {
      if (one.start < from || one.start > to || !isCounted(one)) continue
      const { state, because } = interviewState(one, asAt)
      if (isInterviewRecorded(history, one)) take(one, state, 1, because)
      else take(one, 'excluded', 1, 'not-recorded')
    }
  }

/** A child once, with the first return of the period: interviewed in it after any of them. */
const children: Count = (history, { from, to }, take) => {
  const first = new Map<string, Return>()
  const interviewed = new Set<string>()
  for (const one of history.of(returns)) {
    if (one.done !== null && one.done >= from && one.done <= to) interviewed.add(one.personId)
    const known = first.get(one.personId)
    if (one.start < from || one.start > to || one.leftOut !== null || !isInterviewRecorded(history, one)) continue
    if (!known || one.start < known.start) first.set(one.personId, one)
  }
  for (const one of first.values()) take(one, interviewed.has(one.personId) ? 'met' : 'late')
}

const back = (id: string, personId: string, time: string) => ({
  id,
  personId,
  type: 'M' as const,
  startedOn: '2016-08-01',
  endedOn: time.slice(0, 10),
  endedAt: time.length > 10 ? (time as ClockTime) : null,
})

const interview = (missingId: string, time: string) => ({
  id: `i-${missingId}`,
  missingId,
  heldOn: time.slice(0, 10),
  heldAt: time.length > 10 ? (time as ClockTime) : null,
})

/** Five returns: interviews after 71, 80 and 10 hours; offered in time and declined; never offered. */
const FIVE = {
  missing: ['1', '2', '3', '4', '5'].map(id => back(id, id, '2016-08-03T10:00')),
  returnInterviews: [
    interview('1', '2016-08-06T09:00'),
    interview('2', '2016-08-06T18:00'),
    { id: 'i-3', missingId: '3', offeredOn: '2016-08-04', outcome: 'declined' },
    { id: 'i-4', missingId: '4', outcome: 'not-offered' },
    interview('5', '2016-08-03T20:00'),
  ],
} as const

export default measure({
  id: 'rhi-72h',
  number: 92,
  name: 'Return home interviews within 72 hours',
  area: 'missing',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month', 'rolling-year'],
  outOf: 'Returns in the period from being missing, each one counted',
  counted: 'An interview was held within 72 hours of the return',
  leftOut:
    'Young people of 18 and over; returns recorded as needing none; those whose 72 hours are not over. Declined, and never offered, count against',
  rule: '72 hours, through nights and weekends; three days where only the days are recorded',
  source: 'Statutory guidance on children who run away or go missing from home or care (2014)',
  marks: ['F', 'D'],
  needs: ['missing.endedOn', 'returnInterviews.heldOn'],
  thresholds: { shape: 'higher', green: 90, amber: 75 },
  clock: 'rhi',
  count: counting(
    interviews,
    countReturns(() => true),
  ),
  variants: {
    accepted: {
      name: 'Return home interviews within 72 hours, declined ones left out',
      outOf: 'Returns in the period, without those where an interview was offered and declined',
      count: countReturns(({ isDeclined }) => !isDeclined),
    },
    'per-child': {
      name: 'Children back from being missing who were interviewed in the month',
      outOf: 'Children with a return in the period, each once',
      counted: 'At least one interview in the period',
      leftOut: 'Young people of 18 and over; returns recorded as needing none',
      rule: 'Held in the period, after any of the returns',
      thresholds: { shape: 'higher', green: 90, amber: 75 },
      stateWords: { met: 'Interviewed', late: 'Not interviewed' },
      count: children,
    },
  },
  examples: [
    {
      that: 'five returns: interviewed after 71 hours, 80 and 10, declined, never offered (N02)',
      records: FIVE,
      at: '2016-08',
      gives: {
        numerator: 2,
        denominator: 5,
        value: 40,
        states: { 1: 'met', 2: 'late', 3: 'late', 4: 'open-overdue', 5: 'met' },
      },
    },
    {
      that: 'the same without the one declined',
      variant: 'accepted',
      records: FIVE,
      at: '2016-08',
      gives: { numerator: 2, denominator: 4, value: 50 },
    },
    {
      that: 'exactly 72 hours over the change of the clocks, a minute more, and by days alone',
      records: {
        missing: [
          { ...back('1', '1', '2016-03-25T15:00'), startedOn: '2016-03-24' },
          { ...back('2', '2', '2016-03-25T15:00'), startedOn: '2016-03-24' },
          { ...back('3', '3', '2016-03-25'), startedOn: '2016-03-24' },
          { ...back('4', '4', '2016-03-25'), startedOn: '2016-03-24' },
        ],
        returnInterviews: [
          interview('1', '2016-03-28T16:00'),
          interview('2', '2016-03-28T16:01'),
          interview('3', '2016-03-28'),
          interview('4', '2016-03-29'),
        ],
      },
      at: '2016-03',
      gives: { numerator: 2, denominator: 4, states: { 1: 'met', 2: 'late', 3: 'met', 4: 'late' } },
    },
    {
      that: 'back three days before the end of the month without a time is open, 18 on the day is left out',
      records: {
        people: [{ id: '3', bornOn: '1998-08-05' }],
        missing: [back('1', '1', '2016-08-28'), back('2', '2', '2016-08-27'), back('3', '3', '2016-08-05')],
        returnInterviews: [{ ...interview('9', '2016-01-04'), personId: '9' }],
      },
      at: '2016-08',
      gives: {
        numerator: 0,
        denominator: 1,
        openOverdue: 1,
        excluded: 1,
        states: { 1: 'open-in-time', 2: 'open-overdue', 3: 'excluded' },
      },
    },
    {
      that: 'due on the day of the first interview that anybody recorded is counted, the day before is left out',
      records: {
        missing: [back('1', '1', '2016-08-07'), back('2', '2', '2016-08-06')],
        returnInterviews: enough(id => ({ ...interview(id, '2016-08-10'), personId: id })),
      },
      at: '2016-08',
      gives: { numerator: 0, denominator: 1, excluded: 1, states: { 1: 'open-overdue', 2: 'excluded' } },
    },
    {
      that: 'one interview for two returns counts for the child once',
      variant: 'per-child',
      records: {
        missing: [back('1', '1', '2016-08-01'), back('2', '1', '2016-08-03'), back('3', '2', '2016-08-03')],
        returnInterviews: [interview('2', '2016-08-04'), interview('3', '2016-09-01')],
      },
      at: '2016-08',
      asAt: '2016-09-30',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 3: 'late' } },
    },
    {
      that: 'the 72 hours are over during the last day: open and overdue; held before the return: an error',
      records: {
        missing: [back('1', '1', '2016-08-28T10:00'), back('2', '2', '2016-08-10T10:00'), back('3', '3', '2016-08-10')],
        returnInterviews: [
          interview('2', '2016-08-10T09:00'),
          interview('3', '2016-08-09'),
          { ...interview('9', '2016-01-04'), personId: '9' },
        ],
      },
      at: '2016-08',
      gives: {
        numerator: 0,
        denominator: 1,
        openOverdue: 1,
        excluded: 2,
        states: { 1: 'open-overdue', 2: 'excluded', 3: 'excluded' },
      },
    },
    {
      that: 'the interview’s own return is when the hours begin; one that names no episode is found by the day of the return',
      records: {
        missing: [back('1', '1', '2016-08-01'), back('2', '2', '2016-08-03')],
        returnInterviews: [
          { ...interview('1', '2016-08-08'), returnedOn: '2016-08-05' },
          { ...interview('2', '2016-08-06'), missingId: null, personId: '2', returnedOn: '2016-08-03' },
        ],
      },
      at: '2016-08',
      gives: { numerator: 2, denominator: 2, states: { 1: 'met', 2: 'met' } },
    },
  ],
})
