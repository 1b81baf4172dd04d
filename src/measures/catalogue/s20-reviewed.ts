/** Arrangements under section 20 that a manager has looked at again. */
import { monthsAfter } from '../../terms/day-number.ts'
import { clockNamed } from '../clocks.ts'
import { stateOf } from '../clock-state.ts'
import { daysOf, isRecordedBy } from '../histories/key-events.ts'
import { section20Arrangements } from '../histories/section-20.ts'
import { isUnaccompanied } from '../histories/unaccompanied.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { counting, isRunning, type Running, runningChain } from '../running.ts'

const CLOCK = clockNamed('s20-review')!

type Waiting = Running & { readonly began: number }

const reviews = (history: History, settings: Settings): Waiting[] =>
  history.of(section20Arrangements).flatMap(({ id, personId, from, until }) => {
    const held = daysOf(history, personId, 's20-review')
    const chain = runningChain(CLOCK, { id, personId, facts: { start: from }, ended: until }, held, history, settings)
    return chain.map(one => ({ ...one, began: from }))
  })

/** As they run on the day of the records: none for an unaccompanied child, or where such reviews are not recorded. */
const reviewsOwed = (history: History, settings: Settings): Running[] =>
  isRecordedBy(history, 's20-review', monthsAfter(history.asAt, -6))
    ? history.by(reviews, settings).filter(({ personId }) => !isUnaccompanied(history, personId!, history.asAt))
    : []

/** `atLeast`: months that the arrangement has lasted. */
const countArrangements =
  (atLeast: number): Count =>
  (history, { asAt }, take, settings) => {
    for (const one of history.by(reviews, settings)) {
      if (!isRunning(one, asAt) || monthsAfter(one.began, atLeast) > asAt) continue
      if (isUnaccompanied(history, one.personId!, asAt))
        take(one, 'excluded', 1, 'An unaccompanied asylum-seeking child')
      else if (!isRecordedBy(history, 's20-review', monthsAfter(asAt, -6))) take(one, 'excluded', 1, 'not-recorded')
      else {
        const { state, because } = stateOf(one.clock, one, asAt)
        const isUnreviewed = state === 'open-in-time' && one.clock === CLOCK && !settings.newCounts
        take(one, isUnreviewed ? 'late' : state, 1, because)
      }
    }
  }

const child = (id: string, startedOn: string) => ({ id, personId: id, startedOn, startReason: 'S' as const })
const under20 = (id: string, fromOn: string) => ({ id, personId: id, status: 'V2' as const, fromOn })
const reviewed = (id: string, happenedOn: string) =>
  ({ id: `${id}-${happenedOn}`, personId: id, kind: 's20-review', happenedOn }) as const

export default measure({
  id: 's20-reviewed',
  number: 45,
  name: 'Section 20 arrangements reviewed by management',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children accommodated under section 20',
  counted:
    'Reviewed by a manager in the last six months; a council may count arrangements of under three months with them',
  leftOut: 'Unaccompanied asylum-seeking children, and series of short breaks',
  rule: 'In the last six months to the day; the first review is due three months after the arrangement began',
  source: 'Local policy; case law on section 20 of the Children Act 1989',
  marks: ['D'],
  needs: ['claEpisodes.startedOn', 'legalStatuses.status', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  settings: {
    newCounts: { words: '1 to count arrangements that are not yet due their first review', value: 0, mark: 'D' },
  },
  stateWords: { late: 'Not reviewed yet' },
  clock: 's20-review',
  count: counting(reviewsOwed, countArrangements(0)),
  variants: {
    'over-a-year': {
      name: 'Section 20 arrangements of a year or more reviewed by management',
      outOf: 'Children accommodated under section 20 for twelve months or more without a break',
      counted: 'Reviewed by a manager in the last six months',
      count: countArrangements(12),
    },
  },
  examples: [
    {
      that: 'three months to the day without a review, a day more, reviewed, and an unaccompanied child',
      records: {
        claEpisodes: [
          child('1', '2016-01-31'),
          child('2', '2016-01-29'),
          child('3', '2015-05-01'),
          child('4', '2015-05-01'),
        ],
        legalStatuses: [
          under20('1', '2016-01-31'),
          under20('2', '2016-01-29'),
          under20('3', '2015-05-01'),
          under20('4', '2015-05-01'),
        ],
        immigrationStatuses: [{ id: 'i', personId: '4', status: 'UASC', fromOn: '2015-05-01' }],
        keyEvents: [reviewed('3', '2015-10-30')],
      },
      at: '2016-04-30',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        openOverdue: 1,
        excluded: 1,
        states: { '1/1': 'late', '2/1': 'open-overdue', '3/2': 'open-in-time' },
      },
    },
    {
      that: 'a council may let an arrangement be until its first review is due',
      settings: { newCounts: 1 },
      records: {
        claEpisodes: [child('1', '2016-01-31'), child('2', '2016-01-29')],
        legalStatuses: [under20('1', '2016-01-31'), under20('2', '2016-01-29')],
        keyEvents: [reviewed('9', '2015-01-05')],
      },
      at: '2016-04-30',
      gives: { numerator: 1, denominator: 2, states: { '1/1': 'open-in-time', '2/1': 'open-overdue' } },
    },
    {
      that: 'twelve months to the day counts, a day less does not; a care order ends the arrangement',
      variant: 'over-a-year',
      records: {
        claEpisodes: [child('1', '2015-04-30'), child('2', '2015-05-01'), child('3', '2015-01-05')],
        legalStatuses: [
          under20('1', '2015-04-30'),
          under20('2', '2015-05-01'),
          { ...under20('3', '2015-01-05'), untilOn: '2016-04-29' },
          { id: '3b', personId: '3', status: 'C1', fromOn: '2016-04-29' },
        ],
        keyEvents: [reviewed('9', '2015-01-05')],
      },
      at: '2016-04-30',
      gives: { numerator: 0, denominator: 1, value: 0, states: { '1/1': 'open-overdue' } },
    },
    {
      that: 'two statuses that follow on each other are one arrangement',
      variant: 'over-a-year',
      records: {
        claEpisodes: [child('1', '2015-01-05')],
        legalStatuses: [
          { ...under20('1', '2015-01-05'), untilOn: '2015-09-01' },
          { ...under20('1', '2015-09-01'), id: '1b' },
        ],
        keyEvents: [reviewed('9', '2015-01-05')],
      },
      at: '2016-04-30',
      gives: { numerator: 0, denominator: 1, states: { '1/1': 'open-overdue' } },
    },
  ],
})
