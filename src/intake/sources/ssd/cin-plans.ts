/** `ssd_cin_plans`. */
import { day, id, number, of, ofPerson, worker } from './column.ts'
import { table } from './table.ts'

export const cinPlans = table('ssd_cin_plans', 'cinPlans', {
  rows: 'child in need plans',
  fields: {
    id: id('cinp_cin_plan_id', 'cin_plan_id'),
    referralId: of('referrals', 'cinp_referral_id'),
    personId: ofPerson('cinp_person_id'),
    startedOn: day('cinp_cin_plan_start_date'),
    endedOn: day('cinp_cin_plan_end_date'),
    teamId: number('cinp_cin_plan_team', 'cinp_cin_plan_team_id'),
    workerId: worker('cinp_cin_plan_worker_id'),
  },
  wants: ['startedOn'],
  inOrder: [['startedOn', 'endedOn']],
  oneAtATime: { from: 'startedOn', until: 'endedOn' },
})
