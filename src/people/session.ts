/**
 * Someone signed in. The secret is in their cookie and nowhere else: the authority's number, a dot, and 256 random bits. The
 * number lets the database be asked within the authority; it proves nothing.
 */
import { createHash, randomBytes } from 'node:crypto'

/** What was shown to begin a session. A `password` alone is the weakest; a `directory` asks for a second step by its own rules. */
export type Proof = 'password' | 'code' | 'recovery-code' | 'passkey' | 'directory'

/** Who showed who they are so lately is not asked again before child data leaves, permissions change, or records are disposed of. */
export const PROVED_FOR_MINUTES = 15
/** Between the password and the second step: long enough to find the telephone. */
export const STEP_MINUTES = 10
/** That someone is here is noted once in so many minutes: often enough for the limits above, seldom enough to cost nothing. */
export const NOTED_EVERY_MINUTES = 5

export const newSecret = (authorityId: number): string => `${authorityId}.${randomBytes(32).toString('base64url')}`

/** The authority that a secret names; null where it is not written as a secret is. */
export function authorityIn(secret: string): number | null {
  const [, authority] = /^([1-9]\d{0,8})\.[\w-]{43}$/.exec(secret) ?? []
  return authority === undefined ? null : Number(authority)
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

export const hoursBefore = (now: Date, hours: number): Date => minutesBefore(now, hours * 60)
export const minutesBefore = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * 60_000)
