/** An episode that continues one that is not there (SSDA903 433): its reason is not S, and nothing ended on its day. */
import { rowsOf } from '../../../children/records.ts'
import { check } from './check.ts'

export const episodeWithoutBeginning = check('claEpisodes', {
  id: 'episode-without-beginning',
  field: 'startReason',
  problem: 'The episode continues another, and none ceased on its day',
  expected: 'S, or an episode that ceased on this day',
  source: 'SSDA903 433',
  touches: ['looked-after'],
  found(row, { claEpisodes }) {
    const { personId, startedOn, startReason } = row
    if (startedOn === null || startReason === null || startReason === 'S') return null
    const others = rowsOf(claEpisodes, personId).filter(one => one !== row)
    // The first of a child in the extract may continue one from before it.
    if (!others.some(one => one.startedOn !== null && one.startedOn < startedOn)) return null
    return others.some(({ ceasedOn }) => ceasedOn === startedOn) ? null : `${startReason}, ${startedOn}`
  },
})
