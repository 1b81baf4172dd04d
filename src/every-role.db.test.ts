/**
 * Every role, and nobody, at every page and download: who may open it and send to it stands here in full, apart from what the page
 * itself says, so that neither a page nor a permission changes unseen. A new page without a line here fails.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp, PAGES } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { ROLE, type Role } from './terms/permission.ts'
import { addressOf, type FullCouncil, openFullCouncil, QUERY } from './test-full-council.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'

const ROLES = Object.keys(ROLE) as Role[]
const ANYONE: Role[] = ROLES
const EDITORS: Role[] = ['director', 'programme-manager']
const APPOINTERS: Role[] = [...EDITORS, 'administrator']
const LOADERS: Role[] = ['programme-manager']
/** Of records of children. */
const BRINGERS: Role[] = ['analyst']
/** Of pseudonymised extracts. */
const TAKERS: Role[] = ['analyst', 'data-protection-officer']
/** Who answers for who sees children. All of them reach the child that is visited. */
const WATCHERS: Role[] = [
  'director',
  'head-of-service',
  'service-manager',
  'team-manager',
  'qa-manager',
  'data-protection-officer',
]
/** The head of service leads the action that is visited; the partner leads another. */
const ITS_LEAD: Role[] = ['director', 'programme-manager', 'head-of-service']
/** Who sees every child, and so opens a file that tells of children. */
const EVERY_CHILD: Role[] = ['director', 'qa-manager', 'analyst', 'inspector']
/** Everyone with a part in the programme; the administrator runs the service and sees no figures. */
const FIGURE_READERS: Role[] = ROLES.filter(role => role !== 'administrator')
/** Those who see small numbers too. */
const SMALL_NUMBER_READERS: Role[] = [
  'director',
  'head-of-service',
  'service-manager',
  'team-manager',
  'social-worker',
  'reviewing-officer',
  'personal-adviser',
  'auditor',
  'qa-manager',
  'analyst',
  'programme-manager',
  'inspector',
]
/** Those who see children, each as far as their post reaches: all of them reach the child that is visited. */
const CHILD_READERS: Role[] = SMALL_NUMBER_READERS.filter(role => role !== 'programme-manager')
/** Who answers for teams; all of them reach the team whose meeting is visited. */
const MEETING_HOLDERS: Role[] = ['director', 'head-of-service', 'service-manager', 'team-manager']
/** They, and those who work with the child. */
const REASON_GIVERS: Role[] = [...MEETING_HOLDERS, 'social-worker', 'reviewing-officer', 'personal-adviser']
const SETTERS: Role[] = ['director', 'analyst', 'programme-manager']
const ENTERERS: Role[] = [...SETTERS, 'head-of-service', 'service-manager', 'qa-manager']

/** Who sees what the council has set, and who checks it. */
const SETTING_READERS: Role[] = [...SETTERS, 'data-protection-officer', 'administrator']

