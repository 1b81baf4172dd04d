/** Child protection plans reviewed in time: the child's whole year, and each review conference. */
import { rowsBy } from '../../children/records.ts'
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { inDays } from '../../terms/length-of-time.ts'
import { type Clock, withLength } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { stateOf } from '../clock-state.ts'
import { cpPlans, ofPlansCountedOn, type OwnCpPlan } from '../histories/cp-plans.ts'
import { type History, isUnread, numbered } from '../history.ts'
import { type Count, measure, type Settings } from '../measure.ts'
import { countDue, type Running, runningChain } from '../running.ts'

const FIRST = clockNamed('rcpc-first')!
const NEXT = clockNamed('rcpc-next')!

/** Three months and then six; or 91 and 183 days, as some collections of the census count [K]. */
const clockOf = ({ countsDays }: Settings): Clock =>
  countsDays ? { ...withLength(FIRST, inDays(91), '91 days'), then: withLength(NEXT, inDays(183), '183 days') } : FIRST

/** Held with enough people there, after the day the plan began: on that day it is a fault of the record (ruling "Reviews"). */
function reviewsOf({ records }: History, { id, personId, from }: OwnCpPlan): DayNumber[] {
  return (rowsBy(records.cpReviews, 'personId').get(personId) ?? []).flatMap(review => {
    const on = numbered(review.heldOn)
    const isOfPlan = review.cpPlanId === null || review.cpPlanId === id
    return on !== null && on > from && isOfPlan && review.isQuorate !== false && !isUnread(review, 'heldOn') ? [on] : []
  })
}

type Reviewed = { readonly plan: OwnCpPlan; readonly reviews: readonly Running[] }

const plans = (history: History, settings: Settings): Reviewed[] => {
  const clock = clockOf(settings)
  return history.of(cpPlans).flatMap(plan => {
    if (plan.isSameDay) return []
    const { id, personId, from, until } = plan
    const began = { id, personId, facts: { start: from }, ended: until }
    return [{ plan, reviews: runningChain(clock, began, reviewsOf(history, plan), history, settings) }]
  })
}

const reviews = (history: History, settings: Settings) => history.by(plans, settings).flatMap(one => one.reviews)

/** A child on a plan for three months or more: in time where every review due in the last 12 months was, and none is overdue. */
const childrenReviewed: Count = (history, { asAt }, take, settings) => {
  const since = monthsAfter(asAt, -12)
  const isCounted = ofPlansCountedOn(history, asAt)
  for (const { plan, reviews } of history.by(plans, settings)) {
    if (!isCounted({ plan }) || monthsAfter(plan.from, 3) > asAt) continue
    const hasDied = (history.child(plan.personId)?.diedOn ?? Infinity) <= asAt
    const told = reviews.filter(one => one.start! <= asAt && one.due !== null)
    const overdue = told.find(one => stateOf(one.clock, one, asAt).state === 'open-overdue')
    const due = told.filter(one => one.due! > since)
    const late = due.find(one => stateOf(one.clock, one, asAt).state === 'late')
    const shown = overdue ?? late ?? due.at(-1) ?? reviews.at(-1)!
    take(
      { id: plan.id, personId: plan.personId, start: plan.from, due: shown.due, done: shown.done },
      hasDied ? 'excluded' : overdue ? 'open-overdue' : late ? 'late' : 'met',
      1,
      hasDied ? 'The child died' : null,
    )
  }
}

