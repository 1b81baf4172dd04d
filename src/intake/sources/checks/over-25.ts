/** A person over 25 with something open (CIN census 8775Q): mostly a wrong date of birth. */
import { ageOn } from '../../../children/person.ts'
import { rowsOf } from '../../../children/records.ts'
import { isOpenNeed, isOpenPlan, lookedAfterOn } from '../../../children/standing.ts'
import { check } from './check.ts'

export const over25 = check('people', {
  id: 'over-25',
  field: 'bornOn',
  problem: 'This person is over 25 and still in need, on a plan or looked after',
  expected: 'an age up to 25',
  source: 'CIN census 8775Q',
  touches: ['everything'],
  found(person, records) {
    const age = ageOn(person, records.asAt)
    if (age === null || age <= 25) return null
    const { asAt } = records
    const isKnown =
      rowsOf(records.referrals, person.id).some(row => isOpenNeed(row, asAt)) ||
      rowsOf(records.cpPlans, person.id).some(row => isOpenPlan(row, asAt)) ||
      lookedAfterOn(records, person.id, asAt)
    return isKnown ? `${age}` : null
  },
})
