/** Something that goes on after the child died (CIN census 8555Q, 8915, 8920). */
import type { Person } from '../../../children/person.ts'
import { rowWithId } from '../../../children/records.ts'
import { check } from './check.ts'

const diedOn = (people: readonly Person[], personId: string) => rowWithId(people, personId)?.diedOn ?? null

export const referralAfterDeath = check('referrals', {
  id: 'referral-after-death',
  field: 'closedOn',
  problem: 'The child died, and the referral was made or is open after that',
  expected: 'a closing day, or no date of death',
  source: 'CIN census 8555Q',
  touches: ['need', 'front-door'],
  found({ personId, referredOn, closedOn, noFurtherAction, unread }, { people }) {
    const died = diedOn(people, personId)
    if (died === null || noFurtherAction === true || unread.includes('closedOn')) return null
    return (referredOn !== null && referredOn > died) || closedOn === null ? `died ${died}` : null
  },
})

export const planAfterDeath = check('cpPlans', {
  id: 'plan-after-death',
  field: 'endedOn',
  problem: 'The child died, and the plan is open or ended after that',
  expected: 'an end on or before the day of death',
  source: 'CIN census 8915, 8920',
  touches: ['protection'],
  found({ personId, endedOn, unread }, { people }) {
    const died = diedOn(people, personId)
    if (died === null || unread.includes('endedOn')) return null
    return endedOn === null || endedOn > died ? `died ${died}` : null
  },
})
