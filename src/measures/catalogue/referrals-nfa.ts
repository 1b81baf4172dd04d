/** How many referrals go no further. */
import { countHappened, isSo } from '../happened.ts'
import { referrals } from '../histories/referrals.ts'
import { isUnread } from '../history.ts'
import { measure } from '../measure.ts'

export default measure({
  id: 'referrals-nfa',
  number: 9,
  name: 'Referrals closed with no further action',
  area: 'front-door',
  unit: '%',
  polarity: 'lower',
  basis: 'happened',
  periods: ['month', 'rolling-year', 'year-to-date'],
  outOf: 'Referrals received in the period',
  counted: 'The outcome of the referral is no further action',
  leftOut: 'Referrals whose day or outcome cannot be read',
  rule: 'By the day the referral was received',
  source: 'DfE Children in Need census (N00112)',
  marks: ['F', 'D'],
  needs: ['referrals.referredOn', 'referrals.noFurtherAction'],
  thresholds: { shape: 'lower', green: 10, amber: 20 },
  stateWords: { met: 'No further action', late: 'Taken further' },
  count: countHappened(referrals, ({ referral }) =>
    isUnread(referral, 'noFurtherAction') ? { leftOut: 'unread' } : isSo(referral.noFurtherAction === true),
  ),
  examples: [
    {
      that: 'no further action, an assessment, nothing said, and what could not be read',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-06-01', noFurtherAction: true },
          { id: 'r2', personId: '2', referredOn: '2016-06-30', noFurtherAction: false },
          { id: 'r3', personId: '3', referredOn: '2016-06-30' },
          { id: 'r4', personId: '4', referredOn: '2016-06-30', unread: ['noFurtherAction'] },
        ],
      },
      at: '2016-06',
      gives: { numerator: 1, denominator: 3, value: 33.3, excluded: 1, states: { r1: 'met', r4: 'excluded' } },
    },
    {
      that: 'one received the day before the month, and one the day after',
      records: {
        referrals: [
          { id: 'r1', personId: '1', referredOn: '2016-05-31', noFurtherAction: true },
          { id: 'r2', personId: '2', referredOn: '2016-07-01', noFurtherAction: true },
        ],
      },
      at: '2016-06',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})
