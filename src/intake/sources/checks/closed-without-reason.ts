/** A referral closed without a reason (CIN census 8805), or with one and no day (8810). */
import { check } from './check.ts'

export const closedWithoutReason = check('referrals', {
  id: 'closed-without-reason',
  field: 'closeReason',
  problem: 'The referral has a closing day or a reason for closure, and not both',
  expected: 'both, or neither',
  source: 'CIN census 8805, 8810',
  touches: ['need', 'front-door'],
  found({ closedOn, closeReason, noFurtherAction, unread }) {
    if (noFurtherAction === true || unread.includes('closedOn') || unread.includes('closeReason')) return null
    if (closedOn !== null && closeReason === null) return `closed ${closedOn}`
    return closedOn === null && closeReason !== null ? closeReason : null
  },
})
