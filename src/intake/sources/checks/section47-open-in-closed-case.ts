/** A section 47 enquiry that was never ended in a referral that is closed (CIN census 8868). */
import { rowWithId } from '../../../children/records.ts'
import { isRead } from '../../../children/standing.ts'
import { check } from './check.ts'

export const section47OpenInClosedCase = check('section47s', {
  id: 'section47-open-in-closed-case',
  field: 'endedOn',
  problem: 'The enquiry is open and its referral is closed',
  expected: 'a day on which it ended, or an open referral',
  source: 'CIN census 8868',
  touches: ['section-47'],
  found(row, { referrals, asAt }) {
    const closedOn = rowWithId(referrals, row.referralId)?.closedOn ?? null
    return row.endedOn === null && isRead(row, 'endedOn') && closedOn !== null && closedOn <= asAt ? closedOn : null
  },
})
