/** The second step of a sign-in: a code from the app, a recovery code, or a passkey. Each is taken once. */
import { createHash } from 'node:crypto'
import type { SealingKeys } from '../../config.ts'
import type { Db } from '../../store/database.ts'
import { addEvent, type By } from '../../store/event.ts'
import { minutesBefore, type Proof } from '../session.ts'
import type { Asked } from '../../web/page.tsx'
import { endOtherSessions, findNonce, noteProved, renewNonce } from '../store.ts'
import { stepOf } from './code.ts'
import { hashOfRecoveryCode } from './recovery-code.ts'
import { readClaim, readSigned } from './passkey.ts'
import { open, type Owner, seal } from './sealed-secret.ts'
import {
  countRecoveryCodes,
  type Authenticator,
  findAuthenticator,
  findPasskey,
  keepSecret,
  noteCodeTaken,
  notePasskeyUsed,
  noteWrongCode,
  useRecoveryCode,
} from './store.ts'

/**
 * After so many wrong codes the app's are not taken for a while: six digits can be guessed, and only who has the password gets to
 * try. The person's recovery codes and passkeys are taken all the same, so nobody is locked out.
 */
const MOST_WRONG = 20
const REST_MINUTES = 15

export type Typed = { by: By & { authorityId: number }; typed: string; now: Date; sealing: SealingKeys | null }

/** `secret` is null where no key here opens it. `isCurrent` is false where it should be sealed anew. */
export type App = Authenticator & { secret: Uint8Array | null; isCurrent: boolean }

/** The app of a person, with its secret opened; null where they have none. */
export async function findApp(db: Db, owner: Owner, sealing: SealingKeys | null, alone = false): Promise<App | null> {
  const app = await findAuthenticator(db, owner.personId, alone)
  if (!app) return null
  const opened = open(sealing, app.kept, owner)
  return { ...app, secret: opened?.secret ?? null, isCurrent: opened?.isCurrent ?? true }
}

/** What the typed code proves, and takes it; null where it proves nothing, which is noted. */
export async function takeCode(db: Db, given: Typed): Promise<Proof | null> {
  const { by, typed, now } = given
  const recovery = hashOfRecoveryCode(typed)
  const proof = recovery ? await takeRecoveryCode(db, by, recovery, now) : await takeAppCode(db, given)
  if (proof === null) await addEvent(db, by, 'refuse-code', 'person', by.personId)
  return proof
}

async function takeRecoveryCode(db: Db, by: By, hash: Buffer, now: Date): Promise<Proof | null> {
  if (!(await useRecoveryCode(db, by.personId, hash, now))) return null
  await addEvent(db, by, 'use-recovery-code', 'person', by.personId)
  return 'recovery-code'
}

async function takeAppCode(db: Db, { by, typed, now, sealing }: Typed): Promise<Proof | null> {
  const app = await findApp(db, by, sealing, true)
  if (!app?.secret) return null
  if (app.wrongCount >= MOST_WRONG && app.wrongAt! > minutesBefore(now, REST_MINUTES)) return null
  const step = stepOf(app.secret, typed, now)
  if (step !== null && (await noteCodeTaken(db, app.authenticatorId, step))) {
    if (sealing && !app.isCurrent) await keepSecret(db, app.authenticatorId, app.kept, seal(sealing, app.secret, by))
    return 'code'
  }
  await noteWrongCode(db, app.authenticatorId, now)
  return null
}

export type Answered = { by: By; session: string; origin: string; answer: string; now: Date }

/** What the passkey's answer proves; null where it is not one of theirs or did not sign what this session asks. Nothing is taken twice. */
export async function takePasskey(db: Db, { by, session, origin, answer, now }: Answered): Promise<Proof | null> {
  const nonce = await findNonce(db, session)
  await renewNonce(db, session, nonce)
  const claim = readClaim(answer)
  const passkey = claim && (await findPasskey(db, claim.credentialId))
  const place = { origin, challenge: bytesFor(nonce, 'passkey') }
  const uses = passkey?.personId === by.personId ? await readSigned(answer, place, passkey) : null
  if (!passkey || uses === null) {
    await addEvent(db, by, 'refuse-passkey', 'person', by.personId)
    return null
  }
  await notePasskeyUsed(db, passkey.passkeyId, uses, now)
  return 'passkey'
}

/** A second step was added: it is recorded and counts in this session, others end, and recovery codes follow where there are none. */
export async function afterAdding(
  { db, person, session, now }: Asked,
  kind: 'authenticator' | 'passkey',
  proof: Proof,
) {
  await noteProved(db, session, proof, now)
  const ended = await endOtherSessions(db, person.personId, session)
  await addEvent(db, person, 'add-second-step', 'person', person.personId, { kind, ended })
  const left = await countRecoveryCodes(db, person.personId)
  return left === 0 ? '/account/second-step/recovery-codes' : '/account/second-step'
}

/** Bytes for one purpose, made of a session's: those for an app's secret say nothing of those that a passkey signs. */
export const bytesFor = (nonce: Uint8Array, purpose: 'authenticator' | 'recovery-codes' | 'passkey'): Buffer =>
  createHash('sha256').update(nonce).update(purpose).digest()
