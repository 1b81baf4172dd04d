/** The demo's children: made, brought in and kept as a council's are, once, with the teams that reach them. */
import { afterAll, expect, test } from 'vitest'
import { listSnapshots } from '../children/snapshot.ts'
import { runNextJob } from '../store/jobs.ts'
import { sql } from '../store/sql.ts'
import { testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { LOAD_DEMO_CHILDREN, askForDemoChildren, loadDemoChildren } from './load-children.ts'
import { loadDemo } from './load-demo.ts'

const { database } = await testDatabase()
afterAll(() => database.close())

test(
  'they are of the last Sunday, without a fault in them, and brought in once however often it is asked',
  { timeout: 60_000 },
  async () => {
    const { authorityId: authority } = await loadDemo(database, day('2026-11-25'), 'a long enough password')
    const on = { authority, person: null, work: 'load-children' }
    await database.transaction(on, async db => {
      await db.run(sql`update job set payload = payload || '{"children": 40}' where kind = ${LOAD_DEMO_CHILDREN}`)
      const analyst = await db.one<{ personId: number; postId: number }>(
        sql`select person_id as "personId", post_id as "postId" from post_holding join post using (authority_id, post_id) where role = 'analyst'`,
        'analyst',
      )
      await askForDemoChildren(db, day('2026-11-25'), analyst, 40)
    })
    const works = { [LOAD_DEMO_CHILDREN]: loadDemoChildren }
    while (await runNextJob({ database, works, signal: new AbortController().signal }));
    await database.reading(on, async db => {
      expect(await db.rows(sql`select state from job where kind = ${LOAD_DEMO_CHILDREN}`)).toEqual([{ state: 'done' }, { state: 'done' }]) // prettier-ignore
      expect((await listSnapshots(db)).map(({ asAt }) => asAt)).toEqual(['2026-11-22'])
      expect(await db.rows(sql`select problem from load_problem where severity <> 'worth-a-look'`)).toEqual([])
      const reached = await db.rows<{ service: string; children: number }>(sql`
      select t.service, count(distinct a.child_id)::integer as children from team t
      join child_allocation a on a.authority_id = t.authority_id and a.team_ref = t.team_ref and a.until_on is null group by t.service`)
      const services = await db.rows<{ service: string }>(sql`select service from post where role = 'head-of-service'`)
      expect(reached.map(({ service }) => service).sort()).toEqual(services.map(({ service }) => service).sort())
      for (const { children } of reached) expect(children).toBeGreaterThan(0)
    })
    const workers = await database.reading(on, db =>
      db.rows<{ role: string; person: number }>(
        sql`select role, person_id as person from post_holding join post using (authority_id, post_id) where role in ('team-manager', 'social-worker', 'reviewing-officer')`,
      ),
    )
    expect(workers).toHaveLength(3)
    for (const { role, person } of workers) {
      const children = await database.reading({ authority, person }, db => db.rows(sql`select 1 from child`))
      expect([role, children.length > 0]).toEqual([role, true])
    }
  },
)
