/** Every statement about who works here and who holds which post. */
import type { Day } from '../terms/day.ts'
import { ROLE, type Role } from '../terms/permission.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { OrganisationKind } from './post.ts'
import type { Basis } from './reach.ts'

/** How they sign in: not at all, with a password that someone else gave them, or with their own. */
export type SignsIn = 'not' | 'one-time' | 'own'
/** `workerRef` is their number in the case management system; null for who works with no child. */
export type Colleague = {
  personId: number
  name: string
  email: string
  workerRef: string | null
  signsIn: SignsIn
  posts: string[]
}

const colleagues = (on: Day) => sql`
    select p.person_id as "personId", p.name, p.email, p.worker_ref as "workerRef",
           case when a.person_id is null then 'not' when a.must_change then 'one-time' else 'own' end as "signsIn",
           array(select po.title from post_holding h join post po using (authority_id, post_id)
                 where h.person_id = p.person_id and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})
                 order by h.from_on, po.title) as posts
    from person p left join account a using (authority_id, person_id)`

/** Everyone, by name, with the posts they hold on the day; whoever left long ago and was disposed of is left out. */
export const listColleagues = (db: Db, on: Day) =>
  db.rows<Colleague>(sql`${colleagues(on)} where p.forgotten_on is null order by p.name, p.person_id`)

export const findColleague = (db: Db, personId: number, on: Day) =>
  db.one<Colleague>(sql`${colleagues(on)} where p.person_id = ${personId}`, `person ${personId}`)

/** Who has the number in the case management system; null where nobody does. */
export const findByWorkerRef = (db: Db, workerRef: string) =>
  db.maybe<{ personId: number; name: string }>(
    sql`select person_id as "personId", name from person where worker_ref = ${workerRef}`,
  )

export const findWorkerRef = (db: Db, personId: number) =>
  db.one<{ workerRef: string | null }>(
    sql`select worker_ref as "workerRef" from person where person_id = ${personId}`,
    `person ${personId}`,
  )

export const setWorkerRef = (db: Db, personId: number, workerRef: string | null) =>
  db.run(sql`update person set worker_ref = ${workerRef} where person_id = ${personId}`)

/** `to` is the last day; null while it is held. */
export type Holding = { postHoldingId: number; personId: number; name: string; from: Day; to: Day | null; basis: Basis }

/** `role` is null where nobody has said yet what its holder may do, as for a post that a plan named. Holdings are newest first. */
export type PostHeld = {
  postId: number
  title: string
  organisation: string
  role: Role | null
  /** The team the post is in, and the service it answers for; empty where it answers for none. */
  teamId: number | null
  team: string | null
  service: string
  holdings: Holding[]
}

const posts = sql`
  select po.post_id as "postId", po.title, o.name as organisation, po.role, po.team_id as "teamId", t.name as team, po.service,
         coalesce((
           select jsonb_agg(jsonb_build_object('postHoldingId', h.post_holding_id, 'personId', h.person_id, 'name', n.name,
                                               'from', h.from_on, 'to', h.to_on, 'basis', h.basis) order by h.from_on desc, h.post_holding_id desc)
           from post_holding h join person n using (authority_id, person_id)
           where h.authority_id = po.authority_id and h.post_id = po.post_id), '[]') as holdings
  from post po join organisation o using (authority_id, organisation_id)
  left join team t on t.authority_id = po.authority_id and t.team_id = po.team_id`

const known = (post: PostHeld): PostHeld => ({
  ...post,
  role: post.role !== null && Object.hasOwn(ROLE, post.role) ? post.role : null,
})

export const listPostsHeld = async (db: Db): Promise<PostHeld[]> =>
  (await db.rows<PostHeld>(sql`${posts} order by po.title`)).map(known)

export const findPostHeld = async (db: Db, postId: number): Promise<PostHeld> =>
  known(await db.one<PostHeld>(sql`${posts} where po.post_id = ${postId}`, `post ${postId}`))

export const findPostByTitle = async (db: Db, title: string): Promise<PostHeld | null> => {
  const post = await db.maybe<PostHeld>(sql`${posts} where lower(po.title) = lower(${title})`)
  return post && known(post)
}

/** A holding with its post. Throws `NotFound`. */
export const findHolding = (db: Db, postHoldingId: number) =>
  db.one<Holding & { postId: number; title: string }>(
    sql`
      select h.post_holding_id as "postHoldingId", h.person_id as "personId", n.name, h.from_on as "from", h.to_on as "to", h.basis,
             po.post_id as "postId", po.title
      from post_holding h join person n using (authority_id, person_id) join post po using (authority_id, post_id)
      where h.post_holding_id = ${postHoldingId}`,
    `holding ${postHoldingId}`,
  )

export const setLastDay = (db: Db, postHoldingId: number, to: Day) =>
  db.run(sql`update post_holding set to_on = ${to} where post_holding_id = ${postHoldingId}`)

/** What a post's holder may do, and whose children it reaches by its team or service. */
export type Place = { role: Role; teamId: number | null; service: string }

export const setPlace = (db: Db, postId: number, { role, teamId, service }: Place) =>
  db.run(sql`update post set role = ${role}, team_id = ${teamId}, service = ${service} where post_id = ${postId}`)

/** Someone stands in for whoever holds a post, from a day to a day. */
export const addStandIn = (
  db: Db,
  {
    postId,
    personId,
    from,
    to,
    basis,
    reason,
  }: { postId: number; personId: number; from: Day; to: Day; basis: Basis; reason: string },
) =>
  db.run(sql`
    insert into post_holding (authority_id, post_id, person_id, from_on, to_on, basis, reason)
    values (current_authority(), ${postId}, ${personId}, ${from}, ${to}, ${basis}, ${reason})`)

/** Whether a post of one of these roles is held on the day, and one without an end. */
export async function isHeldToday(db: Db, roles: Role[], on: Day): Promise<boolean> {
  const { held } = await db.one<{ held: boolean }>(
    sql`
      select coalesce(bool_or(h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})) and bool_or(h.to_on is null), false) as held
      from post_holding h join post po using (authority_id, post_id) where po.role = any(${roles}::text[])`,
    'holdings',
  )
  return held
}

export type Organisation = { organisationId: number; name: string; kind: OrganisationKind }

/** The council first. */
export const listOrganisations = (db: Db) =>
  db.rows<Organisation>(
    sql`select organisation_id as "organisationId", name, kind from organisation order by (kind = 'council') desc, name`,
  )
