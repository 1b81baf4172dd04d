/** The second step: who must have one, adding it, using it once, losing it; invitations; and showing again who one is. */
import { Hono } from 'hono'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Role } from '../terms/permission.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { text } from '../web/form.ts'
import { download, page } from '../web/page.tsx'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, type Site, siteOf, type Typed } from '../web/test-site.ts'
import { pages } from './pages.ts'
import { hashPassword } from './password.ts'
import { codeAt, stepAt } from './proof/code.ts'
import { needsSecondStep } from './second-step-rule.ts'
import { addAccount, letPasswordsDo } from './store.ts'
import { sessionOf } from './test-session.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const PASSWORD = 'three odd words here'
const NINE = new Date('2026-11-22T09:00:00Z')
let now = NINE
let hash: string
beforeAll(async () => {
  hash = await hashPassword(PASSWORD)
})
beforeEach(() => void (now = NINE))
const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))

const kept: string[] = []
const dispose = page({
  path: '/dispose',
  may: 'be-signed-in',
  section: 'Account',
  asksAgain: true,
  load: async () => null,
  form: { why: text({ missing: 'Say why' }) },
  title: () => 'Dispose',
  view: (_, form) => <p>Why? {form.text('why')}</p>,
  save: async (_asked, _loaded, { why }) => {
    kept.push(why)
    return '/account'
  },
})
const children = download({
  path: '/children.csv',
  may: 'be-signed-in',
  asksAgain: true,
  make: async () => ({ name: 'children.csv', type: 'text/csv', body: 'a' }),
})

const app = new Hono()
servePages(app, { database, pages: [...pages, dispose, children], visitors, address: ADDRESS, now: () => now })

/** A council of its own, with a password for the holder of one role's post. */
async function aCouncil(role: Role = 'social-worker') {
  const council = await aTestAuthority(database, `Council ${Math.random()}`.replace('0.', ''))
  const { personId, name } = council.posts[role]
  const email = await database.transaction(council.on(), async db => {
    await addAccount(db, personId, hash)
    return (
      await db.one<{ email: string }>(sql`select email from person where person_id = ${personId}`, 'person')
    ).email.replaceAll(' ', '')
  })
  await database.transaction(council.on(), db =>
    db.run(sql`update person set email = ${email} where person_id = ${personId}`),
  )
  const enter = async (next = '/account') => {
    const answer = await siteOf(app).post(`/sign-in?next=${encodeURIComponent(next)}`, { email, password: PASSWORD })
    return { answer, to: answer.headers.get('location'), ...inside(answer) }
  }
  const eventsOf = (kind: string) =>
    database.reading(council.on(), db =>
      db.rows<{ detail: object }>(sql`select detail from event where kind = ${kind} order by event_id`),
    )
  return { council, personId, name, email, enter, eventsOf }
}

function inside(answer: Response): { cookie: string; site: Site } {
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]!
  return { cookie, site: siteOf(app, cookie) }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
/** As an app reads what is typed into it: written apart from the product's own, which is only the other way. */
function keyOn(html: string): Buffer {
  const letters = /<code>([A-Z2-7 ]{39})<\/code>/.exec(html)![1]!.replaceAll(' ', '')
  const bits = [...letters].map(letter => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from(bits.match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2)))
}
const codeNow = (key: Buffer) => codeAt(key, stepAt(now))
const htmlAt = async (site: Site, address: string) => (await site.visit(address)).text()
const codesOn = (html: string) =>
  [...html.matchAll(/<code>((?:[a-z2-9]{4}-){5}[a-z2-9]{4})<\/code>/g)].map(([, code]) => code!)

