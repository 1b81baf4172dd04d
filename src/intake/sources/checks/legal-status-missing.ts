/** A looked-after child without a legal status on the day (SSDA903 144): no measure can tell short breaks from care. */
import { rowsBy, rowsOf } from '../../../children/records.ts'
import { carePeriodsOf, isOpenOn, legalStatusOn } from '../../../children/standing.ts'
import { check } from './check.ts'

export const legalStatusMissing = check('claEpisodes', {
  id: 'legal-status-missing',
  field: 'startedOn',
  problem: 'The child is looked after and has no legal status on the as-at date',
  expected: 'a legal status that is open',
  source: 'SSDA903 144',
  touches: ['looked-after'],
  flaws(rows, records) {
    if (!records.loaded.has('legalStatuses')) return []
    return [...rowsBy(rows, 'personId').keys()].flatMap(personId => {
      const period = carePeriodsOf(records, personId).findLast(({ from, until }) => isOpenOn(from, until, records.asAt))
      if (!period || legalStatusOn(records, personId, records.asAt)) return []
      // A status that could not be read has been told where it stands.
      if (rowsOf(records.legalStatuses, personId).some(({ unread }) => unread.length > 0)) return []
      return [{ row: period.episodes.at(-1)!, found: period.from }]
    })
  },
})
