/** A child in need plan that is open beside a child protection plan (CIN census 4001, 4016). */
import { rowsOf } from '../../../children/records.ts'
import { isOpenOn, isOpenPlan, isRead } from '../../../children/standing.ts'
import { check } from './check.ts'

export const cinPlanBesideCpPlan = check('cinPlans', {
  id: 'cin-plan-beside-cp-plan',
  field: 'endedOn',
  problem: 'A child in need plan and a child protection plan are open at once',
  expected: 'the child in need plan to end where child protection begins',
  source: 'CIN census 4001, 4016',
  touches: ['need', 'protection'],
  found(row, { cpPlans, asAt }) {
    if (!isRead(row, 'startedOn', 'endedOn') || !isOpenOn(row.startedOn, row.endedOn, asAt)) return null
    return rowsOf(cpPlans, row.personId).find(plan => isOpenPlan(plan, asAt))?.startedOn ?? null
  },
})
