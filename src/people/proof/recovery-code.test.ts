/** Recovery codes: long, unlike one another, and read however they are typed. */
import { expect, test } from 'vitest'
import { hashOfRecoveryCode, RECOVERY_CODES, recoveryCodes } from './recovery-code.ts'

const codes = recoveryCodes(Buffer.alloc(32, 7))

test('there are eight, in six groups of four, no two alike and none of them the next set’s', () => {
  expect(codes).toHaveLength(8)
  for (const code of codes) expect(code).toMatch(/^([a-z2-9]{4}-){5}[a-z2-9]{4}$/)
  const next = recoveryCodes(Buffer.alloc(32, 8))
  expect(new Set([...codes, ...next]).size).toBe(2 * RECOVERY_CODES)
})

test('the same bytes give the same codes, so that those shown are those kept', () => {
  expect(recoveryCodes(Buffer.alloc(32, 7))).toEqual(codes)
})

test('each letter is as likely as another', () => {
  const letters = Array.from({ length: 200 }, (_, at) => recoveryCodes(Buffer.alloc(32, at)).join('')).join('')
  const counts = Map.groupBy(letters.replaceAll('-', ''), letter => letter)
  const share = [...counts.values()].map(all => (all.length / letters.replaceAll('-', '').length) * counts.size)
  expect([counts.size, Math.min(...share) > 0.9, Math.max(...share) < 1.1]).toEqual([30, true, true])
})

test('capitals, spaces and missing hyphens make no difference', () => {
  const [code] = codes
  const kept = hashOfRecoveryCode(code!)
  for (const typed of [code!.toUpperCase(), code!.replaceAll('-', ' '), ` ${code!.replaceAll('-', '')} `])
    expect(hashOfRecoveryCode(typed)).toEqual(kept)
})

test.each(['', '123456', 'abcd-efgh', 'O0O0-l1l1-IIII-0000-1111-oooo', 'ａbcd-efgh-jkmn-pqrs-tvwx-yz23'])(
  '%j is no recovery code',
  typed => expect(hashOfRecoveryCode(typed)).toBeNull(),
)
