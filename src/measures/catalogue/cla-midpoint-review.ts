/** Reviewing officers look in half way between two reviews of a looked after child. */
import type { DayNumber } from '../../terms/day-number.ts'
import { dueDay, variantOf } from '../clock.ts'
import { stateOf } from '../clock-state.ts'
import { clockNamed } from '../clocks.ts'
import { carePeriods } from '../histories/care-periods.ts'
import { daysOf, isRecordedBy } from '../histories/key-events.ts'
import { reviewChains } from '../histories/review-chains.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { counting, countingOf, type Running, runningTo } from '../running.ts'

const CLOCK = clockNamed('iro-midpoint')!
const AT_LATEST = variantOf(CLOCK, 'at-latest')
const EIGHT_WEEKS = 56
const TOLERANCE = 28

type MidPoint = Running & { readonly on: DayNumber }

/** Between two reviews; an interval of less than eight weeks has none. The next review, where it came first, ends the wait. */
function midPoints(history: History, settings: Settings): MidPoint[] {
  const by = countingOf(history, settings)
  const chains = history.by(reviewChains, settings)
  return history.of(carePeriods).flatMap(period =>
    (chains.get(period) ?? []).slice(1).flatMap((interval, at) => {
      if (interval.start === null || interval.due === null || interval.due - interval.start < EIGHT_WEEKS) return []
      const facts = { start: interval.start, nextReviewOn: interval.due }
      const on = dueDay(CLOCK, facts, by)!
      const looked = daysOf(history, period.personId, 'iro-midpoint')
      const done = looked.find(day => day >= on - TOLERANCE && day >= facts.start) ?? null
      const ended = interval.done ?? period.until
      const began = { id: `${period.id}/${at + 2}`, personId: period.personId, facts, done, ended }
      const one = runningTo(AT_LATEST, began, on + TOLERANCE, history, settings)
      const isRecorded = isRecordedBy(history, 'iro-midpoint', on - TOLERANCE)
      return [{ ...one, on, leftOut: isRecorded ? null : 'not-recorded' }]
    }),
  )
}

const count: Count = (history, { from, to, asAt }, take, settings) => {
  for (const one of history.by(midPoints, settings)) {
    if (one.on < from || one.on > to) continue
    const { state, because } = stateOf(one.clock, one, asAt)
    take(one, state, 1, because)
  }
}

const child = (id: string) => ({ id, personId: id, startedOn: '2015-10-05', startReason: 'S' as const })
const reviewed = (id: string, heldOn: string) => ({ id: `${id}-${heldOn}`, personId: id, heldOn })
const looked = (id: string, happenedOn: string) =>
  ({ id: `${id}-${happenedOn}`, personId: id, kind: 'iro-midpoint', happenedOn }) as const

export default measure({
  id: 'cla-midpoint-review',
  number: 43,
  name: 'Mid-point checks by the reviewing officer',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['quarter', 'rolling-year'],
  outOf: 'Intervals between reviews whose mid-point fell in the period',
  counted: 'A check was recorded within four weeks before or after the mid-point',
  leftOut:
    'Intervals of less than eight weeks; those before checks were recorded at all; those that ended first with the next review or with leaving care; those whose four weeks are not over',
  rule: 'Half way from the last review to the day the next one is due, give or take four weeks',
  source: 'Independent Reviewing Officers’ Handbook (2010); local target of 100%',
  marks: ['K', 'D'],
  needs: ['claReviews.heldOn', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'iro-midpoint/at-latest',
  count: counting(midPoints, count),
  examples: [
    {
      that: 'four weeks after the mid-point is in time, a day more is late, and a check long before is none',
      records: {
        claEpisodes: ['1', '2', '3'].map(child),
        claReviews: ['1', '2', '3'].flatMap(id => [reviewed(id, '2015-11-01'), reviewed(id, '2016-02-01')]),
        keyEvents: [looked('1', '2016-05-30'), looked('2', '2016-05-31'), looked('3', '2016-04-03')],
      },
      at: '2016-06-30',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        states: { '1/3': 'met', '2/3': 'late', '3/3': 'open-overdue' },
      },
    },
    {
      that: 'four weeks before the mid-point nobody recorded checks: left out',
      records: {
        claEpisodes: ['1', '2'].map(child),
        claReviews: ['1', '2'].flatMap(id => [reviewed(id, '2015-11-01'), reviewed(id, '2016-02-01')]),
        keyEvents: [looked('2', '2016-04-05'), ...enough(id => looked(id, '2016-04-05'))],
      },
      at: '2016-06-30',
      gives: { numerator: 0, denominator: 0, value: null, excluded: 2 },
    },
    {
      that: 'four weeks before the mid-point is in time',
      records: {
        claEpisodes: [child('1')],
        claReviews: [reviewed('1', '2015-11-01'), reviewed('1', '2016-02-01')],
        keyEvents: [looked('1', '2016-04-04')],
      },
      at: '2016-06-30',
      gives: { numerator: 1, denominator: 1, states: { '1/3': 'met' } },
    },
    {
      that: 'the next review was held first: left out',
      records: {
        claEpisodes: [child('1')],
        claReviews: ['2015-11-01', '2016-02-01', '2016-05-30'].map(on => reviewed('1', on)),
        keyEvents: [looked('9', '2015-01-05')],
      },
      at: '2016-06-30',
      gives: { numerator: 0, denominator: 0, excluded: 1, states: { '1/3': 'excluded' } },
    },
  ],
})
