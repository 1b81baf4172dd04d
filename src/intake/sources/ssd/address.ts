/** `ssd_address`. */
import { dayAhead, id, ofPerson, postcode, text } from './column.ts'
import { table } from './table.ts'

export const address = table('ssd_address', 'addresses', {
  rows: 'addresses',
  fields: {
    id: id('addr_table_id'),
    personId: ofPerson('addr_person_id'),
    kind: text('addr_address_type'),
    fromOn: dayAhead('addr_address_start_date'),
    untilOn: dayAhead('addr_address_end_date'),
    postcode: postcode('addr_address_postcode'),
  },
  inOrder: [['fromOn', 'untilOn']],
  notKept: ['addr_address_json'],
})
