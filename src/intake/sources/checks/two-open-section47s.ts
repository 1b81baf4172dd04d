/** Two open section 47 enquiries in one referral (CIN census 8839). */
import { isRead } from '../../../children/standing.ts'
import { check } from './check.ts'
import { secondOnes } from './second-ones.ts'

export const twoOpenSection47s = check('section47s', {
  id: 'two-open-section47s',
  field: 'endedOn',
  problem: 'Two section 47 enquiries are open in one referral',
  expected: 'one open enquiry at a time',
  source: 'CIN census 8839',
  touches: ['section-47'],
  flaws: rows =>
    secondOnes(
      rows.filter(row => row.endedOn === null && isRead(row, 'endedOn')),
      row => row.referralId,
      row => row.startedOn,
    ),
})
