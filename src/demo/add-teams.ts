/** Aldermere's teams as its case system names them, each in the service of a head of service, so that each head reaches their children. */
import { findPostByTitle, setPlace } from '../people/appointment-store.ts'
import { addTeam } from '../people/team-store.ts'
import type { Db } from '../store/database.ts'
import type { By } from '../store/event.ts'
import { sql } from '../store/sql.ts'
import type { Day } from '../terms/day.ts'

/** The service that answers for a part of the case system, and the post that answers for the service. */
const SERVICES: Record<string, { service: string; head: string }> = {
  'Front door and assessment': { service: 'Help and protection', head: 'Head of Help and Protection' },
  Safeguarding: { service: 'Help and protection', head: 'Head of Help and Protection' },
  'Corporate parenting': { service: 'Care and leaving care', head: 'Head of Children in Care and Leaving Care' },
  'Quality and reviewing': { service: 'Quality and workforce', head: 'Head of Quality and Workforce' },
}

/** From the teams of the records as they stand; nothing where there are teams already. */
export async function addDemoTeams(db: Db, by: By, today: Day): Promise<void> {
  if ((await db.rows(sql`select 1 from team limit 1`)).length > 0) return
  const teams = await db.rows<{ teamRef: string; name: string; part: string }>(sql`
    select row ->> 'id' as "teamRef", row ->> 'name' as name, row ->> 'parentName' as part from child_record
    where kind = 'teams' and last_snapshot is null and row ->> 'parentName' is not null order by child_record_id`)
  for (const { teamRef, name, part } of teams)
    if (SERVICES[part])
      await addTeam(db, { by, today }, { name, teamRef, service: SERVICES[part].service, managerPostId: null })
  for (const { service, head } of Object.values(SERVICES)) {
    const post = await findPostByTitle(db, head)
    if (post) await setPlace(db, post.postId, { role: 'head-of-service', teamId: null, service })
  }
}
