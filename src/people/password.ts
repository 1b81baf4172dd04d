/** Passwords of local accounts: kept only as an argon2id hash. */
import { randomBytes, randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB of memory, two passes, one lane. A sign-in takes about 30 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Long rather than mixed, as the NCSC advises; the most bounds what one attempt costs. In characters. */
export const PASSWORD_LENGTH = { least: 12, most: 200 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST)

/** Without letters and figures that are taken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** For someone else to tell its owner, who changes it at the first sign-in. Four groups of four, easy to read out: 79 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join(
    '-',
  )

let decoy: Promise<string> | undefined

/** Whether the password is the hash's. Without a hash it is never so, and takes as long, so that nobody learns who has an account. */
export async function passwordMatches(password: string, known: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const matches = await verify(known ?? (await decoy), password.normalize('NFC'))
  return matches && known !== null
}
