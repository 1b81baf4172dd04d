/** Signing in with the council's directory, against a real OpenID Connect provider: who is let in, and everything that must not be. */
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type DirectorySettings, PLAIN_SIGN_IN } from '../config.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { page } from '../web/page.tsx'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, siteOf } from '../web/test-site.ts'
import { pages } from './pages.ts'
import { hashPassword } from './password.ts'
import { addInvitation } from './proof/store.ts'
import { serveDirectory } from './serve-directory.ts'
import { hashOf, newSecret } from './session.ts'
import { addAccount } from './store.ts'
import { openProvider, type TestProvider } from './test-provider.ts'
import { sessionOf } from './test-session.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const { director, 'head-of-service': head, 'programme-manager': manager } = council.posts
let provider: TestProvider
let now: Date
const logged: object[] = []
beforeAll(async () => {
  provider = await openProvider(
    {
      'ada-1': { email: 'ada.brook@testborough.example', email_verified: true },
      'ada-2': { email: 'ada.brook@testborough.example', email_verified: true },
      'cora-1': { email: 'cora.dean@testborough.example', email_verified: false, roles: ['Head', 'Unknown'] },
      'edov-1': { email: 'eve.frost@testborough.example', xms_edov: '1' },
      'wide-1': { email: 'ｆinn.grey@testborough.example', email_verified: true },
      'nobody-1': { email: 'nobody@testborough.example', email_verified: true },
    },
    ADDRESS,
  )
})
afterAll(() => provider.stop())
beforeEach(() => {
  now = new Date('2026-11-22T09:00:00Z')
  logged.length = 0
})

const secretPage = page({
  path: '/secret',
  may: 'be-signed-in',
  section: 'Account',
  asksAgain: true,
  load: async () => null,
  title: () => 'Secret',
  view: () => <p>What is behind it</p>,
})

function serve(directory: Partial<DirectorySettings> = {}) {
  const app = new Hono()
  const signIn = { ...PLAIN_SIGN_IN, directory: { ...provider.settings, ...directory } }
  const all = [...pages, secretPage]
  const log = (line: object) => void logged.push(line)
  const serving = { database, pages: all, visitors, address: ADDRESS, signIn, now: () => now, log }
  servePages(app, serving)
  serveDirectory(app, serving)
  return app
}

type App = ReturnType<typeof serve>
const cookieIn = (answer: Response, name: string) =>
  answer.headers
    .getSetCookie()
    .find(line => line.startsWith(`${name}=`) && !line.startsWith(`${name}=;`))
    ?.split(';')[0] ?? ''

/** To the provider's door: where the browser is sent, and the cookie it carries until it comes back. */
async function begin(app: App, query = '', session = '') {
  const answer = await siteOf(app, session).visit(`/sign-in/directory${query}`)
  return { to: answer.headers.get('location')!, attempt: cookieIn(answer, 'golden-thread-try'), answer }
}

const comeBack = (app: App, at: URL, ...cookies: string[]) =>
  siteOf(app, cookies.filter(one => one !== '').join('; ')).visit(at.pathname + at.search)

async function signInAs(app: App, subject: string, query = '') {
  provider.signsIn(subject)
  const { to, attempt } = await begin(app, query)
  const answer = await comeBack(app, await provider.walk(to), attempt)
  const session = cookieIn(answer, 'golden-thread')
  return { answer, to: answer.headers.get('location'), session, site: siteOf(app, session) }
}

const eventsOf = (kind: string) =>
  database.reading(council.on(), db =>
    db.rows<{ person: number | null; detail: object }>(
      sql`select person_id as person, detail from event where kind = ${kind} order by event_id`,
    ),
  )

async function invite(personId: number) {
  const secret = newSecret(council.authorityId)
  await database.transaction(council.on(), db =>
    addInvitation(db, { personId, hash: hashOf(secret), madeBy: null, now, endsAt: new Date(now.getTime() + 60_000) }),
  )
  return secret
}

test('an account that is linked to nobody is let in nowhere, and told what to do', async () => {
  const { to, session } = await signInAs(serve(), 'ada-1')
  expect([to, session]).toEqual(['/sign-in?problem=unknown', ''])
  expect(await (await siteOf(serve()).visit(to!)).text()).toContain('nobody here is linked to it yet')
  expect((await eventsOf('refuse-sign-in')).at(-1)).toEqual({
    person: null,
    detail: { how: 'directory', why: 'unknown' },
  })
})

