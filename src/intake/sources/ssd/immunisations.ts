/** `ssd_cla_immunisations`: one row a child. */
import { day, ofPerson, yesNo } from './column.ts'
import { table } from './table.ts'

export const immunisations = table('ssd_cla_immunisations', 'immunisations', {
  rows: 'immunisation records',
  key: 'personId',
  fields: {
    personId: ofPerson('clai_person_id'),
    upToDate: yesNo('clai_immunisations_status'),
    asAt: day('clai_immunisations_status_date'),
  },
})
