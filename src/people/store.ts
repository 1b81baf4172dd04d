/** Every statement about people, the posts they hold, and their sign-in. */
import { type Day, dayInLondon } from '../terms/day.ts'
import { ROLE, type Role } from '../terms/permission.ts'
import type { Database, Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Visitor } from '../web/visitor.ts'
import type { HeldPost, NewHolding, NewPost, OrganisationKind } from './post.ts'
import { hashOf, hoursBefore, IDLE_HOURS, LONGEST_HOURS, newSecret, NOTED_EVERY_MINUTES } from './session.ts'

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

/** Forgets the wrong tries, and answers how many there were. */
export async function forgetWrongTries(db: Db, personId: number): Promise<number> {
  const { tries } = await db.one<{ tries: number }>(
    sql`
      with before as (select authority_id, person_id, failed_count from account where person_id = ${personId})
      update account set failed_count = 0, failed_at = null from before
      where account.authority_id = before.authority_id and account.person_id = before.person_id
      returning before.failed_count as tries`,
    'account',
  )
  return tries
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

/** Begins a session in a post (or none) and answers its secret. Sessions of theirs that are over are taken away. */
export async function addSession(
  db: Db,
  given: { authorityId: number; personId: number; postId: number | null; now: Date },
): Promise<string> {
  const secret = newSecret(given.authorityId)
  await db.run(sql`
    delete from session where person_id = ${given.personId}
    and (seen_at <= ${hoursBefore(given.now, IDLE_HOURS)} or began_at <= ${hoursBefore(given.now, LONGEST_HOURS)})`)
  await db.run(sql`
    insert into session (authority_id, token_hash, person_id, post_id, began_at, seen_at)
    values (current_authority(), ${hashOf(secret)}, ${given.personId}, ${given.postId}, ${given.now}, ${given.now})`)
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
  mustChangePassword: boolean
  authority: string
  shortName: string
  serviceName: string
  brandColour: string
}

/** Who holds the secret, in the post they act in while they hold it; null where the session is over or never was. */
export async function findVisitor(db: Db, secret: string, now: Date): Promise<Visitor | null> {
  const today = dayInLondon(now)
  const row = await db.maybe<VisitorRow>(sql`
    select s.authority_id as "authorityId", p.person_id as "personId", p.name, po.post_id as "postId",
           po.title as "postTitle", po.role, encode(s.token_hash, 'hex') as session, s.seen_at as "seenAt",
           exists (select 1 from account c where c.authority_id = s.authority_id and c.person_id = s.person_id and c.must_change) as "mustChangePassword",
           a.name as authority, a.short_name as "shortName", a.service_name as "serviceName", a.brand_colour as "brandColour"
    from session s
    join authority a using (authority_id)
    join person p using (authority_id, person_id)
    left join post_holding h on h.authority_id = s.authority_id and h.person_id = s.person_id and h.post_id = s.post_id
      and h.from_on <= ${today} and (h.to_on is null or h.to_on >= ${today})
    left join post po on po.authority_id = h.authority_id and po.post_id = h.post_id
    where s.authority_id = current_authority() and s.token_hash = ${hashOf(secret)}
      and s.seen_at > ${hoursBefore(now, IDLE_HOURS)} and s.began_at > ${hoursBefore(now, LONGEST_HOURS)}
    limit 1`)
  return row && visitorOf(row, now)
}

const visitorOf = (row: VisitorRow, now: Date): Visitor => ({
  person: {
    authorityId: row.authorityId,
    personId: row.personId,
    name: row.name,
    postId: row.postId,
    postTitle: row.postTitle,
    role: row.role !== null && Object.hasOwn(ROLE, row.role) ? (row.role as Role) : null,
  },
  authority: {
    name: row.authority,
    shortName: row.shortName,
    serviceName: row.serviceName,
    brandColour: row.brandColour,
  },
  session: row.session,
  mustChangePassword: row.mustChangePassword,
  seenLongAgo: now.getTime() - row.seenAt.getTime() > NOTED_EVERY_MINUTES * 60_000,
})

const named = (session: string) => sql`token_hash = ${Buffer.from(session, 'hex')}`

export const noteSeen = (db: Db, { session }: Visitor, now: Date) =>
  db.run(sql`update session set seen_at = ${now} where ${named(session)}`)

export type OwnSession = { session: string; beganAt: Date; seenAt: Date }

/** Where a person is signed in now, the newest first. */
export const listSessions = (db: Db, personId: number, now: Date) =>
  db.rows<OwnSession>(sql`
    select encode(token_hash, 'hex') as session, began_at as "beganAt", seen_at as "seenAt"
    from session where person_id = ${personId}
      and seen_at > ${hoursBefore(now, IDLE_HOURS)} and began_at > ${hoursBefore(now, LONGEST_HOURS)}
    order by began_at desc`)

export const endSession = (db: Db, session: string) => db.run(sql`delete from session where ${named(session)}`)

/** Ends every session of a person but one, and answers how many. */
export const endOtherSessions = (db: Db, personId: number, session: string) =>
  db.run(sql`delete from session where person_id = ${personId} and not ${named(session)}`)

export const endSessions = (db: Db, personId: number) => db.run(sql`delete from session where person_id = ${personId}`)

export const actIn = (db: Db, session: string, postId: number) =>
  db.run(sql`update session set post_id = ${postId} where ${named(session)}`)

/** The authority's own colour, `#1d4f6b`. Ask `isReadable` about it first. */
export const setBrandColour = (db: Db, colour: string) =>
  db.run(sql`update authority set brand_colour = ${colour.toLowerCase()} where authority_id = current_authority()`)
