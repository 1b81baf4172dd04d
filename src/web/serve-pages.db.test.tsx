/** How any page meets a request: status by status, with what is kept and what is not. */
import { Hono } from 'hono'
import { beforeEach, expect, test } from 'vitest'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { NotFound } from '../store/not-found.ts'
import type { Db } from '../store/database.ts'
import { Button } from './components.tsx'
import { ErrorSummary, Input } from './fields.tsx'
import { Refused, text } from './form.ts'
import { type AnyPage, download, NotAllowed, page } from './page.tsx'
import type { MostRequests } from './rate-limit.ts'
import { servePages } from './serve-pages.tsx'
import { ADDRESS, siteOf } from './test-site.ts'
import type { Visitors } from './visitor.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const logged: Record<string, unknown>[] = []
beforeEach(() => void (logged.length = 0))

const addBody = (db: Db, name: string) =>
  db.run(sql`insert into body (authority_id, name) values (current_authority(), ${name})`)
const listBodies = (db: Db) => db.rows<{ name: string }>(sql`select name from body order by name`)
const bodiesKept = async () => (await database.reading(council.on(), listBodies)).map(({ name }) => name)

const boards = page({
  path: '/boards',
  may: 'read-plan',
  section: 'Boards',
  dated: true,
  load: async ({ db, asAt }) => ({ bodies: await listBodies(db), asAt }),
  title: () => 'Boards',
  view: ({ bodies, asAt }) => (
    <p>
      As at {asAt}: {bodies.map(({ name }) => name).join(', ')}
    </p>
  ),
})
const addBoard = page({
  path: '/boards/new',
  may: 'edit-plan',
  section: 'Boards',
  load: async () => null,
  form: { name: text({ max: 40, missing: 'Enter the name of the board' }) },
  title: () => 'Add a board',
  view: (_, form) => (
    <form method="post">
      <ErrorSummary problems={form.problems} />
      <Input name="name" label="Name" form={form} />
      <Button>Add</Button>
    </form>
  ),
  async save({ db }, _, { name }) {
    await addBody(db, name)
    if (name === 'Taken') throw new Refused([{ field: 'name', text: 'There is a board of that name' }])
    if (name === 'Broken') throw new Error('the database is gone', { cause: new Error('no route') })
    return '/boards'
  },
})
const board = page({
  path: '/boards/:id',
  may: 'read-plan',
  section: 'Boards',
  async load({ params, db }) {
    if (params['id'] === '7') throw new NotFound('board 7')
    if (params['id'] === '8') throw new NotAllowed('Only its members may open this board')
    if (params['id'] === '9') await addBody(db, 'written while reading')
    return params['id']!
  },
  title: id => `Board ${id}`,
  view: id => <p>Board {id}</p>,
})
const export_ = download({
  path: '/boards.csv',
  may: 'read-plan',
  make: async () => ({ name: 'Boards – März.csv', type: 'text/csv; charset=utf-8', body: 'name\r\nOne' }),
})

/** Takes as long to prepare as it takes another to be saved: under the lock neither would ever be done. */
const readings: string[] = []
const slowBoard = page({
  path: '/boards/slow',
  may: 'edit-plan',
  section: 'Boards',
  load: async () => null,
  form: { name: text({ max: 40 }) },
  title: () => 'Read a board',
  view: (_, form) => (
    <form method="post">
      <ErrorSummary problems={form.problems} />
      <Input name="name" label="Name" form={form} />
    </form>
  ),
  async prepare({ name }, { today, person, reading }) {
    readings.push(name)
    if (name === 'Torn') throw new Refused([{ field: 'name', text: 'It cannot be read' }])
    const { length } = await reading(({ db }) => listBodies(db))
    const meanwhile = await siteAs('director').post('/boards/new', { name: `Meanwhile ${length}` })
    return { title: `${name} ${meanwhile.status}`, by: person.name, today }
  },
  async save({ db }, _loaded, _given, { title, by, today }) {
    await addBody(db, `${title} by ${by} on ${today}`)
    return '/boards'
  },
})
/** Its body needs a connection of its own: were each still in its transaction, as many at once as there are would never end. */
const slowExport = download({
  path: '/boards.txt',
  may: 'read-plan',
  async make({ db }) {
    const bodies = await listBodies(db)
    return {
      name: 'boards.txt',
      type: 'text/plain',
      body: async () => `${bodies.length} ${(await bodiesKept()).length}`,
    }
  },
})