const MAY: Record<string, Role[]> = {
  '/': ANYONE,
  '/account': ANYONE,
  '/account/password': ANYONE,
  '/account/permissions': ANYONE,
  '/account/prove': ANYONE,
  '/account/second-step': ANYONE,
  '/account/second-step/app': ANYONE,
  '/account/second-step/passkey': ANYONE,
  '/account/second-step/recovery-codes': ANYONE,
  '/account/second-step/remove': ANYONE,
  '/account/sessions': ANYONE,
  '/authority': ['administrator'],
  '/boards': ANYONE,
  '/boards/add': EDITORS,
  '/boards/meetings': EDITORS,
  '/children': CHILD_READERS,
  '/children/:address': CHILD_READERS,
  '/children/:address/who-may-see': WATCHERS,
  '/children/:address/reason': REASON_GIVERS,
  '/children/due': CHILD_READERS,
  '/children/meetings': MEETING_HOLDERS,
  '/children/meetings/:id': MEETING_HOLDERS,
  '/children/meetings/:id/minutes': MEETING_HOLDERS,
  '/children/meetings/:id/minutes.xlsx': MEETING_HOLDERS,
  '/data': BRINGERS,
  '/data/bring-in': BRINGERS,
  '/data/extracts': TAKERS,
  '/data/extracts/:id': TAKERS,
  '/data/extracts/:id/extract.zip': TAKERS,
  '/data/extracts/projects/:id/forget': TAKERS,
  '/data/extracts/take': TAKERS,
  '/data/loads/:id': BRINGERS,
  '/data/loads/:id/keep': BRINGERS,
  '/data/loads/:id/problems': BRINGERS,
  '/data/loads/:id/problems.csv': BRINGERS,
  '/data/loads/:id/problems.xlsx': BRINGERS,
  '/data/loads/:id/set-aside': BRINGERS,
  '/data/quality': SMALL_NUMBER_READERS,
  '/data/quality/:what': SMALL_NUMBER_READERS,
  '/data/quality/:what/records.xlsx': CHILD_READERS,
  '/data/template': BRINGERS,
  '/data/values': BRINGERS,
  '/data/values/words': BRINGERS,
  '/findings': ANYONE,
  '/findings/:id': ANYONE,
  '/findings/:id/close': EDITORS,
  '/findings/:id/evidence': EDITORS,
  '/findings/drafts/:id': LOADERS,
  '/findings/drafts/:id/findings/:number': LOADERS,
  '/findings/sources/:id': ANYONE,
  '/findings/upload': LOADERS,
  '/invitation': ANYONE,
  '/measures': FIGURE_READERS,
  '/measures.csv': FIGURE_READERS,
  '/measures.xlsx': FIGURE_READERS,
  '/measures/comparison': FIGURE_READERS,
  '/measures/comparison/choose': SETTERS,
  '/measures/comparison/population': SETTERS,
  '/measures/entered': SMALL_NUMBER_READERS,
  '/measures/entered/:id': SMALL_NUMBER_READERS,
  '/measures/entered/:id/change': SETTERS,
  '/measures/entered/:id/enter': ENTERERS,
  '/measures/entered/:id/take-back': ENTERERS,
  '/measures/entered/add': SETTERS,
  '/measures/forecast': SMALL_NUMBER_READERS,
  '/measures/funnel': FIGURE_READERS,
  '/measures/of/:measure': FIGURE_READERS,
  '/measures/of/:measure/children': CHILD_READERS,
  '/measures/of/:measure/children.xlsx': CHILD_READERS,
  '/measures/own': SETTERS,
  '/measures/own/:id': SETTERS,
  '/measures/own/:id/change': SETTERS,
  '/measures/own/:id/examples': SETTERS,
  '/measures/own/:id/use': SETTERS,
  '/measures/own/:id/withdraw': SETTERS,
  '/measures/own/add': SETTERS,
  '/measures/rebases/:id/withdraw': SETTERS,
  '/measures/rebases/add': SETTERS,
  '/measures/settings': SETTERS,
  '/measures/settings/:id/put-back': SETTERS,
  '/measures/targets': FIGURE_READERS,
  '/measures/targets/:id/withdraw': SETTERS,
  '/measures/targets/set': SETTERS,
  '/measures/thresholds': SETTERS,
  '/people': APPOINTERS,
  '/people/:id': APPOINTERS,
  '/people/:id/details': APPOINTERS,
  '/people/:id/invitation': APPOINTERS,
  '/people/:id/password': APPOINTERS,
  '/people/:id/sign-in': APPOINTERS,
  '/people/add': APPOINTERS,
  '/people/holdings/:id/end': APPOINTERS,
  '/people/organisations': APPOINTERS,
  '/people/organisations/:id': APPOINTERS,
  '/people/organisations/add': APPOINTERS,
  '/people/posts/:id': APPOINTERS,
  '/people/posts/:id/role': APPOINTERS,
  '/people/posts/:id/title': APPOINTERS,
  '/people/posts/add': APPOINTERS,
  '/people/teams': APPOINTERS,
  '/people/teams/:id': APPOINTERS,
  '/people/teams/add': APPOINTERS,
  '/plan': ANYONE,
  '/plan/actions/:id': ANYONE,
  '/plan/actions/:id/edit': EDITORS,
  '/plan/actions/:id/evidence': ITS_LEAD,
  '/plan/actions/:id/history': ANYONE,
  '/plan/actions/:id/leads': EDITORS,
  '/plan/actions/:id/links': EDITORS,
  '/plan/actions/:id/links/:citation/end': EDITORS,
  '/plan/actions/:id/measures': EDITORS,
  '/plan/actions/:id/measures/:number/end': EDITORS,
  '/plan/actions/:id/milestones': ITS_LEAD,
  '/plan/actions/:id/milestones/:milestone': ITS_LEAD,
  '/plan/actions/:id/rate': ITS_LEAD,
  '/plan/actions/:id/thread': ANYONE,
  '/plan/actions/:id/timescale': EDITORS,
  '/plan/attachments/:address': ANYONE,
  '/plan/attachments/:address/of-children': EVERY_CHILD,
  '/plan/attachments/:address/remove': ITS_LEAD,
  '/plan/bulk': EDITORS,
  '/plan/compare': ANYONE,
  '/plan/documents/:id': ANYONE,
  '/plan/drafts/:id': LOADERS,
  '/plan/drafts/:id/actions/:number': LOADERS,
  '/plan/drafts/:id/columns': LOADERS,
  '/plan/drafts/:id/document': LOADERS,
  '/plan/drafts/:id/drop': LOADERS,
  '/plan/drafts/:id/keep': LOADERS,
  '/plan/drafts/:id/leads': LOADERS,
  '/plan/evidence/:id/files': ITS_LEAD,
  '/plan/objectives/:id': ANYONE,
  '/plan/on-a-page': ANYONE,
  '/plan/plans/:id/use': LOADERS,
  '/plan/posts': ANYONE,
  '/plan/posts/:id': ANYONE,
  '/plan/questions': ANYONE,
  '/plan/register.csv': ANYONE,
  '/plan/register.xlsx': ANYONE,
  '/plan/upload': LOADERS,
  '/plan/versions': ANYONE,
  '/plan/views': ANYONE,
  '/plan/views/:id/remove': ANYONE,
  '/record': ['data-protection-officer'],
  '/record.csv': ['data-protection-officer'],
  '/reports': ANYONE,
  '/reports/packs/:id': ANYONE,
  '/reports/packs/:id/pack.docx': ANYONE,
  '/reports/packs/:id/pack.pdf': ANYONE,
  '/reports/packs/make': EDITORS,
  '/retention': ['data-protection-officer'],
  '/retention/dispose': ['data-protection-officer'],
  '/retention/hold': ['data-protection-officer'],
  '/retention/lift': ['data-protection-officer'],
  '/retention/period': ['data-protection-officer'],
  '/settings': SETTING_READERS,
  '/settings/holidays': SETTING_READERS,
  '/settings/holidays/:id/withdraw': ['administrator'],
  '/settings/holidays/change': ['administrator'],
  '/settings/holidays/year': ['administrator'],
  '/settings/loads': ['administrator'],
  '/sign-in': ANYONE,
  '/sign-in/passkey': ANYONE,
  '/sign-in/second-step': ANYONE,
  '/sign-out': ANYONE,
  '/subject-access': ['data-protection-officer'],
  '/subject-access/:id': ['data-protection-officer'],
  '/subject-access/:id/answer': ['data-protection-officer'],
  '/subject-access/:id/what-is-held.zip': ['data-protection-officer'],
  '/subject-access/child': ['data-protection-officer'],
  '/subject-access/staff': ['data-protection-officer'],
}

