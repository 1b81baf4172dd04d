/** Returns of partner agencies and schools on how they safeguard children: entered. */
import { measure } from '../measure.ts'

export default measure({
  id: 'partner-audit-returns',
  number: 118,
  name: 'Safeguarding returns from partner agencies and schools',
  area: 'partners',
  unit: '%',
  polarity: 'higher',
  basis: 'due',
  periods: ['rolling-year'],
  outOf: 'Agencies and schools due to return',
  counted: 'Returned complete by the day',
  leftOut: 'Nobody is left out',
  rule: 'By the day that the safeguarding partnership set',
  source: 'Safeguarding partnership; Children Act 2004, section 11; Education Act 2002, section 175',
  marks: ['D'],
  needs: [{ notHeld: 'returns of partner agencies' }],
  thresholds: { shape: 'higher', green: 100, amber: 90 },
  count: () => {},
  variants: {
    'section-11': {
      name: 'Section 11 returns from partner agencies',
      outOf: 'Agencies due to return',
      source: 'Safeguarding partnership; Children Act 2004, section 11',
    },
    'section-175': {
      name: 'Section 175 returns from schools',
      outOf: 'Schools due to return',
      source: 'Safeguarding partnership; Education Act 2002, section 175',
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
