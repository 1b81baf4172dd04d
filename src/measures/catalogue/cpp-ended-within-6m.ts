/** Plans that ended soon after they were made. */
import { monthsAfter } from '../../terms/day-number.ts'
import { countHappened, type Dated, ended, isSo } from '../happened.ts'
import { cpPlans, type OwnCpPlan } from '../histories/cp-plans.ts'
import { LEFT_PLAN, whyLeftPlan } from '../histories/plan-endings.ts'
import type { History } from '../history.ts'
import { type Count, measure } from '../measure.ts'

/** Those that somebody decided to end, and those that the child left, with why. */
const endings = (history: History): (Dated & OwnCpPlan & { why: ReturnType<typeof whyLeftPlan> })[] =>
  history.of(cpPlans).flatMap(plan => {
    const { id, personId, from, until, isSameDay } = plan
    if (until === null || isSameDay) return []
    return [{ ...plan, ...ended(id, personId, from, until), personId, why: whyLeftPlan(history, personId, until) }]
  })

const within = (months: number): Count =>
  countHappened(endings, ({ from, on, why }) =>
    why ? { leftOut: LEFT_PLAN[why] } : isSo(on <= monthsAfter(from, months)),
  )

export default measure({
  id: 'cpp-ended-within-6m',
  number: 30,
  name: 'Plans that ended within six months of being made',
  area: 'protection',
  unit: '%',
  polarity: 'lower',
  basis: 'completed',
  periods: ['rolling-year', 'year-to-date'],
  outOf: 'Child protection plans that ended in the period',
  counted: 'Ended within six months of their start',
  leftOut:
    'Plans that ended because the child moved away, died or became 18; plans of other authorities and of one day',
  rule: 'Six months to the date: a plan that ended on that date counts',
  source: 'DfE Children in Need statistics, duration of plans that ended',
  marks: ['F'],
  needs: ['cpPlans.startedOn', 'cpPlans.endedOn'],
  stateWords: { met: 'Within the time', late: 'Longer' },
  count: within(6),
  variants: {
    '3m': {
      name: 'Plans that ended within three months of being made',
      counted: 'Ended within three months of their start',
      rule: 'Three months to the date: a plan that ended on that date counts',
      count: within(3),
    },
  },
  examples: [
    {
      that: 'six months to the date, and the day after',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-08-31', endedOn: '2016-02-29' },
          { id: 'p2', personId: '2', startedOn: '2015-08-31', endedOn: '2016-03-01' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, value: 50, states: { p1: 'met', p2: 'late' } },
    },
    {
      that: 'moved on the day, moved on another, died, and 18 on the day',
      records: {
        people: [
          { id: '3', bornOn: '2012-01-01', diedOn: '2016-02-01' },
          { id: '4', bornOn: '1998-02-01' },
        ],
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-11-02', closedOn: '2016-02-01', closeReason: 'RC5' },
          { id: 'r2', personId: '2', referredOn: '2015-11-02', closedOn: '2016-02-02', closeReason: 'RC5' },
        ],
        cpPlans: ['1', '2', '3', '4'].map(id => ({
          id: `p${id}`,
          personId: id,
          startedOn: '2015-12-01',
          endedOn: '2016-02-01',
        })),
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 1, value: 100, excluded: 3, states: { p1: 'excluded', p2: 'met' } },
    },
    {
      that: 'three months to the date, and the day after',
      variant: '3m',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-11-30', endedOn: '2016-02-29' },
          { id: 'p2', personId: '2', startedOn: '2015-11-30', endedOn: '2016-03-01' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 2, states: { p1: 'met', p2: 'late' } },
    },
  ],
})
