/** `ssd_cp_plans`. */
import { day, id, of, ofPerson, oneOf, yesNo } from './column.ts'
import { ABUSES } from './lists.ts'
import { table } from './table.ts'

export const cpPlans = table('ssd_cp_plans', 'cpPlans', {
  rows: 'child protection plans',
  fields: {
    id: id('cppl_cp_plan_id'),
    referralId: of('referrals', 'cppl_referral_id'),
    conferenceId: of('conferences', 'cppl_icpc_id'),
    personId: ofPerson('cppl_person_id'),
    startedOn: day('cppl_cp_plan_start_date'),
    endedOn: day('cppl_cp_plan_end_date'),
    isOtherAuthority: yesNo('cppl_cp_plan_ola'),
    firstCategory: oneOf(ABUSES, 'cppl_cp_plan_initial_category'),
    latestCategory: oneOf(ABUSES, 'cppl_cp_plan_latest_category'),
  },
  wants: ['startedOn'],
  inOrder: [['startedOn', 'endedOn']],
  oneAtATime: { from: 'startedOn', until: 'endedOn', leftOut: 'isOtherAuthority' },
})