export default measure({
  id: 'cpp-reviewed-in-timescale',
  number: 32,
  name: 'Children on a plan whose reviews were all in time',
  area: 'protection',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children who have been on a child protection plan for three months or more',
  counted: 'Every review due in the last 12 months was held in time, and none is overdue',
  leftOut: 'Children on a plan for less than three months; a child who died; plans of other authorities and of one day',
  rule: 'Three months from the start of the plan, then six from each review as it was held. Due days do not move at weekends. A review with too few people is none',
  source: 'Working Together to Safeguard Children 2013 to 2023; DfE Children in Need statistics',
  marks: ['F', 'D'],
  needs: ['cpPlans.startedOn', 'cpReviews.heldOn'],
  thresholds: { shape: 'higher', green: 98, amber: 95 },
  clock: 'rcpc-next',
  settings: {
    countsDays: { words: '1 to count 91 and 183 days in place of three and six months', value: 0, mark: 'K' },
  },
  stateWords: { met: 'All in time', late: 'One was late', 'open-overdue': 'One is overdue' },
  count: childrenReviewed,
  variants: {
    event: {
      name: 'Review conferences held in time',
      basis: 'due',
      periods: ['month', 'rolling-year'],
      outOf: 'Review conferences due in the period',
      counted: 'Held on or before the day due',
      leftOut: 'Plans that ended on or before the day due; reviews due on or after the 18th birthday',
      stateWords: {},
      count: countDue(reviews),
    },
  },
  examples: [
    {
      that: 'exactly three months and due today; a day less is not counted; overdue since yesterday',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-12-31' },
          { id: 'p2', personId: '2', startedOn: '2016-01-01' },
          { id: 'p3', personId: '3', startedOn: '2015-12-30' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, openOverdue: 1, states: { p1: 'met', p3: 'open-overdue' } },
    },
    {
      that: 'a child who died before anybody ended the plan',
      records: {
        people: [{ id: '1', bornOn: '2012-01-01', diedOn: '2016-03-01' }],
        cpPlans: ['1', '2'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2015-11-02' })),
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, excluded: 1, states: { p1: 'excluded', p2: 'open-overdue' } },
    },
    {
      that: 'overdue for more than a year it is overdue still',
      records: {
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2014-06-02' }],
        cpReviews: [{ id: 'r1', personId: '1', cpPlanId: 'p1', heldOn: '2014-08-29' }],
      },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 1, openOverdue: 1, states: { p1: 'open-overdue' } },
    },
    {
      that: 'a day late within the year counts against; longer ago it does not',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-06-01' },
          { id: 'p2', personId: '2', startedOn: '2014-12-01' },
          { id: 'p3', personId: '3', startedOn: '2015-06-01' },
        ],
        cpReviews: [
          { id: 'r1', personId: '1', cpPlanId: 'p1', heldOn: '2015-08-28' },
          { id: 'r2', personId: '1', cpPlanId: 'p1', heldOn: '2016-02-29' },
          { id: 'r3', personId: '2', cpPlanId: 'p2', heldOn: '2015-03-20' },
          { id: 'r4', personId: '2', cpPlanId: 'p2', heldOn: '2015-09-20' },
          { id: 'r5', personId: '2', cpPlanId: 'p2', heldOn: '2016-03-20' },
          { id: 'r6', personId: '3', cpPlanId: 'p3', heldOn: '2015-08-28', isQuorate: false },
          { id: 'r7', personId: '3', cpPlanId: 'p3', heldOn: '2015-09-02' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { p1: 'late', p2: 'met', p3: 'open-overdue' } },
    },
    {
      that: 'a review due on the 18th birthday is no longer owed, the day before it is',
      records: {
        people: [
          { id: '1', bornOn: '1998-02-14' },
          { id: '2', bornOn: '1998-02-15' },
        ],
        cpPlans: ['1', '2'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2015-11-14' })),
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { p1: 'met', p2: 'open-overdue' } },
    },
    {
      that: 'each review by the day it was due: late, in time, and left out because the plan ended that day',
      variant: 'event',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-01-14' },
          { id: 'p2', personId: '2', startedOn: '2016-01-14' },
          { id: 'p3', personId: '3', startedOn: '2016-01-05', endedOn: '2016-04-05' },
          { id: 'p4', personId: '4', startedOn: '2016-01-05', endedOn: '2016-04-06' },
        ],
        cpReviews: [
          { id: 'r1', personId: '1', cpPlanId: 'p1', heldOn: '2016-04-14' },
          { id: 'r2', personId: '2', cpPlanId: 'p2', heldOn: '2016-01-14' },
          { id: 'r3', personId: '2', cpPlanId: 'p2', heldOn: '2016-04-15' },
        ],
      },
      at: '2016-04',
      gives: {
        numerator: 1,
        denominator: 3,
        excluded: 1,
        states: { 'p1/1': 'met', 'p2/1': 'late', 'p3/1': 'excluded', 'p4/1': 'late' },
      },
    },
    {
      that: 'counted in days, 91 from 14 January is 14 April, and 183 from it 14 October',
      variant: 'event',
      settings: { countsDays: 1 },
      records: {
        cpPlans: [{ id: 'p1', personId: '1', startedOn: '2016-01-14' }],
        cpReviews: [
          { id: 'r1', personId: '1', cpPlanId: 'p1', heldOn: '2016-04-01' },
          { id: 'r2', personId: '1', cpPlanId: 'p1', heldOn: '2016-10-02' },
        ],
      },
      at: '2016-10',
      gives: { numerator: 0, denominator: 1, states: { 'p1/2': 'late' } },
    },
    {
      that: 'a review of another plan is none of this; one due twelve months ago to the day is out of the year, the day after in it',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-11-02' },
          { id: 'p2', personId: '2', startedOn: '2014-12-31' },
          { id: 'p3', personId: '3', startedOn: '2015-01-01' },
        ],
        cpReviews: [
          { id: 'r1', personId: '1', cpPlanId: 'other', heldOn: '2016-01-04' },
          ...['2', '3'].flatMap(id => [
            { id: `r${id}1`, personId: id, heldOn: '2015-04-02' },
            { id: `r${id}2`, personId: id, heldOn: '2015-09-30' },
            { id: `r${id}3`, personId: id, heldOn: '2016-03-30' },
          ]),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 3, states: { p1: 'open-overdue', p2: 'met', p3: 'late' } },
    },
  ],
})