test('an invitation links it, once, and from then on it signs in', async () => {
  const app = serve()
  const secret = await invite(director.personId)
  const first = await signInAs(app, 'ada-1', `?invitation=${secret}`)
  expect(first.to).toBe('/')
  expect(await (await first.site.visit('/account')).text()).toContain('Ada Brook')
  expect((await signInAs(app, 'ada-2', `?invitation=${secret}`)).to).toBe('/sign-in?problem=uninvited')
  const again = await signInAs(app, 'ada-1', '?next=%2Faccount%2Fsessions')
  expect(again.to).toBe('/account/sessions')
  expect((await eventsOf('sign-in')).at(-1)).toEqual({
    person: director.personId,
    detail: { how: 'directory', wrongTries: 0 },
  })
})

test('the e-mail address links only where the directory has verified it, the settings let it, and nobody is linked yet', async () => {
  const letting = serve({ linkByEmail: true })
  expect((await signInAs(letting, 'cora-1')).to).toBe('/sign-in?problem=unknown') // not verified
  expect((await signInAs(letting, 'ada-2')).to).toBe('/sign-in?problem=unknown') // Ada is linked to ada-1
  expect((await signInAs(letting, 'wide-1')).to).toBe('/sign-in?problem=unknown') // looks like Finn, and is not
  expect((await signInAs(letting, 'nobody-1')).to).toBe('/sign-in?problem=unknown')
  expect((await signInAs(serve(), 'edov-1')).to).toBe('/sign-in?problem=unknown') // the settings do not let it
  expect((await signInAs(letting, 'edov-1')).to).toBe('/') // as Entra ID says it
  expect((await signInAs(serve(), 'edov-1')).to).toBe('/')
})

test('whoever is linked signs in there and nowhere else, and where the directory goes from the settings, here again', async () => {
  const passwordHash = await hashPassword('three odd words here')
  await database.transaction(council.on(), db => addAccount(db, director.personId, passwordHash))
  const typed = { email: 'ada.brook@testborough.example', password: 'three odd words here' }
  expect((await siteOf(serve()).post('/sign-in', typed)).status).toBe(400)
  const without = new Hono()
  servePages(without, { database, pages, visitors, address: ADDRESS, now: () => now })
  expect((await siteOf(without).post('/sign-in', typed)).status).toBe(303)
  const invited = await siteOf(serve()).post(`/invitation?with=${await invite(director.personId)}`, {
    chosen: 'four odd words together',
  })
  expect([invited.status, (await invited.text()).includes('link it with the button')]).toEqual([400, true])
})

test('app roles give and take the posts that the settings name, and no others', async () => {
  const app = serve({ posts: { Head: head.title, Manager: manager.title, Lost: 'No such post' } })
  const secret = await invite(head.personId)
  await database.transaction(council.on(), db =>
    db.run(sql`update post_holding set to_on = '2026-01-01' where person_id = ${head.personId}`),
  )
  const { site } = await signInAs(app, 'cora-1', `?invitation=${secret}`)
  expect(await (await site.visit('/account')).text()).toMatch(/You act as.*Head of Assessment/s)
  now = new Date('2026-11-23T09:00:00Z')
  const taken = await signInAs(serve({ posts: { Other: head.title } }), 'cora-1')
  expect(await (await taken.site.visit('/account')).text()).toContain('you hold no post at the moment')
})

test('the last who may appoint others keeps their post whatever the directory says', async () => {
  await database.transaction(council.on(), db =>
    db.run(sql`
      update post_holding h set to_on = '2026-01-01' from post p
      where p.post_id = h.post_id and p.role in ('programme-manager', 'administrator')`),
  )
  const { site } = await signInAs(serve({ posts: { Nobody: director.title } }), 'ada-1')
  expect(await (await site.visit('/account')).text()).toMatch(/You act as.*Director of Children/s)
})

