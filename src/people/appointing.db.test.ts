/** Adding people and posts, and saying who holds which: by those who may, kept and recorded, and never so that nobody is left who may. */
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, type Site, siteOf } from '../web/test-site.ts'
import { findPostByTitle, listColleagues } from './appointment-store.ts'
import { pages } from './pages.ts'
import { sessionOf } from './test-session.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const NOW = new Date('2026-11-22T10:00:00Z')
const TODAY = day('2026-11-22')
const PASSWORD = 'abcd-efgh-jkmn-pqrs'
const app = new Hono()
servePages(app, { database, pages, visitors, address: ADDRESS, now: () => NOW })
let manager: Site
beforeAll(async () => {
  manager = siteOf(app, await sessionOf(database, council, 'programme-manager', NOW))
})

const colleague = (email: string) =>
  database.reading(council.on(), async db => (await listColleagues(db, TODAY)).find(one => one.email === email))
const postCalled = (title: string) => database.reading(council.on(), async db => (await findPostByTitle(db, title))!)
const holders = async (title: string) =>
  (await postCalled(title)).holdings.map(({ name, from, to }) => [name, from, to])
const eventsOf = (kind: string) =>
  database.reading(council.on(), db =>
    db.rows<{ about: string; by: number; detail: object }>(
      sql`select about, person_id as by, detail from event where kind = ${kind} order by event_id`,
    ),
  )
