/** Children who have been on a plan for a long time. */
import { type DayNumber, monthsAfter } from '../../terms/day-number.ts'
import { countHappened, type Dated, ended, isSo } from '../happened.ts'
import { cpPlans, type OwnCpPlan, onCpPlanOn } from '../histories/cp-plans.ts'
import { oncePerFamily } from '../histories/families.ts'
import type { History } from '../history.ts'
import { type Count, measure } from '../measure.ts'

/** As the statistics count two years: more than 729 days. */
const twoYears = ({ from }: OwnCpPlan, on: DayNumber) => on - from >= 730
const months = (count: number) => (plan: OwnCpPlan, on: DayNumber) => monthsAfter(plan.from, count) <= on

type IsLong = (plan: OwnCpPlan, on: DayNumber) => boolean

const current =
  (isLong: IsLong): Count =>
  (history, { asAt }, take) => {
    for (const plan of onCpPlanOn(history, asAt).values())
      take(
        { id: plan.id, personId: plan.personId, start: plan.from, due: null, done: null },
        isLong(plan, asAt) ? 'met' : 'late',
      )
  }

const families: Count = (history, { asAt }, take) => {
  const long = [...onCpPlanOn(history, asAt).values()].filter(plan => twoYears(plan, asAt))
  for (const { id, personId, from } of oncePerFamily(history, long))
    take({ id, personId, start: from, due: null, done: null }, 'met')
}

const endings = (history: History): (Dated & OwnCpPlan)[] =>
  history
    .of(cpPlans)
    .flatMap(plan =>
      plan.until === null || plan.isSameDay
        ? []
        : [{ ...plan, ...ended(plan.id, plan.personId, plan.from, plan.until), personId: plan.personId }],
    )

const OVER_TWO_YEARS = '730 days or more: 729 is not two years'

export default measure({
  id: 'cpp-long-duration',
  number: 29,
  name: 'Children on a plan for two years or more',
  area: 'protection',
  unit: '%',
  polarity: 'lower',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Children on a child protection plan',
  counted: 'On it for two years or more',
  leftOut: 'Plans of other authorities and plans of one day',
  rule: OVER_TWO_YEARS,
  source: 'DfE Children in Need statistics (more than 729 days); Children’s Social Care National Framework, outcome 2',
  marks: ['F', 'D'],
  needs: ['cpPlans.startedOn'],
  thresholds: { shape: 'lower', green: 2, amber: 4 },
  stateWords: { met: 'This long', late: 'Not so long' },
  count: current(twoYears),
  variants: {
    '2y-ceased': {
      name: 'Plans that ended after two years or more',
      basis: 'completed',
      periods: ['rolling-year', 'year-to-date'],
      outOf: 'Child protection plans that ended in the period',
      counted: 'Lasted two years or more',
      needs: ['cpPlans.startedOn', 'cpPlans.endedOn'],
      count: countHappened(endings, plan => isSo(twoYears(plan, plan.on))),
    },
    '2y-count': {
      name: 'How many children have been on a plan for two years or more',
      unit: '',
      valued: 'count',
      thresholds: { shape: 'none' },
      count: current(twoYears),
    },
    '2y-families': {
      name: 'How many families have a child on a plan for two years or more',
      unit: '',
      valued: 'count',
      thresholds: { shape: 'none' },
      counted:
        'Families, once each, with a child on a plan for two years or more; a child in no family recorded is one',
      needs: ['cpPlans.startedOn', 'families.familyId'],
      count: families,
    },
    '18m-current': {
      name: 'Children on a plan for 18 months or more',
      counted: 'On it for 18 months or more',
      rule: 'The plan started 18 months ago or earlier, to the date',
      source: 'Local: plans over 18 months are looked at again',
      marks: ['D'],
      thresholds: { shape: 'none' },
      count: current(months(18)),
    },
    '15m-current': {
      name: 'Children on a plan for 15 months or more',
      counted: 'On it for 15 months or more',
      rule: 'The plan started 15 months ago or earlier, to the date',
      source: 'Local: plans over 15 months are looked at again',
      marks: ['D'],
      thresholds: { shape: 'none' },
      count: current(months(15)),
    },
  },
  examples: [
    {
      that: '729 days is not two years, 730 is; a plan that ended on the day is over',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2014-04-02' },
          { id: 'p2', personId: '2', startedOn: '2014-04-01' },
          { id: 'p3', personId: '3', startedOn: '2014-01-01', endedOn: '2016-03-31' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, value: 50, states: { p1: 'late', p2: 'met' } },
    },
    {
      that: 'plans that ended after 729 and after 730 days',
      variant: '2y-ceased',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2014-04-01', endedOn: '2016-03-30' },
          { id: 'p2', personId: '2', startedOn: '2014-04-01', endedOn: '2016-03-31' },
          { id: 'p3', personId: '3', startedOn: '2014-04-01', endedOn: '2016-04-01' },
        ],
      },
      at: '2016-03',
      asAt: '2016-04-30',
      gives: { numerator: 1, denominator: 2, value: 50, states: { p1: 'late', p2: 'met' } },
    },
    {
      that: 'two of a family and one of another are three children',
      variant: '2y-families',
      records: {
        cpPlans: ['1', '2', '3'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2013-01-07' })),
        families: [
          { id: 'f1', familyId: 'f', personId: '1' },
          { id: 'f2', familyId: 'f', personId: '2' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 2, value: 2, states: { p1: 'met', p3: 'met' } },
    },
    {
      that: 'eighteen months to the date, across a short month',
      variant: '18m-current',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2014-08-31' },
          { id: 'p2', personId: '2', startedOn: '2014-09-01' },
        ],
      },
      at: '2016-02-29',
      gives: { numerator: 1, denominator: 2, value: 50, states: { p1: 'met', p2: 'late' } },
    },
    {
      that: 'fifteen months, and a day short of it',
      variant: '15m-current',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2014-12-31' },
          { id: 'p2', personId: '2', startedOn: '2015-01-01' },
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 1, denominator: 2, states: { p1: 'met', p2: 'late' } },
    },
    {
      that: 'the children themselves',
      variant: '2y-count',
      records: { cpPlans: ['1', '2'].map(id => ({ id: `p${id}`, personId: id, startedOn: '2013-01-07' })) },
      at: '2016-03-31',
      gives: { numerator: 2, value: 2 },
    },
  ],
})
