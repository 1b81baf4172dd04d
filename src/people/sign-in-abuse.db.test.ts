/** What an attacker sends to the doors of the service: every form before and around sign-in, and every way to hold a cookie. */
import { Hono } from 'hono'
import { beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, siteOf } from '../web/test-site.ts'
import { pages } from './pages.ts'
import { hashPassword } from './password.ts'
import { isPlainEmail } from './email.ts'
import { addAccount } from './store.ts'
import { sessionOf } from './test-session.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const member = council.posts['board-member']
const EMAIL = 'finn.grey@testborough.example'
const PASSWORD = 'three odd words here'
const app = new Hono()
servePages(app, { database, pages, visitors, address: ADDRESS, now: () => new Date('2026-11-22T09:00:00Z') })
const outside = siteOf(app)
let session: string
beforeAll(async () => {
  const hash = await hashPassword(PASSWORD)
  await database.transaction(council.on(), db => addAccount(db, member.personId, hash))
  session = await sessionOf(database, council, 'board-member')
})

/** Every form that signs in, proves, or changes how one signs in, with what it takes. */
const FORMS: [string, Record<string, string>][] = [
  ['/sign-in', { email: EMAIL, password: PASSWORD }],
  ['/sign-in/passkey', { attempt: 'x', answer: '{}' }],
  ['/sign-in/second-step', { code: '123456', answer: '' }],
  ['/invitation?with=1.x', { chosen: 'four odd words together' }],
  ['/account/prove', { password: PASSWORD, next: '/account' }],
  ['/account/password', { current: PASSWORD, chosen: 'four odd words together' }],
  ['/account/sessions', { which: '' }],
  ['/account/second-step/app', { code: '123456' }],
  ['/account/second-step/passkey', { name: 'Laptop', answer: '{}' }],
  ['/account/second-step/recovery-codes', { seen: 'x' }],
  ['/account/second-step/remove', { which: 'app' }],
  ['/sign-out', {}],
]

const state = () =>
  database.reading(council.on(), db =>
    db.one<{ state: string }>(
      sql`
        select (select count(*) from session) || ' ' || (select count(*) from event where kind <> 'refusal') || ' ' ||
               (select string_agg(password_hash, ' ') from account) as state`,
      'state',
    ),
  )

const send = (path: string, body: BodyInit, headers: Record<string, string>) =>
  app.fetch(
    new Request(ADDRESS + path, {
      method: 'POST',
      body,
      headers: { Host: '127.0.0.1:3000', Cookie: session, ...headers },
    }),
  )

test('every page of signing in that takes a form is tried here', () => {
  const mine = pages.filter(
    ({ path, ...page }) => 'save' in page && page.save && /^\/(sign-|invitation|account\/(?!permissions))/.test(path),
  )
  expect(FORMS.map(([path]) => path.split('?')[0]).sort()).toEqual(mine.map(({ path }) => path).sort())
})

describe.each([
  ['another site', { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }],
  ['another site that hides', { 'Sec-Fetch-Site': 'cross-site' }],
  ['a sister site', { 'Sec-Fetch-Site': 'same-site', Origin: ADDRESS }],
  ['a frame without origin', { Origin: 'null' }],
  ['nowhere', {}],
  ['another port', { Origin: 'http://127.0.0.1:3001' }],
  ['a name that begins as ours', { Origin: 'http://127.0.0.1:3000.evil.example' }],
])('a form that was sent from %s', (_, headers) => {
  test.each(FORMS)('to %s is refused, and nothing changes', async (path, typed) => {
    const before = await state()
    const answer = await send(path, new URLSearchParams(typed), headers as Record<string, string>)
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
    expect(await state()).toEqual(before)
  })
})

test.each(FORMS)('thousands of fields sent to %s are refused in words', async (path, typed) => {
  const many = Array.from({ length: 5_001 }, (_, at) => [`f${at}`, '1'] as [string, string])
  const answer = await send(path, new URLSearchParams([...Object.entries(typed), ...many]), { Origin: ADDRESS })
  expect([answer.status, (await answer.text()).includes('more fields than can be taken')]).toEqual([413, true])
})

