/** One UPN of two children (CIN census 1520). */
import { check } from './check.ts'
import { secondOnes } from './second-ones.ts'

export const upnOfTwo = check('people', {
  id: 'upn-of-two',
  field: 'upn',
  problem: 'Another child has the same UPN',
  expected: 'a UPN of the child alone',
  source: 'CIN census 1520',
  touches: ['everything'],
  flaws: rows =>
    secondOnes(
      rows,
      row => row.upn,
      row => row.upn,
    ),
})
