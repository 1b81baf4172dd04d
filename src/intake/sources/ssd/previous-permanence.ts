/** `ssd_cla_previous_permanence`. */
import { PREVIOUS_PERMANENCE } from '../../../children/previous-permanence.ts'
import { valueList } from '../../value-map.ts'
import { dayInPart, id, ofPerson, oneOf, text } from './column.ts'
import { table } from './table.ts'

export const OPTIONS = valueList('previous permanence', PREVIOUS_PERMANENCE)

export const previousPermanence = table('ssd_cla_previous_permanence', 'previousPermanence', {
  rows: 'earlier permanence options',
  fields: {
    id: id('lapp_table_id', 'lapp_previous_permanence_id'),
    personId: ofPerson('lapp_person_id'),
    option: oneOf(OPTIONS, 'lapp_previous_permanence_option'),
    arrangedBy: text('lapp_previous_permanence_la'),
    orderedOn: dayInPart('lapp_previous_permanence_order_date'),
    orderText: text('lapp_previous_permanence_order_date'),
  },
})
