/** Every statement about who works here and who holds which post. */
import type { Day } from '../terms/day.ts'
import { ROLE, type Role } from '../terms/permission.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { OrganisationKind } from './post.ts'

/** How they sign in: not at all, with a password that someone else gave them, or with their own. */
export type SignsIn = 'not' | 'one-time' | 'own'
export type Colleague = { personId: number; name: string; email: string; signsIn: SignsIn; posts: string[] }

/** Everyone, by name, with the posts they hold on the day. */
export const listColleagues = (db: Db, on: Day) =>
  db.rows<Colleague>(sql`
    select p.person_id as "personId", p.name, p.email,
           case when a.person_id is null then 'not' when a.must_change then 'one-time' else 'own' end as "signsIn",
           array(select po.title from post_holding h join post po using (authority_id, post_id)
                 where h.person_id = p.person_id and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})
                 order by h.from_on, po.title) as posts
    from person p left join account a using (authority_id, person_id) order by p.name, p.person_id`)

/** `to` is the last day; null while it is held. */
export type Holding = { postHoldingId: number; personId: number; name: string; from: Day; to: Day | null }

/** `role` is null where nobody has said yet what its holder may do, as for a post that a plan named. Holdings are newest first. */
export type PostHeld = {
  postId: number
  title: string
  organisation: string
  role: Role | null
  holdings: Holding[]
}

const posts = sql`
  select po.post_id as "postId", po.title, o.name as organisation, po.role,
         coalesce((
           select jsonb_agg(jsonb_build_object('postHoldingId', h.post_holding_id, 'personId', h.person_id, 'name', n.name,
                                               'from', h.from_on, 'to', h.to_on) order by h.from_on desc, h.post_holding_id desc)
           from post_holding h join person n using (authority_id, person_id)
           where h.authority_id = po.authority_id and h.post_id = po.post_id), '[]') as holdings
  from post po join organisation o using (authority_id, organisation_id)`

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
      select h.post_holding_id as "postHoldingId", h.person_id as "personId", n.name, h.from_on as "from", h.to_on as "to",
             po.post_id as "postId", po.title
      from post_holding h join person n using (authority_id, person_id) join post po using (authority_id, post_id)
      where h.post_holding_id = ${postHoldingId}`,
    `holding ${postHoldingId}`,
  )

export const setLastDay = (db: Db, postHoldingId: number, to: Day) =>
  db.run(sql`update post_holding set to_on = ${to} where post_holding_id = ${postHoldingId}`)

export const setRole = (db: Db, postId: number, role: Role) =>
  db.run(sql`update post set role = ${role} where post_id = ${postId}`)

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