/** Adds an app and recovery codes; answers the app's key and the codes. */
async function enrol(site: Site) {
  const key = keyOn(await htmlAt(site, '/account/second-step/app'))
  const added = await site.post('/account/second-step/app', { code: codeNow(key) })
  expect(added.headers.get('location')).toBe('/account/second-step/recovery-codes')
  const html = await htmlAt(site, '/account/second-step/recovery-codes')
  const seen = /name="seen" value="(\w+)"/.exec(html)![1]!
  expect((await site.post('/account/second-step/recovery-codes', { seen })).status).toBe(303)
  return { key, codes: codesOn(html) }
}

test.each([
  ['social-worker', true],
  ['director', true],
  ['inspector', true],
  ['analyst', true],
  ['data-protection-officer', true],
  ['programme-manager', true], // may give themselves a post that sees children
  ['administrator', true],
  ['partner-lead', false],
  ['board-member', false],
  ['board-chair', false],
] as [Role, boolean][])('a %s needs a second step: %s', (role, needs) => expect(needsSecondStep(role)).toBe(needs))

test('who sees children comes no further with a password than to the second step they must add, and then anywhere', async () => {
  const { enter, eventsOf, council } = await aCouncil()
  const { site } = await enter()
  expect((await site.visit('/account')).headers.get('location')).toBe('/account/second-step?next=%2Faccount')
  expect(await htmlAt(site, '/account/second-step')).toMatch(
    /Your post sees children.*Add a second step before you go on/s,
  )
  const html = await htmlAt(site, '/account/second-step/app')
  expect(html).toMatch(/<svg [^>]*aria-label="Square code for your authenticator app"/)
  expect((await site.post('/account/second-step/app', { code: '000000' })).status).toBe(400)
  expect(keyOn(await htmlAt(site, '/account/second-step/app'))).toEqual(keyOn(html))
  const { codes } = await enrol(site)
  expect(codes).toHaveLength(8)
  expect((await site.visit('/account')).status).toBe(200)
  expect(await eventsOf('add-second-step')).toEqual([{ detail: { kind: 'authenticator', ended: 0 } }])
  const [row] = await database.reading(council.on(), db =>
    db.rows<{ all: string }>(sql`select string_agg(r::text, ' ') as all from recovery_code r`),
  )
  for (const code of codes) expect(row!.all).not.toContain(code)
})

test('a board member, and anyone in the invented council, signs in with a password alone; there the page says so', async () => {
  const member = await (await aCouncil('board-member')).enter()
  expect((await member.site.visit('/account')).status).toBe(200)
  const invented = await aCouncil()
  await database.transaction(invented.council.on(), db => letPasswordsDo(db))
  const { site } = await invented.enter()
  expect((await site.visit('/account')).status).toBe(200)
  expect(await htmlAt(site, '/account/second-step')).toContain('This council is invented')
})

test('with a second step a password opens nothing; the code does, once, in a session under another secret', async () => {
  const { enter, eventsOf } = await aCouncil()
  const { key } = await enrol((await enter()).site)
  later(1)
  const half = await enter('/account/sessions')
  expect(half.to).toBe('/sign-in/second-step?next=%2Faccount%2Fsessions')
  for (const path of [
    '/account',
    '/account/password',
    '/account/second-step/app',
    '/account/prove',
    '/people',
    '/no-such',
  ])
    expect([path, (await half.site.visit(path)).status]).toEqual([path, path === '/no-such' ? 404 : 303])
  expect(await htmlAt(half.site, '/no-such')).not.toContain('gt-account')
  expect((await half.site.post('/account/password', {})).headers.get('location')).toMatch(/^\/sign-in\/second-step/)
  expect(await htmlAt(half.site, '/sign-in/second-step')).not.toContain('aria-label="Main"')
  const code = codeNow(key)
  const answer = await half.site.post(half.to!, { code })
  expect(answer.headers.get('location')).toBe('/account/sessions')
  const whole = inside(answer)
  expect(whole.cookie).not.toBe(half.cookie)
  expect((await whole.site.visit('/account')).status).toBe(200)
  expect((await half.site.visit('/account')).headers.get('location')).toMatch(/^\/sign-in\?/)
  expect((await eventsOf('sign-in')).at(-1)).toEqual({ detail: { how: 'code', wrongTries: 0 } })
  const again = await enter()
  expect((await again.site.post(again.to!, { code })).status, 'the same code again').toBe(400)
  expect(await eventsOf('refuse-code')).toHaveLength(1)
})

