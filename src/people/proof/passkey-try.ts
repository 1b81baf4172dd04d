/** Signing in by passkey before anyone is known: what the device signs is made here, kept for ten minutes, and taken once. */
import { createHash } from 'node:crypto'
import type { Database } from '../../store/database.ts'
import { addEvent } from '../../store/event.ts'
import { authorityIn, hashOf, newSecret } from '../session.ts'
import type { Whose } from '../sign-in.ts'
import { readClaim, readSigned } from './passkey.ts'
import { addTry, findPasskey, notePasskeyUsed, takeTry } from './store.ts'

export type PasskeyTry = { secret: string; challenge: Buffer }

/** Whose it will be is not known yet, so that it is kept under the first authority; it says nothing of anyone. */
export async function beginPasskeyTry(
  database: Database,
  authority: number | null,
  now: Date,
): Promise<PasskeyTry | null> {
  if (authority === null) return null
  const secret = newSecret(authority)
  await database.transaction({ authority, person: null }, db => addTry(db, hashOf(secret), { kind: 'passkey' }, now))
  return { secret, challenge: challengeOf(secret) }
}

const challengeOf = (secret: string): Buffer => createHash('sha256').update(`passkey ${secret}`).digest()

type Back = { secret: string; answer: string; origin: string; now: Date }

/** Whose passkey answered; null where the try is over, or the answer is nobody's or not to what was asked. */
export async function takePasskeyTry(database: Database, { secret, answer, origin, now }: Back): Promise<Whose | null> {
  const keptUnder = authorityIn(secret)
  const claim = readClaim(answer)
  if (keptUnder === null || claim === null) return null
  const known = await database.transaction({ authority: keptUnder, person: null }, db =>
    takeTry<{ kind: string }>(db, hashOf(secret), now),
  )
  if (known?.kind !== 'passkey') return null
  return database.transaction({ authority: claim.authorityId, person: null }, async db => {
    const passkey = await findPasskey(db, claim.credentialId)
    if (passkey?.personId !== claim.personId) return null
    const uses = await readSigned(answer, { origin, challenge: challengeOf(secret) }, passkey)
    const by = { personId: claim.personId, postId: null }
    if (uses === null) await addEvent(db, by, 'refuse-passkey', 'person', by.personId)
    else await notePasskeyUsed(db, passkey.passkeyId, uses, now)
    return uses === null ? null : { authorityId: claim.authorityId, personId: claim.personId }
  })
}
