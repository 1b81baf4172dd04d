/** `ssd_cin_episodes`. */
import { CLOSURE, REFERRAL_OUTCOME } from '../../../children/referral.ts'
import { valueList } from '../../value-map.ts'
import { day, id, number, oneOf, ofPerson, outcomes, text, worker, yesNo } from './column.ts'
import { NEEDS, SOURCES } from './lists.ts'
import { table } from './table.ts'

export const CLOSURES = valueList('reason for closure', CLOSURE, {
  'residence order': 'RC3',
  'transferred to another local authority': 'RC5',
  'transferred to adult services': 'RC6',
  'case closed after assessment no further action': 'RC8',
  'services ceased for any other reason': 'RC7',
})

const OUTCOMES = valueList('referral outcome', REFERRAL_OUTCOME, {
  SINGLE_ASSESSMENT_FLAG: 'assessment',
  NFA_FLAG: 'no-further-action',
  STRATEGY_DISCUSSION_FLAG: 'strategy-discussion',
  CLA_REQUEST_FLAG: 'looked-after',
  NON_AGENCY_ADOPTION_FLAG: 'non-agency-adoption',
  PRIVATE_FOSTERING_FLAG: 'private-fostering',
  CP_TRANSFER_IN_FLAG: 'cp-transfer-in',
  CP_CONFERENCE_FLAG: 'cp-conference',
  CARE_LEAVER_FLAG: 'care-leaver',
  OTHER_OUTCOMES_EXIST_FLAG: 'other',
})

export const referrals = table('ssd_cin_episodes', 'referrals', {
  rows: 'referrals',
  fields: {
    id: id('cine_referral_id'),
    personId: ofPerson('cine_person_id'),
    referredOn: day('cine_referral_date'),
    need: oneOf(NEEDS, 'cine_cin_primary_need_code', 'cine_cin_primary_need'),
    source: oneOf(SOURCES, 'cine_referral_source_code', 'cine_referral_source'),
    sourceText: text('cine_referral_source_desc'),
    outcomes: outcomes(OUTCOMES, 'cine_referral_outcome_json'),
    noFurtherAction: yesNo('cine_referral_nfa'),
    closedOn: day('cine_close_date'),
    closeReason: oneOf(CLOSURES, 'cine_close_reason'),
    teamId: number('cine_referral_team', 'cine_referral_team_id'),
    workerId: worker('cine_referral_worker_id'),
  },
  wants: ['referredOn'],
  inOrder: [['referredOn', 'closedOn']],
})