test.each(FORMS.filter(([, typed]) => Object.keys(typed).length > 0))(
  'a field that came twice is not chosen from: %s',
  async (path, typed) => {
    const before = await state()
    for (const name of Object.keys(typed)) {
      const twice = new URLSearchParams([...Object.entries(typed), [name, 'another']])
      const answer = await send(path, twice, { Origin: ADDRESS })
      expect([name, answer.status, answer.headers.get('set-cookie')]).toEqual([name, 400, null])
    }
    expect(await state()).toEqual(before)
  },
)

test.each(FORMS)('more than a form can hold sent to %s is refused unread', async path => {
  const answer = await send(path, new URLSearchParams({ email: 'a'.repeat(2_200_000) }), { Origin: ADDRESS })
  expect(answer.status).toBe(413)
})

test.each(FORMS)('what is no form sent to %s is refused', async path => {
  const answer = await send(path, '{"email":{"$ne":null}}', { Origin: ADDRESS, 'Content-Type': 'application/json' })
  expect(answer.status).toBe(415)
})

const secret = () => session.split('=')[1]!
test.each([
  ['nothing', () => ''],
  ['a secret of the right length that nobody has', () => `golden-thread=${council.authorityId}.${'A'.repeat(43)}`],
  [
    'the secret with a letter changed',
    () => `golden-thread=${secret().slice(0, -1)}${secret().endsWith('A') ? 'B' : 'A'}`,
  ],
  ['the secret cut short', () => `golden-thread=${secret().slice(0, -1)}`],
  ['the secret with a letter more', () => `golden-thread=${secret()}A`],
  ['the secret in another authority', () => `golden-thread=${council.authorityId + 1}.${secret().split('.')[1]}`],
  ['an authority beyond any number', () => `golden-thread=99999999999999999999.${secret().split('.')[1]}`],
  ['the authority with a sign', () => `golden-thread=+${secret()}`],
  ['the authority with nought before it', () => `golden-thread=0${secret()}`],
  ['SQL', () => `golden-thread=1' or '1'='1`],
  ['the hash in place of the secret', () => `golden-thread=${council.authorityId}.${'f'.repeat(64)}`],
  ['another name of the cookie', () => session.replace('golden-thread', 'Golden-Thread')],
  ['the name that is for https', () => session.replace('golden-thread', '__Host-golden-thread')],
  ['percent signs that are no letters', () => 'golden-thread=%E0%A4%A'],
  ['letters that turn direction', () => `golden-thread=${encodeURIComponent(`\u202e${secret()}`)}`],
  ['60,000 letters', () => `golden-thread=${'a'.repeat(60_000)}`],
  ['a thousand cookies', () => Array.from({ length: 1_000 }, (_, at) => `golden-thread${at}=${secret()}`).join('; ')],
])('with %s for a cookie nobody is signed in, and nothing breaks', async (_, cookie) => {
  for (const path of ['/account', '/no-such-page', '/sign-in'])
    expect([path, (await siteOf(app, cookie()).visit(path)).status]).toEqual([
      path,
      { '/account': 303, '/no-such-page': 404, '/sign-in': 200 }[path],
    ])
})

test('a cookie that is sent twice is the first of them, whatever the second holds', async () => {
  expect((await siteOf(app, `golden-thread=x; ${session}`).visit('/account')).status).toBe(303)
})

test('a session that was ended is not begun again by its cookie', async () => {
  const cookie = await sessionOf(database, council, 'board-chair')
  const site = siteOf(app, cookie)
  expect((await site.visit('/account')).status).toBe(200)
  await site.post('/sign-out')
  for (const path of ['/account', '/account/sessions']) expect((await site.visit(path)).status).toBe(303)
  expect((await site.post('/account/sessions')).headers.get('location')).toMatch(/^\/sign-in/)
})

