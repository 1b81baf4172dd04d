/** `ssd_immigration_status`. */
import { IMMIGRATION_STATUS } from '../../../children/immigration-status.ts'
import { valueList } from '../../value-map.ts'
import { day, dayAhead, id, oneOf, ofPerson } from './column.ts'
import { table } from './table.ts'

const STATUSES = valueList('immigration status', IMMIGRATION_STATUS, {
  'unaccompanied asylum seeking child': 'UASC',
  'unaccompanied asylum seeker': 'UASC',
  refugee: 'REFUGEE',
  'discretionary leave to 18': 'DL18',
  'discretionary leave to remain until 18': 'DL18',
  'limited leave to remain': 'LEAVE',
  'humanitarian protection': 'LEAVE',
})

export const immigrationStatus = table('ssd_immigration_status', 'immigrationStatuses', {
  rows: 'immigration statuses',
  fields: {
    id: id('immi_immigration_status_id'),
    personId: ofPerson('immi_person_id'),
    fromOn: day('immi_immigration_status_start_date'),
    untilOn: dayAhead('immi_immigration_status_end_date'),
    status: oneOf(STATUSES, 'immi_immigration_status'),
  },
  inOrder: [['fromOn', 'untilOn']],
})
