/** Two open assessments in one referral (CIN census 8896). */
import { isRead } from '../../../children/standing.ts'
import { check } from './check.ts'
import { secondOnes } from './second-ones.ts'

export const twoOpenAssessments = check('assessments', {
  id: 'two-open-assessments',
  field: 'authorisedOn',
  problem: 'Two assessments are open in one referral',
  expected: 'one open assessment at a time',
  source: 'CIN census 8896',
  touches: ['assessment'],
  flaws: rows =>
    secondOnes(
      rows.filter(row => row.authorisedOn === null && isRead(row, 'authorisedOn')),
      row => row.referralId,
      row => row.startedOn,
    ),
})
