/** `ssd_family`: not in Mosaic extracts. */
import { id, number, ofPerson } from './column.ts'
import { table } from './table.ts'

export const family = table('ssd_family', 'families', {
  rows: 'members of families',
  fields: {
    id: id('fami_table_id'),
    familyId: number('fami_family_id'),
    personId: ofPerson('fami_person_id'),
  },
  wants: ['familyId'],
})
