/** `ssd_legal_status`: descriptions in some extracts, codes in others. */
import { LEGAL_STATUS } from '../../../children/legal-status.ts'
import { valueList } from '../../value-map.ts'
import { day, dayAhead, id, oneOf, ofPerson } from './column.ts'
import { table } from './table.ts'

export const STATUSES = valueList('legal status', LEGAL_STATUS, {
  'care order': 'C2', 'full care order': 'C2', 'placement order': 'E1', 'freeing order': 'D1', 'single period of accommodation': 'V2',
  'section 20': 'V2', 's20 single period of accommodation': 'V2', 'special guardianship': 'SGO', 'child arrangement order': 'CAO',
  'residence order': 'CAO', 'private fostering': 'PF', 'remanded to la accommodation': 'J1', 'police protection': 'L1',
  'series of short-term breaks': 'V4', 'accommodated under an agreed series of short-term breaks': 'V4',
  'accommodated under an agreed series of short-term breaks, when individual episodes of care are recorded': 'V3',
  'accommodated under an agreed series of short-term breaks, when agreements are recorded (not individual episodes of care)': 'V4',
  'single period of accommodation under section 20 (Children Act 1989)': 'V2', 'emergency protection order (EPO)': 'L2',
  'remanded to local authority accommodation or to youth detention accommodation': 'J1',
}) // prettier-ignore

export const legalStatus = table('ssd_legal_status', 'legalStatuses', {
  rows: 'legal statuses',
  fields: {
    id: id('lega_legal_status_id'),
    personId: ofPerson('lega_person_id'),
    status: oneOf(STATUSES, 'lega_legal_status'),
    fromOn: day('lega_legal_status_start_date'),
    untilOn: dayAhead('lega_legal_status_end_date'),
  },
  wants: ['fromOn'],
  inOrder: [['fromOn', 'untilOn']],
})
