/** `ssd_s47_enquiry`. */
import { SECTION47_OUTCOME } from '../../../children/section47.ts'
import { valueList } from '../../value-map.ts'
import { day, id, number, of, ofPerson, outcomes, worker, yesNo } from './column.ts'
import { table } from './table.ts'

const OUTCOMES = valueList('section 47 outcome', SECTION47_OUTCOME, {
  NFA_FLAG: 'no-further-action',
  LEGAL_ACTION_FLAG: 'legal-action',
  PROV_OF_SERVICES_FLAG: 'services',
  PROV_OF_SB_CARE_FLAG: 'short-breaks',
  CP_CONFERENCE_FLAG: 'cp-conference',
  NFA_CONTINUE_SINGLE_FLAG: 'assessment-continues',
  MONITOR_FLAG: 'monitor',
  OTHER_OUTCOMES_EXIST_FLAG: 'other',
})

export const section47s = table('ssd_s47_enquiry', 'section47s', {
  rows: 'section 47 enquiries',
  fields: {
    id: id('s47e_s47_enquiry_id'),
    referralId: of('referrals', 's47e_referral_id'),
    personId: ofPerson('s47e_person_id'),
    startedOn: day('s47e_s47_start_date'),
    endedOn: day('s47e_s47_end_date'),
    noFurtherAction: yesNo('s47e_s47_nfa'),
    outcomes: outcomes(OUTCOMES, 's47e_s47_outcome_json'),
    teamId: number('s47e_s47_completed_by_team'),
    workerId: worker('s47e_s47_completed_by_worker_id', 's47e_s47_completed_by_worker'),
  },
  wants: ['startedOn'],
  inOrder: [['startedOn', 'endedOn']],
})
