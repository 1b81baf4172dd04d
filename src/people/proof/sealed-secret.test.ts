/** The secret of an app, sealed: who opens it, and who does not. */
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { open, seal } from './sealed-secret.ts'

const owner = { authorityId: 3, personId: 7 }
const keys = { key: randomBytes(32), old: null }
const next = { key: randomBytes(32), old: keys.key }
const secret = randomBytes(20)
const kept = seal(keys, secret, owner)

test('it opens for the same person of the same authority under the same key, and holds nothing of the secret in clear', () => {
  expect(open(keys, kept, owner)).toEqual({ secret, isCurrent: true })
  expect([kept.length, kept[0]]).toEqual([53, 1])
  for (let at = 0; at <= 16; at += 1) expect(kept.includes(secret.subarray(at, at + 4))).toBe(false)
})

test('sealed twice it is never the same', () => expect(seal(keys, secret, owner)).not.toEqual(kept))

test.each([
  ['another person', { authorityId: 3, personId: 8 }],
  ['another authority', { authorityId: 4, personId: 7 }],
  ['numbers that read alike', { authorityId: 37, personId: 7 }],
])('moved to %s it opens for nobody', (_, other) => expect(open(keys, kept, other)).toBeNull())

test('under another key, or under none, it does not open', () => {
  expect(open({ key: randomBytes(32), old: null }, kept, owner)).toBeNull()
  expect(open(null, kept, owner)).toBeNull()
})

test('changed in any byte, cut, lengthened or empty it does not open', () => {
  for (let at = 0; at < kept.length; at += 1) {
    const changed = Buffer.from(kept)
    changed[at]! ^= 1
    expect([at, open(keys, changed, owner)]).toEqual([at, null])
  }
  for (const odd of [kept.subarray(0, 52), Buffer.concat([kept, Buffer.of(0)]), kept.subarray(0, 5), Buffer.alloc(0)])
    expect(open(keys, odd, owner)).toBeNull()
})

test('under a key that was replaced it opens as long as the old one is given, and says that it should be sealed anew', () => {
  expect(open(next, kept, owner)).toEqual({ secret, isCurrent: false })
  expect(open(next, seal(next, secret, owner), owner)).toEqual({ secret, isCurrent: true })
  expect(open({ key: next.key, old: null }, kept, owner)).toBeNull()
})

test('what was kept in clear is read, and should be sealed where there is a key', () => {
  expect(open(null, secret, owner)).toEqual({ secret, isCurrent: true })
  expect(open(keys, secret, owner)).toEqual({ secret, isCurrent: false })
})
