/** An episode that says another follows it the same day (X1), and none does (SSDA903 433): a period of care with a hole in it. */
import { rowsOf } from '../../../children/records.ts'
import { check } from './check.ts'

export const episodeGap = check('claEpisodes', {
  id: 'episode-gap',
  field: 'ceasedReason',
  problem: 'The episode says that another begins on the day it ceased, and none does',
  expected: 'an episode from that day, or the reason the child left care',
  source: 'SSDA903 433',
  touches: ['looked-after'],
  found({ personId, ceasedOn, ceasedReason }, { claEpisodes, asAt }) {
    if (ceasedReason !== 'X1' || ceasedOn === null || ceasedOn >= asAt) return null
    return rowsOf(claEpisodes, personId).some(({ startedOn }) => startedOn === ceasedOn) ? null : ceasedOn
  },
})
