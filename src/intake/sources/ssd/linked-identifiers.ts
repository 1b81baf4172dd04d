/** `ssd_linked_identifiers`: a placeholder in most extracts. */
import { dayAhead, id, number, ofPerson, text } from './column.ts'
import { table } from './table.ts'

export const linkedIdentifiers = table('ssd_linked_identifiers', 'linkedIdentifiers', {
  rows: 'linked identifiers',
  fields: {
    id: id('link_table_id'),
    personId: ofPerson('link_person_id'),
    kind: text('link_identifier_type'),
    value: number('link_identifier_value'),
    fromOn: dayAhead('link_valid_from_date'),
    untilOn: dayAhead('link_valid_to_date'),
  },
})
