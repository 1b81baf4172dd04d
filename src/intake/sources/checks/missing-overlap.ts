/** Times missing of one child that overlap by a day or more: one absence would be counted twice. */
import { isRead } from '../../../children/standing.ts'
import { check } from './check.ts'
import { overlapping } from './second-ones.ts'

export const missingOverlap = check('missing', {
  id: 'missing-overlap',
  field: 'startedOn',
  problem: 'The child went missing again before coming back',
  expected: 'a day on or after the end of the time before',
  source: 'SSDA903 Missing',
  touches: ['missing', 'looked-after'],
  flaws: rows =>
    overlapping(
      rows.filter(row => isRead(row, 'startedOn', 'endedOn')),
      row => row.startedOn,
      row => row.endedOn,
    ),
})
