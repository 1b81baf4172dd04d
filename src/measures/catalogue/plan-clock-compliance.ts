/** Clocks of the programme itself met: worked out from the plan, not from records of children. */
import { measure } from '../measure.ts'

export default measure({
  id: 'plan-clock-compliance',
  number: 122,
  name: 'Governance clocks met',
  area: 'improvement',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['year-to-date'],
  outOf: 'Board meetings, reviews, reports and other clocks of the programme due in the period',
  counted: 'Met on or before the day due',
  leftOut: 'Changes that the Department for Education agreed',
  rule: 'Each by its own clock',
  source: 'Education and Inspections Act 2006, section 137; the improvement notice',
  marks: ['F', 'D'],
  needs: [{ notHeld: 'the plan itself (see the plan register)' }],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
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
