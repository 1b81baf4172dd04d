/** `ssd_cla_substance_misuse`. */
import { day, id, ofPerson, text, yesNo } from './column.ts'
import { table } from './table.ts'

export const substanceMisuse = table('ssd_cla_substance_misuse', 'substanceMisuse', {
  rows: 'records of substance misuse',
  fields: {
    id: id('clas_substance_misuse_id'),
    personId: ofPerson('clas_person_id'),
    identifiedOn: day('clas_substance_misuse_date'),
    substance: text('clas_substance_misused'),
    interventionReceived: yesNo('clas_intervention_received'),
  },
})
