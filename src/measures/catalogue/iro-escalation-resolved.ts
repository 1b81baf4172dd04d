/** Escalations by reviewing officers and conference chairs: entered, for no extract holds them. */
import { measure } from '../measure.ts'

export default measure({
  id: 'iro-escalation-resolved',
  number: 108,
  name: 'Escalations by reviewing officers resolved in time',
  area: 'quality',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month'],
  outOf: 'Escalations due in the period',
  counted: 'Resolved within 20 working days',
  leftOut: 'Escalations that were withdrawn',
  rule: '20 working days; the day it was raised is day 0',
  source: 'Independent Reviewing Officers’ Handbook (2010); independent reviewing service',
  marks: ['K', 'D'],
  needs: [{ notHeld: 'escalations by reviewing officers' }],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'iro-dispute',
  count: () => {},
  variants: {
    raised: {
      name: 'Escalations raised by reviewing officers',
      polarity: 'none',
      basis: 'happened',
      outOf: 'Every escalation by a reviewing officer or conference chair',
      counted: 'Escalations raised in the period',
      rule: 'By the day it was raised',
      unit: '',
      valued: 'count',
      thresholds: { shape: 'none' },
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
