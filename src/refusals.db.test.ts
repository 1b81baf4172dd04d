/** What is refused leaves a trace: an event where a session tells whose it is, a line of the log where nothing does, and neither without end. */
import { expect, test, vi } from 'vitest'
import { createApp } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { visitors } from './people/visitors.ts'
import { openDatabase } from './store/database.ts'
import { sql } from './store/sql.ts'
import { aTestAuthority, testDatabase } from './store/test-database.ts'
import { verifyRecord } from './store/verify-record.ts'
import type { Role } from './terms/permission.ts'
import type { MostRequests } from './web/rate-limit.ts'
import { Refusals } from './web/refusals.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'

const { database, url } = await testDatabase()
const council = await aTestAuthority(database)
/** Its minute ends when a test says so, however slow the machine. */
const AN_HOUR = 3_600_000
const said = vi.spyOn(console, 'error').mockImplementation(() => {})

function serve(mostRequests?: MostRequests) {
  const refusals = new Refusals(database, visitors, AN_HOUR)
  const app = createApp({ database, config: { address: ADDRESS, ...(mostRequests && { mostRequests }) }, refusals })
  const send = (path: string, headers: Record<string, string>, body?: BodyInit) => {
    const method = body === undefined ? 'GET' : 'POST'
    const own = { Host: new URL(ADDRESS).host, ...headers }
    return app.fetch(new Request(ADDRESS + path, { method, headers: own, ...(body !== undefined && { body }) }))
  }
  return { app, refusals, send }
}
const { app, refusals, send } = serve()

type Kept = { kind: string; person: number | null; detail: object }
/** What the record and the log say since the last time this was asked. */
let seen = 0
async function told() {
  const kept = await database.reading(council.on(), db =>
    db.rows<Kept>(sql`select kind, person_id as person, detail from event order by seq offset ${seen}`),
  )
  seen += kept.length
  const lines = said.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>)
  said.mockClear()
  return { kept, lines: lines.map(({ at: _at, ...line }) => line) }
}
const cookieOf = async (role: 'director' | 'board-member' = 'director') => sessionOf(database, council, role)
const person = council.posts.director.personId
const aSession = async (role: Role) => siteOf(app, await sessionOf(database, council, role))
const TOKEN = 'a-token-of-twenty-letters'
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' }
const asRefusal = (page: string, refused: string, times = 1) => ({
  kind: 'refusal',
  person,
  detail: { page, refused, times },
})

const MANY = Array.from({ length: 6_000 }, (_, at) => `a${at}=1`).join('&')
const REFUSED: [string, string, Record<string, string>, string | undefined, number, string][] = [
  ['a form from another site', '/plan/views', { Origin: 'http://evil.example', ...FORM }, 'name=x', 403, 'another-site'],
  ['another host', '/plan', { Host: 'evil.example' }, undefined, 421, 'wrong-host'],
  ['a body that is too large', '/plan/views', { Origin: ADDRESS, ...FORM }, `name=${'x'.repeat(3_000_000)}`, 413, 'too-large'],
  ['thousands of fields', '/plan/views', { Origin: ADDRESS, ...FORM }, MANY, 413, 'too-large'],
  ['what is no form', '/plan/views', { Origin: ADDRESS, 'Content-Type': 'application/json' }, '{}', 415, 'no-form'],
  ['a form to what takes none', '/plan', { Origin: ADDRESS, ...FORM }, 'a=b', 405, 'cannot-be-sent-to'],
  ['an address that cannot be read', '/plan/%00', {}, undefined, 400, 'not-understood'],
] // prettier-ignore

