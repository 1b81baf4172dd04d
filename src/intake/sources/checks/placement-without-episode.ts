/** An open placement of a child who is not looked after. */
import { rowsOf } from '../../../children/records.ts'
import { carePeriodsOf, isOpenOn, isRead } from '../../../children/standing.ts'
import { check } from './check.ts'

export const placementWithoutEpisode = check('placements', {
  id: 'placement-without-episode',
  field: 'startedOn',
  problem: 'The placement is open and the child is in no open episode of care',
  expected: 'an open episode, or the day the placement ended',
  source: 'SSDA903 Episodes, PLACE',
  touches: ['looked-after'],
  found(row, records) {
    const { asAt, claEpisodes } = records
    if (
      !records.loaded.has('claEpisodes') ||
      !isRead(row, 'startedOn', 'endedOn') ||
      !isOpenOn(row.startedOn, row.endedOn, asAt)
    )
      return null
    const isUnsure = rowsOf(claEpisodes, row.personId).some(one => !isRead(one, 'startedOn', 'ceasedOn'))
    const isInCare = carePeriodsOf(records, row.personId).some(({ from, until }) => isOpenOn(from, until, asAt))
    return isUnsure || isInCare ? null : row.startedOn
  },
})
