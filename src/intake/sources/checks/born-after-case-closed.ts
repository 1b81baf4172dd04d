/** A child born, or expected, after the referral was closed. */
import { birthOf } from '../../../children/person.ts'
import { rowWithId } from '../../../children/records.ts'
import { check } from './check.ts'

export const bornAfterCaseClosed = check('referrals', {
  id: 'born-after-case-closed',
  field: 'closedOn',
  problem: 'The referral was closed before the child was born, though it led to more',
  expected: 'a closing day after the birth, or another date of birth',
  source: 'CIN census 8606, turned round',
  touches: ['everything'],
  found({ personId, closedOn, noFurtherAction, closeReason }, { people }) {
    const person = rowWithId(people, personId)
    const birth = person ? birthOf(person) : null
    if (birth === null || closedOn === null || noFurtherAction === true || closeReason === 'RC8') return null
    return closedOn < birth ? `closed ${closedOn}, born ${birth}` : null
  },
})
