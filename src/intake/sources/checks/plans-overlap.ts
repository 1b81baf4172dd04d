/** Plans of one child that overlap (CIN census 8940). */
import { isOwnPlan } from '../../../children/standing.ts'
import { check } from './check.ts'
import { overlapping } from './second-ones.ts'

export const plansOverlap = check('cpPlans', {
  id: 'plans-overlap',
  field: 'startedOn',
  problem: 'The plan began before the one before it had ended',
  expected: 'a day on or after the end of the earlier plan',
  source: 'CIN census 8940',
  touches: ['protection'],
  toldBy: 'dataset',
  flaws: rows =>
    overlapping(
      rows.filter(isOwnPlan),
      row => row.startedOn,
      row => row.endedOn,
    ),
})
