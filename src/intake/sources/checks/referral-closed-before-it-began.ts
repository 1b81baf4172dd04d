/** A referral closed before it was made (CIN census 8630). */
import { before, check } from './check.ts'

export const referralClosedBeforeItBegan = check('referrals', {
  id: 'referral-closed-before-it-began',
  field: 'closedOn',
  problem: 'The referral was closed before it was made',
  expected: 'a closing day on or after the referral',
  source: 'CIN census 8630',
  touches: ['front-door', 'need'],
  toldBy: 'reading',
  found: ({ referredOn, closedOn }) => before(closedOn, referredOn),
})
