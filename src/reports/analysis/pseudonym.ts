/**
 * Pseudonyms: HMAC-SHA256 of a number under the key of a project. Without the key nobody can tell whose a pseudonym is, nor make it again;
 * with it the same number always has the same one. 128 bits of it: two numbers with one pseudonym are not to be expected.
 */
import { createHmac, createSecretKey, randomBytes } from 'node:crypto'
import type { Numbered } from './treatment-kind.ts'

export const KEY_BYTES = 32
export const newKey = (): Buffer => randomBytes(KEY_BYTES)

export type Pseudonyms = (of: Numbered, number: string) => string

/** A letter comes first, so that no spreadsheet takes one for a number: `p3f09…`. */
export function pseudonymsBy(key: Uint8Array): Pseudonyms {
  if (key.length !== KEY_BYTES) throw new TypeError('the key of a project has 32 bytes')
  const secret = createSecretKey(key) // a key as bytes is prepared anew for each number, which takes five times as long
  const known = new Map<string, string>()
  return (of, number) => {
    const name = `${of}\u0000${number}`
    const found = known.get(name)
    if (found !== undefined) return found
    const made = of[0]! + createHmac('sha256', secret).update(name).digest('hex').slice(0, 32)
    known.set(name, made)
    return made
  }
}
