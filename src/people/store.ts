/** Every statement about people, the posts they hold, and their sign-in. */
import { randomBytes } from 'node:crypto'
import { PLAIN_SIGN_IN, type SignInSettings } from '../config.ts'
import { type Day, dayInLondon } from '../terms/day.ts'
import { ROLE, type Role } from '../terms/permission.ts'
import type { Database, Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Visitor, Yet } from '../web/visitor.ts'
import type { HeldPost, NewHolding, NewPost, OrganisationKind } from './post.ts'
import { needsSecondStep } from './second-step-rule.ts'
import {
  hashOf,
  hoursBefore,
  minutesBefore,
  newSecret,
  NOTED_EVERY_MINUTES,
  type Proof,
  PROVED_FOR_MINUTES,
  STEP_MINUTES,
} from './session.ts'

export type KnownPerson = { personId: number; name: string; email: string }

export const findPerson = (db: Db, personId: number) =>
  db.one<KnownPerson>(
    sql`select person_id as "personId", name, email from person where person_id = ${personId}`,
    'person',
  )

export const findPersonByEmail = (db: Db, email: string) =>
  db.one<KnownPerson>(
    sql`select person_id as "personId", name, email from person where lower(email) = lower(${email})`,
    `person with the e-mail address ${email}`,
  )

export async function addOrganisation(db: Db, given: { name: string; kind: OrganisationKind }): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into organisation (authority_id, name, kind) values (current_authority(), ${given.name}, ${given.kind})
      returning organisation_id as id`,
    'organisation',
  )
  return id
}

export async function addPerson(db: Db, given: { name: string; email: string }): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into person (authority_id, name, email) values (current_authority(), ${given.name}, ${given.email})
      returning person_id as id`,
    'person',
  )
  return id
}

