/** `gt_core_groups`, `gt_attendance`, `gt_education_plans`. */
import { day, id, number, of, ofPerson, text, yesNo } from '../ssd/column.ts'
import { table } from '../ssd/table.ts'

export const coreGroups = table('gt_core_groups', 'coreGroups', {
  rows: 'core groups',
  fields: {
    id: id('core_group_id'),
    cpPlanId: of('cpPlans', 'cp_plan_id'),
    personId: ofPerson('person_id'),
    heldOn: day('held_on'),
  },
  wants: ['heldOn'],
})

export const attendances = table('gt_attendance', 'attendances', {
  rows: 'attendances',
  fields: {
    id: id('attendance_id'),
    meetingId: number('meeting_id'),
    agency: text('agency'),
    wasInvited: yesNo('invited'),
    attended: yesNo('attended'),
    sentReport: yesNo('report_sent'),
  },
  wants: ['meetingId', 'agency'],
})

export const educationPlans = table('gt_education_plans', 'educationPlans', {
  rows: 'personal education plans',
  fields: {
    id: id('education_plan_id'),
    personId: ofPerson('person_id'),
    heldOn: day('held_on'),
    term: text('term'),
    grade: text('grade'),
  },
  wants: ['heldOn'],
})
