/** Plans for permanence agreed by the second review of a looked after child. */
import type { DayNumber } from '../../terms/day-number.ts'
import { type Clock, dueDay, variantOf } from '../clock.ts'
import { stateOf } from '../clock-state.ts'
import { clockNamed } from '../clocks.ts'
import { type CarePeriod, carePeriods } from '../histories/care-periods.ts'
import { AWAY, permanenceAgreedOn, plansOn } from '../histories/care-plans.ts'
import { daysOf, whereRecorded } from '../histories/key-events.ts'
import { reviewChains } from '../histories/review-chains.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { countDue, counting, countingOf, type Running, running, runningTo } from '../running.ts'

const PERMANENCE = clockNamed('permanence')!
const FAMILY_FINDING = clockNamed('family-finding')!
const OVERSIGHT = variantOf(PERMANENCE, 'oversight-6-months')

/** When the second review was held, or is due, as it was known at the end of a day; the latest day possible where the first has not been held. */
function secondReviewOn(history: History, period: CarePeriod, asAt: DayNumber, settings: Settings): DayNumber | null {
  const [first, second] = history.by(reviewChains, settings).get(period) ?? []
  if (first?.done == null || first.done > asAt || !second)
    return dueDay(PERMANENCE, { start: period.from }, countingOf(history, settings))
  return second.done !== null && second.done <= asAt ? second.done : second.due
}

type DoneOn = (history: History, period: CarePeriod, reviewOn: DayNumber) => DayNumber | null | undefined

/** `doneOn`: undefined of a child who is not among those counted. `recorded`: the event without which nothing can be told. */
const bySecondReview =
  (clock: Clock, doneOn: DoneOn, recorded?: 'family-finding-referral'): Count =>
  (history, { from, to, asAt }, take, settings) => {
    for (const period of history.of(carePeriods)) {
      if (period.isShortBreaks || period.from > to) continue
      const on = secondReviewOn(history, period, asAt, settings)
      if (on === null || on < from || on > to) continue
      const done = doneOn(history, period, on)
      if (done === undefined) continue
      const began = { id: period.id, personId: period.personId, facts: { start: period.from }, done, ended: period.until } // prettier-ignore
      const running = runningTo(clock, began, on, history, settings)
      const one = recorded ? whereRecorded(history, recorded, running) : running
      const { state, because } = stateOf(clock, one, asAt)
      take(one, state, 1, because)
    }
  }

/** By the second review as it is known on the day of the records. */
const agreements = (history: History, settings: Settings): Running[] =>
  history.of(carePeriods).flatMap(period => {
    const { id, personId, from, until } = period
    const on = period.isShortBreaks ? null : secondReviewOn(history, period, history.asAt, settings)
    if (on === null) return []
    const began = { id, personId, facts: { start: from }, done: permanenceAgreedOn(history, period, on), ended: until }
    return [runningTo(PERMANENCE, began, on, history, settings)]
  })

const referred: DoneOn = (history, { personId, from }, on) => {
  if (!plansOn(history, personId, on).some(plan => AWAY.includes(plan) && plan !== 'residential')) return undefined
  return daysOf(history, personId, 'family-finding-referral').find(day => day >= from) ?? null
}

const oversight = (history: History, settings: Settings): Running[] =>
  history.of(carePeriods).flatMap(({ id, personId, from, until, isShortBreaks }) => {
    if (isShortBreaks) return []
    const done = daysOf(history, personId, 'oversight-6-months').find(day => day >= from) ?? null
    const one = running(OVERSIGHT, { id, personId, facts: { start: from }, done, ended: until }, history, settings)
    return [whereRecorded(history, 'oversight-6-months', one)]
  })

const child = (id: string) => ({ id, personId: id, startedOn: '2015-10-05', startReason: 'S' as const })
const reviewed = (id: string, ...days: string[]) =>
  days.map(heldOn => ({ id: `${id}-${heldOn}`, personId: id, heldOn }))
const event = (
  personId: string,
  kind: 'permanence-agreed' | 'family-finding-referral' | 'oversight-6-months',
  happenedOn: string,
) => ({ id: `${personId}-${kind}`, personId, kind, happenedOn }) as const

