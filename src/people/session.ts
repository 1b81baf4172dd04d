/**
 * Someone signed in. The secret is in their cookie and nowhere else: the authority's number, a dot, and 256 random bits. The
 * number lets the database be asked within the authority; it proves nothing.
 */
import { createHash, randomBytes } from 'node:crypto'

/** A session unused for so long ends: a working day and the board in its evening, not the night after. */
export const IDLE_HOURS = 12
/** However much it is used, it ends after a day: NIST SP 800-63B-4, 2.2.3, for what holds personal information. */
export const LONGEST_HOURS = 24
/** That someone is here is noted once in so many minutes: often enough for the limits above, seldom enough to cost nothing. */
export const NOTED_EVERY_MINUTES = 5

export const newSecret = (authorityId: number): string => `${authorityId}.${randomBytes(32).toString('base64url')}`

/** The authority that a secret names; null where it is not written as a secret is. */
export function authorityIn(secret: string): number | null {
  const [, authority] = /^([1-9]\d{0,8})\.[\w-]{43}$/.exec(secret) ?? []
  return authority === undefined ? null : Number(authority)
}

export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

const HOUR = 3_600_000
export const hoursBefore = (now: Date, hours: number): Date => new Date(now.getTime() - hours * HOUR)
