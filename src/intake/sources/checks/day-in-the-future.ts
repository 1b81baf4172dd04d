/** A referral, plan or episode that begins after the day of the extract. */
import { check } from './check.ts'

const expected = 'the as-at date or before'
const problem = 'It begins after the as-at date'

export const referralInTheFuture = check('referrals', {
  id: 'referral-in-the-future',
  field: 'referredOn',
  problem,
  expected,
  source: 'CIN census 8600',
  touches: ['front-door'],
  toldBy: 'reading',
  found: ({ referredOn }, { asAt }) => (referredOn !== null && referredOn > asAt ? referredOn : null),
})

export const planInTheFuture = check('cpPlans', {
  id: 'plan-in-the-future',
  field: 'startedOn',
  problem,
  expected,
  source: 'CIN census 8720',
  touches: ['protection'],
  toldBy: 'reading',
  found: ({ startedOn }, { asAt }) => (startedOn !== null && startedOn > asAt ? startedOn : null),
})

export const episodeInTheFuture = check('claEpisodes', {
  id: 'episode-in-the-future',
  field: 'startedOn',
  problem,
  expected,
  source: 'SSDA903 354',
  touches: ['looked-after'],
  toldBy: 'reading',
  found: ({ startedOn }, { asAt }) => (startedOn !== null && startedOn > asAt ? startedOn : null),
})
