/** An open plan in a referral that is closed (CIN census 8565). */
import { rowWithId } from '../../../children/records.ts'
import { isOpenPlan } from '../../../children/standing.ts'
import { check } from './check.ts'

export const planOpenInClosedCase = check('cpPlans', {
  id: 'plan-open-in-closed-case',
  field: 'endedOn',
  problem: 'The plan is open and its referral is closed',
  expected: 'an end of the plan, or an open referral',
  source: 'CIN census 8565',
  touches: ['protection', 'need'],
  found(row, { referrals, asAt }) {
    const closedOn = rowWithId(referrals, row.referralId)?.closedOn ?? null
    return closedOn !== null && closedOn <= asAt && isOpenPlan(row, asAt) ? closedOn : null
  },
})
