/** A person of 18 or more who is still looked after (SSDA903 359). */
import { ageOn } from '../../../children/person.ts'
import { rowsBy, rowWithId } from '../../../children/records.ts'
import { lookedAfterOn } from '../../../children/standing.ts'
import { check } from './check.ts'

export const lookedAfterAt18 = check('claEpisodes', {
  id: 'looked-after-at-18',
  field: 'ceasedOn',
  problem: 'The person is 18 or older and still looked after',
  expected: 'the day the person ceased to be looked after, mostly the 18th birthday',
  source: 'SSDA903 359',
  touches: ['looked-after', 'care-leavers'],
  flaws: (rows, records) =>
    [...rowsBy(rows, 'personId').keys()].flatMap(personId => {
      const person = rowWithId(records.people, personId)
      const age = person ? ageOn(person, records.asAt) : null
      const period = age !== null && age >= 18 ? lookedAfterOn(records, personId, records.asAt) : undefined
      return period ? [{ row: period.episodes.at(-1)!, found: `${age}` }] : []
    }),
})