/** One who may open the page: what is not there is told only to them. */
const openerOf = (path: string): Role => MAY[path]!.find(role => role === 'programme-manager') ?? MAY[path]![0]!

const ENDS_SESSIONS = ['/account/password', '/account/sessions', '/sign-out']

/** What anyone may open, signed in or not. */
const OPEN = ['/invitation', '/sign-in', '/sign-in/passkey']
/** What someone without a post may still see: who they are. */
const WITHOUT_A_POST = [
  ...OPEN,
  '/account',
  '/account/password',
  '/account/permissions',
  '/account/prove',
  '/account/second-step',
  '/account/second-step/app',
  '/account/second-step/passkey',
  '/account/second-step/recovery-codes',
  '/account/second-step/remove',
  '/account/sessions',
  '/sign-in/second-step',
  '/sign-out',
]

const { database } = await testDatabase()
const app = createApp({ database, config: { address: ADDRESS }, now: () => new Date('2026-11-22T10:00:00Z') })
let here: FullCouncil
let neighbour: FullCouncil
/** What is sent there may change and end things. */
let tried: FullCouncil

beforeAll(async () => {
  here = await openFullCouncil(database)
  neighbour = await openFullCouncil(database, 'Otherby')
  tried = await openFullCouncil(database, 'Thirdham')
})

