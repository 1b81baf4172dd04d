/** `ssd_sdq_scores`. */
import { SDQ_REASON } from '../../../children/sdq.ts'
import { valueList } from '../../value-map.ts'
import { amount, day, id, ofPerson, oneOf } from './column.ts'
import { table } from './table.ts'

export const REASONS = valueList('reason for no SDQ score', SDQ_REASON)

export const sdqs = table('ssd_sdq_scores', 'sdqs', {
  rows: 'strengths and difficulties scores',
  fields: {
    id: id('csdq_table_id'),
    personId: ofPerson('csdq_person_id'),
    completedOn: day('csdq_sdq_completed_date'),
    score: amount({ to: 40 }, 'csdq_sdq_score'),
    reason: oneOf(REASONS, 'csdq_sdq_reason'),
  },
})
