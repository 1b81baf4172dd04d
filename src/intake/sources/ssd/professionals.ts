/** `ssd_professionals`. */
import { amount, id, number, text, yesNo } from './column.ts'
import { table } from './table.ts'

export const professionals = table('ssd_professionals', 'professionals', {
  rows: 'professionals',
  fields: {
    id: id('prof_professional_id'),
    staffId: number('prof_staff_id'),
    name: text('prof_professional_name'),
    registration: number('prof_social_worker_registration_no'),
    isAgency: yesNo('prof_agency_worker_flag'),
    jobTitle: text('prof_professional_job_title'),
    septemberCaseload: amount({ to: 2000 }, 'prof_professional_caseload'),
    department: text('prof_professional_department'),
    fte: amount({ to: 2, whole: false }, 'prof_full_time_equivalency'),
  },
})
