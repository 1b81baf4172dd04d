/** How many referrals lead to a service: the child becomes a child in need. */
import { rowsBy } from '../../children/records.ts'
import { dueDay } from '../clock.ts'
import { clockNamed } from '../clocks.ts'
import { countHappened, type Seen, type Verdict } from '../happened.ts'
import { type Referred, referrals, wasClosedAs } from '../histories/referrals.ts'
import { isUnread, numbered } from '../history.ts'
import { measure } from '../measure.ts'
import { countingOf } from '../running.ts'

const CLOCK = clockNamed('assessment-45')!

/** While its assessment is open and not overdue, or has not begun, it is not known what comes of it. */
function ledToService({ on, referral }: Referred, { history, window: { asAt }, settings }: Seen): Verdict {
  if (isUnread(referral, 'noFurtherAction', 'closedOn', 'closeReason')) return { leftOut: 'unread' }
  const isClosedWithout = (['RC8', 'RC9'] as const).some(reason => wasClosedAs(referral, reason, asAt))
  if (referral.noFurtherAction === true || isClosedWithout) return 'late'
  const closedOn = numbered(referral.closedOn)
  if (closedOn !== null && closedOn <= asAt) return 'met'
  const assessments = rowsBy(history.records.assessments, 'referralId').get(referral.id) ?? []
  const isDone = assessments.some(({ authorisedOn }) => (numbered(authorisedOn) ?? Infinity) <= asAt)
  const due = dueDay(CLOCK, { start: on }, countingOf(history, settings))
  return !isDone && due !== null && due >= asAt ? 'open-in-time' : 'met'
}

export default measure({
  id: 'referrals-leading-to-service',
  number: 10,
  name: 'Referrals that led to a service',
  area: 'front-door',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['rolling-year'],
  outOf: 'Referrals received in the period whose outcome is known',
  counted: 'Taken further, and not closed after the assessment with no action or to early help',
  leftOut: 'Referrals whose assessment is not done and not yet overdue: they are shown as not known yet',
  rule: 'By the day of the referral; closures up to the day shown. The assessment has 45 working days',
  source: 'London self-improvement indicators; DfE Children in Need census, closures RC8 and RC9',
  marks: ['F'],
  needs: ['referrals.referredOn', 'referrals.noFurtherAction', 'referrals.closeReason', 'assessments.authorisedOn'],
  stateWords: { met: 'Led to a service', late: 'Did not', 'open-in-time': 'Not known yet' },
  count: countHappened(referrals, ledToService),
  examples: [
    {
      that: 'no further action, closed after assessment, to early help, closed after services, assessed and still open',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-09-07', noFurtherAction: true },
          { id: 'r2', personId: '2', referredOn: '2015-09-07', closedOn: '2015-11-09', closeReason: 'RC8' },
          { id: 'r3', personId: '3', referredOn: '2015-09-07', closedOn: '2015-11-09', closeReason: 'RC9' },
          { id: 'r4', personId: '4', referredOn: '2015-09-07', closedOn: '2016-03-01', closeReason: 'RC7' },
          { id: 'r5', personId: '5', referredOn: '2015-09-07' },
        ],
        assessments: [
          { id: 'a5', personId: '5', referralId: 'r5', startedOn: '2015-09-08', authorisedOn: '2015-11-02' },
        ],
      },
      at: '2016-03',
      gives: {
        numerator: 2,
        denominator: 5,
        value: 40,
        states: { r1: 'late', r2: 'late', r3: 'late', r4: 'met', r5: 'met' },
      },
    },
    {
      that: 'an assessment due on the day is not known yet; a day overdue the child has been in need all the while',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-09-07' },
          { id: 'r2', personId: '2', referredOn: '2015-09-04' },
        ],
        assessments: [{ id: 'a1', personId: '1', referralId: 'r1', startedOn: '2015-09-08' }],
      },
      at: '2015-11-09',
      gives: { numerator: 1, denominator: 1, states: { r1: 'open-in-time', r2: 'met' } },
    },
    {
      that: 'closed after services, and assessed, on the very day: both known',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2015-11-02', closedOn: '2015-11-09', closeReason: 'RC7' },
          { id: 'r2', personId: '2', referredOn: '2015-11-02' },
        ],
        assessments: [
          { id: 'a2', personId: '2', referralId: 'r2', startedOn: '2015-11-02', authorisedOn: '2015-11-09' },
        ],
      },
      at: '2015-11-09',
      gives: { numerator: 2, denominator: 2, states: { r1: 'met', r2: 'met' } },
    },
  ],
})
