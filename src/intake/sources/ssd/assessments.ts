/** `ssd_cin_assessments`. */
import { ASSESSMENT_OUTCOME } from '../../../children/assessment.ts'
import { valueList } from '../../value-map.ts'
import { day, id, number, of, ofPerson, outcomes, worker, yesNo } from './column.ts'
import { table } from './table.ts'

const OUTCOMES = valueList('assessment outcome', ASSESSMENT_OUTCOME, {
  NFA_FLAG: 'no-further-action',
  NFA_S47_END_FLAG: 'section-47-ended-without-action',
  STRATEGY_DISCUSSION_FLAG: 'strategy-discussion',
  CLA_REQUEST_FLAG: 'looked-after',
  PRIVATE_FOSTERING_FLAG: 'private-fostering',
  LEGAL_ACTION_FLAG: 'legal-action',
  PROV_OF_SERVICES_FLAG: 'services',
  PROV_OF_SB_CARE_FLAG: 'short-breaks',
  SPECIALIST_ASSESSMENT_FLAG: 'specialist-assessment',
  REFERRAL_TO_OTHER_AGENCY_FLAG: 'other-agency',
  OTHER_ACTIONS_FLAG: 'other',
  OTHER_OUTCOMES_EXIST_FLAG: 'other',
})

export const assessments = table('ssd_cin_assessments', 'assessments', {
  rows: 'assessments',
  fields: {
    id: id('cina_assessment_id'),
    personId: ofPerson('cina_person_id'),
    referralId: of('referrals', 'cina_referral_id'),
    startedOn: day('cina_assessment_start_date'),
    childSeen: yesNo('cina_assessment_child_seen'),
    authorisedOn: day('cina_assessment_auth_date'),
    outcomes: outcomes(OUTCOMES, 'cina_assessment_outcome_json'),
    noFurtherAction: yesNo('cina_assessment_outcome_nfa'),
    teamId: number('cina_assessment_team', 'cina_assessment_team_id'),
    workerId: worker('cina_assessment_worker_id'),
  },
  wants: ['startedOn'],
  inOrder: [['startedOn', 'authorisedOn']],
})
