/** Actions that audits set, done in time: entered, for no extract holds them. */
import { measure } from '../measure.ts'

export default measure({
  id: 'audit-actions-closed',
  number: 107,
  name: 'Audit actions completed in time',
  area: 'quality',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month'],
  outOf: 'Audit actions due in the period',
  counted: 'Closed with evidence on or before their day',
  leftOut: 'Actions cancelled with a reason',
  rule: 'By the day of the action itself',
  source: 'Quality assurance, audit programme',
  marks: ['D'],
  needs: [{ notHeld: 'actions set by audits' }],
  thresholds: { shape: 'higher', green: 90, amber: 80 },
  clock: 'audit-action',
  count: () => {},
  examples: [
    {
      that: 'records of children give no figure of it',
      records: { referrals: [{ id: 'r', personId: '1', referredOn: '2016-06-01' }] },
      at: '2016-06-30',
      gives: { numerator: 0 },
    },
  ],
})
