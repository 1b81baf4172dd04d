/** `gt_return_interviews`. */
import { INTERVIEW_OUTCOME } from '../../../children/return-interview.ts'
import { valueList } from '../../value-map.ts'
import { day, id, of, oneOf, ofPerson, time } from '../ssd/column.ts'
import { table } from '../ssd/table.ts'

const OUTCOMES = valueList('outcome of a return interview', INTERVIEW_OUTCOME, {
  completed: 'held',
  done: 'held',
  refused: 'declined',
  declined: 'declined',
})

export const returnInterviews = table('gt_return_interviews', 'returnInterviews', {
  rows: 'return interviews',
  fields: {
    id: id('interview_id'),
    missingId: of('missing', 'missing_episode_id'),
    personId: ofPerson('person_id'),
    returnedOn: day('returned_at'),
    returnedAt: time('returned_at'),
    offeredOn: day('offered_on'),
    heldOn: day('held_at'),
    heldAt: time('held_at'),
    outcome: oneOf(OUTCOMES, 'outcome'),
  },
  inOrder: [['returnedOn', 'heldOn'], ['returnedAt', 'heldAt']], // prettier-ignore
})
