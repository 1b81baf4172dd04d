/** `ssd_cla_convictions`. */
import { day, id, ofPerson } from './column.ts'
import { table } from './table.ts'

export const convictions = table('ssd_cla_convictions', 'convictions', {
  rows: 'convictions',
  fields: {
    id: id('clac_cla_conviction_id'),
    personId: ofPerson('clac_person_id'),
    offenceOn: day('clac_cla_conviction_date'),
  },
  notKept: ['clac_cla_conviction_offence'],
})
