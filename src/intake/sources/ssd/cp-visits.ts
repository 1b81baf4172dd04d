/** `ssd_cp_visits`: Mosaic leaves the person to be found through the plan. */
import { day, id, of, ofPerson, yesNo } from './column.ts'
import { table } from './table.ts'

export const cpVisits = table('ssd_cp_visits', 'cpVisits', {
  rows: 'child protection visits',
  fields: {
    id: id('cppv_cp_visit_id', 'cppv_casenote_id'),
    personId: ofPerson('cppv_person_id'),
    cpPlanId: of('cpPlans', 'cppv_cp_plan_id'),
    visitedOn: day('cppv_cp_visit_date'),
    childSeen: yesNo('cppv_cp_visit_seen'),
    seenAlone: yesNo('cppv_cp_visit_seen_alone'),
    bedroomSeen: yesNo('cppv_cp_visit_bedroom'),
  },
  wants: ['visitedOn'],
})
