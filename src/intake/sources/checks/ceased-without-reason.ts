/** An episode that ceased without a reason, or has a reason and no day. */
import { check } from './check.ts'

export const ceasedWithoutReason = check('claEpisodes', {
  id: 'ceased-without-reason',
  field: 'ceasedReason',
  problem: 'The episode has a day on which it ceased or a reason, and not both',
  expected: 'both, or neither',
  source: 'SSDA903 code list REC',
  touches: ['looked-after'],
  found({ ceasedOn, ceasedReason, unread }) {
    if (unread.includes('ceasedOn') || unread.includes('ceasedReason')) return null
    if (ceasedOn !== null && ceasedReason === null) return `ceased ${ceasedOn}`
    return ceasedOn === null && ceasedReason !== null ? ceasedReason : null
  },
})
