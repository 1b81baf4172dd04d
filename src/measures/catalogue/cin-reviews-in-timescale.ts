/** Child in need plans that are reviewed in time. */
import { clockNamed } from '../clocks.ts'
import { cinPlans, isLastBegunOn, isOnlyInNeed, type NeedPlan } from '../histories/cin-plans.ts'
import { daysOf } from '../histories/key-events.ts'
import { eventsReachTo, withoutFirst } from '../histories/reach.ts'
import type { History } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { enough } from '../measure-example.ts'
import { countDue, countRunning, type Running, runningChain } from '../running.ts'

type Review = Running & { readonly plan: NeedPlan }

/** From the start of the plan, or from where the records reach, then from each review held after it. */
function reviews(history: History, settings: Settings): Review[] {
  const clock = clockNamed(settings.firstAtSixWeeks ? 'cin-review/first-6-weeks' : 'cin-review')!
  const reach = eventsReachTo(history, 'cin-review')
  if (reach === null) return []
  return history.of(cinPlans).flatMap(plan => {
    const { id, personId, from, until } = plan
    const held = daysOf(history, personId, 'cin-review').filter(on => on > from)
    if (until !== null && until <= reach) return []
    const began = { id, personId, facts: { start: Math.max(from, reach) }, ended: until }
    const chain = runningChain(clock, began, held, history, settings)
    return (from < reach ? withoutFirst(chain) : chain).map(one => ({ ...one, plan }))
  })
}

/** Not while the child is on a protection plan or looked after. */
const stillInNeed: Count = (history, window, take, settings) =>
  countRunning(reviews)(
    history,
    window,
    (one, ...rest) => {
      const { plan } = one as Review
      if (isOnlyInNeed(plan, window.asAt) && isLastBegunOn(history, plan, window.asAt)) take(one, ...rest)
    },
    settings,
  )

export default measure({
  id: 'cin-reviews-in-timescale',
  number: 36,
  name: 'Child in need plans reviewed in time',
  area: 'need',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children with an open child in need plan, on no protection plan and not looked after',
  counted: 'Reviewed within the last three months, or on a plan that has not come to its first review',
  leftOut: 'Plans of one day; children on a protection plan or looked after; what was due before reviews were recorded',
  rule: 'Three months after the plan began or was last reviewed; due days do not move at weekends',
  source: 'Local policy',
  marks: ['D'],
  needs: ['cinPlans.startedOn', 'keyEvents.happenedOn'],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'cin-review',
  settings: {
    firstAtSixWeeks: { words: '1 for a first review at six weeks, then every three months', value: 0, mark: 'D' },
  },
  count: stillInNeed,
  variants: {
    period: {
      name: 'Reviews of child in need plans held in time',
      basis: 'due',
      periods: ['month', 'rolling-year'],
      outOf: 'Reviews of child in need plans due in the period',
      counted: 'Held on or before the day due',
      leftOut: 'Plans that ended on or before the day due, by a protection plan or care too',
      count: countDue(reviews),
    },
  },
  examples: [
    {
      that: 'reviewed three months ago to the date, and a day earlier; a new plan; one now looked after',
      records: {
        cinPlans: ['1', '2', '3', '4'].map(id => ({
          id: `n${id}`,
          personId: id,
          startedOn: id === '3' ? '2016-06-01' : '2015-12-01',
        })),
        claEpisodes: [{ id: 'e4', personId: '4', startedOn: '2016-05-02', startReason: 'S' }],
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'cin-review', happenedOn: '2016-03-30' },
          { id: 'k2', personId: '2', kind: 'cin-review', happenedOn: '2016-03-29' },
          { id: 'k3', personId: '2', kind: 'chronology-updated', happenedOn: '2016-06-01' },
        ],
      },
      at: '2016-06-30',
      gives: {
        numerator: 2,
        denominator: 3,
        value: 66.7,
        openOverdue: 1,
        states: { 'n1/2': 'open-in-time', 'n2/2': 'open-overdue', 'n3/1': 'open-in-time' },
      },
    },
    {
      that: 'of a plan from before reviews were recorded nothing is said until it is overdue for sure: one may have been held the day before',
      variant: 'period',
      records: {
        cinPlans: ['1', '2', '3'].map(id => ({ id: `n${id}`, personId: id, startedOn: '2014-01-06' })),
        keyEvents: [
          ...enough(id => ({ id, personId: id, kind: 'cin-review' as const, happenedOn: '2016-01-04' })),
          { id: 'k1', personId: '1', kind: 'cin-review', happenedOn: '2016-01-04' },
          { id: 'k3', personId: '3', kind: 'cin-review', happenedOn: '2016-01-04' },
        ],
      },
      at: '2016-04-30',
      period: 'rolling-year',
      gives: {
        numerator: 0,
        denominator: 3,
        openOverdue: 3,
        states: { 'n1/2': 'open-overdue', 'n2/1': 'open-overdue', 'n3/2': 'open-overdue' },
      },
    },
    {
      that: 'the day before, a plan of which no review is known may still be in time',
      variant: 'period',
      records: {
        cinPlans: [{ id: 'n2', personId: '2', startedOn: '2014-01-06' }],
        keyEvents: enough(id => ({ id, personId: id, kind: 'cin-review', happenedOn: '2016-01-04' })),
      },
      at: '2016-04-04',
      period: 'rolling-year',
      gives: { numerator: 0, denominator: 0, value: null },
    },
    {
      that: 'a first review at six weeks: on the day, and the day after',
      variant: 'period',
      settings: { firstAtSixWeeks: 1 },
      records: {
        cinPlans: ['1', '2'].map(id => ({ id: `n${id}`, personId: id, startedOn: '2016-06-06' })),
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'cin-review', happenedOn: '2016-07-18' },
          { id: 'k2', personId: '2', kind: 'cin-review', happenedOn: '2016-07-19' },
        ],
      },
      at: '2016-07',
      gives: { numerator: 1, denominator: 2, states: { 'n1/1': 'met', 'n2/1': 'late' } },
    },
    {
      that: 'a review on the day the plan began is not its first',
      variant: 'period',
      records: {
        cinPlans: [{ id: 'n1', personId: '1', startedOn: '2016-03-01' }],
        keyEvents: [
          { id: 'k1', personId: '1', kind: 'cin-review', happenedOn: '2016-03-01' },
          { id: 'k2', personId: '1', kind: 'cin-review', happenedOn: '2016-06-02' },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 1, states: { 'n1/1': 'late' } },
    },
  ],
})
