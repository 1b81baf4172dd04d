/** Complaints and compliments: entered, for no extract holds them. */
import { measure } from '../measure.ts'

export default measure({
  id: 'complaints-rate',
  number: 112,
  name: 'Complaints received',
  area: 'complaints',
  unit: '',
  polarity: 'lower',
  basis: 'happened',
  periods: ['quarter', 'rolling-year'],
  outOf: 'Every complaint about services to children',
  counted: 'Statutory stage 1 complaints received in the period',
  leftOut: 'Corporate complaints',
  rule: 'By the day received',
  source: 'Children Act 1989 Representations Procedure Regulations 2006; complaints register',
  marks: ['F'],
  needs: [{ notHeld: 'complaints' }],
  count: () => {},
  variants: {
    upheld: {
      name: 'Complaints upheld or partly upheld',
      unit: '%',
      outOf: 'Statutory complaints closed in the period',
      counted: 'Upheld or partly upheld',
      rule: 'By the day closed',
      valued: 'percentage',
    },
    'per-100-open': {
      name: 'Complaints for each hundred children with an open case',
      unit: 'per 100 children',
      outOf: 'Children with an open case, in hundreds',
      valued: 'per',
      per: () => null,
      times: 100,
    },
    compliments: {
      name: 'Compliments received',
      polarity: 'higher',
      outOf: 'Everything said in praise of services to children',
      counted: 'Compliments about the service received in the period',
      leftOut: 'Praise that nobody wrote down',
      source: 'Complaints register',
    },
  },
  examples: [
    {
      that: 'records of children give no figure of it',
      records: { referrals: [{ id: 'r', personId: '1', referredOn: '2016-06-01' }] },
      at: '2016-06-30',
      gives: { numerator: 0 },
    },
  ],
})
