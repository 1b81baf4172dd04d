/** Two open child in need plans at once (CIN census 4004). */
import { isOpenOn, isRead } from '../../../children/standing.ts'
import { check } from './check.ts'
import { secondOnes } from './second-ones.ts'

export const twoOpenCinPlans = check('cinPlans', {
  id: 'two-open-cin-plans',
  field: 'endedOn',
  problem: 'The child has two open child in need plans',
  expected: 'one open plan at a time',
  source: 'CIN census 4004',
  touches: ['need'],
  toldBy: 'dataset',
  flaws: (rows, { asAt }) =>
    secondOnes(
      rows.filter(row => isRead(row, 'startedOn', 'endedOn') && isOpenOn(row.startedOn, row.endedOn, asAt)),
      row => row.personId,
      row => row.startedOn,
    ),
})
