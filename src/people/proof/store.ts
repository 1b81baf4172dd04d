/** Every statement about what people show to sign in, beside the password: codes, passkeys, invitations, the council's directory. */
import type { Db } from '../../store/database.ts'
import { sql } from '../../store/sql.ts'
import { minutesBefore } from '../session.ts'

export type Authenticator = {
  authenticatorId: number
  /** As the database keeps it: `sealed-secret.ts` opens it. */
  kept: Uint8Array
  addedAt: Date
  wrongCount: number
  wrongAt: Date | null
}

/** Theirs, kept from other codes of theirs being taken at the same moment where `alone`. */
export const findAuthenticator = (db: Db, personId: number, alone = false) =>
  db.maybe<Authenticator>(sql`
    select authenticator_id as "authenticatorId", secret as kept, added_at as "addedAt", wrong_count as "wrongCount", wrong_at as "wrongAt"
    from authenticator where person_id = ${personId} and removed_at is null ${alone ? sql`for update` : sql``}`)

/** Every app of the authority that makes codes now. */
export const listAuthenticators = (db: Db) =>
  db.rows<Pick<Authenticator, 'authenticatorId' | 'kept'> & { personId: number }>(sql`
    select authenticator_id as "authenticatorId", person_id as "personId", secret as kept
    from authenticator where removed_at is null order by authenticator_id`)

/** Keeps the same secret in another form. 0 where it is no longer what it was. */
export const keepSecret = (db: Db, authenticatorId: number, before: Uint8Array, kept: Uint8Array) =>
  db.run(sql`
    update authenticator set secret = ${Buffer.from(kept)}
    where authenticator_id = ${authenticatorId} and secret = ${Buffer.from(before)}`)

/** `step` is that of the code that proved it: it is not taken again. */
export const addAuthenticator = (db: Db, personId: number, kept: Uint8Array, step: number, now: Date) =>
  db.run(sql`
    insert into authenticator (authority_id, person_id, secret, added_at, last_step)
    values (current_authority(), ${personId}, ${Buffer.from(kept)}, ${now}, ${step})`)

export const removeAuthenticator = (db: Db, personId: number, now: Date) =>
  db.run(sql`
    update authenticator set secret = null, removed_at = ${now} where person_id = ${personId} and removed_at is null`)

/** Takes the code of a half minute, once. False where it, or a later one, was taken before. */
export const noteCodeTaken = async (db: Db, authenticatorId: number, step: number): Promise<boolean> =>
  (await db.run(sql`
    update authenticator set last_step = ${step}, wrong_count = 0, wrong_at = null
    where authenticator_id = ${authenticatorId} and last_step < ${step}`)) > 0

export const noteWrongCode = (db: Db, authenticatorId: number, now: Date) =>
  db.run(sql`
    update authenticator set wrong_count = wrong_count + 1, wrong_at = ${now} where authenticator_id = ${authenticatorId}`)

export type Passkey = {
  passkeyId: number
  personId: number
  credentialId: Uint8Array
  publicKey: Uint8Array
  uses: number
  transports: string[]
  name: string
  addedAt: Date
  usedAt: Date | null
}

const passkeys = sql`
  select passkey_id as "passkeyId", person_id as "personId", credential_id as "credentialId", public_key as "publicKey",
         uses::float8 as uses, transports, name, added_at as "addedAt", used_at as "usedAt"
  from passkey where removed_at is null`

export const listPasskeys = (db: Db, personId: number) =>
  db.rows<Passkey>(sql`${passkeys} and person_id = ${personId} order by added_at, passkey_id`)

export const findPasskey = (db: Db, credentialId: Uint8Array) =>
  db.maybe<Passkey>(sql`${passkeys} and credential_id = ${Buffer.from(credentialId)}`)

export type NewPasskey = Pick<Passkey, 'personId' | 'credentialId' | 'publicKey' | 'uses' | 'transports' | 'name'>

/** False where it is known already, removed or not. */
export const addPasskey = async (db: Db, given: NewPasskey, now: Date): Promise<boolean> =>
  (await db.run(sql`
    insert into passkey (authority_id, person_id, credential_id, public_key, uses, transports, name, added_at)
    values (current_authority(), ${given.personId}, ${Buffer.from(given.credentialId)}, ${Buffer.from(given.publicKey)},
            ${given.uses}, ${given.transports}::text[], ${given.name}, ${now})
    on conflict do nothing`)) > 0

export const notePasskeyUsed = (db: Db, passkeyId: number, uses: number, now: Date) =>
  db.run(sql`update passkey set uses = ${uses}, used_at = ${now} where passkey_id = ${passkeyId}`)

export const removePasskey = (db: Db, personId: number, passkeyId: number, now: Date) =>
  db.run(sql`
    update passkey set removed_at = ${now} where person_id = ${personId} and passkey_id = ${passkeyId} and removed_at is null`)

export const removePasskeys = (db: Db, personId: number, now: Date) =>
  db.run(sql`update passkey set removed_at = ${now} where person_id = ${personId} and removed_at is null`)

export async function hasSecondStep(db: Db, personId: number): Promise<boolean> {
  const { has } = await db.one<{ has: boolean }>(
    sql`
      select exists (select 1 from authenticator where person_id = ${personId} and removed_at is null)
          or exists (select 1 from passkey where person_id = ${personId} and removed_at is null) as has`,
    'second step',
  )
  return has
}

