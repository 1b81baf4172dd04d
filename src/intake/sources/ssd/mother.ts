/** `ssd_mother`. */
import { dayAhead, id, of, ofPerson } from './column.ts'
import { table } from './table.ts'

export const mother = table('ssd_mother', 'motherhoods', {
  rows: 'mothers and their children',
  fields: {
    id: id('moth_table_id'),
    personId: ofPerson('moth_person_id'),
    childId: of('people', 'moth_childs_person_id'),
    childBornOn: dayAhead('moth_childs_dob'),
  },
})