test('the half minute before is taken, and then not the one before that, nor the same again', async () => {
  const { enter } = await aCouncil()
  const { key } = await enrol((await enter()).site)
  later(2)
  const { site, to } = await enter()
  const step = stepAt(now)
  expect((await site.post(to!, { code: codeAt(key, step - 2) })).status).toBe(400)
  const taken = await site.post(to!, { code: codeAt(key, step - 1) })
  expect(taken.status).toBe(303)
  const next = await enter()
  expect((await next.site.post(next.to!, { code: codeAt(key, step - 1) })).status).toBe(400)
  expect((await next.site.post(next.to!, { code: codeAt(key, step) })).status).toBe(303)
})

test('two windows with the same code at once: one of them is let in', async () => {
  const { enter } = await aCouncil()
  const { key } = await enrol((await enter()).site)
  later(1)
  const windows = await Promise.all([enter(), enter()])
  const answers = await Promise.all(windows.map(({ site, to }) => site.post(to!, { code: codeNow(key) })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
})

test('a recovery code stands for the second step once; new ones end the old', async () => {
  const { enter, eventsOf } = await aCouncil()
  const { codes } = await enrol((await enter()).site)
  const { site, to } = await enter()
  const used = await site.post(to!, { code: codes[0]!.toUpperCase().replaceAll('-', ' ') })
  expect(used.status).toBe(303)
  expect(await htmlAt(inside(used).site, '/account/second-step')).toContain('7 left')
  const next = await enter()
  expect((await next.site.post(next.to!, { code: codes[0]! })).status).toBe(400)
  const html = await htmlAt(inside(used).site, '/account/second-step/recovery-codes')
  const fresh = codesOn(html)
  const stale = await inside(used).site.post('/account/second-step/recovery-codes', { seen: 'another' })
  expect(await stale.text()).toContain('other codes than those you saw')
  await inside(used).site.post('/account/second-step/recovery-codes', {
    seen: /name="seen" value="(\w+)"/.exec(html)![1]!,
  })
  expect((await next.site.post(next.to!, { code: codes[1]! })).status).toBe(400)
  expect((await next.site.post(next.to!, { code: fresh[0]! })).status).toBe(303)
  expect(await eventsOf('use-recovery-code')).toHaveLength(2)
})

test('after twenty wrong codes the right one rests for a quarter of an hour, and a recovery code is taken all the same', async () => {
  const { enter, council, personId } = await aCouncil()
  const { key, codes } = await enrol((await enter()).site)
  later(5)
  const set = (wrong: number) =>
    database.transaction(council.on(), db =>
      db.run(sql`update authenticator set wrong_count = ${wrong}, wrong_at = ${now} where person_id = ${personId}`),
    )
  const tried = async (code: string) => {
    const { site, to } = await enter()
    return (await site.post(to!, { code })).status
  }
  await set(20)
  expect(await tried(codeNow(key))).toBe(400)
  expect(await tried(codes[0]!)).toBe(303)
  later(15)
  expect(await tried(codeNow(key))).toBe(303)
  await set(19)
  later(1)
  expect(await tried(codeNow(key))).toBe(303)
})

test('between the password and the code there are ten minutes', async () => {
  const { enter } = await aCouncil()
  const { key } = await enrol((await enter()).site)
  const { site, to } = await enter()
  later(10)
  expect((await site.post(to!, { code: codeNow(key) })).headers.get('location')).toMatch(/^\/sign-in\?/)
})

test('an app that was removed is asked for no longer, its secret and the recovery codes are forgotten, and others are signed out', async () => {
  const { enter, council } = await aCouncil('board-member')
  const [here, elsewhere] = [(await enter()).site, (await enter()).site]
  await enrol(here)
  expect((await elsewhere.visit('/account')).status, 'adding signs out elsewhere').toBe(303)
  expect((await here.post('/account/second-step/remove', { which: '999' })).status).toBe(400)
  expect((await here.post('/account/second-step/remove', { which: 'app' })).status).toBe(303)
  const left = await database.reading(council.on(), db =>
    db.one<{ secret: unknown; good: number }>(
      sql`
        select (select secret from authenticator) as secret,
               (select count(*)::int from recovery_code where withdrawn_at is null) as good`,
      'left',
    ),
  )
  expect(left).toEqual({ secret: null, good: 0 })
  expect((await enter()).to).toBe('/account')
})

test('one session of one’s own is ended by its row; another person’s cannot be', async () => {
  const one = await aCouncil('board-member')
  const [here, there] = [await one.enter(), await one.enter()]
  const names = [...(await htmlAt(here.site, '/account/sessions')).matchAll(/name="which" value="(\w+)"/g)].map(
    ([, name]) => name!,
  )
  expect(names).toHaveLength(1)
  const other = await aCouncil('board-member')
  const stranger = await other.enter()
  expect((await stranger.site.post('/account/sessions', { which: names[0]! })).status).toBe(400)
  expect((await here.site.post('/account/sessions', { which: "x' or 1=1" })).status).toBe(400)
  expect((await there.site.visit('/account')).status).toBe(200)
  expect((await here.site.post('/account/sessions', { which: names[0]! })).status).toBe(303)
  expect((await there.site.visit('/account')).status).toBe(303)
})

test('signing in again ends the session that this browser had, and a secret planted before is never used', async () => {
  const { email, enter } = await aCouncil('board-member')
  const before = await enter()
  const planted = `${before.cookie.split('=')[1]!.split('.')[0]}.${'a'.repeat(43)}`
  const again = await before.site.post('/sign-in', { email, password: PASSWORD })
  expect(inside(again).cookie).not.toBe(before.cookie)
  expect((await before.site.visit('/account')).status).toBe(303)
  const fixed = await siteOf(app, `golden-thread=${planted}`).post('/sign-in', { email, password: PASSWORD })
  expect(inside(fixed).cookie).not.toContain(planted)
  expect((await siteOf(app, `golden-thread=${planted}`).visit('/account')).status).toBe(303)
})

test('a page that asks again opens within a quarter of an hour of signing in, and then after showing who one is', async () => {
  const { enter, eventsOf } = await aCouncil('board-member')
  const { site } = await enter()
  expect((await site.visit('/dispose')).status).toBe(200)
  later(15)
  expect((await site.visit('/dispose?of=one')).headers.get('location')).toBe(
    '/account/prove?next=%2Fdispose%3Fof%3Done',
  )
  const ask = (typed: Typed) => site.post('/account/prove', { next: '/dispose?of=one', ...typed })
  expect(await (await ask({ password: 'wrong' })).text()).toContain('That is not your password')
  const shown = await ask({ password: PASSWORD })
  expect(shown.headers.get('location')).toBe('/dispose?of=one')
  expect((await inside(shown).site.visit('/dispose?of=one')).status).toBe(200)
  expect((await site.visit('/account')).status, 'the secret before').toBe(303)
  expect(await eventsOf('prove-again')).toEqual([{ detail: { how: 'password' } }])
})

test('with an app a password does not do to show who one is, and a code does once', async () => {
  const { enter } = await aCouncil()
  const { site } = await enter()
  const { key } = await enrol(site)
  later(20)
  expect(await htmlAt(site, '/account/prove?next=%2Fdispose')).not.toContain('type="password"')
  expect((await site.post('/account/prove', { next: '/dispose', password: PASSWORD })).status).toBe(400)
  const shown = await site.post('/account/prove', { next: '/dispose', code: codeNow(key) })
  expect(shown.headers.get('location')).toBe('/dispose')
  later(15)
  expect(
    (await inside(shown).site.post('/account/prove', { next: '/dispose', code: codeAt(key, stepAt(now) - 30) })).status,
  ).toBe(400)
})

test('showing who one is does not make a session last longer than its day', async () => {
  const { enter } = await aCouncil('board-member')
  let { site } = await enter()
  for (let hour = 0; hour < 23; hour += 11) {
    later(11 * 60)
    if (hour < 22) site = inside(await site.post('/account/prove', { next: '/account', password: PASSWORD })).site
  }
  expect((await site.visit('/account')).status).toBe(303)
})

test('what was sent to a page that asks again is not kept, waits, and is sent once more by a button', async () => {
  const { enter } = await aCouncil('board-member')
  const { site } = await enter()
  later(15)
  kept.length = 0
  const answer = await site.post('/dispose?of=one', { why: 'Over "25" years <old>', extra: ['1', '2'] })
  const html = await answer.text()
  expect([answer.status, kept]).toEqual([403, []])
  expect(html).toContain('What you entered is still here')
  const [next, typed] = ['next', 'typed'].map(name =>
    new RegExp(`name="${name}" value="([^"]*)"`)
      .exec(html)![1]!
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&'),
  )
  const wrong = await site.post('/account/prove', { next: next!, typed: typed!, password: 'wrong' })
  expect(await wrong.text()).toContain('What you entered is still here')
  const right = await site.post('/account/prove', { next: next!, typed: typed!, password: PASSWORD })
  const form = await right.text()
  expect(right.status).toBe(200)
  expect(form).toMatch(/<form[^>]* action="\/dispose\?of=one"/)
  expect(form).toContain('name="why" value="Over &quot;25&quot; years &lt;old&gt;"')
  expect([...form.matchAll(/name="extra" value="(\d)"/g)].map(([, value]) => value)).toEqual(['1', '2'])
  expect(kept).toEqual([])
  expect((await inside(right).site.post('/dispose?of=one', { why: 'Over 25 years' })).status).toBe(303)
  expect(kept).toEqual(['Over 25 years'])
})

test('who may do what is seen without being asked again, and changed only after', async () => {
  const { council } = await aCouncil('board-member')
  const aWhileAgo = new Date(now.getTime() - 15 * 60_000)
  const manager = siteOf(app, await sessionOf(database, council, 'programme-manager', now, aWhileAgo))
  const { postId } = council.posts['board-member']
  for (const path of [`/people/posts/${postId}`, `/people/posts/${postId}/role`, '/people/add', '/people/posts/add']) {
    expect([path, (await manager.visit(path)).status]).toEqual([path, 200])
    const answer = await manager.post(path, { role: 'director', name: 'Anyone' })
    expect([path, answer.status, (await answer.text()).includes('Show that it is you')]).toEqual([path, 403, true])
  }
})

test.each([['https://evil.example/'], ['//evil.example'], ['/\\evil.example']])(
  'what waits is sent only to ourselves, not to %s',
  async next => {
    const { enter } = await aCouncil('board-member')
    const { site } = await enter()
    const answer = await site.post('/account/prove', { next, typed: '[["a","b"]]', password: PASSWORD })
    expect(await answer.text()).toMatch(/<form[^>]* action="\/"/)
    expect((await site.post('/account/prove', { next })).headers.get('location')).toBe('/')
  },
)

test.each(['{', '"a"', '[["a"]]', '[["a",1]]', '{"a":"b"}'])(
  'what waits and came back as %s is refused in words',
  async typed => {
    const { enter } = await aCouncil('board-member')
    const answer = await (await enter()).site.post('/account/prove', { typed, next: '/' })
    expect([answer.status, (await answer.text()).includes('did not come back whole')]).toEqual([400, true])
  },
)

test('a download that asks again leads to a page with its link', async () => {
  const { enter } = await aCouncil('board-member')
  const { site } = await enter()
  later(15)
  expect((await site.visit('/children.csv')).headers.get('location')).toBe('/account/prove?next=%2Fchildren.csv')
  const shown = await site.post('/account/prove', { next: '/children.csv', password: PASSWORD })
  const html = await htmlAt(inside(shown).site, shown.headers.get('location')!)
  expect(html).toMatch(/href="\/children\.csv"[^>]*>\s*Download/)
  expect(await (await inside(shown).site.visit('/children.csv')).text()).toBe('a')
})

test('an invitation is good once, for a week, and only the last one; opening it changes nothing', async () => {
  const { council, personId, name, eventsOf } = await aCouncil('board-member')
  const manager = siteOf(app, await sessionOf(database, council, 'programme-manager', now))
  const invite = async () => {
    const link = /value="(http[^"]+)"/.exec(await htmlAt(manager, `/people/${personId}/invitation`))![1]!
    expect((await manager.post(`/people/${personId}/invitation`, { link })).status).toBe(303)
    return link.replace(ADDRESS, '')
  }
  const chosen = 'four odd words together'
  const [first, second] = [await invite(), await invite()]
  expect(await htmlAt(siteOf(app), first)).toContain('This invitation cannot be used')
  for (let opened = 0; opened < 3; opened++) expect(await htmlAt(siteOf(app), second)).toContain(`Welcome, ${name}`)
  expect((await siteOf(app).post(second, { chosen: 'short' })).status).toBe(400)
  const accepted = await siteOf(app).post(second, { chosen })
  expect([accepted.status, (await inside(accepted).site.visit('/account')).status]).toEqual([303, 200])
  expect((await siteOf(app).post(second, { chosen: 'another one altogether' })).status).toBe(400)
  expect(await eventsOf('accept-invitation')).toHaveLength(1)
  const third = await invite()
  later(7 * 24 * 60)
  expect((await siteOf(app).post(third, { chosen })).status).toBe(400)
  for (const odd of ['', '1.x', `9.${'a'.repeat(43)}`, "1.'"])
    expect(await htmlAt(siteOf(app), `/invitation?with=${encodeURIComponent(odd)}`)).toContain('cannot be used')
})

