/** Signing in and out, acting in another post, and what is recorded of it. */
import { Hono } from 'hono'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import type { Database } from '../store/database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, siteOf } from '../web/test-site.ts'
import { pages } from './pages.ts'
import { hashPassword } from './password.ts'
import { hashOf } from './session.ts'
import { setUpAuthority } from './set-up.ts'
import { addAccount, addHolding, addPost, letPasswordsDo } from './store.ts'
import { sessionOf } from './test-session.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const PASSWORD = 'three odd words here'
const EMAIL = 'ben.carter@testborough.example'
const manager = council.posts['programme-manager']

let now = new Date('2026-11-22T09:00:00Z')
function serve(on: Database, address = ADDRESS): Hono {
  const app = new Hono()
  servePages(app, { database: on, pages, visitors, address, now: () => now })
  return app
}
const app = serve(database)
const outside = siteOf(app)
afterEach(() => void (now = new Date('2026-11-22T09:00:00Z')))

beforeAll(async () => {
  const hash = await hashPassword(PASSWORD)
  await database.transaction(council.on(), async db => {
    await letPasswordsDo(db)
    await addAccount(db, manager.personId, hash)
  })
})

const eventsOf = (kind: string) =>
  database.reading(council.on(), db =>
    db.rows<{ detail: object; person: number; post: number | null }>(
      sql`select detail, person_id as person, post_id as post from event where kind = ${kind} order by event_id`,
    ),
  )

async function signIn(next = '/account') {
  const answer = await outside.post(`/sign-in?next=${encodeURIComponent(next)}`, { email: EMAIL, password: PASSWORD })
  const cookie = answer.headers.get('set-cookie') ?? ''
  return { answer, cookie, site: siteOf(app, cookie.split(';')[0]) }
}

const minutesLater = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