/** The cookie holds who it is in clear: what is tested here is not who one is, but what follows from it. */
const visitors: Visitors = {
  authorityIn: secret => Number(secret.split('.')[0]) || null,
  async find(db, secret) {
    const [role] = secret.split('.').slice(1) as ['director']
    const post = council.posts[role]
    if (!post) return null
    const { name } = await db.one<{ name: string }>(sql`select name from authority`, 'authority')
    return {
      person: { authorityId: council.authorityId, ...post, postTitle: post.title, role },
      authority: { name, shortName: name, serviceName: 'Improvement', brandColour: '#1d4f6b' },
      session: 'one',
      yet: null,
      provedLately: false,
      seenLongAgo: false,
    }
  },
  whose: async () => ({ isAuthority: true, personId: null, postId: null }),
  noteSeen: async () => {},
  end: async () => {},
}

function siteAs(role: string | null, address = ADDRESS, mostRequests?: MostRequests) {
  const app = new Hono()
  const pages: AnyPage[] = [boards, board, addBoard, slowBoard, export_, slowExport]
  servePages(app, {
    database,
    pages,
    visitors,
    address,
    log: line => logged.push(line),
    now: () => new Date('2026-11-22T12:00:00Z'),
    ...(mostRequests && { mostRequests }),
  })
  return siteOf(app, role ? `golden-thread=${council.authorityId}.${role}` : '')
}
const manager = siteAs('programme-manager')

test('a page is shown, with what it loaded, to someone whose post may', async () => {
  const answer = await siteAs('board-member').visit('/boards')
  expect(answer.status).toBe(200)
  expect(await answer.text()).toMatch(/<title>Boards – Testborough Improvement<\/title>.*As at 2026-11-22/s)
})

test('someone whose post may not is told who may, in plain words', async () => {
  const answer = await siteAs('board-member').visit('/boards/new')
  expect(answer.status).toBe(403)
  expect(await answer.text()).toMatch(/posts that may do this: edit any action.*You act as Lead Member/s)
})

test('someone whose post may not is refused when they send the form too, and nothing is kept', async () => {
  const answer = await siteAs('board-member').post('/boards/new', { name: 'Sneaked in' })
  expect(answer.status).toBe(403)
  expect(await bodiesKept()).not.toContain('Sneaked in')
})

test('who is not signed in is sent to sign in and back', async () => {
  const answer = await siteAs(null).visit('/boards?as-at=2026-09-14')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/sign-in?next=%2Fboards%3Fas-at%3D2026-09-14')
})

test('a session that is nobody’s is sent to sign in', async () => {
  expect((await siteAs('nobody').visit('/boards')).status).toBe(303)
})

