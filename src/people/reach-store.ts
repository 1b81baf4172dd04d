/** Every statement about what a person reaches, and who reaches a child. They say the same as the policies of the database. */
import type { Day } from '../terms/day.ts'
import { ROLE, type Role } from '../terms/permission.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Basis, PostInForce } from './reach.ts'

const inForce = (on: Day) => sql`h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on})`

/** The posts that count for a person on a day, the one held longest first. */
export async function listPostsInForce(db: Db, personId: number, on: Day): Promise<PostInForce[]> {
  const rows = await db.rows<PostInForce>(sql`
    select p.post_id as "postId", p.title, g.name as organisation, p.role, h.basis, h.from_on as "from", h.to_on as "to",
           t.name as team, t.team_ref as "teamRef", p.service,
           array(select s.name from team s where s.service = p.service and p.service <> '' and s.team_ref is not null order by s.name) as "serviceTeams",
           array(select n.name from post_holding o join person n using (authority_id, person_id)
                 where o.post_id = p.post_id and o.basis = 'holds' and o.from_on <= ${on} and (o.to_on is null or o.to_on >= ${on}) order by n.name) as holders,
           array(select n.worker_ref from post_holding o join person n using (authority_id, person_id)
                 where n.worker_ref is not null
                   and (h.basis = 'holds' and o.post_holding_id = h.post_holding_id
                        or h.basis <> 'holds' and o.post_id = p.post_id and o.basis = 'holds' and o.from_on <= ${on} and (o.to_on is null or o.to_on >= ${on}))
                 order by 1) as "workerRefs"
    from post_holding h join post p using (authority_id, post_id) join organisation g using (authority_id, organisation_id)
    left join team t on t.authority_id = p.authority_id and t.team_id = p.team_id
    where h.person_id = ${personId} and ${inForce(on)} order by h.from_on, p.post_id`)
  return rows.map(row => ({ ...row, role: row.role !== null && Object.hasOwn(ROLE, row.role) ? row.role : null }))
}

/** A child by what stands for them in addresses. Throws `NotFound`, also where the child is out of reach of who asks. */
export const findChildAt = (db: Db, address: string) =>
  db.one<{ childId: number; personRef: string; address: string }>(
    sql`select child_id as "childId", person_ref as "personRef", address from child where address = ${address}`,
    'child',
  )

/** Someone who reaches a child, by which post, and by what of it: `by` is the scope of the post's role. */
export type Seer = {
  personId: number
  name: string
  postId: number
  title: string
  role: Role
  basis: Basis
  holders: string[]
  to: Day | null
  by: 'authority' | 'service' | 'team' | 'own-children'
  /** The team or service; empty for the rest. */
  through: string
  /** The last day of the allocation it leans on; null while that is open, or where none is needed. */
  until: Day | null
}

/**
 * Everyone who reaches the child today, with why: the same people for whom the database's `sees_child` is true. Ask only in the name
 * of someone who sees the child: allocations out of their reach are not there for them. By name.
 */
export const whoMaySee = (db: Db, childId: number) =>
  db.rows<Seer>(sql`
    select distinct on (n.name, n.person_id, p.post_id)
           n.person_id as "personId", n.name, p.post_id as "postId", p.title, p.role, h.basis, h.to_on as "to", s.scope as by,
           case s.scope when 'team' then t.name when 'service' then p.service || ', ' || a.team else '' end as through, a.until_on as until,
           array(select w.name from post_holding o join person w using (authority_id, person_id)
                 where o.post_id = p.post_id and o.basis = 'holds' and o.from_on <= london_today() and (o.to_on is null or o.to_on >= london_today())
                 order by w.name) as holders
    from post_holding h join post p using (authority_id, post_id) join role_scope s using (role) join person n using (authority_id, person_id)
    left join team t on t.authority_id = p.authority_id and t.team_id = p.team_id
    left join lateral (
      select true as found, c.until_on, k.name as team from child_allocation c left join team k on k.authority_id = c.authority_id and k.team_ref = c.team_ref
      where c.child_id = ${childId} and case s.scope
        when 'team' then c.team_ref = t.team_ref and (c.until_on is null or c.until_on >= london_today() - interval '12 months')
        when 'service' then k.service = p.service and p.service <> '' and (c.until_on is null or c.until_on >= london_today() - interval '12 months')
        when 'own-children' then (c.until_on is null or c.until_on >= london_today()) and c.worker_ref in (
          select w.worker_ref from post_holding o join person w using (authority_id, person_id)
          where h.basis = 'holds' and o.post_holding_id = h.post_holding_id
             or h.basis <> 'holds' and o.post_id = h.post_id and o.basis = 'holds'
                and o.from_on <= london_today() and (o.to_on is null or o.to_on >= london_today()))
        else false end
      order by c.until_on desc nulls first limit 1
    ) a on true
    where h.from_on <= london_today() and (h.to_on is null or h.to_on >= london_today())
      and (s.scope = 'authority' or a.found)
      and exists (select 1 from child where child_id = ${childId})
    order by n.name, n.person_id, p.post_id, h.to_on desc nulls first`)
