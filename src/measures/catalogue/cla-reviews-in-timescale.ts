/** Looked after children whose reviews are held in time. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { stateOf } from '../clock-state.ts'
import { lookedAfterOn } from '../histories/care-periods.ts'
import { reviewChains } from '../histories/review-chains.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { countDue, isRunning, type Running } from '../running.ts'

const reviews = (history: History, settings: Settings): readonly Running[] =>
  [...history.by(reviewChains, settings).values()].flat()

/** Every review held in the twelve months was in time, and none is overdue (the child counts once). */
const children: Count = (history, { asAt }, take, settings) => {
  const since = monthsAfter(asAt, -12)
  const chains = history.by(reviewChains, settings)
  for (const period of lookedAfterOn(history, asAt).values()) {
    if ((history.calendar.elapsed(period.from, asAt) ?? 0) < 20) continue
    const { id, personId, from } = period
    const chain = chains.get(period)
    if (!chain) continue
    const next = chain.find(one => isRunning(one, asAt))
    const one = { id, personId, start: from, due: next?.due ?? null, done: null }
    const stands = next && stateOf(next.clock, next, asAt)
    if (!stands || stands.because === 'before-birth') take(one, 'excluded', 1, stands?.because ?? 'The child died')
    else if (stands.state === 'open-overdue') take(one, 'open-overdue')
    else take(one, chain.some(held => wasLate(held, since, asAt)) ? 'late' : 'met')
  }
}

const wasLate = ({ done, lastInTime }: Running, since: DayNumber, asAt: DayNumber) =>
  done !== null && done > since && done <= asAt && lastInTime !== null && done > lastInTime

const reviewed = (id: string, ...days: string[]) =>
  days.map((heldOn, at) => ({ id: `${id}.${at}`, personId: id, heldOn }))

const inCare = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })

export default measure({
  id: 'cla-reviews-in-timescale',
  number: 41,
  name: 'Looked after children whose reviews were all in time',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  looksBack: 12,
  outOf: 'Children looked after for 20 working days or more',
  counted: 'Every review held in the last twelve months was in time, and none is overdue now',
  leftOut:
    'Children looked after only for short breaks; a child who died, and one whose care is recorded as begun before the birth; cancelled reviews are not held',
  rule: 'First review 20 working days after coming into care, the second three months after it, then every six months, each from the day the last was held',
  source: 'Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33; the former NI 66',
  marks: ['F'],
  needs: ['claEpisodes.startedOn', 'claReviews.heldOn'],
  thresholds: { shape: 'higher', green: 98, amber: 95 },
  clock: 'cla-review-1',
  stateWords: { met: 'All in time', late: 'One was late', 'open-overdue': 'One is overdue' },
  count: children,
  variants: {
    event: {
      name: 'Looked after reviews due that were held in time',
      basis: 'due',
      periods: ['month', 'rolling-year'],
      outOf: 'Reviews due in the period',
      counted: 'Held on or before the day due',
      leftOut: 'Children only in short breaks; those who left care, or turned 18, on or before the day due',
      stateWords: {},
      count: countDue(reviews),
    },
  },
  examples: [
    {
      that: 'a child who died before anybody ended the care, and one looked after before birth',
      records: {
        people: [
          { id: '1', bornOn: '2012-01-01', diedOn: '2016-03-01' },
          { id: '2', bornOn: '2016-02-01' },
        ],
        claEpisodes: [inCare('1', '2016-01-04'), inCare('2', '2016-01-04'), inCare('3', '2016-01-04')],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, excluded: 2, states: { 1: 'excluded', 2: 'excluded', 3: 'open-overdue' } },
    },
    {
      that: 'a review two days late is late for the twelve months after it was held',
      records: {
        claEpisodes: [inCare('1', '2015-10-05'), inCare('2', '2015-10-05'), inCare('3', '2015-10-05')],
        claReviews: [
          ...reviewed('1', '2015-10-30', '2016-02-01', '2016-07-29', '2017-01-27'),
          ...reviewed('2', '2015-10-30', '2016-01-30', '2016-07-29', '2017-01-27'),
          ...reviewed('3', '2015-10-30', '2016-01-30', '2016-07-29'),
        ],
      },
      at: '2017-01-31',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        openOverdue: 1,
        states: { 1: 'late', 2: 'met', 3: 'open-overdue' },
      },
    },
    {
      that: 'a year later the late one is no longer counted',
      records: {
        claEpisodes: [inCare('1', '2015-10-05')],
        claReviews: reviewed('1', '2015-10-30', '2016-02-01', '2016-07-29', '2017-01-27'),
      },
      at: '2017-02-01',
      gives: { numerator: 1, denominator: 1, value: 100, states: { 1: 'met' } },
    },
    {
      that: 'nineteen working days in care is not yet counted, twenty is, and a cancelled review is none',
      records: {
        claEpisodes: [inCare('1', '2015-10-05'), inCare('2', '2015-10-06'), inCare('3', '2015-09-01')],
        claReviews: [{ id: 'x', personId: '3', heldOn: '2015-09-28', isCancelled: true }],
      },
      at: '2015-11-02',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 3: 'open-overdue' } },
    },
    {
      that: 'by the day they were due: in time, late, and left care the day before',
      variant: 'event',
      records: {
        claEpisodes: [
          inCare('1', '2015-10-05'),
          inCare('2', '2015-10-05'),
          { ...inCare('3', '2015-10-05'), ceasedOn: '2015-11-01', ceasedReason: 'E4A' },
          { ...inCare('4', '2015-10-05'), ceasedOn: '2015-11-03', ceasedReason: 'E4A' },
        ],
        claReviews: [...reviewed('1', '2015-11-02'), ...reviewed('2', '2015-11-03')],
      },
      at: '2015-11',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        excluded: 1,
        states: { '1/1': 'met', '2/1': 'late', '3/1': 'excluded', '4/1': 'late' },
      },
    },
    {
      that: 'a child only in short breaks has reviews of its own, which are not these',
      variant: 'event',
      records: {
        claEpisodes: [inCare('1', '2015-10-05')],
        legalStatuses: [{ id: 'l', personId: '1', status: 'V4', fromOn: '2015-10-05' }],
      },
      at: '2015-11',
      gives: { numerator: 0, denominator: 0, excluded: 0 },
    },
  ],
})
