/** Signing in: whether an e-mail address and a password are someone's, and what is kept of the try. */
import { dayInLondon } from '../terms/day.ts'
import type { Database } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { NotFound } from '../store/not-found.ts'
import { passwordMatches } from './password.ts'
import {
  type Account,
  addSession,
  findAccountByEmail,
  forgetWrongTries,
  listAuthoritiesOfEmail,
  listHeldPosts,
  noteWrongTry,
} from './store.ts'

export type SignIn = { email: string; password: string; now: Date }
type Known = { authorityId: number; account: Account }

/** The secret of a new session, or null where the two are nobody's. Which of them was wrong is not told. */
export async function signIn(database: Database, { email, password, now }: SignIn): Promise<string | null> {
  const known = await listKnown(database, email)
  for (const one of known)
    if (await passwordMatches(password, one.account.passwordHash)) return beginSession(database, one, now)
  if (known.length === 0) await passwordMatches(password, null)
  for (const one of known) await refuse(database, one, now)
  return null
}

async function listKnown(database: Database, email: string): Promise<Known[]> {
  const known: Known[] = []
  for (const authorityId of await listAuthoritiesOfEmail(database, email)) {
    const account = await database
      .reading({ authority: authorityId, person: null }, db => findAccountByEmail(db, email))
      .catch(unlessNotFound)
    if (account) known.push({ authorityId, account })
  }
  return known
}

function unlessNotFound(error: unknown): null {
  if (error instanceof NotFound) return null
  throw error
}

const beginSession = (database: Database, { authorityId, account }: Known, now: Date): Promise<string> =>
  database.transaction({ authority: authorityId, person: account.personId }, async db => {
    const { personId } = account
    const [post] = await listHeldPosts(db, personId, dayInLondon(now))
    const postId = post?.postId ?? null
    const wrongTries = await forgetWrongTries(db, personId)
    await addEvent(db, { personId, postId }, 'sign-in', 'person', personId, { wrongTries })
    return addSession(db, { authorityId, personId, postId, now })
  })

const refuse = (database: Database, { authorityId, account: { personId } }: Known, now: Date): Promise<unknown> =>
  database.transaction({ authority: authorityId, person: personId }, async db => {
    const wrongTries = await noteWrongTry(db, personId, now)
    await addEvent(db, { personId, postId: null }, 'refuse-sign-in', 'person', personId, { wrongTries })
  })
