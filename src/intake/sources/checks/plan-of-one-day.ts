/** A plan that began and ended on one day (CIN census 8840): out of the measures of plans (ruling "Same-day plan"). */
import { check } from './check.ts'

export const planOfOneDay = check('cpPlans', {
  id: 'plan-of-one-day',
  field: 'endedOn',
  problem: 'The plan ended on the day it began',
  expected: 'a later day, or no plan',
  source: 'CIN census 8840',
  touches: ['protection'],
  found: ({ startedOn, endedOn }) => (startedOn !== null && startedOn === endedOn ? endedOn : null),
})