test.each([
  ['the state of another sign-in', (at: URL) => at.searchParams.set('state', 'a'.repeat(43))],
  ['no state', (at: URL) => at.searchParams.delete('state')],
  ['a state twice', (at: URL) => at.searchParams.append('state', 'x')],
  ['another issuer', (at: URL) => at.searchParams.set('iss', 'https://evil.example')],
  ['no issuer', (at: URL) => at.searchParams.delete('iss')],
  ['a made-up code', (at: URL) => at.searchParams.set('code', 'a'.repeat(43))],
  ['no code', (at: URL) => at.searchParams.delete('code')],
])('what comes back with %s lets nobody in', async (_, change) => {
  const app = serve()
  provider.signsIn('ada-1')
  const { to, attempt } = await begin(app)
  const at = await provider.walk(to)
  change(at)
  const answer = await comeBack(app, at, attempt)
  expect([answer.headers.get('location'), cookieIn(answer, 'golden-thread')]).toEqual(['/sign-in?problem=doubtful', ''])
  const right = await comeBack(app, await provider.walk(to), attempt)
  expect(right.headers.get('location'), 'a try is good once').toBe('/sign-in?problem=late')
})

test.each([
  ['another nonce than was asked for', 'nonce', 'another-nonce-altogether'],
  ['a verifier that is not the one of the request', 'code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'],
])('%s lets nobody in', async (_, name, value) => {
  const app = serve()
  provider.signsIn('ada-1')
  const { to, attempt } = await begin(app)
  const changed = new URL(to)
  changed.searchParams.set(name, value)
  const answer = await comeBack(app, await provider.walk(changed.href), attempt)
  expect(answer.headers.get('location')).toBe('/sign-in?problem=doubtful')
})

test('the same answer twice, a used code in another sign-in, and someone else’s code let nobody in', async () => {
  const app = serve()
  provider.signsIn('ada-1')
  const [one, two] = [await begin(app), await begin(app)]
  const at = await provider.walk(one.to)
  expect((await comeBack(app, at, one.attempt)).headers.get('location')).toBe('/')
  expect((await comeBack(app, at, one.attempt)).headers.get('location')).toBe('/sign-in?problem=late')
  const used = await provider.walk(two.to)
  used.searchParams.set('code', at.searchParams.get('code')!)
  expect((await comeBack(app, used, two.attempt)).headers.get('location')).toBe('/sign-in?problem=doubtful')
  const [victim, attacker] = [await begin(app), await begin(app)]
  const theirs = await provider.walk(attacker.to)
  expect((await comeBack(app, theirs, victim.attempt)).headers.get('location')).toBe('/sign-in?problem=doubtful')
  expect((await comeBack(app, theirs)).headers.get('location'), 'without a try').toBe('/sign-in?problem=late')
})

test.each([
  ['just within ten minutes', '/', 10 * 60_000 - 1],
  ['ten minutes later', '/sign-in?problem=late', 10 * 60_000],
])('%s it leads to %s', async (_, to, later) => {
  const app = serve()
  provider.signsIn('ada-1')
  const begun = await begin(app)
  const at = await provider.walk(begun.to)
  now = new Date(now.getTime() + later)
  expect((await comeBack(app, at, begun.attempt)).headers.get('location')).toBe(to)
})

