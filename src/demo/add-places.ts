/** Where those of Aldermere who work with children stand in its case system: the team of the manager, and whose numbers are whose. */
import { findPostByTitle, setPlace, setWorkerRef } from '../people/appointment-store.ts'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'

const TEAM = 'Children in Care One'

/** Each post, what its holder does for children in the records, and the team; any team where none is named. */
const WORKERS = [
  { title: `Social Worker, ${TEAM}`, role: 'CW', team: TEAM },
  { title: 'Independent Reviewing Officer', role: 'IRO', team: null },
]

/** Once the teams are there: the team manager manages one, and each worker is the one of the records with the most children now. */
export async function addDemoPlaces(db: Db): Promise<void> {
  const manager = await findPostByTitle(db, `Team Manager, ${TEAM}`)
  const team = await db.maybe<{ id: number }>(sql`select team_id as id from team where name = ${TEAM}`)
  if (manager && team) {
    await setPlace(db, manager.postId, { role: 'team-manager', teamId: team.id, service: '' })
    await db.run(sql`update team set manager_post_id = ${manager.postId} where team_id = ${team.id}`)
  }
  for (const { title, role, team: ofTeam } of WORKERS) {
    const post = await findPostByTitle(db, title)
    const number = await findBusiest(db, role, ofTeam)
    if (!post || number === null) continue
    if (team && ofTeam !== null) await setPlace(db, post.postId, { role: post.role!, teamId: team.id, service: '' })
    for (const { personId } of post.holdings) await setWorkerRef(db, personId, number)
  }
}

async function findBusiest(db: Db, role: string, team: string | null): Promise<string | null> {
  const worker = await db.maybe<{ number: string }>(sql`
    select a.worker_ref as number from child_allocation a left join team t using (authority_id, team_ref)
    where a.role = ${role} and a.until_on is null and a.worker_ref is not null and (${team}::text is null or t.name = ${team})
    group by a.worker_ref order by count(*) desc, a.worker_ref limit 1`)
  return worker?.number ?? null
}
