/** `ssd_cla_visits`. */
import { day, id, ofCare, ofPerson, yesNo } from './column.ts'
import { table } from './table.ts'

export const claVisits = table('ssd_cla_visits', 'claVisits', {
  rows: 'looked-after visits',
  fields: {
    id: id('clav_cla_visit_id', 'clav_casenote_id'),
    careId: ofCare('clav_cla_id'),
    personId: ofPerson('clav_person_id'),
    visitedOn: day('clav_cla_visit_date'),
    childSeen: yesNo('clav_cla_visit_seen'),
    seenAlone: yesNo('clav_cla_visit_seen_alone'),
  },
  wants: ['visitedOn'],
})
