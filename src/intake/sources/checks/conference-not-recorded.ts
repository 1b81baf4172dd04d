/** An enquiry that ended in a conference of which there is no record (CIN census 8675Q). */
import { rowsBy } from '../../../children/records.ts'
import { addDays } from '../../../terms/day.ts'
import { check } from './check.ts'

/** 15 working days and some for writing up. */
const DAYS = 28

export const conferenceNotRecorded = check('section47s', {
  id: 'conference-not-recorded',
  field: 'outcomes',
  problem: 'The enquiry ended in a conference four weeks ago or more, and none is recorded',
  expected: 'a conference that names the enquiry',
  source: 'CIN census 8675Q',
  touches: ['section-47', 'protection'],
  found({ id, endedOn, outcomes }, { conferences, loaded, asAt }) {
    if (!loaded.has('conferences') || endedOn === null || endedOn > addDays(asAt, -DAYS)) return null
    return outcomes?.includes('cp-conference') && !rowsBy(conferences, 'section47Id').has(id)
      ? `ended ${endedOn}`
      : null
  },
})
