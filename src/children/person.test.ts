/** Birth and age, with their boundaries. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { ageOn, birthOf, isUnborn, type Person } from './person.ts'

const person = (bornOn: string | null, expectedOn: string | null = null) =>
  ({ bornOn: bornOn && day(bornOn), expectedOn: expectedOn && day(expectedOn) }) as Person

test.each([
  ['2008-11-22', '2026-11-21', 17],
  ['2008-11-22', '2026-11-22', 18],
  ['2008-02-29', '2026-02-28', 17], // a common year: 18 on 1 March
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2024-02-29', 16],
  ['2026-11-22', '2026-11-22', 0],
  ['2026-11-23', '2026-11-22', -1],
])('born %s, on %s aged %d', (born, on, age) => expect(ageOn(person(born), day(on))).toBe(age))

test('an unborn child is unborn until the day expected, and born from it', () => {
  const unborn = person(null, '2026-11-22')
  expect(isUnborn(unborn, day('2026-11-21'))).toBe(true)
  expect(isUnborn(unborn, day('2026-11-22'))).toBe(false)
  expect(birthOf(person('2026-11-20', '2026-11-22'))).toBe('2026-11-20')
})

test('without a date of birth there is no age, and nobody is said to be unborn', () => {
  expect(ageOn(person(null), day('2026-11-22'))).toBe(null)
  expect(isUnborn(person(null), day('2026-11-22'))).toBe(false)
})
