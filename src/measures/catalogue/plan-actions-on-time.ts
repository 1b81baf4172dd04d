/** Actions of the improvement plan delivered on time: worked out from the plan, not from records of children. */
import { measure } from '../measure.ts'

export default measure({
  id: 'plan-actions-on-time',
  number: 120,
  name: 'Improvement plan actions delivered on time',
  area: 'improvement',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['snapshot'],
  outOf: 'Actions of the plan whose first agreed day has passed',
  counted: 'Completed, with the evidence accepted, on or before the first day agreed',
  leftOut: 'Actions withdrawn by decision of the board; ongoing actions, which have no day',
  rule: 'The first day agreed for each action; a later day agreed since does not make it on time',
  source: 'The improvement plan',
  marks: ['D'],
  needs: [{ notHeld: 'the plan itself (see the plan register)' }],
  thresholds: { shape: 'higher', green: 90, amber: 75 },
  clock: 'action',
  count: () => {},
  variants: {
    'latest-date': {
      name: 'Improvement plan actions delivered by the latest day agreed',
      counted: 'Completed, with the evidence accepted, on or before the latest day agreed',
      rule: 'The latest day agreed for each action',
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
