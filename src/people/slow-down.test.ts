/** Wrong passwords slow down the one who tries them, and nobody else. */
import { expect, test } from 'vitest'
import { SlowDown, waitAfter } from './slow-down.ts'

test.each([
  [0, 0],
  [2, 0],
  [3, 500],
  [4, 1_000],
  [7, 8_000],
  [500, 8_000],
])('after %i wrong tries the answer waits %i ms', (wrong, wait) => {
  expect(waitAfter(wrong, 3)).toBe(wait)
})

function triedWrongly(slowDown: SlowDown, times: number, account: string, from: string, now = 0) {
  for (let at = 0; at < times; at++) {
    slowDown.begin(account, from, now)
    slowDown.end(account, from, false, now)
  }
}

test('someone who tried wrongly elsewhere does not slow down the owner of the account', () => {
  const slowDown = new SlowDown()
  triedWrongly(slowDown, 30, 'ben@council', 'attacker')
  expect(slowDown.begin('ben@council', 'attacker', 0)).toBe(8_000)
  expect(slowDown.begin('ben@council', 'office', 0)).toBe(0)
})

test('one address trying one account after the other is slowed down, a council’s Monday morning is not', () => {
  const slowDown = new SlowDown()
  for (let at = 0; at < 49; at++) triedWrongly(slowDown, 1, `person${at}`, 'office')
  expect(slowDown.begin('next', 'office', 0)).toBe(0)
  for (let at = 0; at < 6; at++) triedWrongly(slowDown, 1, `other${at}`, 'office')
  expect(slowDown.begin('after', 'office', 0)).toBeGreaterThan(0)
})

test('a right password, or a quarter of an hour, forgets the wrong ones', () => {
  const slowDown = new SlowDown()
  triedWrongly(slowDown, 6, 'ben', 'office')
  expect(slowDown.begin('ben', 'office', 15 * 60_000 - 1)).toBe(4_000)
  slowDown.end('ben', 'office', true, 15 * 60_000 - 1)
  expect(slowDown.begin('ben', 'office', 15 * 60_000 - 1)).toBe(0)
  const other = new SlowDown()
  triedWrongly(other, 6, 'ben', 'office')
  expect(other.begin('ben', 'office', 15 * 60_000)).toBe(0)
})

test('more than three at once for one account from one address are not begun', () => {
  const slowDown = new SlowDown()
  for (let at = 0; at < 3; at++) expect(slowDown.begin('ben', 'office', 0)).toBe(0)
  expect(slowDown.begin('ben', 'office', 0)).toBeNull()
  expect(slowDown.begin('cora', 'office', 0)).toBe(0)
})

test('a wrong password where it is changed is slowed down as at sign-in, and one that fails is over', async () => {
  const slowDown = new SlowDown()
  const tooMany = { field: 'current', text: 'Wait' }
  const wrong = async () => null
  for (let at = 0; at < 3; at++) expect(await slowDown.attempt('ben', 'office', tooMany, wrong)).toBeNull()
  const began = performance.now()
  expect(await slowDown.attempt('ben', 'office', tooMany, async () => 'right')).toBe('right')
  expect(performance.now() - began).toBeGreaterThan(450)
  const broken = slowDown.attempt('ben', 'office', tooMany, () => Promise.reject(new Error('gone')))
  await expect(broken).rejects.toThrow('gone')
  const atOnce = Array.from({ length: 4 }, () => slowDown.attempt('ben', 'office', tooMany, wrong))
  expect((await Promise.allSettled(atOnce)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
    'rejected',
  ])
})
