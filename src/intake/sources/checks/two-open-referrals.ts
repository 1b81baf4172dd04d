/** Two open episodes of need at once (CIN census 8815): the child would be counted once and each of them kept open. */
import { isOpenNeed } from '../../../children/standing.ts'
import { check } from './check.ts'
import { secondOnes } from './second-ones.ts'

export const twoOpenReferrals = check('referrals', {
  id: 'two-open-referrals',
  field: 'closedOn',
  problem: 'The child has two open episodes of need',
  expected: 'one open episode at a time',
  source: 'CIN census 8815',
  touches: ['front-door', 'need'],
  flaws: (rows, { asAt }) =>
    secondOnes(
      rows.filter(row => isOpenNeed(row, asAt)),
      row => row.personId,
      row => row.referredOn,
    ),
})
