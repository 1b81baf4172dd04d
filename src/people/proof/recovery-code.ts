/** Codes for the day the telephone is lost: each stands for the second step once. */
import { createHash, hkdfSync } from 'node:crypto'

export const RECOVERY_CODES = 8
/** Without letters and figures that are taken for one another: 30 of them. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789'
/** 24 letters of 30 have 117 bits: enough for a plain hash to keep them (OWASP ASVS 5.0, 6.5.2 asks for 112). */
const LENGTH = 24

/** New codes out of bytes that nobody knows, always the same for the same bytes: they are shown before they are kept. */
export function recoveryCodes(from: Uint8Array): string[] {
  const stream = new Uint8Array(hkdfSync('sha256', from, '', 'recovery codes', 16 * LENGTH * RECOVERY_CODES))
  const even = [...stream].filter(byte => byte < 256 - (256 % LETTERS.length)) // each letter as likely as another
  return Array.from({ length: RECOVERY_CODES }, (_, at) => {
    const letters = even.slice(at * LENGTH, (at + 1) * LENGTH).map(byte => LETTERS[byte % LETTERS.length])
    return letters.join('').match(/.{4}/g)!.join('-')
  })
}

/** However it is typed: in capitals, with spaces, without hyphens. Null where it cannot be one. */
export function hashOfRecoveryCode(typed: string): Buffer | null {
  const letters = typed.toLowerCase().replace(/[\s-]/g, '')
  if (letters.length !== LENGTH || ![...letters].every(letter => LETTERS.includes(letter))) return null
  return createHash('sha256').update(`recovery code ${letters}`).digest()
}
