/** Codes of an authenticator app, as the standards publish them. */
import { Resvg } from '@resvg/resvg-js'
import jsqrModule from 'jsqr'
import { expect, test } from 'vitest'
import { base32, codeAt, enrolmentAddress, stepAt, stepOf } from './code.ts'
import { squareCode } from './square-code.ts'

const readSquareCode = jsqrModule as unknown as typeof jsqrModule.default
const SECRET = Buffer.from('12345678901234567890')

// RFC 6238, appendix B, the rows of SHA-1
test.each([
  ['1970-01-01T00:00:59Z', '94287082'],
  ['2005-03-18T01:58:29Z', '07081804'],
  ['2005-03-18T01:58:31Z', '14050471'],
  ['2009-02-13T23:31:30Z', '89005924'],
  ['2033-05-18T03:33:20Z', '69279037'],
  ['2603-10-11T11:33:20Z', '65353130'],
])('at %s the code is %s (RFC 6238)', (at, code) => {
  expect(codeAt(SECRET, stepAt(new Date(at)), 8)).toBe(code)
})

// RFC 4226, appendix D
test('the first ten codes are those of RFC 4226', () => {
  const codes = '755224 287082 359152 969429 338314 254676 287922 162583 399871 520489'.split(' ')
  expect(codes.map((_, step) => codeAt(SECRET, step))).toEqual(codes)
})

test.each([
  ['the code of this half minute', '2009-02-13T23:31:30Z', 41_152_263],
  ['to its last second', '2009-02-13T23:31:59Z', 41_152_263],
  ['half a minute late', '2009-02-13T23:32:29Z', 41_152_263],
  ['half a minute early', '2009-02-13T23:31:00Z', 41_152_263],
  ['more than half a minute late', '2009-02-13T23:32:30Z', null],
  ['more than half a minute early', '2009-02-13T23:30:59Z', null],
])('%s: %s', (_, at, step) => {
  expect(stepOf(SECRET, '005924', new Date(at))).toBe(step)
})

test.each(['005925', '00592', '0059240', '89005924', '', '００５９２４', '5924', '-05924', '005 924x'])(
  'what is not the code is not taken: %j',
  typed => {
    expect(stepOf(SECRET, typed, new Date('2009-02-13T23:31:30Z'))).toBeNull()
  },
)

test('a code may be typed with a space, as apps show it', () => {
  expect(stepOf(SECRET, ' 005 924 ', new Date('2009-02-13T23:31:30Z'))).toBe(41_152_263)
})

// RFC 4648, section 10
test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j in base 32 is %j', (text, written) => {
  expect(base32(Buffer.from(text))).toBe(written)
})

test('the square code, read from its picture as a telephone would, holds the secret and whose it is', () => {
  const address = enrolmentAddress('Aldermere & Sons', 'ada.brook+board@aldermere.example', SECRET)
  const { pixels, width, height } = new Resvg(squareCode(address), {
    fitTo: { mode: 'width', value: 400 },
    background: 'white',
  }).render()
  const read = readSquareCode(new Uint8ClampedArray(pixels), width, height)
  expect(read?.data).toBe(
    'otpauth://totp/Aldermere%20%26%20Sons:ada.brook%2Bboard%40aldermere.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Aldermere%20%26%20Sons',
  )
})