test.each(REFUSED)('%s leaves an event with who sent it, and a line of the log where nobody is known', async (_, path, headers, body, status, refused) => {
  const page = path.includes('%') ? '' : path
  await told()
  const answer = await send(path, { ...headers, Cookie: await cookieOf() }, body)
  expect(answer.status).toBe(status)
  expect(await told()).toEqual({ kept: [asRefusal(page, refused)], lines: [] })
  expect((await send(path, headers, body)).status).toBe([413, 415].includes(status) ? 303 : status) // signing in comes before a body is read
  const line = { level: 'info', event: 'refusal', refused, where: page, times: 1 }
  expect(await told()).toEqual({ kept: [], lines: [413, 415].includes(status) ? [] : [line] })
  await refusals.endMinute()
  expect(await told()).toEqual({ kept: [], lines: [] })
}) // prettier-ignore

test('the page of a refusal is its path as written, whatever number and search its address held', async () => {
  const cookie = await cookieOf()
  await send('/plan/actions/77/rate?search=Jade', { Cookie: cookie, Origin: 'null', ...FORM }, 'a=b')
  expect((await told()).kept).toEqual([asRefusal('/plan/actions/:id/rate', 'another-site')])
})

test('asking too often is one event at once and one when the minute is over, however often', async () => {
  const busy = serve({ session: 8, address: 1_000_000 })
  const cookie = await cookieOf()
  const statuses = []
  for (let at = 0; at < 40; at += 1) statuses.push((await busy.send('/plan', { Cookie: cookie })).status)
  const stopped = statuses.filter(status => status === 429).length
  expect(stopped).toBeGreaterThan(30)
  expect((await told()).kept).toEqual([asRefusal('/plan', 'too-often')])
  await busy.refusals.endMinute()
  expect((await told()).kept).toEqual([asRefusal('/plan', 'too-often', stopped - 1)])
  await busy.refusals.endMinute()
  expect((await told()).kept).toEqual([])
})

test('a session that is over is refused with whose it was, and one that was ended or made up as nobody’s', async () => {
  const cookie = await cookieOf()
  const secret = cookie.split('=')[1]!
  const later = createApp({ database, config: { address: ADDRESS }, refusals, now: () => new Date('2027-01-01') })
  expect((await siteOf(later, cookie).visit('/plan')).headers.get('location')).toBe('/sign-in?next=%2Fplan')
  expect((await told()).kept).toEqual([asRefusal('/plan', 'session-not-valid')])
  await database.transaction(council.on(), db => visitors.end(db, secret))
  await refusals.endMinute()
  expect((await siteOf(app, cookie).visit('/account')).status).toBe(303)
  expect((await told()).kept).toEqual([{ ...asRefusal('/account', 'session-not-valid'), person: null }])
  await refusals.endMinute()
})

test('thousands of made-up sessions are one event and one more, and those of no council are in the log alone', async () => {
  const madeUp = (at: number, authority = council.authorityId) => ({
    Cookie: `golden-thread=${authority}.${String(at).padStart(43, 'A')}`,
  })
  const ask = (at: number, authority?: number) => send('/plan', madeUp(at, authority))
  for (let at = 0; at < 60; at += 1) await Promise.all(Array.from({ length: 10 }, (_, one) => ask(at * 10 + one)))
  await refusals.endMinute()
  const { kept, lines } = await told()
  const times = (all: object[]) => all.reduce((sum, one) => sum + (one as { times: number }).times, 0)
  expect(kept).toHaveLength(2)
  expect(times(kept.map(({ detail }) => detail))).toBe(200)
  expect(lines).toHaveLength(2)
  expect(times(lines)).toBe(400)
  await ask(1, 999_999_999)
  await send('/plan', { Cookie: 'golden-thread=made up' })
  await refusals.endMinute()
  expect(await told()).toMatchObject({ kept: [], lines: [{ times: 1, where: '/plan' }, { times: 1 }] })
})

