/** A section 47 enquiry that began before the referral it belongs to (CIN census 2889). */
import { rowWithId } from '../../../children/records.ts'
import { before, check } from './check.ts'

export const section47BeforeReferral = check('section47s', {
  id: 'section47-before-referral',
  field: 'startedOn',
  problem: 'The enquiry began before its referral',
  expected: 'the day of the referral or after, or another referral',
  source: 'CIN census 2889',
  touches: ['section-47'],
  found: ({ startedOn, referralId }, { referrals }) =>
    before(startedOn, rowWithId(referrals, referralId)?.referredOn ?? null),
})
