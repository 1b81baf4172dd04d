/** The record as the data protection officer reads it: found by who, what, child and day, copied, and every look at it recorded too. */
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { PLAIN_SIGN_IN } from '../config.ts'
import type { Db } from '../store/database.ts'
import { addEvent } from '../store/event.ts'
import { recordLook } from '../store/look.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { verifyRecord } from '../store/verify-record.ts'
import type { Role } from '../terms/permission.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, type Site, siteOf } from '../web/test-site.ts'
import { recordPages, pages as peoplePages } from './pages.ts'
import { hashPassword } from './password.ts'
import { signIn } from './sign-in.ts'
import { addAccount } from './store.ts'
import { aTestChild } from './test-child.ts'
import { sessionOf } from './test-session.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const NOW = new Date('2026-11-22T10:00:00Z')
const namesMeasures = async (_db: Db, ids: readonly string[]) =>
  new Map(ids.map(id => [id, { text: `Measure ${id}`, href: `/measures/of/${id}` }]))
const pages = [...peoplePages, ...recordPages(namesMeasures)]
const app = new Hono()
servePages(app, { database, pages, visitors, address: ADDRESS, now: () => NOW })
const child = await aTestChild(database, council, 'P77', [{ worker: 'W-social-worker', team: 'T1' }])
const other = await aTestChild(database, council, 'P78', [{ team: 'T9' }])
const siteAs = async (role: Role) => siteOf(app, await sessionOf(database, council, role, NOW))
const look = (role: Role, children: number[], why = '') =>
  database.transaction(council.on(role), db =>
    recordLook(db, council.posts[role], { what: 'child-page', children, why }),
  )
const kinds = () =>
  database.reading(council.on(), async db =>
    (await db.rows<{ kind: string }>(sql`select kind from event order by seq`)).map(({ kind }) => kind),
  )

let officer: Site
beforeAll(async () => {
  officer = await siteAs('data-protection-officer')
  await look('social-worker', [child.childId], 'Visit tomorrow')
  await look('director', [child.childId, other.childId])
  await database.transaction({ ...council.on('director'), from: '10.0.0.7' }, db =>
    addEvent(db, council.posts.director, 'rate-action', 'action', 12),
  )
})

const found = async (typed: Record<string, string>) => {
  const sent = await officer.post('/record', typed)
  expect(sent.status).toBe(303)
  const address = sent.headers.get('location')!
  return { address, text: await (await officer.visit(address)).text() }
}

test('a search for a child is asked by their number, and no number of a child stands in an address', async () => {
  const { address, text } = await found({ child: 'P77' })
  expect(address).toBe(`/record?child=${child.address}`)
  expect(text).toMatch(/Ada Brook.*Look.*Child page: 2 children.*Iris Joyce.*Child page: 1 child.*Visit tomorrow/s)
  expect(text).not.toContain('Rate action</td>')
  expect((await found({ child: 'P78' })).text).not.toMatch(/Iris Joyce<\/td>/)
})

test('a search by who, what and day finds those and no others', async () => {
  const { text } = await found({ person: String(council.posts.director.personId), kind: 'rate-action' })
  expect(text).toMatch(/Ada Brook.*Rate action.*Action 12.*10\.0\.0\.7/s)
  expect(text).not.toMatch(/<td[^>]*>Look/)
  expect((await found({ from: '1/1/2020', to: '2/1/2020' })).text).toContain('Nothing in the record is as you asked')
})

