/** Words for fields, as the people whom the records are about read them. */
import { expect, test } from 'vitest'
import { fieldWords } from './field-words.ts'

test.each([
  ['people', 'bornOn', 'Date of birth'],
  ['people', 'isMother', 'Mother'],
  ['assessments', 'authorisedOn', 'Authorised'],
  ['assessments', 'referralId', 'Referral number'],
  ['missing', 'startedAt', 'Started time'],
  ['placements', 'changeReason', 'Why it ended'],
  ['involvements', 'changeReason', 'Why the worker changed'],
  ['cpVisits', 'seenAlone', 'Seen alone'],
] as const)('%s.%s is called "%s"', (table, field, words) => {
  expect(fieldWords(table, field)).toBe(words)
})
