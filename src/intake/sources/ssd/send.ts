/** `ssd_send`: a placeholder in most extracts. */
import { id, number, ofPerson, oneOf } from './column.ts'
import { UPNS_UNKNOWN } from './lists.ts'
import { table } from './table.ts'

export const sends = table('ssd_send', 'sends', {
  rows: 'pupils with special needs',
  fields: {
    id: id('send_table_id'),
    personId: ofPerson('send_person_id'),
    upn: number('send_upn'),
    uln: number('send_uln'),
    upnUnknown: oneOf(UPNS_UNKNOWN, 'send_upn_unknown'),
  },
})
