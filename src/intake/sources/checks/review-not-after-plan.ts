/** A review on the day the plan began, or before (CIN census 8841): out of the measures of reviews. */
import { rowWithId } from '../../../children/records.ts'
import { check } from './check.ts'

export const reviewNotAfterPlan = check('cpReviews', {
  id: 'review-not-after-plan',
  field: 'heldOn',
  problem: 'The review was held on the day the plan began, or before it',
  expected: 'a day after the plan began',
  source: 'CIN census 8841',
  touches: ['protection'],
  found({ heldOn, cpPlanId }, { cpPlans }) {
    const began = rowWithId(cpPlans, cpPlanId)?.startedOn ?? null
    return heldOn !== null && began !== null && heldOn <= began ? heldOn : null
  },
})
