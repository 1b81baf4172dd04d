/** Recommendations whose impact is evidenced and signed off: worked out from the plan, not from records of children. */
import { measure } from '../measure.ts'

export default measure({
  id: 'plan-impact-evidenced',
  number: 121,
  name: 'Recommendations with evidenced impact, signed off',
  area: 'improvement',
  unit: '%',
  polarity: 'higher',
  basis: 'snapshot',
  periods: ['snapshot'],
  outOf: 'Recommendations in force',
  counted: 'Signed off by the board: actions complete, and their impact seen',
  leftOut: 'Nobody and nothing is left out',
  rule: 'As signed off at meetings of the board by the day shown',
  source: 'The improvement plan',
  marks: ['D'],
  needs: [{ notHeld: 'the plan itself (see the plan register)' }],
  count: () => {},
  variants: {
    'actions-complete': {
      name: 'Recommendations whose actions are signed off as complete',
      counted: 'Signed off by the board as complete in their actions',
    },
    progress: {
      name: 'Recommendations with evidence of progress',
      counted: 'The evidence shows that progress is made',
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
