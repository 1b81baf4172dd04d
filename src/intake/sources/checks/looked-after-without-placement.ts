/** A looked-after child without an open placement (SSDA903: every episode has one). */
import { rowsBy, rowsOf } from '../../../children/records.ts'
import { isOpenOn, isRead, lookedAfterOn } from '../../../children/standing.ts'
import { check } from './check.ts'

export const lookedAfterWithoutPlacement = check('claEpisodes', {
  id: 'looked-after-without-placement',
  field: 'startedOn',
  problem: 'The child is looked after and has no open placement',
  expected: 'a placement that is open on the as-at date',
  source: 'SSDA903 Episodes, PLACE',
  touches: ['looked-after'],
  flaws(rows, records) {
    const { asAt, placements, loaded } = records
    if (!loaded.has('placements')) return []
    return [...rowsBy(rows, 'personId').keys()].flatMap(personId => {
      const period = lookedAfterOn(records, personId, asAt)
      if (!period) return []
      const isPlaced = rowsOf(placements, personId).some(
        one => !isRead(one, 'startedOn', 'endedOn') || isOpenOn(one.startedOn, one.endedOn, asAt),
      )
      return isPlaced ? [] : [{ row: period.episodes.at(-1)!, found: period.from }]
    })
  },
})
