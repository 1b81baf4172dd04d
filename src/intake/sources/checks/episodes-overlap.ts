/** Episodes of care that overlap (SSDA903 501). */
import { isRead } from '../../../children/standing.ts'
import { check } from './check.ts'
import { overlapping } from './second-ones.ts'

export const episodesOverlap = check('claEpisodes', {
  id: 'episodes-overlap',
  field: 'startedOn',
  problem: 'The episode began before the one before it had ended',
  expected: 'the day on which the earlier episode ceased, or after',
  source: 'SSDA903 501',
  touches: ['looked-after'],
  toldBy: 'dataset',
  flaws: rows =>
    overlapping(
      rows.filter(row => isRead(row, 'startedOn', 'ceasedOn')),
      row => row.startedOn,
      row => row.ceasedOn,
    ),
})