test('the right e-mail address and password lead to where one wanted to go, signed in, in the post one holds', async () => {
  const { answer, cookie, site } = await signIn()
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account'])
  expect(cookie).toMatch(/^golden-thread=\d+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  const html = await (await site.visit('/account')).text()
  expect(html).toMatch(/Ben Carter.*Improvement Programme Manager/s)
  expect(await eventsOf('sign-in')).toContainEqual({
    detail: { how: 'password', wrongTries: 0 },
    person: manager.personId,
    post: manager.postId,
  })
})

test('the e-mail address may be typed in capitals', async () => {
  const answer = await outside.post('/sign-in', { email: EMAIL.toUpperCase(), password: PASSWORD })
  expect(answer.status).toBe(303)
})

test('over https the cookie is bound to this host', async () => {
  const guarded = serve(database, 'https://improvement.example')
  const answer = await guarded.fetch(
    new Request('https://improvement.example/sign-in', {
      method: 'POST',
      headers: { Host: 'improvement.example', Origin: 'https://improvement.example' },
      body: new URLSearchParams({ email: EMAIL, password: PASSWORD }),
    }),
  )
  expect(answer.headers.get('set-cookie')).toMatch(/^__Host-golden-thread=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
})

test('after signing in nobody is led to another site', async () => {
  expect((await signIn('https://evil.example/')).answer.headers.get('location')).toBe('/')
  expect((await signIn('//evil.example/')).answer.headers.get('location')).toBe('/')
})

test('a wrong password, an address nobody has and a person without an account are told the same', async () => {
  const said = []
  for (const email of [EMAIL, 'nobody@testborough.example', 'cora.dean@testborough.example']) {
    const answer = await outside.post('/sign-in', { email, password: 'wrong' })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).not.toContain('value="wrong"')
    said.push(html.replaceAll(email, '…'))
  }
  expect(said[0]).toContain('The e-mail address or the password is not right')
  expect(said[1]).toBe(said[0])
  expect(said[2]).toBe(said[0])
  expect(await eventsOf('refuse-sign-in')).toEqual([
    { detail: { wrongTries: 1 }, person: manager.personId, post: null },
  ])
})

test('wrong tries are counted until the right one, and never keep it out', async () => {
  for (let at = 0; at < 2; at++) await outside.post('/sign-in', { email: EMAIL, password: 'wrong' })
  expect((await signIn()).answer.status).toBe(303)
  expect((await eventsOf('sign-in')).at(-1)!.detail).toEqual({ how: 'password', wrongTries: 3 })
  await signIn()
  expect((await eventsOf('sign-in')).at(-1)!.detail).toEqual({ how: 'password', wrongTries: 0 })
})

test('the database holds neither password nor secret', async () => {
  const { cookie } = await signIn()
  const secret = /=(\d+\.([\w-]+))/.exec(cookie)!
  const [row] = await database.reading(council.on(), db =>
    db.rows<{ all: string }>(sql`
      select (select string_agg(a::text, ' ') from account a) || (select string_agg(s::text, ' ') from session s)
        || (select string_agg(e::text, ' ') from event e) as all`),
  )
  expect(row!.all).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
  expect(row!.all).not.toContain(PASSWORD)
  expect(row!.all).not.toContain(secret[2])
})

test.each([
  ['used all day, it is over a day after it began', [11 * 60, 11 * 60, 2 * 60 - 1], 1],
  ['unused, it is over after twelve hours', [12 * 60 - 1], 12 * 60],
])('a session: %s', async (_, waits, last) => {
  const { site } = await signIn()
  for (const wait of waits) {
    minutesLater(wait)
    expect((await site.visit('/account')).status).toBe(200)
  }
  minutesLater(last)
  expect((await site.visit('/account')).status).toBe(303)
})

test('that someone is here is noted once in five minutes', async () => {
  const { site, cookie } = await signIn()
  const hash = hashOf(/=([^;]+)/.exec(cookie)![1]!)
  const seenAt = async () => {
    const [row] = await database.reading(council.on(), db =>
      db.rows<{ at: Date }>(sql`select seen_at as at from session where token_hash = ${hash}`),
    )
    return row!.at.toISOString()
  }
  minutesLater(5)
  await site.visit('/account')
  expect(await seenAt()).toBe('2026-11-22T09:00:00.000Z')
  minutesLater(1)
  await site.visit('/account')
  expect(await seenAt()).toBe('2026-11-22T09:06:00.000Z')
})

test('a secret that is another authority’s, made up or broken signs nobody in', async () => {
  const { cookie } = await signIn()
  const other = await aTestAuthority(database, `Elsewhere ${Math.random()}`.replace('0.', ''))
  const [, secret] = /=\d+\.([\w-]+)/.exec(cookie)!
  for (const value of [
    `${other.authorityId}.${secret}`,
    `${council.authorityId}.${'a'.repeat(43)}`,
    'x',
    "1.'; drop table",
    `99999999999.${secret}`,
  ])
    expect((await siteOf(app, `golden-thread=${value}`).visit('/account')).status).toBe(303)
})

test('signing out ends the session for good', async () => {
  const { site } = await signIn()
  const answer = await site.post('/sign-out')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in'])
  expect(answer.headers.get('set-cookie')).toMatch(/^golden-thread=; Max-Age=0; Path=\//)
  expect((await site.visit('/account')).status).toBe(303)
})

test('one who holds two posts acts in either, and what they may follows', async () => {
  const { site } = await signIn()
  const second = await database.transaction(council.on(), async db => {
    const postId = await addPost(db, {
      title: 'Board Secretary',
      organisationId: council.organisationId,
      role: 'board-member',
      addedOn: day('2026-01-01'),
    })
    await addHolding(db, { postId, personId: manager.personId, from: day('2026-01-01'), to: null })
    return postId
  })
  expect((await site.post('/account', { post: String(second) })).status).toBe(303)
  expect(await (await site.visit('/account')).text()).toMatch(/gt-account__post">Board Secretary/)
  expect((await eventsOf('change-post')).at(-1)).toMatchObject({ post: second })
  expect((await site.post('/account', { post: String(council.posts.director.postId) })).status).toBe(400)
})

test('one whose post has ended may still see who they are, and sign out', async () => {
  const cookie = await sessionOf(database, council, 'board-chair', now)
  await database.transaction(council.on(), db =>
    db.run(
      sql`update post_holding set to_on = '2026-11-21' where person_id = ${council.posts['board-chair'].personId}`,
    ),
  )
  const html = await (await siteOf(app, cookie).visit('/account')).text()
  expect(html).toContain('you hold no post at the moment')
})

test('a changed password holds from now on, and ends every other session', async () => {
  const [here, elsewhere] = [(await signIn()).site, (await signIn()).site]
  const wrong = await here.post('/account/password', { current: 'wrong', chosen: 'four odd words together' })
  expect(wrong.status).toBe(400)
  const short = await here.post('/account/password', { current: PASSWORD, chosen: 'elevenchars' })
  expect(await short.text()).toContain('Choose a password of 12 characters or more')
  expect((await here.post('/account/password', { current: PASSWORD, chosen: 'four odd words together' })).status).toBe(
    303,
  )
  expect((await here.visit('/account')).status).toBe(200)
  expect((await elsewhere.visit('/account')).status).toBe(303)
  expect((await outside.post('/sign-in', { email: EMAIL, password: PASSWORD })).status).toBe(400)
  const back = await here.post('/account/password', { current: 'four odd words together', chosen: PASSWORD })
  expect(back.status).toBe(303)
})

test('one can sign out everywhere else', async () => {
  const [here, elsewhere] = [(await signIn()).site, (await signIn()).site]
  expect(await (await here.visit('/account/sessions')).text()).toContain('Sign out everywhere else')
  await here.post('/account/sessions')
  expect((await elsewhere.visit('/account')).status).toBe(303)
  expect(await (await here.visit('/account/sessions')).text()).not.toContain('Sign out everywhere else')
})

test('guessing the password where it is changed takes longer with each wrong guess', async () => {
  const { site } = await signIn()
  const guess = () => site.post('/account/password', { current: 'a wrong guess', chosen: 'quite another secret' })
  for (let at = 0; at < 3; at++) expect((await guess()).status).toBe(400)
  const began = performance.now()
  expect(await (await guess()).text()).toContain('That is not the password you have now')
  expect(performance.now() - began).toBeGreaterThan(450)
})

test('behind a proxy that is trusted, one who guesses slows down only themselves', async () => {
  const proxied = new Hono()
  servePages(proxied, { database, pages, visitors, address: ADDRESS, now: () => now, trustedProxies: 1 })
  const timed = async (from: string) => {
    const began = performance.now()
    await proxied.fetch(
      new Request(`${ADDRESS}/sign-in`, {
        method: 'POST',
        headers: { Host: '127.0.0.1:3000', Origin: ADDRESS, 'X-Forwarded-For': `198.51.100.${Math.random()}, ${from}` },
        body: new URLSearchParams({ email: 'someone@testborough.example', password: 'wrong' }),
      }),
      { incoming: { socket: { remoteAddress: '10.0.0.1' } } },
    )
    return performance.now() - began
  }
  for (let at = 0; at < 4; at++) await timed('203.0.113.7')
  expect(await timed('203.0.113.7')).toBeGreaterThan(950)
  const others = []
  for (const from of ['203.0.113.8', '203.0.113.9', '203.0.113.10']) others.push(await timed(from))
  expect(Math.min(...others)).toBeLessThan(900)
})

test('a database that holds nobody says how to begin', async () => {
  const empty = await testDatabase()
  const site = siteOf(serve(empty.database))
  const start = await site.visit('/account')
  expect(start.headers.get('location')).toBe('/sign-in?next=%2Faccount')
  expect(await (await site.visit('/sign-in')).text()).toMatch(/holds nothing yet.*golden-thread authority add/s)
  await empty.database.close()
})

test('a council that is set up has a programme manager who can sign in and bring in its plan', async () => {
  const empty = await testDatabase()
  const manager = { name: 'Gil Hart', email: 'gil.hart@newborough.example', post: 'Improvement Programme Manager' }
  const house = {
    name: 'Newborough',
    shortName: 'Newborough',
    serviceName: 'Improvement',
    brandColour: '#6B2D5C',
    manager,
  }
  const password = await setUpAuthority(empty.database, house, now)
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  const fresh = serve(empty.database)
  const answer = await siteOf(fresh).post('/sign-in', { email: manager.email, password })
  const site = siteOf(fresh, answer.headers.get('set-cookie')!.split(';')[0])
  expect((await site.visit('/account')).headers.get('location')).toBe('/account/password')
  await site.post('/account/password', { current: password, chosen: 'three odd words of mine' })
  expect((await site.visit('/account')).headers.get('location')).toBe('/account/second-step?next=%2Faccount')
  expect(await (await site.visit('/account/second-step')).text()).toMatch(
    /theme-6b2d5c\.css.*Your post sees children, or decides who does/s,
  )
  await empty.database.close()
})
