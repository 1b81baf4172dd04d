/** Every statement about teams, and the record of what changed in them. */
import type { Day } from '../terms/day.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import { Refused } from '../web/form.ts'
import type { Doing } from './appointing.ts'
import type { Team, TeamChange, TeamGiven } from './team.ts'

const teams = (on: Day) => sql`
  select t.team_id as "teamId", t.name, t.team_ref as "teamRef", t.service, t.manager_post_id as "managerPostId", m.title as "managerPost",
         coalesce((
           select jsonb_agg(jsonb_build_object('postId', p.post_id, 'title', p.title, 'holders', array(
                    select n.name from post_holding h join person n using (authority_id, person_id)
                    where h.post_id = p.post_id and h.from_on <= ${on} and (h.to_on is null or h.to_on >= ${on}) order by n.name)) order by p.title)
           from post p where p.authority_id = t.authority_id and p.team_id = t.team_id), '[]') as posts
  from team t left join post m on m.authority_id = t.authority_id and m.post_id = t.manager_post_id`

export const listTeams = (db: Db, on: Day) => db.rows<Team>(sql`${teams(on)} order by t.service, t.name`)

export const findTeam = (db: Db, teamId: number, on: Day) =>
  db.one<Team>(sql`${teams(on)} where t.team_id = ${teamId}`, `team ${teamId}`)

/** The services that teams are part of, by name. */
export async function listServices(db: Db): Promise<string[]> {
  const rows = await db.rows<{ service: string }>(
    sql`select distinct service from team where service <> '' order by service`,
  )
  return rows.map(({ service }) => service)
}

export async function addTeam(db: Db, { by }: Doing, given: TeamGiven): Promise<number> {
  await refuseTwice(db, given, null)
  const { id } = await db.one<{ id: number }>(
    sql`
      insert into team (authority_id, name, team_ref, service, manager_post_id)
      values (current_authority(), ${given.name}, ${given.teamRef}, ${given.service}, ${given.managerPostId}) returning team_id as id`,
    'team',
  )
  await addEvent(db, by, 'add-team', 'team', id, { before: {}, after: given })
  return id
}

/** Keeps what is different and records it; nothing where nothing is. */
export async function changeTeam(db: Db, { by, today }: Doing, teamId: number, given: TeamGiven): Promise<void> {
  const stands = await findTeam(db, teamId, today)
  const changed = (Object.keys(given) as (keyof TeamGiven)[]).filter(field => stands[field] !== given[field])
  if (changed.length === 0) return
  await refuseTwice(db, given, teamId)
  await db.run(sql`
    update team set name = ${given.name}, team_ref = ${given.teamRef}, service = ${given.service}, manager_post_id = ${given.managerPostId}
    where team_id = ${teamId}`)
  const only = (from: TeamGiven) => Object.fromEntries(changed.map(field => [field, from[field]]))
  await addEvent(db, by, 'change-team', 'team', teamId, { before: only(stands), after: only(given) })
}

/** A name and a number stand for one team each. */
async function refuseTwice(db: Db, { name, teamRef }: TeamGiven, except: number | null): Promise<void> {
  const other = await db.maybe<{ name: string; teamRef: string | null }>(sql`
    select name, team_ref as "teamRef" from team
    where (lower(name) = lower(${name}) or team_ref = ${teamRef}) and team_id is distinct from ${except}::integer order by team_id limit 1`)
  if (!other) return
  if (teamRef !== null && other.teamRef === teamRef)
    throw new Refused([{ field: 'teamRef', text: `${other.name} has the number ${teamRef} already` }])
  throw new Refused([{ field: 'name', text: `There is a team called ${other.name} already` }])
}

/** What changed, the newest first. */
export const listTeamChanges = (db: Db, teamId: number) =>
  db.rows<TeamChange>(sql`
    select e.event_id as "eventId", e.kind, e.happened_at as at, n.name as by, coalesce(e.detail -> 'before', '{}') as before, coalesce(e.detail -> 'after', '{}') as after
    from event e left join person n using (authority_id, person_id)
    where e.about = 'team' and e.about_id = ${teamId} order by e.event_id desc`)
