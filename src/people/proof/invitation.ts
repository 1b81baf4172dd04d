/** Invitations: a link with a secret, for one person, good once and for a week. Opening it changes nothing; mail scanners open links. */
import type { Database } from '../../store/database.ts'
import { authorityIn, hashOf } from '../session.ts'
import { findInvited } from './store.ts'

export const INVITED_FOR_DAYS = 7

export const invitationEnd = (now: Date): Date => new Date(now.getTime() + INVITED_FOR_DAYS * 24 * 60 * 60_000)

export const invitationLink = (origin: string, secret: string): string => `${origin}/invitation?with=${secret}`

/** The secret of a link; null where it is none of ours. */
export function secretIn(link: string): string | null {
  const secret = URL.canParse(link) ? new URL(link).searchParams.get('with') : null
  return secret !== null && authorityIn(secret) !== null ? secret : null
}

export type Invited = {
  authorityId: number
  personId: number
  name: string
  email: string
  council: string
  secret: string
}

/** Who is invited by a secret; null where the invitation was used, has ended or never was. */
export async function findInvitation(database: Database, secret: string, now: Date): Promise<Invited | null> {
  const authority = authorityIn(secret)
  if (authority === null) return null
  const found = await database.reading({ authority, person: null }, db => findInvited(db, hashOf(secret), now))
  return found && { ...found, authorityId: authority, secret }
}
