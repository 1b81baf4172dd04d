/** How long care proceedings last. */
import { countAmounts } from '../happened.ts'
import { proceedingsEnded } from '../histories/court-cases.ts'
import { measure } from '../measure.ts'

const inCourt = (id: string, issuedOn: string | null, finalOrderOn: string, outcome = 'Care order') =>
  ({ id, personId: id, issuedOn, finalOrderOn, outcome }) as const

export default measure({
  id: 'care-proceedings-duration-mean',
  number: 116,
  name: 'Average length of care proceedings',
  area: 'court',
  unit: 'weeks',
  polarity: 'lower',
  basis: 'completed',
  periods: ['rolling-year', 'quarter'],
  valued: 'mean',
  outOf: 'Children whose care or supervision proceedings ended in the period',
  counted: 'Weeks from issue to the final order',
  leftOut: 'Applications withdrawn or transferred; those of which days are missing or contradict',
  rule: 'Calendar days from issue to the order of each child, divided by seven',
  source: 'Cafcass and Ministry of Justice, family court statistics',
  marks: ['F', 'D'],
  needs: ['courtCases.issuedOn', 'courtCases.finalOrderOn'],
  thresholds: { shape: 'lower', green: 26, amber: 30 },
  clock: 'proceedings',
  stateWords: { met: 'Ended' },
  count: countAmounts(proceedingsEnded, ({ start, on, isWithdrawn }) => {
    if (isWithdrawn) return { leftOut: 'The application was withdrawn or transferred' }
    if (start === null) return { leftOut: 'no-start' }
    return on < start ? { leftOut: 'stopped-before-start' } : (on - start) / 7
  }),
  examples: [
    {
      that: '182 days and 210; withdrawn, not dated, and ended before it began are left out',
      records: {
        courtCases: [
          inCourt('1', '2015-09-01', '2016-03-01'),
          inCourt('2', '2015-09-01', '2016-03-29'),
          inCourt('3', '2015-09-01', '2016-03-01', 'Withdrawn'),
          inCourt('4', null, '2016-03-01'),
          inCourt('5', '2016-03-02', '2016-03-01'),
        ],
      },
      at: '2016-03-31',
      gives: { numerator: 56, denominator: 2, value: 28, median: 28, excluded: 3 },
    },
    {
      that: 'an order of the next month is not counted',
      period: 'quarter',
      records: { courtCases: [inCourt('1', '2015-09-01', '2016-04-01')] },
      at: '2016-03-31',
      gives: { numerator: 0, denominator: 0, value: null },
    },
  ],
})
