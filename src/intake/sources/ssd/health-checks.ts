/** `ssd_cla_health`: the kind is the authority's own text. */
import { HEALTH_CHECK, HEALTH_CHECK_STATUS } from '../../../children/health-check.ts'
import { valueList } from '../../value-map.ts'
import { dayAhead, id, ofPerson, oneOf } from './column.ts'
import { table } from './table.ts'

const KINDS = valueList('health check', HEALTH_CHECK, {
  IHA: 'initial', RHA: 'review', 'initial health': 'initial', 'review health': 'review', 'health assessment': 'assessment',
  'medical assessment': 'assessment', 'annual health assessment': 'assessment', dental: 'dental', dentist: 'dental',
  'dental assessment': 'dental', optician: 'optical', 'optical check': 'optical', 'sight test': 'optical', 'development check': 'development',
}) // prettier-ignore

const STATUSES = valueList('health check status', HEALTH_CHECK_STATUS, { done: 'completed', complete: 'completed', attended: 'completed', canceled: 'cancelled' }) // prettier-ignore

export const healthChecks = table('ssd_cla_health', 'healthChecks', {
  rows: 'health checks',
  fields: {
    id: id('clah_health_check_id'),
    personId: ofPerson('clah_person_id'),
    kind: oneOf(KINDS, 'clah_health_check_type'),
    checkedOn: dayAhead('clah_health_check_date'),
    status: oneOf(STATUSES, 'clah_health_check_status'),
  },
})
