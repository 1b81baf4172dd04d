/** Audits done as the programme has them: entered, for no extract holds audits. */
import { measure } from '../measure.ts'

export default measure({
  id: 'audits-completed',
  number: 105,
  name: 'Audits completed against the programme',
  area: 'quality',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['month'],
  outOf: 'Audits due in the period: one for each named auditor a month, and the themes of the programme',
  counted: 'Submitted by the end of the month',
  leftOut: 'Auditors away for the whole month',
  rule: 'By the end of the month in which the audit was allocated',
  source: 'Quality assurance, audit programme',
  marks: ['D'],
  needs: [{ notHeld: 'audits, and when each was due and submitted' }],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  clock: 'audit',
  count: () => {},
  variants: {
    thematic: {
      name: 'Themed audits completed against the programme',
      outOf: 'Themed audits in the programme for the period',
    },
    observations: {
      name: 'Observations of practice completed against the programme',
      outOf: 'Observations of practice due in the period',
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
