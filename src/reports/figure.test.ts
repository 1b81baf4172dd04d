import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { plain } from './description.ts'
import { claim, listed, percentage, share } from './figure.ts'

const asAt = day('2026-11-22')

test.each([
  [0, 60, '0.0%'],
  [60, 60, '100.0%'],
  [21, 60, '35.0%'],
  [1, 3, '33.3%'],
  [2, 3, '66.7%'],
  [1, 16, '6.3%'], // 6.25 goes up
  [1, 8, '12.5%'],
  [1, 2000, '0.1%'], // 0.05 goes up
  [1, 2001, '0.0%'],
  [1, 0, null],
])('%s of %s is %s', (count, of, percent) => {
  expect(percentage(count, of)).toBe(percent)
})

test('a percentage is never further than half of its last place from what it stands for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 0, max: 100_000 }), (of, given) => {
      const count = given % (of + 1)
      expect(Math.abs(Number(percentage(count, of)!.slice(0, -1)) - (count / of) * 100)).toBeLessThanOrEqual(
        0.05 + 1e-9,
      )
    }),
  )
})

test('a percentage stands with what it is of, and no cases is said in words', () => {
  expect(share({ count: 1240, of: 2480, asAt }).figure).toBe('1,240 of 2,480 (50.0%)')
  expect(share({ count: 0, of: 0, asAt }).figure).toBe('no cases')
})

test.each([
  [0, 'No action is late.'],
  [1, '1 action is late.'],
  [2, '2 actions are late.'],
  [1200, '1,200 actions are late.'],
])('of %s late actions is said: %s', (count, said) => {
  expect(plain(claim({ count, asAt }, 'action is late.', 'actions are late.'))).toBe(said)
})

test('a count of none leads nowhere, a count of one leads to its ground', () => {
  expect(claim({ count: 0, asAt, to: '/plan' }, 'action', 'actions')[0]).toMatchObject({ to: null })
  expect(claim({ count: 1, asAt, to: '/plan' }, 'action', 'actions')[0]).toMatchObject({ to: '/plan', count: 1 })
})

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j is listed as %s', (pieces, said) => {
  expect(plain(listed(pieces))).toBe(said)
})
