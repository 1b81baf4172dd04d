/** `ssd_pre_proceedings`: a placeholder in most extracts. */
import { GATEWAY } from '../../../children/pre-proceedings.ts'
import { valueList } from '../../value-map.ts'
import { amount, day, id, number, ofPerson, oneOf, text, yesNo } from './column.ts'
import { CARE_PLANS_IN_COURT } from './lists.ts'
import { table } from './table.ts'

const GATEWAYS = valueList('outcome of the legal gateway', GATEWAY)

export const preProceedings = table('ssd_pre_proceedings', 'preProceedings', {
  rows: 'pre-proceedings',
  fields: {
    id: id('prep_table_id'),
    personId: ofPerson('prep_person_id'),
    familyId: number('prep_plo_family_id'),
    decidedOn: day('prep_pre_pro_decision_date'),
    firstMeetingOn: day('prep_initial_pre_pro_meeting_date'),
    outcome: text('prep_pre_pro_outcome'),
    outcomeOn: day('prep_agree_stepdown_issue_date'),
    gateway: oneOf(GATEWAYS, 'prep_legal_gateway_outcome'),
    cpPlansInReferral: amount({ to: 50 }, 'prep_cp_plans_referral_period'),
    earlierPreProceedings: amount({ to: 50 }, 'prep_prev_pre_proc_child'),
    earlierProceedings: amount({ to: 50 }, 'prep_prev_care_proc_child'),
    letterOn: day('prep_pre_pro_letter_date'),
    issueLetterOn: day('prep_care_pro_letter_date'),
    reviewMeetings: amount({ to: 100 }, 'prep_pre_pro_meetings_num'),
    parentsRepresented: yesNo('prep_pre_pro_parents_legal_rep'),
    parentsRepresentedAtIssue: yesNo('prep_parents_legal_rep_point_of_issue'),
    courtReference: number('prep_court_reference'),
    hearings: amount({ to: 200 }, 'prep_care_proc_court_hearings'),
    isShortNotice: yesNo('prep_care_proc_short_notice'),
    shortNoticeReason: text('prep_proc_short_notice_reason'),
    isInitialPlanApproved: yesNo('prep_la_inital_plan_approved', 'prep_la_initial_plan_approved'),
    initialPlan: oneOf(CARE_PLANS_IN_COURT, 'prep_la_initial_care_plan'),
    isFinalPlanApproved: yesNo('prep_la_final_plan_approved'),
    finalPlan: oneOf(CARE_PLANS_IN_COURT, 'prep_la_final_care_plan'),
  },
})
