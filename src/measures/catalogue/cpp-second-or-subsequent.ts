/** Plans that are not the child's first. */
import { monthsAfter } from '../../terms/day-number.ts'
import { countHappened, type Dated, dated, isSo } from '../happened.ts'
import { cpPlans, cpPlansByChild, type OwnCpPlan } from '../histories/cp-plans.ts'
import type { History } from '../history.ts'
import { measure } from '../measure.ts'

type Started = Dated & { readonly plan: OwnCpPlan; readonly earlier: readonly OwnCpPlan[] }

/** With the child's earlier plans, one that was still open when this one began among them. */
const starts = (history: History): Started[] =>
  history.of(cpPlans).flatMap(plan => {
    if (plan.isSameDay) return []
    const earlier = history
      .of(cpPlansByChild)
      .get(plan.personId)!
      .filter(({ isSameDay, from }) => !isSameDay && from < plan.from)
    return [{ ...dated(plan.id, plan.personId, plan.from), plan, earlier }]
  })

export default measure({
  id: 'cpp-second-or-subsequent',
  number: 28,
  name: 'Plans that were a second or later plan, ever',
  area: 'protection',
  unit: '%',
  polarity: 'band',
  basis: 'happened',
  periods: ['rolling-year', 'year-to-date', 'month'],
  looksBack: 'ever',
  outOf: 'Child protection plans that started in the period, each one',
  counted: 'The child had been on an earlier plan of ours, however long ago',
  leftOut:
    'Plans of other authorities and plans of one day. A plan made because the child moved here is not a second plan. Plans before the records began are not known',
  rule: 'By the day the plan started',
  source: 'DfE Children in Need statistics: second or subsequent, regardless of how long ago. The band is a default',
  marks: ['F', 'D'],
  needs: ['cpPlans.startedOn', 'cpPlans.endedOn'],
  thresholds: { shape: 'band', green: [10, 18], amber: [8, 22] },
  stateWords: { met: 'A later plan', late: 'The first' },
  count: countHappened(starts, ({ plan, earlier }) => isSo(!plan.isTransferIn && earlier.length > 0)),
  variants: {
    'within-24m': {
      name: 'Plans that followed another within 24 months',
      counted: 'An earlier plan of ours had ended within the 24 months before',
      rule: 'An earlier plan that ended exactly 24 months before still counts',
      source: 'Local; read beside the DfE’s figure of second plans, however long ago',
      marks: ['K', 'D'],
      thresholds: { shape: 'none' },
      looksBack: 24,
      polarity: 'lower',
      count: countHappened(starts, ({ plan, earlier, on }) =>
        isSo(
          !plan.isTransferIn &&
            earlier.some(({ until }) => until !== null && until <= on && on <= monthsAfter(until, 24)),
        ),
      ),
    },
  },
  examples: [
    {
      that: 'a first plan, a second, and one made because the child moved here',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2016-01-04' },
          { id: 'p2', personId: '2', startedOn: '2009-01-05', endedOn: '2010-01-05' },
          { id: 'p3', personId: '2', startedOn: '2016-01-04' },
          { id: 'p4', personId: '4', startedOn: '2014-01-06', endedOn: '2015-01-05' },
          { id: 'p5', personId: '4', startedOn: '2016-01-04', conferenceId: 'i5' },
        ],
        conferences: [{ id: 'i5', personId: '4', heldOn: '2016-01-04', isTransferIn: true }],
      },
      at: '2016-03',
      gives: { numerator: 1, denominator: 3, value: 33.3, states: { p1: 'late', p3: 'met', p5: 'late' } },
    },
    {
      that: 'a plan of one day is no earlier plan, nor one of another authority',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-01-05', endedOn: '2015-01-05' },
          { id: 'p2', personId: '1', startedOn: '2014-01-06', endedOn: '2015-01-05', isOtherAuthority: true },
          { id: 'p3', personId: '1', startedOn: '2016-01-04' },
        ],
      },
      at: '2016-03',
      gives: { numerator: 0, denominator: 1, states: { p3: 'late' } },
    },
    {
      that: 'ended on 29 February 2016: 28 February 2018 is within 24 months, 1 March is not',
      variant: 'within-24m',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-01-05', endedOn: '2016-02-29' },
          { id: 'p2', personId: '1', startedOn: '2018-02-28' },
          { id: 'p3', personId: '2', startedOn: '2015-01-05', endedOn: '2016-02-29' },
          { id: 'p4', personId: '2', startedOn: '2018-03-01' },
        ],
      },
      at: '2018-03',
      gives: { numerator: 1, denominator: 2, value: 50, states: { p2: 'met', p4: 'late' } },
    },
    {
      that: 'a plan begun while an earlier one was open is a second one; of two that began on one day neither is',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-01-05', endedOn: '2016-02-01' },
          { id: 'p2', personId: '1', startedOn: '2016-01-04' },
          { id: 'p3', personId: '2', startedOn: '2016-01-04' },
          { id: 'p4', personId: '2', startedOn: '2016-01-04' },
        ],
      },
      at: '2016-01',
      period: 'month',
      gives: { numerator: 1, denominator: 3, states: { p2: 'met', p3: 'late', p4: 'late' } },
    },
    {
      that: 'a plan that ended on the day the next began was an earlier one',
      records: {
        cpPlans: [
          { id: 'p1', personId: '1', startedOn: '2015-01-05', endedOn: '2016-01-04' },
          { id: 'p2', personId: '1', startedOn: '2016-01-04' },
        ],
      },
      at: '2016-01',
      period: 'month',
      gives: { numerator: 1, denominator: 1, states: { p2: 'met' } },
    },
  ],
})