/** One session for each role: signing in takes longer than looking. */
const onceAs = (council: () => FullCouncil) => {
  const sites = new Map<Role, ReturnType<FullCouncil['siteAs']>>()
  return (role: Role) => {
    if (!sites.has(role)) sites.set(role, council().siteAs(role))
    return sites.get(role)!
  }
}
const hereAs = onceAs(() => here)
const neighbourAs = onceAs(() => neighbour)

const where = (path: string, ids = here.ids) => addressOf(path, ids) + (QUERY[path] ?? '')
const keeps = PAGES.filter(page => (page.kind === 'download' ? page.asksWhy : page.save)).map(page => page.path)

test('who may open each page is written here, for every page and no other', () => {
  expect(PAGES.map(page => page.path).sort()).toEqual(Object.keys(MAY).sort())
  expect(Object.values(here.ids)).not.toContain(null)
})

describe.each(ROLES)('a %s', role => {
  test('opens what they may and is told that they may not open the rest', async () => {
    const ids = { ...here.ids, view: await here.viewOf(role) }
    const site = await here.siteAs(role)
    for (const [path, roles] of Object.entries(MAY)) {
      const { status } = await site.visit(where(path, ids))
      expect([path, status]).toEqual([path, roles.includes(role) ? 200 : 403])
    }
  })

  test('sends to what they may, and nothing else is read or kept', async () => {
    const before = await events()
    const lead = String(tried.council.posts['head-of-service'].postId)
    let site = await tried.siteAs(role)
    for (const [path, roles] of Object.entries(MAY)) {
      if (OPEN.includes(path) && role !== ROLES[0]) continue // the same for everyone, and slower with each wrong try
      const { status } = await site.post(where(path, tried.ids), { reason: 'Tried', first: lead })
      if (ENDS_SESSIONS.includes(path)) site = await tried.siteAs(role)
      if (roles.includes(role) && keeps.includes(path)) expect([path, status]).not.toEqual([path, 403])
      else expect([path, status]).toEqual([path, keeps.includes(path) ? 403 : 405])
      expect([path, status]).not.toEqual([path, 500])
    }
    if (!APPOINTERS.includes(role)) expect(await events()).toEqual(before)
  })
})

/** What was done to the plan and its sources; sign-ins and sign-outs apart. */
const events = () =>
  database.reading(tried.council.on(), async db => {
    const rows = await db.rows<{ kind: string }>(
      sql`select kind from event where kind not in ('sign-out', 'end-sessions', 'refusal', 'export', 'look', 'search-record', 'refuse-code') order by event_id`,
    )
    return rows.map(({ kind }) => kind)
  })

test('someone who holds no post sees who they are, and nothing of the council', async () => {
  const person = here.council.posts['board-member'].personId
  await database.transaction(here.council.on(), db =>
    db.run(sql`update session set post_id = null where person_id = ${person}`),
  )
  const between = siteOf(app, await sessionOf(database, here.council, 'board-member'))
  await database.transaction(here.council.on(), db =>
    db.run(sql`update session set post_id = null where person_id = ${person}`),
  )
  for (const path of Object.keys(MAY)) {
    const { status } = await between.visit(where(path))
    expect([path, status]).toEqual([path, WITHOUT_A_POST.includes(path) ? 200 : 403])
  }
})

test('who may see no small number is given none, no name and no way to a child, on any page and in any file of text', async () => {
  const outside = await hereAs('board-member')
  const toDirector = async (path: string) => (await (await hereAs('director')).visit(where(path))).text()
  expect(await toDirector('/children/:address')).toContain('Robin Ashdown')
  expect(await toDirector('/measures/of/:measure')).toMatch(/(?<![\d,] ?)1 of 1\b/)
  expect(await toDirector('/plan/actions/:id')).toMatch(/(?<![\d,] ?)1 of 1\b/)
  for (const [path, roles] of Object.entries(MAY)) {
    if (!roles.includes('board-member')) continue
    const shown = await (await outside.visit(where(path))).text()
    const told = /Robin|Ashdown|"\/children|\/of\/[^"]*\/children|(?<![\d,] ?)1 of 1\b|\b1 case\b/.exec(shown)?.[0]
    expect([path, told]).toEqual([path, undefined])
  }
})

