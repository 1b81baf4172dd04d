/** An assessment that was never finished in a referral that is closed (CIN census 8867): it would be overdue for ever. */
import { rowWithId } from '../../../children/records.ts'
import { isRead } from '../../../children/standing.ts'
import { check } from './check.ts'

export const assessmentOpenInClosedCase = check('assessments', {
  id: 'assessment-open-in-closed-case',
  field: 'authorisedOn',
  problem: 'The assessment is open and its referral is closed',
  expected: 'a day of authorisation, or an open referral',
  source: 'CIN census 8867',
  touches: ['assessment'],
  found(row, { referrals, asAt }) {
    const closedOn = rowWithId(referrals, row.referralId)?.closedOn ?? null
    return row.authorisedOn === null && isRead(row, 'authorisedOn') && closedOn !== null && closedOn <= asAt
      ? closedOn
      : null
  },
})
