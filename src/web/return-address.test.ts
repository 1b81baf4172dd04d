/** After signing in nobody is led to another site. */
import { expect, test } from 'vitest'
import { comingBack, returnAddress } from './return-address.ts'

test.each([
  ['/plan/actions/3?late=yes&as-at=2026-09-14', '/plan/actions/3?late=yes&as-at=2026-09-14'],
  ['/', '/'],
  [null, '/'],
  ['', '/'],
  ['plan', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/a\\..\\..//evil.example', '/'],
  ['/.//evil.example', '/'],
  ['javascript:alert(1)', '/'],
])('%j leads to %s', (given, to) => {
  expect(returnAddress(given)).toBe(to)
})

test('the way to sign in carries the address with its query', () => {
  expect(comingBack('/sign-in', '/plan?late=yes')).toBe('/sign-in?next=%2Fplan%3Flate%3Dyes')
  expect(comingBack('/sign-in', '/')).toBe('/sign-in')
})
