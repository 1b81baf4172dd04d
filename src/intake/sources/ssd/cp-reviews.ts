/** `ssd_cp_reviews`: Mosaic has columns of its own for some of it, and leaves the person to be found through the plan. */
import { valueList } from '../../value-map.ts'
import { day, dayAhead, id, number, of, ofPerson, oneOf, saysYes, yesNo } from './column.ts'
import { PARTICIPATIONS, YES_NO } from './lists.ts'
import { table } from './table.ts'

const QUORATE = valueList('quorate', YES_NO.codes, {
  ...YES_NO.also,
  quorate: 'Y',
  inquorate: 'N',
  'not quorate': 'N',
  'non quorate': 'N',
})

export const cpReviews = table('ssd_cp_reviews', 'cpReviews', {
  rows: 'child protection reviews',
  fields: {
    id: id('cppr_cp_review_id'),
    personId: ofPerson('cppr_person_id', 'person_id'),
    cpPlanId: of('cpPlans', 'cppr_cp_plan_id', 'registration_id'),
    dueOn: dayAhead('cppr_cp_review_due', 'due_date'),
    heldOn: day('cppr_cp_review_date', 'actual_date'),
    meetingId: number('cppr_cp_review_meeting_id'),
    planContinues: yesNo('cppr_cp_review_outcome_continue_cp'),
    isQuorate: saysYes(QUORATE, 'cppr_cp_review_quorate', 'quorate'),
    participation: oneOf(PARTICIPATIONS, 'cppr_cp_review_participation', 'review_participation'),
  },
})
