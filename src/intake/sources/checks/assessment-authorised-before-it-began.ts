/** An assessment authorised before it began (CIN census 8608). */
import { before, check } from './check.ts'

export const assessmentAuthorisedBeforeItBegan = check('assessments', {
  id: 'assessment-authorised-before-it-began',
  field: 'authorisedOn',
  problem: 'The assessment was authorised before it began',
  expected: 'a day of authorisation on or after the start',
  source: 'CIN census 8608',
  touches: ['assessment'],
  toldBy: 'reading',
  found: ({ startedOn, authorisedOn }) => before(authorisedOn, startedOn),
})