test.each([
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%09/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'evil.example',
  '@evil.example',
  '/@evil.example/..//x.example',
  'http:/evil.example',
  '／／evil.example',
])('no form leads on to %j', async next => {
  const stays = (to: string | null) => new URL(to ?? '/', ADDRESS).origin === ADDRESS && !/^[/\\]{2}/.test(to ?? '/')
  const query = `?next=${encodeURIComponent(next)}`
  const site = siteOf(app, session)
  for (const answer of [
    await outside.post(`/sign-in${query}`, { email: EMAIL, password: PASSWORD }),
    await site.post('/account/prove', { next }),
    await site.visit(`/sign-in/second-step${query}`),
  ]) {
    expect(stays(answer.headers.get('location'))).toBe(true)
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('evil')
  }
  for (const path of ['/sign-in', '/sign-in/passkey', '/account/prove']) {
    const html = await (await (path === '/account/prove' ? site : outside).visit(path + query)).text()
    const links = [...html.matchAll(/(?:href|action|value)="([^"]*)"/g)].map(([, to]) => to!)
    expect(links.filter(to => /^(https?:|javascript:|data:|[/\\]{2}|\/[\\\t])/i.test(to))).toEqual([])
  }
})

const CYRILLIC = 'fіnn.grey@testborough.example' // і is U+0456
test.each([
  ['wide letters', 'ｆｉｎｎ.grey@testborough.example', 400],
  ['a Cyrillic letter', CYRILLIC, 400],
  ['a dotless i', 'fınn.grey@testborough.example', 400],
  ['a capital with a dot', 'FİNN.GREY@testborough.example', 400],
  ['a ligature', 'ﬁnn.grey@testborough.example', 400],
  ['an accent apart', 'finn.grey\u0301@testborough.example', 400],
  ['a space within', 'finn .grey@testborough.example', 400],
  ['an @ of another kind', 'finn.grey＠testborough.example', 400],
  ['a nought character', 'finn.grey\u0000@testborough.example', 400],
  ['an SQL pattern', 'finn_grey@testborough.example', 400],
  ['spaces around, which come from pasting', `  ${EMAIL} `, 303],
  ['capitals', EMAIL.toUpperCase(), 303],
  ['a soft hyphen, which comes from pasting', 'finn\u00ad.grey@testborough.example', 303],
  ['a tag letter, which nobody sees', 'finn.grey\u{e0041}@testborough.example', 303],
  ['letters without width, which come from pasting', `\u200bfinn.grey\ufeff@testborough.example`, 303],
  ['marks that turn direction, which come from pasting', `\u202a${EMAIL}\u202c`, 303],
])('an address with %s: %j is answered %i', async (_, email, status) => {
  expect((await outside.post('/sign-in', { email, password: PASSWORD })).status).toBe(status)
})

test.each([
  ['finn.grey+board@council.gov.uk', true],
  ["o'brien@council.gov.uk", true],
  ['finn@grey@council.gov.uk', false],
  ['finn.grey@', false],
  ['@council.gov.uk', false],
  [CYRILLIC, false],
  ['finn grey@council.gov.uk', false],
])('%j is an address that someone may have: %s', (email, is) => expect(isPlainEmail(email)).toBe(is))

test('an address nobody has is answered in the same time as one with a wrong password, and as one that sees no password', async () => {
  const timed = async (email: string) => {
    const times = []
    for (let at = 0; at < 4; at++) {
      const began = performance.now()
      await outside.post('/sign-in', { email, password: `wrong ${at}` })
      times.push(performance.now() - began)
    }
    return Math.min(...times)
  }
  const times = []
  for (const email of ['eve.frost@testborough.example', 'nobody@testborough.example', CYRILLIC])
    times.push(await timed(email))
  const known = await timed(EMAIL)
  for (const time of [...times, known]) expect(time).toBeGreaterThan(245)
  for (const time of times) expect(Math.abs(time - known)).toBeLessThan(150)
})

test('a password of two hundred letters is read, and one of two hundred and one costs no hash', async () => {
  const began = performance.now()
  const answer = await outside.post('/sign-in', { email: EMAIL, password: 'a'.repeat(201) })
  expect([answer.status, performance.now() - began < 200]).toEqual([400, true])
  expect(
    (await outside.post('/sign-in', { email: 'long@testborough.example', password: 'a'.repeat(200) })).status,
  ).toBe(400)
})

test('pages of signing in are kept by no cache, and frame in nothing', async () => {
  for (const [path] of FORMS) {
    const { headers } = await siteOf(app, session).visit(path)
    expect([path, headers.get('cache-control'), headers.get('x-frame-options')]).toEqual([path, 'no-store', 'DENY'])
    expect(headers.get('content-security-policy')).toContain("form-action 'self'")
  }
})
