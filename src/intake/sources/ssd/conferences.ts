/** `ssd_initial_cp_conference`. */
import { CONFERENCE_OUTCOME } from '../../../children/conference.ts'
import { valueList } from '../../value-map.ts'
import { day, dayAhead, id, number, of, ofPerson, outcomes, worker, yesNo } from './column.ts'
import { table } from './table.ts'

const OUTCOMES = valueList('conference outcome', CONFERENCE_OUTCOME, {
  NFA_FLAG: 'no-further-action',
  REFERRAL_TO_OTHER_AGENCY_FLAG: 'other-agency',
  SINGLE_ASSESSMENT_FLAG: 'assessment',
  PROV_OF_SERVICES_FLAG: 'services',
  CP_FLAG: 'cp-plan',
  OTHER_OUTCOMES_EXIST_FLAG: 'other',
})

export const conferences = table('ssd_initial_cp_conference', 'conferences', {
  rows: 'initial child protection conferences',
  fields: {
    id: id('icpc_icpc_id'),
    meetingId: number('icpc_icpc_meeting_id'),
    section47Id: of('section47s', 'icpc_s47_enquiry_id'),
    personId: ofPerson('icpc_person_id'),
    cpPlanId: of('cpPlans', 'icpc_cp_plan_id'),
    referralId: of('referrals', 'icpc_referral_id'),
    isTransferIn: yesNo('icpc_icpc_transfer_in'),
    targetOn: dayAhead('icpc_icpc_target_date'),
    heldOn: day('icpc_icpc_date'),
    planMade: yesNo('icpc_icpc_outcome_cp_flag'),
    outcomes: outcomes(OUTCOMES, 'icpc_icpc_outcome_json'),
    teamId: number('icpc_icpc_team', 'icpc_icpc_team_id'),
    workerId: worker('icpc_icpc_worker_id'),
  },
})