test('who is not signed in is asked to sign in, whatever they open or send', async () => {
  for (const path of Object.keys(MAY).filter(path => !OPEN.includes(path)))
    for (const answer of [
      await siteOf(app).visit(where(path)),
      ...(keeps.includes(path) ? [await siteOf(app).post(where(path))] : []),
    ])
      expect([path, answer.status, answer.headers.get('location')?.split('?')[0]]).toEqual([path, 303, '/sign-in'])
})

test('what another council holds is not there, at any address that names it, for looking or for sending', async () => {
  for (const path of Object.keys(MAY).filter(path => path.includes(':') && !/:(measure|what)\b/.test(path))) {
    const stranger = await neighbourAs(openerOf(path))
    expect([path, (await stranger.visit(where(path))).status]).toEqual([path, 404])
    if (keeps.includes(path)) expect([path, (await stranger.post(where(path), complete)).status]).toEqual([path, 404])
  }
})

/** Enough for any form to be read, so that only the thing itself is missing. */
const complete = {
  reason: 'Tried',
  text: 'Tried',
  title: 'Tried',
  shortName: 'Tried',
  kind: 'audit',
  shows: 'impact',
  delivery: 'completed',
  impact: 'made',
  seen: '1',
  is: 'action',
  as: 'own',
  change: 'update',
  outcome: 'met',
  agreedBy: 'Tried',
  findingId: '1',
  why: 'Tried',
  person: '1',
  role: 'director',
  password: 'three odd words',
  ...Object.fromEntries(
    ['from', 'to', 'fromOn', 'sinceOn', 'speaksOfOn', 'agreedOn', 'dueOn'].map(name => [name, '1/11/2026']),
  ),
}

test('what another council holds cannot be named in a form either', async () => {
  const stranger = await neighbour.siteAs('programme-manager')
  const own = neighbour.ids
  const tries: [string, Record<string, string>][] = [
    [`/plan/actions/${own.action}/leads`, { first: String(here.ids.post), reason: 'Tried' }],
    [`/plan/actions/${own.action}/links`, { findingId: String(here.ids.finding) }],
    [`/plan/actions/${own.action}/milestones/${here.ids.milestone}`, { outcome: 'met' }],
    [`/plan/actions/${own.action}/links/${here.ids.citation}/end`, { reason: 'Tried' }],
    [`/plan/bulk?action=${here.ids.action}`, { ids: String(here.ids.action), change: 'update', text: 'Tried' }],
    [
      `/plan/bulk?action=${own.action}`,
      { ids: String(own.action), change: 'lead', post: String(here.ids.post), reason: 'Tried' },
    ],
    ['/boards/meetings', { bodyId: '1', meetsOn: '1/12/2026' }],
    ['/account', { post: String(here.ids.post) }],
    [`/people/posts/${own.post}`, { person: String(here.ids.person), from: '22/11/2026' }],
    [
      '/people/add',
      {
        name: 'Tried',
        email: 'tried@otherby.example',
        password: 'three odd words',
        post: String(here.ids.post),
        from: '22/11/2026',
      },
    ],
  ]
  for (const [address, typed] of tries) {
    const { status } = await stranger.post(address, typed)
    expect([address, [400, 404].includes(status)], String(status)).toEqual([address, true])
  }
})

test.each([
  '0',
  '-1',
  '01',
  '1e0',
  '1.0',
  '+1',
  '0x1',
  'one',
  '9999999999',
  '2147483648',
  '1%20',
  '%31%30%30%30%30%30%30%30',
  '1;drop',
  "1'",
  '1%2F2',
  '..%2F1',
  '%F0%9F%A6%84',
  '１',
])('nothing is found under the id %s, and nothing breaks', async odd => {
  for (const path of Object.keys(MAY).filter(path => path.includes(':'))) {
    const site = await hereAs(openerOf(path))
    const addresses = [...path.matchAll(/:\w+/g)].map(([part]) => where(path.replace(part, odd)))
    for (const address of addresses) expect([address, (await site.visit(address)).status]).toEqual([address, 404])
  }
})