test('two who accept one invitation at once: one of them is let in', async () => {
  const { council, personId } = await aCouncil('board-member')
  const manager = siteOf(app, await sessionOf(database, council, 'programme-manager', now))
  const link = /value="(http[^"]+)"/.exec(await htmlAt(manager, `/people/${personId}/invitation`))![1]!
  await manager.post(`/people/${personId}/invitation`, { link })
  const answers = await Promise.all(
    ['four odd words together', 'another one altogether'].map(chosen =>
      siteOf(app).post(link.replace(ADDRESS, ''), { chosen }),
    ),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 400])
})

test('a colleague who lost everything begins again; nobody does that to themselves or unasked', async () => {
  const { council, personId, enter } = await aCouncil()
  const mine = (await enter()).site
  await enrol(mine)
  const manager = siteOf(app, await sessionOf(database, council, 'programme-manager', now))
  const address = `/people/${personId}/sign-in`
  expect(await htmlAt(manager, address)).toContain('Has one')
  expect((await manager.post(address, {})).status).toBe(400)
  expect((await manager.post(address, { take: 'second-step' })).status).toBe(303)
  expect((await mine.visit('/account')).status).toBe(303)
  const { site } = await enter()
  expect((await site.visit('/account')).headers.get('location')).toMatch(/^\/account\/second-step/)
  const own = council.posts['programme-manager'].personId
  expect((await manager.post(`/people/${own}/sign-in`, { take: 'second-step' })).status).toBe(400)
  const stale = siteOf(
    app,
    await sessionOf(database, council, 'programme-manager', now, new Date(now.getTime() - 900_000)),
  )
  expect((await stale.visit(address)).headers.get('location')).toMatch(/^\/account\/prove/)
})
