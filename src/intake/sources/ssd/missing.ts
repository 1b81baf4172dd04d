/** `ssd_missing`: dates may carry a time. */
import { INTERVIEW, MISSING_TYPE } from '../../../children/missing.ts'
import { valueList } from '../../value-map.ts'
import { day, id, ofPerson, oneOf, time } from './column.ts'
import { table } from './table.ts'

export const TYPES = valueList('missing or away', MISSING_TYPE, {
  'missing from care': 'M',
  absent: 'A',
  away: 'A',
  'away from placement without authorisation': 'A',
})
const INTERVIEWS = valueList('return interview', INTERVIEW, {
  1: 'Y',
  0: 'N',
  'n a': 'NA',
  true: 'Y',
  false: 'N',
})

export const missing = table('ssd_missing', 'missing', {
  rows: 'missing episodes',
  fields: {
    id: id('miss_table_id', 'miss_mis_epi_id'),
    personId: ofPerson('miss_person_id'),
    type: oneOf(TYPES, 'miss_missing_episode_type'),
    startedOn: day('miss_missing_episode_start_date'),
    startedAt: time('miss_missing_episode_start_date'),
    endedOn: day('miss_missing_episode_end_date'),
    endedAt: time('miss_missing_episode_end_date'),
    interviewOffered: oneOf(INTERVIEWS, 'miss_missing_rhi_offered'),
    interviewAccepted: oneOf(INTERVIEWS, 'miss_missing_rhi_accepted'),
  },
  wants: ['startedOn'],
  inOrder: [
    ['startedOn', 'endedOn'],
    ['startedAt', 'endedAt'],
  ],
})
