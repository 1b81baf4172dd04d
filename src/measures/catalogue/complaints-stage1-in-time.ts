/** Complaints answered in time: entered, for no extract holds them. */
import { measure } from '../measure.ts'

export default measure({
  id: 'complaints-stage1-in-time',
  number: 113,
  name: 'Stage 1 complaints answered in time',
  area: 'complaints',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['quarter'],
  outOf: 'Stage 1 responses due in the period',
  counted: 'Answered on or before the day due',
  leftOut: 'Complaints that were withdrawn',
  rule: '10 working days, or 20 where the complainant was told in time that more is needed; the day received is day 0',
  source: 'Children Act 1989 Representations Procedure Regulations 2006; complaints register',
  marks: ['F', 'K'],
  needs: [{ notHeld: 'complaints, and when each was answered' }],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'complaint-1',
  count: () => {},
  variants: {
    'stage-2': {
      name: 'Stage 2 complaints answered in time',
      outOf: 'Stage 2 responses due in the period',
      rule: '25 working days, or 65 where the complainant was told in time',
      clock: 'complaint-2',
    },
    'stage-3': {
      name: 'Stage 3 panels held in time',
      outOf: 'Stage 3 panels due in the period',
      counted: 'The panel met on or before the day due',
      rule: '30 working days after the request',
      clock: 'complaint-3',
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
