/** Two open child protection plans of the authority's own at once (CIN census 8935). */
import { isOpenPlan } from '../../../children/standing.ts'
import { check } from './check.ts'
import { secondOnes } from './second-ones.ts'

export const twoOpenPlans = check('cpPlans', {
  id: 'two-open-plans',
  field: 'endedOn',
  problem: 'The child has two open child protection plans',
  expected: 'one open plan at a time',
  source: 'CIN census 8935',
  touches: ['protection'],
  toldBy: 'dataset',
  flaws: (rows, { asAt }) =>
    secondOnes(
      rows.filter(row => isOpenPlan(row, asAt)),
      row => row.personId,
      row => row.startedOn,
    ),
})
