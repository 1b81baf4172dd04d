/** Signing in: whether an e-mail address and a password are someone's, what else is asked of them, and what is kept of the try. */
import { setTimeout as wait } from 'node:timers/promises'
import type { SignInSettings } from '../config.ts'
import { dayInLondon } from '../terms/day.ts'
import type { Database, Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { NotFound } from '../store/not-found.ts'
import { passwordMatches } from './password.ts'
import { isPlainEmail } from './email.ts'
import { hasSecondStep, isLinked } from './proof/store.ts'
import type { Proof } from './session.ts'
import {
  type Account,
  addSession,
  findAccountByEmail,
  forgetWrongTries,
  listAuthoritiesOfEmail,
  listHeldPosts,
  noteWrongTry,
} from './store.ts'

/** `from` is the network address that asks. */
export type Asking = { now: Date; from: string; settings: SignInSettings }
export type SignIn = Asking & { email: string; password: string }
/** A new session's secret; `waits` where its second step is still to come. */
export type Begun = { secret: string; waits: boolean }
type Known = { authorityId: number; account: Account }

/** A wrong answer comes no sooner, in milliseconds: what is noted of a try at an account that is there takes no visible time. */
const SOONEST_NO = 250

/** Null where the two are nobody's. Which of them was wrong is not told, nor how long it took to find out. */
export async function signIn(database: Database, given: SignIn): Promise<Begun | null> {
  const soonest = wait(SOONEST_NO)
  const begun = await tryPassword(database, given)
  if (begun === null) await soonest
  return begun
}

async function tryPassword(database: Database, { email, password, ...asking }: SignIn): Promise<Begun | null> {
  const known = await listKnown(database, email)
  for (const { authorityId, account } of known)
    if (await passwordMatches(password, account.passwordHash)) {
      const person = { authorityId, personId: account.personId }
      if (!(await signsInElsewhere(database, person, asking.settings)))
        return beginSession(database, person, 'password', asking)
    }
  if (known.length === 0) await passwordMatches(password, null)
  for (const one of known) await refuse(database, one, asking)
  return null
}

async function listKnown(database: Database, email: string): Promise<Known[]> {
  const known: Known[] = []
  if (!isPlainEmail(email)) return known
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

export type Whose = { authorityId: number; personId: number }

/**
 * Who is linked to the council's directory signs in there and nowhere else, so that one who leaves the council cannot come in by a
 * password or passkey of their own. Without a directory in the settings everyone signs in here.
 */
export const signsInElsewhere = async (
  database: Database,
  { authorityId, personId }: Whose,
  { directory }: SignInSettings,
): Promise<boolean> =>
  directory !== null &&
  database.reading({ authority: authorityId, person: null }, db => isLinked(db, personId, directory.issuer))

/** For who has shown it: in the post they have held longest. After a password alone the second step comes, where they have one. */
export const beginSession = (database: Database, whose: Whose, proof: Proof, asking: Asking): Promise<Begun> =>
  database.transaction({ authority: whose.authorityId, person: whose.personId, from: asking.from }, db =>
    beginSessionIn(db, whose, proof, asking),
  )

export async function beginSessionIn(
  db: Db,
  { authorityId, personId }: Whose,
  proof: Proof,
  { now, from, settings }: Asking,
): Promise<Begun> {
  const [post] = await listHeldPosts(db, personId, dayInLondon(now))
  const postId = post?.postId ?? null
  const waits = proof === 'password' && (await hasSecondStep(db, personId))
  if (!waits) await noteSignIn(db, { personId, postId }, proof)
  const session = { authorityId, personId, postId, now, proof, from, waitsForCode: waits }
  return { secret: await addSession(db, session, settings), waits }
}

/** Adds it to the record, with how often it was tried wrongly before. */
export async function noteSignIn(db: Db, by: { personId: number; postId: number | null }, how: Proof): Promise<void> {
  const wrongTries = await forgetWrongTries(db, by.personId)
  await addEvent(db, by, 'sign-in', 'person', by.personId, { how, wrongTries })
}

const refuse = (
  database: Database,
  { authorityId, account: { personId } }: Known,
  { now, from }: Asking,
): Promise<unknown> =>
  database.transaction({ authority: authorityId, person: personId, from }, async db => {
    const wrongTries = await noteWrongTry(db, personId, now)
    await addEvent(db, { personId, postId: null }, 'refuse-sign-in', 'person', personId, { wrongTries })
  })