test('whoever asks again and again for what they may not, or for children who are not theirs, leaves two events a page and a minute', async () => {
  const member = await aSession('board-member')
  const worker = await aSession('social-worker')
  for (let at = 0; at < 20; at += 1) {
    expect((await member.visit('/record')).status).toBe(403)
    expect((await member.visit('/people')).status).toBe(403)
    expect((await worker.visit(`/children/${String(at).padStart(22, 'A')}`)).status).toBe(404)
  }
  await refusals.endMinute()
  const { kept, lines } = await told()
  const of = (page: string, refused: string) => [1, 19].map(times => ({ page, refused, times }))
  expect(kept.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([
      ...of('/record', 'not-allowed'),
      ...of('/people', 'not-allowed'),
      ...of('/children/:address', 'not-there'),
    ]),
  )
  expect([kept.length, lines]).toEqual([6, []])
})

test('a post that someone does not hold is not acted in, and that they tried is recorded', async () => {
  const site = siteOf(app, await cookieOf())
  expect((await site.post('/account', { post: String(council.posts.analyst.postId) })).status).toBe(400)
  expect((await told()).kept).toEqual([asRefusal('/account', 'post-not-held')])
  expect((await site.post('/account', { post: '' })).status).toBe(400)
  expect((await told()).kept).toEqual([])
})

test('while the database is away they are told in the log, once and when the minute is over, and answered all the same', async () => {
  const away = openDatabase(url.replace(/\/[^/]*$/, '/no_such_database'), 1)
  const refusals = new Refusals(away, visitors, AN_HOUR)
  const without = createApp({ database: away, config: { address: ADDRESS }, refusals })
  const cookie = await cookieOf()
  for (let at = 0; at < 5; at += 1)
    expect((await without.fetch(new Request(`${ADDRESS}/plan`, { headers: { Host: 'evil.example', Cookie: cookie } }))).status).toBe(421)
  await refusals.endMinute()
  await away.close()
  const line = { level: 'info', event: 'refusal', refused: 'wrong-host', where: '/plan' }
  expect(await told()).toEqual({ kept: [], lines: [{ ...line, times: 1 }, { ...line, times: 4 }] })
}) // prettier-ignore

test('a sign-in that is nobody’s is told in the log, without the address that was typed', async () => {
  const outside = siteOf(app)
  expect((await outside.post('/sign-in', { email: 'nobody@testborough.example', password: 'three odd words' })).status).toBe(400)
  expect((await outside.post('/invitation?with=1.x', { chosen: 'three odd words together' })).status).toBe(400)
  await refusals.endMinute()
  const line = { level: 'info', event: 'refusal', refused: 'wrong-sign-in', where: '/sign-in', times: 1 }
  expect(await told()).toEqual({ kept: [], lines: [line, line] })
}) // prettier-ignore

test('a minute ends by itself', async () => {
  const short = new Refusals(database, visitors, 1)
  const refusal = { kind: 'wrong-host' as const, page: '/plan', from: '', who: null, session: null }
  await Promise.all([short.note(refusal), short.note(refusal)])
  await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(2))
  expect((await told()).lines.map(({ times }) => times)).toEqual([1, 1])
})

test('refusals are counted for who watches the service, by why', async () => {
  const counting = serve()
  for (let at = 0; at < 3; at += 1) await counting.send('/plan', { Host: 'evil.example' })
  const watching = createApp({
    database,
    config: { address: ADDRESS, metricsToken: TOKEN },
    refusals: counting.refusals,
  })
  const answer = await watching.fetch(
    new Request(`${ADDRESS}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } }),
  )
  const text = await answer.text()
  expect(text).toContain(
    '# TYPE golden_thread_refusals_total counter\ngolden_thread_refusals_total{kind="wrong-host"} 3\n',
  )
})

test('the data protection officer reads what was refused, on which page and how often, and the record is whole', async () => {
  await refusals.endMinute()
  const shown = await siteOf(app, await sessionOf(database, council, 'data-protection-officer')).visit('/record?kind=refusal')
  expect(await shown.text()).toMatch(/Ada Brook.*\/plan, too often, 3\d times/s)
  expect((await verifyRecord(database, council.authorityId)).problems).toEqual([])
}) // prettier-ignore
