/** Numbers that could tell who somebody is. */
import { expect, test } from 'vitest'
import { isSmall, tellsSmall } from './small-number.ts'

test.each([
  [0, false],
  [1, true],
  [5, true],
  [6, false],
])('%i children: small is %s', (count, small) => expect(isSmall(count)).toBe(small))

test.each([
  ['three of forty', 3, 40, true],
  ['37 of 40, which tells the three who are not', 37, 40, true],
  ['all of 40', 40, 40, false],
  ['none of 40', 0, 40, false],
  ['none of four', 0, 4, true],
  ['six of twelve', 6, 12, false],
  ['a plain five', 5, null, true],
  ['a plain six', 6, null, false],
])('%s', (_, numerator, denominator, tells) => expect(tellsSmall(numerator, denominator)).toBe(tells))