export default measure({
  id: 'permanence-by-second-review',
  number: 44,
  name: 'Permanence plans agreed by the second review',
  area: 'looked-after',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['rolling-year', 'quarter'],
  outOf: 'Children whose second review was held in the period, or was due in it and has not been held',
  counted: 'A plan for permanence was agreed on or before that day',
  leftOut: 'Children only in short breaks; children who left care on or before the day',
  rule: 'By the day of the second review; where agreements are not recorded, by the first care plan that names a plan for permanence',
  source: 'Children Act 1989 guidance and regulations, volume 2; local policy',
  marks: ['K', 'D'],
  needs: ['claEpisodes.startedOn', 'claReviews.heldOn', 'carePlans.plans'],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'permanence',
  count: counting(agreements, bySecondReview(PERMANENCE, permanenceAgreedOn)),
  variants: {
    'family-finding-referral': {
      name: 'Children referred for family finding by the second review',
      outOf: 'Of those children, the ones whose plan is adoption or a long-term family',
      counted: 'Referred for family finding on or before the day of the second review',
      rule: 'By the day of the second review',
      needs: ['claReviews.heldOn', 'carePlans.plans', 'keyEvents.happenedOn'],
      clock: 'family-finding',
      count: bySecondReview(FAMILY_FINDING, referred, 'family-finding-referral'),
    },
    'oversight-6m': {
      name: 'Management oversight within six months of coming into care',
      outOf: 'Children who came to six months in care in the period',
      counted: 'A manager looked at the child’s plan within six months of the child coming into care',
      rule: 'Six months after coming into care',
      needs: ['claEpisodes.startedOn', 'keyEvents.happenedOn'],
      clock: 'permanence/oversight-6-months',
      count: countDue(oversight),
    },
  },
  examples: [
    {
      that: 'on the day of the second review, the day after, never, and left care first',
      records: {
        claEpisodes: [...['1', '2', '3'].map(child), { ...child('4'), ceasedOn: '2016-01-30', ceasedReason: 'E4A' }],
        claReviews: [
          ...reviewed('1', '2015-10-30', '2016-01-29'),
          ...reviewed('2', '2015-10-30', '2016-01-29'),
          ...reviewed('3', '2015-10-30'),
          ...reviewed('4', '2015-10-30'),
        ],
        keyEvents: [event('1', 'permanence-agreed', '2016-01-29'), event('2', 'permanence-agreed', '2016-01-30')],
      },
      at: '2016-03-31',
      gives: {
        numerator: 1,
        denominator: 3,
        value: 33.3,
        excluded: 1,
        states: { 1: 'met', 2: 'late', 3: 'open-overdue', 4: 'excluded' },
      },
    },
    {
      that: 'by the care plan, where no agreement is recorded; without any review, by the latest day',
      records: {
        claEpisodes: ['1', '2'].map(child),
        carePlans: [
          { id: 'a', personId: '1', fromOn: '2016-02-02', plans: ['long-term-fostering'] },
          { id: 'b', personId: '2', fromOn: '2016-02-03', plans: ['home-in-6-months'] },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'only those whose plan is another family are referred for family finding',
      variant: 'family-finding-referral',
      records: {
        claEpisodes: ['1', '2', '3', '4'].map(child),
        claReviews: ['1', '2', '3', '4'].flatMap(id => reviewed(id, '2015-10-30', '2016-01-29')),
        carePlans: [
          { id: 'a', personId: '1', fromOn: '2016-01-04', plans: ['adoption'] },
          { id: 'b', personId: '2', fromOn: '2016-01-04', plans: ['long-term-fostering'] },
          { id: 'c', personId: '3', fromOn: '2016-01-04', plans: ['home-in-6-months'] },
          { id: 'd', personId: '4', fromOn: '2016-01-04', plans: ['residential'] },
        ],
        keyEvents: [
          event('1', 'family-finding-referral', '2016-01-29'),
          event('2', 'family-finding-referral', '2016-01-30'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'six months to the day, and a day more',
      variant: 'oversight-6m',
      records: {
        claEpisodes: ['1', '2'].map(child),
        keyEvents: [event('1', 'oversight-6-months', '2016-04-05'), event('2', 'oversight-6-months', '2016-04-06')],
      },
      at: '2016-04-30',
      gives: { numerator: 1, denominator: 2, value: 50, states: { 1: 'met', 2: 'late' } },
    },
    {
      that: 'a plan made before the child came into care, and still open then, is one from the first day',
      records: {
        claEpisodes: [child('1')],
        claReviews: reviewed('1', '2015-10-30', '2016-01-29'),
        carePlans: [{ id: 'a', personId: '1', fromOn: '2015-06-01', plans: ['long-term-relatives'] }],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 1, excluded: 0, states: { 1: 'met' } },
    },
  ],
})
