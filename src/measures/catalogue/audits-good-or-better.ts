/** What audits grade practice: entered, for no extract holds grades. */
import { measure } from '../measure.ts'

export default measure({
  id: 'audits-good-or-better',
  number: 106,
  name: 'Practice graded good or better',
  area: 'quality',
  unit: '%',
  polarity: 'higher',
  basis: 'happened',
  periods: ['month', 'quarter'],
  outOf: 'Audits moderated in the period with a grade',
  counted: 'Graded good or outstanding; the moderated grade counts',
  leftOut: 'Audits not graded or voided',
  rule: 'By the day of the audit',
  source: 'Quality assurance, audit programme',
  marks: ['D'],
  needs: [{ notHeld: 'grades of audits' }],
  count: () => {},
  variants: {
    assessments: {
      name: 'Assessments graded good or better',
      outOf: 'Audits moderated in the period with a grade for the assessment',
    },
    'smart-plans': {
      name: 'Plans graded good or better',
      outOf: 'Audits moderated in the period with a grade for the plan',
    },
    voice: {
      name: 'The child’s voice graded good or better',
      outOf: 'Audits moderated in the period with a grade for the voice of the child',
    },
    'pathway-plans': {
      name: 'Pathway plans graded good or better',
      outOf: 'Audits of pathway plans moderated in the period with a grade',
    },
    supervision: {
      name: 'Supervision graded good or better',
      outOf: 'Audits moderated in the period with a grade for supervision',
    },
    'risk-assessments': {
      name: 'Risk assessments graded good or better',
      outOf: 'Audits moderated in the period with a grade for the assessment of risk',
    },
    inadequate: {
      name: 'Practice graded inadequate',
      polarity: 'lower',
      counted: 'Graded inadequate; the moderated grade counts',
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
