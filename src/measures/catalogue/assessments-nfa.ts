/** How many assessments end in no further action. */
import { countHappened, isSo } from '../happened.ts'
import { type OneAssessment, authorised } from '../histories/assessments.ts'
import { carePeriodsByChild } from '../histories/care-periods.ts'
import { cinPlansByChild } from '../histories/cin-plans.ts'
import { cpPlansByChild } from '../histories/cp-plans.ts'
import { wasClosedAs } from '../histories/referrals.ts'
import { isOpen } from '../histories/span.ts'
import { type History, isUnread } from '../history.ts'
import { measure } from '../measure.ts'

/** A plan or a period of care began before the assessment did, and was open when it began (ruling "Assessments ending NFA, exclusion"). */
function wasOpenCase(history: History, { personId, startedOn, from }: OneAssessment): boolean {
  const on = startedOn ?? from
  if (on === null) return false
  return [cinPlansByChild, cpPlansByChild, carePeriodsByChild].some(spans =>
    (history.of(spans as typeof cpPlansByChild).get(personId) ?? []).some(span => span.from < on && isOpen(span, on)),
  )
}

export default measure({
  id: 'assessments-nfa',
  number: 20,
  name: 'Assessments ending in no further action',
  area: 'assessment',
  unit: '%',
  polarity: 'lower',
  basis: 'happened',
  periods: ['month', 'rolling-year'],
  outOf: 'Assessments authorised in the period',
  counted: 'The outcome is no further action, or the case was closed after the assessment for that reason',
  leftOut: 'Assessments of children who had a plan or were looked after when the assessment began',
  rule: 'By the day the assessment was authorised',
  source: 'DfE Children in Need census: outcome of the assessment, and closures for reason RC8',
  marks: ['F', 'D'],
  needs: ['assessments.authorisedOn', 'assessments.noFurtherAction'],
  thresholds: { shape: 'lower', green: 30, amber: 40 },
  stateWords: { met: 'No further action', late: 'Taken further' },
  count: countHappened(authorised, (one, { history, window: { asAt } }) => {
    const { assessment, referral } = one
    if (one.isUnread || isUnread(assessment, 'noFurtherAction')) return { leftOut: 'unread' }
    if (wasOpenCase(history, one)) return null
    return isSo(
      assessment.noFurtherAction === true ||
        (assessment.outcomes?.includes('no-further-action') ?? false) ||
        (referral !== undefined && wasClosedAs(referral, 'RC8', asAt)),
    )
  }),
  examples: [
    {
      that: 'by its outcome, by the closure of the case, and neither',
      records: {
        referrals: [
          { id: 'r2', personId: '2', referredOn: '2016-05-02', closedOn: '2016-06-30', closeReason: 'RC8' },
          { id: 'r3', personId: '3', referredOn: '2016-05-02', closedOn: '2016-07-01', closeReason: 'RC8' },
        ],
        assessments: [
          { id: 'a1', personId: '1', startedOn: '2016-05-02', authorisedOn: '2016-06-01', noFurtherAction: true },
          { id: 'a2', personId: '2', referralId: 'r2', startedOn: '2016-05-02', authorisedOn: '2016-06-01' },
          { id: 'a3', personId: '3', referralId: 'r3', startedOn: '2016-05-02', authorisedOn: '2016-06-01' },
        ],
      },
      at: '2016-06',
      asAt: '2016-07-31',
      gives: { numerator: 2, denominator: 3, value: 66.7, states: { a1: 'met', a2: 'met', a3: 'late' } },
    },
    {
      that: 'a plan that was open when the assessment began; one that began or ended on that day',
      records: {
        cinPlans: [
          { id: 'n1', personId: '1', startedOn: '2016-05-01' },
          { id: 'n2', personId: '2', startedOn: '2016-05-02' },
          { id: 'n3', personId: '3', startedOn: '2016-01-01', endedOn: '2016-05-02' },
        ],
        assessments: ['1', '2', '3'].map(id => ({
          id: `a${id}`,
          personId: id,
          startedOn: '2016-05-02',
          authorisedOn: '2016-06-01',
          noFurtherAction: true,
        })),
      },
      at: '2016-06',
      gives: { numerator: 2, denominator: 2, value: 100, states: { a2: 'met', a3: 'met' } },
    },
  ],
})
