/** How long assessments take, and how many take how long. */
import { countAmounts, countHappened, isSo, type Seen } from '../happened.ts'
import { authorised, type OneAssessment } from '../histories/assessments.ts'
import type { Dated } from '../happened.ts'
import { measure, type VariantGiven } from '../measure.ts'

/** Working days from its start to its authorisation; the same day is 0 (R3). */
function lasted({ from, on, isUnread }: Dated & OneAssessment, { history }: Seen) {
  if (isUnread) return { leftOut: 'unread' }
  if (from === null) return { leftOut: 'no-start' }
  return on < from
    ? { leftOut: 'stopped-before-start' }
    : (history.calendar.elapsed(from, on) ?? { leftOut: 'no-due-day' })
}

/** The bands of the DfE's statistics. */
const band = (words: string, least: number, most: number): VariantGiven => ({
  name: `Assessments completed ${words}`,
  unit: '%',
  valued: 'percentage',
  polarity: 'none',
  counted: `Authorised ${words}`,
  rule: 'Elapsed working days; the same day is 0',
  source: 'DfE Children in Need statistics, duration bands',
  marks: ['F'],
  thresholds: { shape: 'none' },
  stateWords: { met: 'In this band', late: 'In another' },
  count: countHappened(authorised, (one, seen) => {
    const days = lasted(one, seen)
    return typeof days === 'number' ? isSo(days >= least && days <= most) : days
  }),
})

export default measure({
  id: 'assessment-duration-mean',
  number: 19,
  name: 'Average length of assessment',
  area: 'assessment',
  unit: 'working days',
  polarity: 'lower',
  basis: 'completed',
  periods: ['month', 'rolling-year'],
  valued: 'mean',
  outOf: 'Assessments authorised in the period',
  counted: 'Working days from the referral to the authorisation; the same day is 0',
  leftOut: 'Assessments without a start, or authorised before it',
  rule: 'Elapsed working days; mean, with the median beside it. A second assessment on the same referral runs from its own start',
  source: 'DfE Children in Need statistics, duration bands; the target of 30 days is one council’s own',
  marks: ['F', 'D'],
  needs: ['assessments.authorisedOn', 'referrals.referredOn'],
  thresholds: { shape: 'lower', green: 30, amber: 35 },
  stateWords: { met: 'Counted' },
  count: countAmounts(authorised, lasted),
  variants: {
    'same-day': band('the same day', 0, 0),
    '1-10': band('in 1 to 10 working days', 1, 10),
    '11-20': band('in 11 to 20 working days', 11, 20),
    '21-30': band('in 21 to 30 working days', 21, 30),
    '31-40': band('in 31 to 40 working days', 31, 40),
    '41-45': band('in 41 to 45 working days', 41, 45),
    '46-50': band('in 46 to 50 working days', 46, 50),
    '51-60': band('in 51 to 60 working days', 51, 60),
    '61-plus': band('in 61 working days or more', 61, Infinity),
  },
  examples: [
    {
      that: 'durations of 12, 30, 45 and 46 working days',
      records: {
        referrals: ['1', '2', '3', '4'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-09-07' })),
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', authorisedOn: '2015-09-23' },
          { id: 'a2', personId: '2', referralId: 'r2', authorisedOn: '2015-10-19' },
          { id: 'a3', personId: '3', referralId: 'r3', authorisedOn: '2015-11-09' },
          { id: 'a4', personId: '4', referralId: 'r4', authorisedOn: '2015-11-10' },
        ],
      },
      at: '2015-11-30',
      period: 'rolling-year',
      gives: { numerator: 133, denominator: 4, value: 33.3, median: 37.5 },
    },
    {
      that: 'a second assessment from its own start; one authorised before the referral is left out',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2015-09-07' }],
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', startedOn: '2015-09-07', authorisedOn: '2015-09-01' },
          { id: 'a2', personId: '1', referralId: 'r1', startedOn: '2015-09-14', authorisedOn: '2015-09-16' },
        ],
      },
      at: '2015-09',
      gives: { numerator: 2, denominator: 1, value: 2, median: 2, excluded: 1, states: { a1: 'excluded' } },
    },
    {
      that: 'the last working day of a band, and the first of the next',
      variant: '41-45',
      records: {
        referrals: ['1', '2'].map(id => ({ id: `r${id}`, personId: id, referredOn: '2015-09-07' })),
        assessments: [
          { id: 'a1', personId: '1', referralId: 'r1', authorisedOn: '2015-11-09' },
          { id: 'a2', personId: '2', referralId: 'r2', authorisedOn: '2015-11-10' },
        ],
      },
      at: '2015-11',
      gives: { numerator: 1, denominator: 2, value: 50, states: { a1: 'met', a2: 'late' } },
    },
    {
      that: 'started and authorised on the day of the referral',
      variant: 'same-day',
      records: {
        referrals: [{ id: 'r1', personId: '1', referredOn: '2015-12-24' }],
        assessments: [{ id: 'a1', personId: '1', referralId: 'r1', authorisedOn: '2015-12-24' }],
      },
      at: '2015-12',
      gives: { numerator: 1, denominator: 1, value: 100 },
    },
  ],
})
