/** Two open placements at once: temporary ones (T0 to T4) stand beside the one the child comes back to. */
import { isOpenOn, isRead } from '../../../children/standing.ts'
import { check } from './check.ts'
import { secondOnes } from './second-ones.ts'

export const twoOpenPlacements = check('placements', {
  id: 'two-open-placements',
  field: 'endedOn',
  problem: 'The child has two open placements',
  expected: 'one open placement at a time',
  source: 'SSDA903 501',
  touches: ['looked-after'],
  flaws: (rows, { asAt }) =>
    secondOnes(
      rows.filter(
        row =>
          isRead(row, 'startedOn', 'endedOn') &&
          isOpenOn(row.startedOn, row.endedOn, asAt) &&
          !row.type?.startsWith('T'),
      ),
      row => row.personId,
      row => row.startedOn,
    ),
})
