/** An assessment that began before the referral it belongs to (CIN census 1103). */
import { rowWithId } from '../../../children/records.ts'
import { before, check } from './check.ts'

export const assessmentBeforeReferral = check('assessments', {
  id: 'assessment-before-referral',
  field: 'startedOn',
  problem: 'The assessment began before its referral',
  expected: 'the day of the referral or after, or another referral',
  source: 'CIN census 1103',
  touches: ['assessment', 'front-door'],
  found: ({ startedOn, referralId }, { referrals }) =>
    before(startedOn, rowWithId(referrals, referralId)?.referredOn ?? null),
})
