/** A date of birth after the day of the extract: a birth that is expected stands elsewhere (CIN census 8520). */
import { check } from './check.ts'

export const bornInTheFuture = check('people', {
  id: 'born-in-the-future',
  field: 'bornOn',
  problem: 'The date of birth is after the as-at date, so that the age would be below nothing',
  expected: 'a day that has been, or the date the birth is expected',
  source: 'CIN census 8520',
  touches: ['everything'],
  toldBy: 'reading',
  found: ({ bornOn }, { asAt }) => (bornOn !== null && bornOn > asAt ? bornOn : null),
})
