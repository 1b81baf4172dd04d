/** `ssd_cin_visits`: Mosaic names the plan instead of the person. */
import { day, id, of, ofPerson, seldom, yesNo } from './column.ts'
import { table } from './table.ts'

export const cinVisits = table('ssd_cin_visits', 'cinVisits', {
  rows: 'child in need visits',
  fields: {
    id: id('cinv_cin_visit_id'),
    personId: ofPerson('cinv_person_id'),
    cinPlanId: seldom(of('cinPlans', 'cinv_cin_plan_id')),
    visitedOn: day('cinv_cin_visit_date'),
    childSeen: yesNo('cinv_cin_visit_seen'),
    seenAlone: yesNo('cinv_cin_visit_seen_alone'),
    bedroomSeen: yesNo('cinv_cin_visit_bedroom'),
  },
  wants: ['visitedOn'],
})