/** New ones; those there were are good no longer. */
export async function addRecoveryCodes(db: Db, personId: number, hashes: Buffer[], now: Date): Promise<void> {
  await withdrawRecoveryCodes(db, personId, now)
  for (const hash of hashes)
    await db.run(sql`
      insert into recovery_code (authority_id, code_hash, person_id, made_at)
      values (current_authority(), ${hash}, ${personId}, ${now})`)
}

export const withdrawRecoveryCodes = (db: Db, personId: number, now: Date) =>
  db.run(sql`
    update recovery_code set withdrawn_at = ${now} where person_id = ${personId} and used_at is null and withdrawn_at is null`)

/** Takes it, once. False where it is none of theirs, or was taken. */
export const useRecoveryCode = async (db: Db, personId: number, hash: Buffer, now: Date): Promise<boolean> =>
  (await db.run(sql`
    update recovery_code set used_at = ${now}
    where person_id = ${personId} and code_hash = ${hash} and used_at is null and withdrawn_at is null`)) > 0

export async function countRecoveryCodes(db: Db, personId: number): Promise<number> {
  const { left } = await db.one<{ left: number }>(
    sql`
      select count(*)::int as left from recovery_code
      where person_id = ${personId} and used_at is null and withdrawn_at is null`,
    'recovery codes',
  )
  return left
}

export type NewInvitation = { personId: number; hash: Buffer; madeBy: number | null; now: Date; endsAt: Date }

/** The last one only is good. */
export async function addInvitation(db: Db, { personId, hash, madeBy, now, endsAt }: NewInvitation): Promise<void> {
  await withdrawInvitations(db, personId, now)
  await db.run(sql`
    insert into invitation (authority_id, token_hash, person_id, made_at, made_by, ends_at)
    values (current_authority(), ${hash}, ${personId}, ${now}, ${madeBy}, ${endsAt})`)
}

const withdrawInvitations = (db: Db, personId: number, now: Date) =>
  db.run(sql`
    update invitation set withdrawn_at = ${now} where person_id = ${personId} and used_at is null and withdrawn_at is null`)

const stillGood = (hash: Buffer, now: Date) =>
  sql`token_hash = ${hash} and used_at is null and withdrawn_at is null and ends_at > ${now}`

export const findInvited = (db: Db, hash: Buffer, now: Date) =>
  db.maybe<{ personId: number; name: string; email: string; council: string }>(sql`
    select p.person_id as "personId", p.name, p.email, a.name as council
    from invitation i join person p using (authority_id, person_id) join authority a using (authority_id)
    where ${stillGood(hash, now)}`)

/** Takes it, once, and answers whose it was; null where it is good no longer. */
export const useInvitation = (db: Db, hash: Buffer, now: Date) =>
  db.maybe<{ personId: number }>(sql`
    update invitation set used_at = ${now} where ${stillGood(hash, now)} returning person_id as "personId"`)

/** Who an account in the directory is here; null where nobody. */
export const findLinkedPerson = (db: Db, issuer: string, subject: string) =>
  db.maybe<{ personId: number }>(sql`
    select person_id as "personId" from directory_link where issuer = ${issuer} and subject = ${subject} and ended_at is null`)

export const isLinked = async (db: Db, personId: number, issuer: string): Promise<boolean> =>
  (await db.maybe(
    sql`select 1 from directory_link where person_id = ${personId} and issuer = ${issuer} and ended_at is null limit 1`,
  )) !== null

export const listLinks = (db: Db, personId: number) =>
  db.rows<{ issuer: string; linkedAt: Date }>(sql`
    select issuer, linked_at as "linkedAt" from directory_link where person_id = ${personId} and ended_at is null`)

export type NewLink = { issuer: string; subject: string; personId: number; how: 'invitation' | 'email'; now: Date }

export const addLink = (db: Db, { issuer, subject, personId, how, now }: NewLink) =>
  db.run(sql`
    insert into directory_link (authority_id, issuer, subject, person_id, how, linked_at)
    values (current_authority(), ${issuer}, ${subject}, ${personId}, ${how}, ${now})`)

export const endLinks = (db: Db, personId: number, now: Date) =>
  db.run(sql`update directory_link set ended_at = ${now} where person_id = ${personId} and ended_at is null`)

/** Ten minutes, as for the second step. */
const TRY_MINUTES = 10

/** What must come back with a sign-in that goes on elsewhere. Those nobody came back with are taken away. */
export async function addTry(db: Db, hash: Buffer, facts: object, now: Date): Promise<void> {
  await db.run(sql`delete from sign_in_try where began_at <= ${minutesBefore(now, TRY_MINUTES)}`)
  await db.run(sql`
    insert into sign_in_try (authority_id, token_hash, facts, began_at) values (current_authority(), ${hash}, ${facts}, ${now})`)
}

/** Takes it, once; null where it was taken, or took too long. */
export async function takeTry<Facts>(db: Db, hash: Buffer, now: Date): Promise<Facts | null> {
  const row = await db.maybe<{ facts: Facts; beganAt: Date }>(
    sql`delete from sign_in_try where token_hash = ${hash} returning facts, began_at as "beganAt"`,
  )
  return row && row.beganAt > minutesBefore(now, TRY_MINUTES) ? row.facts : null
}