test('a form that is right is kept, and the browser goes on', async () => {
  const answer = await manager.post('/boards/new', { name: 'Improvement Board' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/boards'])
  expect(await bodiesKept()).toContain('Improvement Board')
})

test('a form with a problem comes back with what was typed, escaped, and is not kept', async () => {
  const typed = `<script>alert("x")</script>${'y'.repeat(40)}`
  const answer = await manager.post('/boards/new', { name: typed })
  const html = await answer.text()
  expect(answer.status).toBe(400)
  expect(html).toContain('<title>Error: Add a board')
  expect(html).toContain('href="#name"')
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<script>alert')
  expect(await bodiesKept()).not.toContain(typed)
})

test('what saving refuses comes back the same way, and what it had begun is undone', async () => {
  const answer = await manager.post('/boards/new', { name: 'Taken' })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toMatch(/There is a board of that name.*value="Taken"/s)
  expect(await bodiesKept()).not.toContain('Taken')
})

test('a bug is undone, logged whole with an id, and shown as a page with that id and nothing else', async () => {
  const answer = await manager.post('/boards/new', { name: 'Broken' })
  const html = await answer.text()
  expect(answer.status).toBe(500)
  expect(logged).toMatchObject([
    { where: '/boards/new', message: 'the database is gone', cause: { message: 'no route' } },
  ])
  expect(html).toContain(logged[0]!['problem'])
  expect(html).not.toContain('database is gone')
  expect(await bodiesKept()).not.toContain('Broken')
})

test('what is not there is a page that says what was asked for', async () => {
  const answer = await manager.visit('/boards/7')
  expect(answer.status).toBe(404)
  expect(await answer.text()).toMatch(/Page not found.*There is no board 7/s)
  expect(logged).toEqual([])
})

test('a page may say itself that a thing is not for this person', async () => {
  const answer = await manager.visit('/boards/8')
  expect(answer.status).toBe(403)
  expect(await answer.text()).toContain('Only its members may open this board.')
})

test('a page that only looks cannot change anything', async () => {
  expect((await manager.visit('/boards/9')).status).toBe(500)
  expect(logged).toMatchObject([{ code: '25006' }])
})

test.each(['/boards/0', '/boards/x', '/boards/%E0%A4%A', '/boards/99999999999', '/nothing', '/boards/1/2'])(
  '%s is not a page, and not a bug',
  async address => {
    expect((await manager.visit(address)).status).toBe(404)
    expect(logged).toEqual([])
  },
)

test('someone who is signed in keeps their navigation where there is no page', async () => {
  expect(await (await manager.visit('/nothing')).text()).toMatch(/href="\/boards".*Page not found/s)
})

test.each(['/boards?search=%00', '/boards/%00'])('%s cannot be looked for, and is no bug', async address => {
  expect((await manager.visit(address)).status).toBe(400)
  expect(logged).toEqual([])
})

test.each([
  ['/boards/', '/boards'],
  ['/boards/?as-at=2026-01-01', '/boards?as-at=2026-01-01'],
  ['//evil.example/', '/evil.example'],
])('%s leads to %s', async (address, to) => {
  const answer = await manager.visit(address)
  expect([answer.status, answer.headers.get('location')]).toEqual([308, to])
})

test('a download comes as a file with its name in every alphabet', async () => {
  const answer = await manager.visit('/boards.csv')
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="Boards _ M_rz.csv"; filename*=UTF-8''Boards%20%E2%80%93%20M%C3%A4rz.csv`,
  )
  expect(await answer.text()).toBe('name\r\nOne')
})

test('what takes long is prepared while others save, and then kept', async () => {
  const answer = await manager.post('/boards/slow', { name: 'Read' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/boards'])
  expect((await bodiesKept()).join()).toMatch(/Meanwhile.*Read 303 by Ben Carter on 2026-11-22/)
})

test('what preparing refuses comes back with what was typed, and nothing is kept', async () => {
  const before = await bodiesKept()
  const answer = await manager.post('/boards/slow', { name: 'Torn' })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toMatch(/It cannot be read.*value="Torn"/s)
  expect(await bodiesKept()).toEqual(before)
})

test('nothing is prepared for someone whose post may not, or with a form that is wrong', async () => {
  readings.length = 0
  expect((await siteAs('board-member').post('/boards/slow', { name: 'Sneaked in' })).status).toBe(403)
  expect((await manager.post('/boards/slow', { name: 'x'.repeat(41) })).status).toBe(400)
  expect(readings).toEqual([])
})

test('a download is written when its transaction is over', async () => {
  const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => manager.visit('/boards.txt')))
  expect(await Promise.all(answers.map(answer => answer.text()))).toEqual(
    Array(8).fill(expect.stringMatching(/^(\d+) \1$/)),
  )
})

test('nothing can be sent to a page that keeps nothing', async () => {
  expect((await manager.post('/boards', {})).status).toBe(405)
})

test.each([
  ['2026-09-14', 'As at 2026-09-14', 'as things stood on 14 September 2026'],
  ['14/9/2026', 'As at 2026-09-14', 'as things stood on 14 September 2026'],
  ['2026-11-22', 'As at 2026-11-22', null],
  ['2026-11-23', 'As at 2026-11-22', '23 November 2026 is still to come'],
  ['2026-02-30', 'As at 2026-11-22', '“2026-02-30” is not a date that exists'],
])('looking at %s shows %s', async (asked, shown, said) => {
  const html = await (await manager.visit(`/boards?as-at=${encodeURIComponent(asked)}`)).text()
  expect(html).toContain(shown)
  if (said) expect(html).toContain(said)
  else expect(html).not.toMatch(/Looking back|gt-notice/)
})

test('only sections that have pages are in the navigation', async () => {
  const html = await (await manager.visit('/boards')).text()
  expect(html).toMatch(/href="\/boards"[^>]*aria-current="true"/)
  expect(html).not.toContain('>Reports<')
})

test('every answer carries the headers that keep others out', async () => {
  for (const address of ['/boards', '/boards/7', '/boards/x', '/sign-in-not-here', '/boards/9']) {
    const { headers } = await manager.visit(address)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cache-control')).toBe('no-store')
  }
})

test('no page writes a script or a style inside itself', async () => {
  const html = await (await manager.visit('/boards/new')).text()
  expect(html).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/)
})

test.each([
  ['no word of where it is from', {}],
  ['another site', { Origin: 'https://evil.example' }],
  ['a page without an origin', { Origin: 'null' }],
  ['another site, by the browser’s word', { Origin: ADDRESS, 'Sec-Fetch-Site': 'cross-site' }],
  ['a neighbour under the same domain', { Origin: ADDRESS, 'Sec-Fetch-Site': 'same-site' }],
])('a form with %s is refused and not kept', async (_, headers) => {
  const app = new Hono()
  servePages(app, { database, pages: [addBoard], visitors, address: ADDRESS, log: line => logged.push(line) })
  const answer = await app.fetch(
    new Request(`${ADDRESS}/boards/new`, {
      method: 'POST',
      headers: { Host: '127.0.0.1:3000', Cookie: `golden-thread=${council.authorityId}.director`, ...headers } as never,
      body: new URLSearchParams({ name: 'Forged' }),
    }),
  )
  expect(answer.status).toBe(403)
  expect(await bodiesKept()).not.toContain('Forged')
})

test('a body that is too large is told so on a page, and nothing is kept', async () => {
  const answer = await manager.post('/boards/new', { name: 'x'.repeat(3 * 1024 * 1024) })
  expect(answer.status).toBe(413)
  expect(await answer.text()).toContain('What was typed is too long to be kept. Nothing was changed.')
})

test('who may not is told so before what they send is read', async () => {
  const file = new File([new Uint8Array(22 * 1024 * 1024)], 'plan.docx')
  expect((await siteAs('board-member').post('/boards/new', {}, { plan: file })).status).toBe(403)
  expect((await siteAs(null).post('/boards/new', {}, { plan: file })).status).toBe(303)
  expect((await manager.post('/boards/new', {}, { plan: file })).status).toBe(413)
})

test.each([
  ['127.0.0.1:3000', 200],
  ['localhost:3000', 200],
  ['localhost', 421],
  ['evil.example', 421],
  ['127.0.0.1:3000.evil.example', 421],
])('asked as host %s answers %i', async (host, status) => {
  expect((await manager.visit('/boards', { Host: host })).status).toBe(status)
})

test('over https the session is looked for under its guarded name only', async () => {
  const site = siteAs('director', 'https://improvement.example')
  const headers = { Host: 'improvement.example' }
  const unguarded = await site.visit('/boards', headers)
  const Cookie = `__Host-golden-thread=${council.authorityId}.director`
  const guarded = await site.visit('/boards', { ...headers, Cookie })
  expect([unguarded.status, guarded.status]).toEqual([303, 200])
  expect(guarded.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
})

test('asking only for the head answers without a body', async () => {
  const app = new Hono()
  servePages(app, { database, pages: [boards], visitors, address: ADDRESS })
  const headers = { Host: '127.0.0.1:3000', Cookie: `golden-thread=${council.authorityId}.director` }
  const answer = await app.fetch(new Request(`${ADDRESS}/boards`, { method: 'HEAD', headers }))
  expect([answer.status, await answer.text()]).toEqual([200, ''])
})

test('one who asks too often is told so on a page, and when to come back', async () => {
  const site = siteAs('director', ADDRESS, { session: 8, address: 400 })
  for (let at = 0; at < 2; at++) expect((await site.visit('/boards')).status).toBe(200)
  const answer = await site.visit('/boards')
  expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
    429,
    '8',
    'no-store',
  ])
  expect(await answer.text()).toContain('This browser asks more than can be answered. Wait 8 seconds and try again.')
})