const signIn = (email: string, password: string) => siteOf(app).post('/sign-in', { email, password })
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')!.split(';')[0]!
const add = (name: string, given: Record<string, string> = {}) =>
  manager.post('/people/add', {
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@testborough.example`,
    post: '',
    from: '22/11/2026',
    password: PASSWORD,
    ...given,
  })

test('someone who is added to a post holds it from the day, and whoever held it ends the day before', async () => {
  const { postId } = council.posts['head-of-service']
  const answer = await add('Gil Hart', { post: String(postId) })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/people'])
  expect(await colleague('gil.hart@testborough.example')).toMatchObject({
    signsIn: 'one-time',
    posts: ['Head of Assessment'],
  })
  expect(await holders('Head of Assessment')).toEqual([
    ['Gil Hart', '2026-11-22', null],
    ['Cora Dean', '2024-01-01', '2026-11-21'],
  ])
  const by = council.posts['programme-manager'].personId
  expect(await eventsOf('add-person')).toEqual([{ about: 'person', by, detail: {} }])
  expect(await eventsOf('appoint')).toMatchObject([
    { about: 'post', by, detail: { from: '2026-11-22', after: [council.posts['head-of-service'].personId] } },
  ])
  const list = await (await manager.visit('/people')).text()
  expect(list).toMatch(/Gil Hart.*gil\.hart@testborough\.example.*Not yet: has a one-time password/s)
  expect(list).not.toContain(PASSWORD)
})

test('a one-time password leads to choosing one’s own, and to nothing else before that', async () => {
  await add('Hal Ivory', { post: String(council.posts['partner-lead'].postId) })
  const email = 'hal.ivory@testborough.example'
  const site = siteOf(app, cookieOf(await signIn(email, PASSWORD)))
  for (const address of ['/account', '/account/sessions', '/people']) {
    const answer = await site.visit(address)
    expect([address, answer.status, answer.headers.get('location')]).toEqual([address, 303, '/account/password'])
  }
  expect((await site.post('/account', { post: '1' })).headers.get('location')).toBe('/account/password')
  expect(await (await site.visit('/account/password')).text()).toContain('Choose your own before you go on')
  const same = await site.post('/account/password', { current: PASSWORD, chosen: PASSWORD })
  expect(await same.text()).toContain('Choose another password than the one you have now')
  const chosen = await site.post('/account/password', { current: PASSWORD, chosen: 'three odd words here' })
  expect([chosen.status, chosen.headers.get('location')]).toEqual([303, '/'])
  expect((await site.visit('/account')).status).toBe(200)
  expect((await signIn(email, PASSWORD)).status).toBe(400)
  expect((await colleague(email))!.signsIn).toBe('own')
})

test('a new one-time password signs someone out everywhere, and the old one stops', async () => {
  await add('Ida Jones')
  const { personId } = (await colleague('ida.jones@testborough.example'))!
  const site = siteOf(app, cookieOf(await signIn('ida.jones@testborough.example', PASSWORD)))
  const answer = await manager.post(`/people/${personId}/password`, { password: 'wxyz-wxyz-wxyz-wxyz' })
  expect(answer.status).toBe(303)
  expect((await site.visit('/account/password')).headers.get('location')).toMatch(/^\/sign-in/)
  expect((await signIn('ida.jones@testborough.example', PASSWORD)).status).toBe(400)
  expect((await signIn('ida.jones@testborough.example', 'wxyz-wxyz-wxyz-wxyz')).status).toBe(303)
  expect(await eventsOf('give-one-time-password')).toMatchObject([{ about: 'person', detail: { ended: 1 } }])
  const own = council.posts['programme-manager'].personId
  expect((await manager.post(`/people/${own}/password`, { password: PASSWORD })).status).toBe(400)
})

test.each([
  [{ email: 'ada.brook@testborough.example' }, 'Ada Brook has this e-mail address'],
  [{ email: 'ADA.BROOK@testborough.example' }, 'Ada Brook has this e-mail address'],
  [{ name: 'Ad\u0430 Brook' }, 'letters of two alphabets that look alike'],
  [{ email: 'no address' }, 'Enter an e-mail address, such as'],
  [{ password: 'short' }, 'Choose a one-time password of 12 to 200 characters'],
  [{ post: '999999' }, 'Select the post from the list'],
  [{ post: 'x' }, 'Select the post from the list'],
] as [Record<string, string>, string][])(
  '%o comes back with what to put right, and nobody is added',
  async (given, problem) => {
    const before = (await database.reading(council.on(), db => listColleagues(db, TODAY))).length
    const answer = await add('Kit Lane', given)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(problem)
    expect((await database.reading(council.on(), db => listColleagues(db, TODAY))).length).toBe(before)
  },
)

test('a post is added once, of an organisation that is known or new, and someone appointed to it', async () => {
  const post = {
    title: 'Virtual Head',
    organisation: '',
    newOrganisation: 'Testborough Schools',
    newKind: 'education',
    role: 'partner-lead',
  }
  const answer = await manager.post('/people/posts/add', post)
  const { postId } = await postCalled('Virtual Head')
  expect(answer.headers.get('location')).toBe(`/people/posts/${postId}`)
  expect(await (await manager.post('/people/posts/add', post)).text()).toContain(
    'There is a post called Virtual Head already',
  )
  expect(
    await (await manager.post('/people/posts/add', { ...post, title: 'X', newOrganisation: '' })).text(),
  ).toContain('Select the organisation, or name another')
  expect(await (await manager.visit(`/people/posts/${postId}`)).text()).toMatch(/Testborough Schools.*Vacant/s)
  await manager.post(`/people/posts/${postId}`, {
    person: String(council.posts['board-member'].personId),
    from: '1/12/2026',
  })
  expect(await holders('Virtual Head')).toEqual([['Finn Grey', '2026-12-01', null]])
  const sooner = { person: String(council.posts['board-chair'].personId), from: '30/11/2026' }
  expect(await (await manager.post(`/people/posts/${postId}`, sooner)).text()).toContain(
    'holds it from 1 December 2026',
  )
})

test('a holding ends on a last day, not before it began, and the post is vacant', async () => {
  const { postHoldingId } = (await postCalled('Lead Member')).holdings[0]!
  const address = `/people/holdings/${postHoldingId}/end`
  expect(await (await manager.post(address, { to: '31/12/2023' })).text()).toContain('enter that day or a later one')
  expect((await manager.post(address, { to: '21/11/2026' })).status).toBe(303)
  expect(await holders('Lead Member')).toEqual([['Finn Grey', '2024-01-01', '2026-11-21']])
  expect(await (await manager.post(address, { to: '22/11/2026' })).text()).toContain('It ended on 21 November 2026')
  expect(await eventsOf('end-holding')).toHaveLength(1)
})

test('a post that a plan named says what its holder may do before anyone is appointed to it', async () => {
  const { id } = await database.transaction(council.on(), db =>
    db.one<{ id: number }>(
      sql`
        insert into post (authority_id, title, organisation_id, role, added_on)
        values (current_authority(), 'Named by the plan', ${council.organisationId}, 'action-lead', ${TODAY}) returning post_id as id`,
      'post',
    ),
  )
  const typed = { person: String(council.posts.director.personId), from: '22/11/2026' }
  expect(await (await manager.post(`/people/posts/${id}`, typed)).text()).toContain('Select what its holder may do')
  expect((await manager.post(`/people/posts/${id}`, { ...typed, role: 'head-of-service' })).status).toBe(303)
  expect(await postCalled('Named by the plan')).toMatchObject({
    role: 'head-of-service',
    holdings: [{ name: 'Ada Brook' }],
  })
})

test('someone covers a post until a last day, beside whoever holds it', async () => {
  const { postId } = council.posts['team-manager']
  const person = String(council.posts['social-worker'].personId)
  const typed = { person, basis: 'covers', from: '22/11/2026', reason: 'Leave' }
  expect(await (await manager.post(`/people/posts/${postId}`, typed)).text()).toContain(
    'Enter the last day on which they stand in',
  )
  expect(await (await manager.post(`/people/posts/${postId}`, { ...typed, to: '21/11/2026' })).text()).toContain(
    'The last day must be the first day or a later one',
  )
  expect((await manager.post(`/people/posts/${postId}`, { ...typed, to: '6/12/2026' })).status).toBe(303)
  expect(await holders('Team Manager, Assessment North')).toEqual([
    ['Iris Joyce', '2026-11-22', '2026-12-06'],
    ['Hugh Innes', '2024-01-01', null],
  ])
  expect(await (await manager.post(`/people/posts/${postId}`, { ...typed, to: '6/12/2026' })).text()).toContain(
    'They are in Team Manager, Assessment North already in that time',
  )
  expect(await eventsOf('let-stand-in')).toMatchObject([
    { about: 'post', detail: { to: '2026-12-06', basis: 'covers' } },
  ])
  expect(await (await manager.visit(`/people/${person}`)).text()).toContain(
    'Covers Team Manager, Assessment North for Hugh Innes until 6 December 2026',
  )
})

test('an inspector is appointed to a last day, or not at all', async () => {
  const { postId } = council.posts.inspector
  const typed = { person: String(council.posts.auditor.personId), from: '22/11/2026' }
  expect(await (await manager.post(`/people/posts/${postId}`, typed)).text()).toContain(
    'Enter the last day: nobody is inspector here without one',
  )
  expect((await manager.post(`/people/posts/${postId}`, { ...typed, to: '4/12/2026' })).status).toBe(303)
  const { postId: auditing } = council.posts.auditor
  expect(await (await manager.post(`/people/posts/${auditing}/role`, { role: 'inspector' })).text()).toContain(
    'Whoever holds it must have a last day first',
  )
})

test('nobody lets themselves see children', async () => {
  const own = String(council.posts['programme-manager'].personId)
  const themselves = 'Someone else who manages people must'
  const tries: [string, Record<string, string>][] = [
    [`/people/posts/${council.posts.analyst.postId}`, { person: own, from: '22/11/2026' }],
    [
      `/people/posts/${council.posts.analyst.postId}`,
      { person: own, from: '22/11/2026', to: '23/11/2026', basis: 'covers' },
    ],
    [`/people/posts/${council.posts['programme-manager'].postId}/role`, { role: 'analyst' }],
    [`/people/${own}`, { workerRef: 'W-social-worker' }],
  ]
  for (const [address, typed] of tries) {
    const answer = await manager.post(address, typed)
    expect([address, answer.status]).toEqual([address, 400])
    expect(await answer.text()).toContain(themselves)
  }
})

test('a number of the case system is one person’s', async () => {
  const { personId } = council.posts.auditor
  expect(await (await manager.post(`/people/${personId}`, { workerRef: 'W-social-worker' })).text()).toContain(
    'It is the number of Iris Joyce',
  )
  expect((await manager.post(`/people/${personId}`, { workerRef: 'A-1' })).status).toBe(303)
  expect(await (await manager.visit(`/people/${personId}`)).text()).toContain('value="A-1"')
  expect(await eventsOf('give-worker-number')).toMatchObject([{ detail: { becomes: { workerRef: 'A-1' } } }])
})

test('a team is added once, changed with what stood before, and its service reaches it', async () => {
  const typed = { name: 'Assessment South', teamRef: 'T2', service: 'assessment', manager: '' }
  const added = await manager.post('/people/teams/add', typed)
  expect(added.status).toBe(303)
  const address = added.headers.get('location')!
  expect(await (await manager.post('/people/teams/add', { ...typed, name: 'Other' })).text()).toContain(
    'Assessment South has the number T2 already',
  )
  expect(await (await manager.post('/people/teams/add', { ...typed, teamRef: '' })).text()).toContain(
    'There is a team called Assessment South already',
  )
  const changed = { ...typed, teamRef: 'T2a', manager: String(council.posts['team-manager'].postId) }
  expect((await manager.post(address, changed)).status).toBe(303)
  const shown = await (await manager.visit(address)).text()
  expect(shown).toMatch(
    /Changed.*Number in the case system: T2a, before T2.*Managed by: Team Manager, Assessment North, before nobody/s,
  )
  expect(shown).toMatch(/Added.*Service: Assessment/s)
  const head = council.posts['service-manager']
  expect(await (await manager.visit(`/people/${head.personId}`)).text()).toContain(
    'The children of Assessment: Assessment North, Assessment South',
  )
})

test('a post is put in a team or answers for a service, of those there are', async () => {
  const address = `/people/posts/${council.posts['personal-adviser'].postId}/role`
  expect(await (await manager.post(address, { role: 'team-manager', team: '99999' })).text()).toContain(
    'Select the team from the list',
  )
  expect(await (await manager.post(address, { role: 'service-manager', service: 'Nowhere' })).text()).toContain(
    'Select the service from the list',
  )
  expect((await manager.post(address, { role: 'service-manager', service: 'Assessment' })).status).toBe(303)
  expect(await postCalled('Personal Adviser')).toMatchObject({
    role: 'service-manager',
    service: 'Assessment',
    team: null,
  })
})

test('somebody is always left who may add people', async () => {
  const [director, own] = [
    await postCalled(council.posts.director.title),
    await postCalled('Improvement Programme Manager'),
  ]
  const administrator = await postCalled(council.posts.administrator.title)
  for (const { postId } of [director, administrator])
    expect((await manager.post(`/people/posts/${postId}/role`, { role: 'board-member' })).status).toBe(303)
  const tries: [string, Record<string, string>][] = [
    [`/people/posts/${own.postId}/role`, { role: 'board-member' }],
    [`/people/holdings/${own.holdings[0]!.postHoldingId}/end`, { to: '31/12/2026' }],
  ]
  for (const [address, typed] of tries) {
    const answer = await manager.post(address, typed)
    expect([address, answer.status]).toEqual([address, 400])
    expect(await answer.text()).toContain('Nobody would be left who may add people')
  }
  expect(await postCalled('Improvement Programme Manager')).toMatchObject({
    role: 'programme-manager',
    holdings: [{ to: null }],
  })
  expect((await manager.post(`/people/posts/${director.postId}/role`, { role: 'director' })).status).toBe(303)
})

test.each(['head-of-service', 'partner-lead', 'board-chair', 'board-member'] as const)(
  'a %s may do none of it, and is shown no way to it',
  async role => {
    const fresh = await aTestAuthority(database, `Council of ${role}`)
    const site = siteOf(app, await sessionOf(database, fresh, role, NOW))
    const { postId, personId } = fresh.posts.director
    for (const address of [
      '/people',
      '/people/add',
      `/people/${personId}/password`,
      '/people/posts/add',
      `/people/posts/${postId}`,
    ])
      expect([address, (await site.visit(address)).status]).toEqual([address, 403])
    expect((await site.post(`/people/${personId}/password`, { password: PASSWORD })).status).toBe(403)
    expect(await (await site.visit('/account')).text()).not.toContain('href="/people"')
    expect(await (await manager.visit('/account')).text()).toContain('href="/people"')
  },
)
