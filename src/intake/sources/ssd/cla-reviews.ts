/** `ssd_cla_reviews`: some extracts leave the person to be found through the period of care. */
import { day, dayAhead, id, ofCare, ofPerson, oneOf, yesNo } from './column.ts'
import { PARTICIPATIONS } from './lists.ts'
import { table } from './table.ts'

export const claReviews = table('ssd_cla_reviews', 'claReviews', {
  rows: 'looked-after reviews',
  fields: {
    id: id('clar_cla_review_id'),
    careId: ofCare('clar_cla_id'),
    personId: ofPerson('clar_cla_person_id', 'clar_person_id'),
    dueOn: dayAhead('clar_cla_review_due_date'),
    heldOn: day('clar_cla_review_date'),
    isCancelled: yesNo('clar_cla_review_cancelled'),
    participation: oneOf(PARTICIPATIONS, 'clar_cla_review_participation'),
  },
})