test('a person who stops it there is told so; what the directory says is not repeated', async () => {
  const app = serve()
  const { to, attempt } = await begin(app)
  const at = new URL(`${ADDRESS}/sign-in/directory/back`)
  at.search = new URLSearchParams({
    error: 'access_denied',
    error_description: '<script>alert(1)</script>',
    state: new URL(to).searchParams.get('state')!,
    iss: provider.settings.issuer,
  }).toString()
  const answer = await comeBack(app, at, attempt)
  expect(answer.headers.get('location')).toBe('/sign-in?problem=stopped')
  expect(await (await siteOf(app).visit('/sign-in?problem=%3Cscript%3E')).text()).not.toMatch(/&lt;script|<script>/)
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%09/evil.example'])(
  'after it nobody is led to %s',
  async next => {
    expect((await signInAs(serve(), 'ada-1', `?next=${encodeURIComponent(next)}`)).to).toMatch(
      /^\/(%09\/evil\.example)?$/,
    )
  },
)

test('the cookie of a sign-in that is under way is out of reach of scripts, and gone with it', async () => {
  const app = serve()
  const { answer, attempt } = await begin(app)
  expect(answer.headers.get('set-cookie')).toMatch(/; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  const back = await comeBack(app, new URL(`${ADDRESS}/sign-in/directory/back?code=x`), attempt)
  expect(back.headers.get('set-cookie')).toMatch(/^golden-thread-try=; Max-Age=0/)
})

test('what asks again is shown only after the same account was seen anew, in the session that asked', async () => {
  const app = serve()
  const { site, session } = await signInAs(app, 'ada-1')
  now = new Date(now.getTime() + 15 * 60_000)
  expect((await site.visit('/secret')).headers.get('location')).toBe('/account/prove?next=%2Fsecret')
  const html = await (await site.visit('/account/prove?next=%2Fsecret')).text()
  expect(html).toMatch(/href="\/sign-in\/directory\?again=yes&amp;next=%2Fsecret"/)
  expect(html).not.toContain('type="password"')
  const begun = await begin(app, '?again=yes&next=%2Fsecret', session)
  expect(begun.to).toMatch(/prompt=login&max_age=0/)
  provider.signsIn('cora-1')
  const other = await comeBack(app, await provider.walk(begun.to), begun.attempt, session)
  expect(other.headers.get('location')).toBe('/account/prove?next=%2Fsecret&problem=another')
  provider.signsIn('ada-1')
  const right = await begin(app, '?again=yes&next=%2Fsecret', session)
  const answer = await comeBack(app, await provider.walk(right.to), right.attempt, session)
  expect(answer.headers.get('location')).toBe('/secret')
  const shown = siteOf(app, cookieIn(answer, 'golden-thread'))
  expect(await (await shown.visit('/secret')).text()).toContain('What is behind it')
  expect((await site.visit('/account')).status, 'the secret before').toBe(303)
})

test('a sign-in there of some while ago does not do for asking again', async () => {
  const app = serve()
  const { session } = await signInAs(app, 'ada-1')
  const comingBackAfter = async (seconds: number) => {
    const begun = await begin(app, '?again=yes', session)
    const unhurried = new URL(begun.to)
    for (const name of ['max_age', 'prompt']) unhurried.searchParams.delete(name)
    unhurried.searchParams.set('claims', '{"id_token":{"auth_time":{"essential":true}}}')
    provider.signsIn('ada-1', seconds)
    const answer = await comeBack(app, await provider.walk(unhurried.href), begun.attempt, session)
    return answer.headers.get('location')
  }
  expect(await comingBackAfter(360)).toBe('/account/prove?problem=doubtful')
  expect(await comingBackAfter(240)).toBe('/')
})

test('signing out here says that one may still be signed in there, and the way leads out of both', async () => {
  const app = serve()
  const { site, session } = await signInAs(app, 'ada-1')
  const out = await site.post('/sign-out')
  expect(out.headers.get('location')).toBe('/sign-in?left=directory')
  expect((await siteOf(app, session).visit('/account')).status).toBe(303)
  expect(await (await siteOf(app).visit('/sign-in?left=directory')).text()).toContain('href="/sign-in/directory/out"')
  const to = new URL((await siteOf(app).visit('/sign-in/directory/out')).headers.get('location')!)
  expect([to.origin, to.searchParams.get('client_id'), to.searchParams.get('post_logout_redirect_uri')]).toEqual([
    provider.settings.issuer,
    'golden-thread',
    `${ADDRESS}/sign-in`,
  ])
  expect((await fetch(to)).status).toBe(200)
})

test('signing in ends the session that this browser had', async () => {
  const app = serve()
  const before = await sessionOf(database, council, 'board-member', now)
  provider.signsIn('ada-1')
  const { to, attempt } = await begin(app)
  await comeBack(app, await provider.walk(to), attempt, before)
  expect((await siteOf(app, before).visit('/account')).status).toBe(303)
})

test('no directory, another issuer at its address, and one that went away in between are told plainly', async () => {
  const away = { issuer: 'http://127.0.0.1:9' }
  expect((await begin(serve(away))).to).toBe('/sign-in?problem=away')
  const other = { issuer: `${provider.settings.issuer.replace('127.0.0.1', 'localhost')}` }
  expect((await begin(serve(other))).to).toBe('/sign-in?problem=doubtful')
  const lost = await openProvider({ 'ada-1': {} }, ADDRESS)
  const app = serve(lost.settings)
  const { to, attempt } = await begin(app)
  const at = await lost.walk(to)
  await lost.stop()
  expect((await comeBack(app, at, attempt)).headers.get('location')).toBe('/sign-in?problem=away')
  expect(await (await siteOf(app).visit('/sign-in?problem=away')).text()).toContain('cannot be reached at the moment')
  expect(JSON.stringify(logged)).toContain('"problem":"away"')
  expect(JSON.stringify(logged)).not.toMatch(/code=|ada|secret/)
})