export async function addPost(db: Db, given: NewPost): Promise<number> {
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into post (authority_id, title, organisation_id, role, added_on)
      values (current_authority(), ${given.title}, ${given.organisationId}, ${given.role}, ${given.addedOn})
      returning post_id as id`,
    'post',
  )
  return id
}

export const addHolding = (db: Db, { postId, personId, from, to }: NewHolding) =>
  db.run(sql`
    insert into post_holding (authority_id, post_id, person_id, from_on, to_on)
    values (current_authority(), ${postId}, ${personId}, ${from}, ${to})`)

/** A local sign-in, or its new password; a one-time one where someone else knows it. The hash is `hashPassword`'s. */
export const addAccount = (db: Db, personId: number, passwordHash: string, isOneTime = false) =>
  db.run(sql`
    insert into account (authority_id, person_id, password_hash, must_change)
    values (current_authority(), ${personId}, ${passwordHash}, ${isOneTime})
    on conflict (authority_id, person_id) do update set password_hash = excluded.password_hash, must_change = excluded.must_change`)

export const hasOneTimePassword = async (db: Db, personId: number): Promise<boolean> =>
  (await db.maybe(sql`select 1 from account where person_id = ${personId} and must_change`)) !== null

/** Where one e-mail address may sign in: in several authorities, for one who works for several. */
export const listAuthoritiesOfEmail = (database: Database, email: string): Promise<number[]> =>
  database.reading({ authority: null, person: null }, async db => {
    const rows = await db.rows<{ id: number }>(sql`select * from authorities_of_email(${email}) as id order by 1`)
    return rows.map(({ id }) => id)
  })

export type Account = KnownPerson & { passwordHash: string }

const accounts = sql`
  select p.person_id as "personId", p.name, p.email, a.password_hash as "passwordHash"
  from person p join account a using (authority_id, person_id)`

export const findAccountByEmail = (db: Db, email: string) =>
  db.one<Account>(sql`${accounts} where lower(p.email) = lower(${email})`, 'account')

export const findAccount = (db: Db, personId: number) =>
  db.one<Account>(sql`${accounts} where p.person_id = ${personId}`, 'account')

/** The hash of their password; null for who has none here. */
export const findPasswordHash = async (db: Db, personId: number): Promise<string | null> =>
  (await db.maybe<{ hash: string }>(sql`select password_hash as hash from account where person_id = ${personId}`))
    ?.hash ?? null

/** Notes a wrong try, and answers how many there were since the last right one. */
export async function noteWrongTry(db: Db, personId: number, now: Date): Promise<number> {
  const { tries } = await db.one<{ tries: number }>(
    sql`
      update account set failed_count = failed_count + 1, failed_at = ${now} where person_id = ${personId}
      returning failed_count as tries`,
    'account',
  )
  return tries
}

/** Forgets the wrong tries, and answers how many there were; none for who has no password here. */
export async function forgetWrongTries(db: Db, personId: number): Promise<number> {
  const before = await db.maybe<{ tries: number }>(sql`
    with before as (select authority_id, person_id, failed_count from account where person_id = ${personId})
    update account set failed_count = 0, failed_at = null from before
    where account.authority_id = before.authority_id and account.person_id = before.person_id
    returning before.failed_count as tries`)
  return before?.tries ?? 0
}

/** The posts a person holds on a day, the one held longest first. */
export const listHeldPosts = (db: Db, personId: number, on: Day) =>
  db.rows<HeldPost>(sql`
    select po.post_id as "postId", po.title, o.name as organisation, po.role, min(h.from_on) as "from"
    from post_holding h
    join post po using (authority_id, post_id)
    join organisation o using (authority_id, organisation_id)
    where h.person_id = ${personId} and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})
    group by po.post_id, po.title, o.name, po.role
    order by min(h.from_on), po.post_id`)

export type NewSession = {
  authorityId: number
  personId: number
  postId: number | null
  now: Date
  proof?: Proof
  /** True until the second step is taken. */
  waitsForCode?: boolean
  /** When they showed who they are; now unless said. */
  provedAt?: Date
  /** The network address it begins at. */
  from?: string
}

/** Begins a session in a post (or none) and answers its secret. Sessions of theirs that are over are taken away. */
export async function addSession(
  db: Db,
  given: NewSession,
  { idleHours, longestHours } = PLAIN_SIGN_IN,
): Promise<string> {
  const { personId, postId, now, proof = 'password', waitsForCode = false, provedAt = now, from = null } = given
  const secret = newSecret(given.authorityId)
  await db.run(sql`
    delete from session where person_id = ${personId}
    and (seen_at <= ${hoursBefore(now, idleHours)} or began_at <= ${hoursBefore(now, longestHours)}
         or (waits_for_code and began_at <= ${minutesBefore(now, STEP_MINUTES)}))`)
  await db.run(sql`
    insert into session (authority_id, token_hash, person_id, post_id, began_at, seen_at, proof, waits_for_code, proved_at, came_from, nonce)
    values (current_authority(), ${hashOf(secret)}, ${personId}, ${postId}, ${now}, ${now}, ${proof}, ${waitsForCode}, ${provedAt}, ${from}, ${randomBytes(32)})`)
  return secret
}

type VisitorRow = {
  authorityId: number
  personId: number
  name: string
  postId: number | null
  postTitle: string | null
  role: string | null
  session: string
  seenAt: Date
  provedAt: Date
  proof: Proof
  waitsForCode: boolean
  isOneTime: boolean
  secondStep: 'required' | 'optional'
  authority: string
  shortName: string
  serviceName: string
  brandColour: string
  recordsTo: Day | null
}

/** What is still going on: neither unused nor kept for too long, and not left between the password and the second step. */
const goesOn = (now: Date, { idleHours, longestHours }: SignInSettings) => sql`
  s.seen_at > ${hoursBefore(now, idleHours)} and s.began_at > ${hoursBefore(now, longestHours)}
  and not (s.waits_for_code and s.began_at <= ${minutesBefore(now, STEP_MINUTES)})`

/** Who holds the secret, in the post they act in while they hold it; null where the session is over or never was. */
export async function findVisitor(
  db: Db,
  secret: string,
  now: Date,
  settings: SignInSettings = PLAIN_SIGN_IN,
): Promise<Visitor | null> {
  const today = dayInLondon(now)
  const row = await db.maybe<VisitorRow>(sql`
    select s.authority_id as "authorityId", p.person_id as "personId", p.name, po.post_id as "postId",
           po.title as "postTitle", po.role, encode(s.token_hash, 'hex') as session, s.seen_at as "seenAt",
           s.proved_at as "provedAt", s.proof, s.waits_for_code as "waitsForCode", a.second_step as "secondStep",
           exists (select 1 from account c where c.authority_id = s.authority_id and c.person_id = s.person_id and c.must_change) as "isOneTime",
           (select max(as_at) from snapshot l where l.authority_id = s.authority_id and l.state = 'kept') as "recordsTo",
           a.name as authority, a.short_name as "shortName", a.service_name as "serviceName", a.brand_colour as "brandColour"
    from session s
    join authority a using (authority_id)
    join person p using (authority_id, person_id)
    left join post_holding h on h.authority_id = s.authority_id and h.person_id = s.person_id and h.post_id = s.post_id
      and h.from_on <= ${today} and (h.to_on is null or h.to_on >= ${today})
    left join post po on po.authority_id = h.authority_id and po.post_id = h.post_id
    where s.authority_id = current_authority() and s.token_hash = ${hashOf(secret)} and ${goesOn(now, settings)}
    limit 1`)
  return row && visitorOf(row, now)
}

function visitorOf(row: VisitorRow, now: Date): Visitor {
  const role = row.role !== null && Object.hasOwn(ROLE, row.role) ? (row.role as Role) : null
  const { authorityId, personId, name, postId, postTitle, shortName, serviceName, brandColour } = row
  return {
    person: { authorityId, personId, name, postId, postTitle, role },
    authority: { name: row.authority, shortName, serviceName, brandColour },
    session: row.session,
    recordsTo: row.recordsTo,
    yet: yetOf(row, role),
    provedLately: row.provedAt > minutesBefore(now, PROVED_FOR_MINUTES),
    seenLongAgo: row.seenAt < minutesBefore(now, NOTED_EVERY_MINUTES),
  }
}

/** What comes first, in this order. Who came from the directory has no password here to be changed first. */
function yetOf({ waitsForCode, isOneTime, proof, secondStep }: VisitorRow, role: Role | null): Yet | null {
  if (waitsForCode) return 'second-step'
  if (isOneTime && proof !== 'directory' && proof !== 'passkey') return 'own-password'
  return proof === 'password' && secondStep === 'required' && needsSecondStep(role) ? 'add-second-step' : null
}

/** Whose a secret is, or was before its session was over, for the record of what was refused. */
export async function findWhose(db: Db, secret: string) {
  const row = await db.maybe<{ personId: number | null; postId: number | null }>(sql`
    select s.person_id as "personId", s.post_id as "postId" from authority a
    left join session s on s.authority_id = a.authority_id and s.token_hash = ${hashOf(secret)}
    where a.authority_id = current_authority()`)
  return { isAuthority: row !== null, personId: row?.personId ?? null, postId: row?.postId ?? null }
}

const named = (session: string) => sql`token_hash = ${Buffer.from(session, 'hex')}`

export const noteSeen = (db: Db, { session }: Visitor, now: Date) =>
  db.run(sql`update session set seen_at = ${now} where ${named(session)}`)

export type OwnSession = { session: string; beganAt: Date; seenAt: Date; proof: Proof; from: string | null }

/** Where a person is signed in now, the newest first. */
export const listSessions = (db: Db, personId: number, now: Date, settings: SignInSettings = PLAIN_SIGN_IN) =>
  db.rows<OwnSession>(sql`
    select encode(s.token_hash, 'hex') as session, s.began_at as "beganAt", s.seen_at as "seenAt", s.proof, s.came_from as "from"
    from session s where s.person_id = ${personId} and ${goesOn(now, settings)} and not s.waits_for_code
    order by s.began_at desc`)

export const endSession = (db: Db, session: string) => db.run(sql`delete from session where ${named(session)}`)

/** Ends the session of a secret, if there is one. */
export const endSessionOf = (db: Db, secret: string) =>
  db.run(sql`delete from session where token_hash = ${hashOf(secret)}`)

/** Ends one session of a person by its name, and answers whether there was one. */
export const endOwnSession = async (db: Db, personId: number, session: string): Promise<boolean> =>
  (await db.run(sql`delete from session where person_id = ${personId} and ${named(session)}`)) > 0

/** Notes that whoever holds the session has shown again who they are. What was shown before counts on, where it is more than a password. */
export const noteProved = (db: Db, session: string, proof: Proof, now: Date) =>
  db.run(sql`
    update session set proved_at = ${now}, proof = case when proof = 'password' then ${proof} else proof end
    where ${named(session)}`)

/**
 * The same session under a new secret, now that more was shown in it; what was shown before counts on, where it is more than a
 * password. The secret before is good no longer. It ends when it would have: only a new sign-in begins its hours anew.
 */
export async function renewSession(
  db: Db,
  { authorityId, session, proof, now }: { authorityId: number; session: string; proof: Proof; now: Date },
): Promise<string> {
  const secret = newSecret(authorityId)
  await db.run(sql`
    insert into session (authority_id, token_hash, person_id, post_id, began_at, seen_at, proof, proved_at, came_from, nonce)
    select authority_id, ${hashOf(secret)}, person_id, post_id, began_at, ${now},
           case when proof = 'password' then ${proof} else proof end, ${now}, came_from, ${randomBytes(32)}
    from session where ${named(session)}`)
  await endSession(db, session)
  return secret
}

export type Proved = { proof: Proof; provedLately: boolean }

/** What was shown in the session, and whether lately. Throws `NotFound`. */
export async function findProved(db: Db, session: string, now: Date): Promise<Proved> {
  const { proof, provedAt } = await db.one<{ proof: Proof; provedAt: Date }>(
    sql`select proof, proved_at as "provedAt" from session where ${named(session)}`,
    'session',
  )
  return { proof, provedLately: provedAt > minutesBefore(now, PROVED_FOR_MINUTES) }
}

export async function findShortName(db: Db): Promise<string> {
  const { name } = await db.one<{ name: string }>(
    sql`select short_name as name from authority where authority_id = current_authority()`,
    'authority',
  )
  return name
}

export async function isSecondStepRequired(db: Db): Promise<boolean> {
  const { rule } = await db.one<{ rule: string }>(
    sql`select second_step as rule from authority where authority_id = current_authority()`,
    'authority',
  )
  return rule === 'required'
}

/** The bytes that a passkey signs and new secrets are made from, in this session only. Throws `NotFound`. */
export async function findNonce(db: Db, session: string): Promise<Buffer> {
  const { nonce } = await db.one<{ nonce: Uint8Array }>(
    sql`select nonce from session where ${named(session)}`,
    'session',
  )
  return Buffer.from(nonce)
}

/** What was signed or made with the bytes before is not taken again. Answers whether they were still these. */
export const renewNonce = async (db: Db, session: string, nonce: Buffer): Promise<boolean> =>
  (await db.run(sql`
    update session set nonce = ${randomBytes(32)} where ${named(session)} and nonce = ${nonce}`)) > 0

/** Ends every session of a person but one, and answers how many. */
export const endOtherSessions = (db: Db, personId: number, session: string) =>
  db.run(sql`delete from session where person_id = ${personId} and not ${named(session)}`)

export const endSessions = (db: Db, personId: number) => db.run(sql`delete from session where person_id = ${personId}`)

export const actIn = (db: Db, session: string, postId: number) =>
  db.run(sql`update session set post_id = ${postId} where ${named(session)}`)

/** The authority's own colour, `#1d4f6b`. Ask `isReadable` about it first. */
export const setBrandColour = (db: Db, colour: string) =>
  db.run(sql`update authority set brand_colour = ${colour.toLowerCase()} where authority_id = current_authority()`)

/** For an invented council: a password alone is enough there, whatever post one holds. */
export const letPasswordsDo = (db: Db) =>
  db.run(sql`update authority set second_step = 'optional' where authority_id = current_authority()`)