test('what an event is about is named, with its page where whoever reads may open that', async () => {
  const { personId, postId } = council.posts.director
  const [ids] = await database.transaction(council.on('director'), db =>
    db.rows<{ body: number; meeting: number; target: number }>(sql`
      with b as (insert into body (authority_id, name) values (current_authority(), 'Partnership board') returning body_id),
           m as (insert into performance_meeting (authority_id, name, team_ref, week_on, held_on, recorded_by)
                 values (current_authority(), 'Assessment North', 'T1', '2026-11-16', '2026-11-17', ${personId}) returning performance_meeting_id),
           t as (insert into measure_target (authority_id, measure, from_on, value, why, approver, said_on, recorded_by)
                 values (current_authority(), 'icpc-15wd', '2026-04-01', 90, 'Agreed', 'Board', '2026-04-01', ${personId}) returning measure_target_id)
      select body_id as body, performance_meeting_id as meeting, measure_target_id as target from b, m, t`),
  )
  await database.transaction(council.on('director'), async db => {
    await addEvent(db, council.posts.director, 'add-body', 'body', ids!.body)
    await addEvent(db, council.posts.director, 'open-meeting', 'performance-meeting', ids!.meeting)
    await addEvent(db, council.posts.director, 'set-target', 'measure-target', ids!.target)
    await addEvent(db, council.posts.director, 'rename-post', 'post', postId)
    await addEvent(db, council.posts.director, 'export', 'download', ids!.meeting, {
      page: '/children/meetings/:id/minutes.xlsx',
    })
    await addEvent(db, council.posts.director, 'add-team', 'team', 999)
    await addEvent(db, council.posts.director, 'change-password', 'person', personId)
    await addEvent(db, council.posts['social-worker'], 'invite', 'person', personId)
  })
  const text = await (await officer.visit('/record')).text()
  expect(text).toMatch(/<a [^>]*href="\/boards">Board: Partnership board<\/a>/)
  expect(text).toMatch(/<a [^>]*href="\/measures\/targets\?measure=icpc-15wd">Target: Measure icpc-15wd<\/a>/)
  expect(text).toMatch(/<td[^>]*>Meeting of Assessment North, 17 November 2026<\/td>/)
  expect(text).toMatch(/<td[^>]*>Meeting of Assessment North, 17 November 2026 \(Excel\)<\/td>/)
  expect(text).toMatch(/Rename post<\/td>\s*<td[^>]*>Director of Children&#39;s Services<\/td>/)
  expect(text).toMatch(/Change password<\/td>\s*<td[^>]*>Their own account<\/td>/)
  expect(text).toMatch(/Invite<\/td>\s*<td[^>]*>Ada Brook<\/td>/)
  expect(text, 'what is not there keeps its number').toMatch(/<td[^>]*>Team 999<\/td>/)
})

test.each([
  [{ child: 'P79' }, 'No child has this number here'],
  [{ kind: 'nothing' }, 'Select what was done from the list'],
  [{ person: '999999' }, 'Select the person from the list'],
  [{ from: '2/1/2026', to: '1/1/2026' }, 'Enter the same day or a later one'],
] as [Record<string, string>, string][])('%o comes back with what to put right', async (typed, problem) => {
  const answer = await officer.post('/record', typed)
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(problem)])
})

test('what an address asks for that cannot be is as if it were not asked', async () => {
  for (const query of ["person='1", 'child=../x', 'from=2026-02-30', 'before=-1', 'kind=Rate'])
    expect([query, (await officer.visit(`/record?${query}`)).status]).toEqual([query, 200])
})

test('that it was searched is recorded, and not the number of the child', async () => {
  await found({ child: 'P77', from: '1/1/2026' })
  const [last] = await database.reading(council.on(), db =>
    db.rows(sql`select kind, detail from event order by seq desc limit 1`),
  )
  expect(last).toEqual({ kind: 'search-record', detail: { from: '2026-01-01', ofAChild: true } })
})

test('a copy holds what was found, and that it was taken is recorded', async () => {
  const answer = await officer.post(`/record.csv?child=${child.address}`, { why: 'A complaint' })
  expect(answer.headers.get('content-type')).toContain('text/csv')
  const lines = (await answer.text()).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[2]).toMatch(
    /"Iris Joyce","Social Worker, Assessment North","Look","Child page: 1 child","Visit tomorrow"/,
  )
  expect((await kinds()).at(-1)).toBe('export')
})

test('whoever is refused is recorded, with the page and without what they sent', async () => {
  const before = await kinds()
  expect((await (await siteAs('board-member')).visit('/record?child=secret')).status).toBe(403)
  expect((await kinds()).slice(before.length)).toEqual(['refusal'])
  const [last] = await database.reading(council.on(), db =>
    db.rows<{ detail: object; person: number }>(
      sql`select detail, person_id as person from event order by seq desc limit 1`,
    ),
  )
  expect(last).toEqual({
    detail: { page: '/record', refused: 'not-allowed', times: 1 },
    person: council.posts['board-member'].personId,
  })
})

test('a sign-in and a refused one are recorded with the address they came from', async () => {
  const email = 'ada.brook@testborough.example'
  const hash = await hashPassword('three odd words here')
  await database.transaction(council.on(), db => addAccount(db, council.posts.director.personId, hash))
  const asking = { now: NOW, from: '10.2.3.4', settings: PLAIN_SIGN_IN }
  expect(await signIn(database, { email, password: 'three wrong words', ...asking })).toBeNull()
  expect(await signIn(database, { email, password: 'three odd words here', ...asking })).not.toBeNull()
  const rows = await database.reading(council.on(), db =>
    db.rows(sql`select kind, came_from as "from" from event where kind like '%sign-in' order by seq`),
  )
  expect(rows).toEqual([
    { kind: 'refuse-sign-in', from: '10.2.3.4' },
    { kind: 'sign-in', from: '10.2.3.4' },
  ])
})

test('a child’s page of who may see them tells who has looked, to those whose post reaches the child', async () => {
  const shown = await (await siteAs('team-manager')).visit(`/children/${child.address}/who-may-see`)
  expect(await shown.text()).toMatch(
    /Who has looked at this child.*Ada Brook.*among 2 children.*Iris Joyce.*Visit tomorrow/s,
  )
  expect((await (await siteAs('team-manager')).visit(`/children/${other.address}/who-may-see`)).status).toBe(404)
  expect((await kinds()).slice(-2)).toEqual(['look', 'refusal'])
})

test('after all of it the record is whole', async () => {
  expect((await verifyRecord(database, council.authorityId)).problems).toEqual([])
})
