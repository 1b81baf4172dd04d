/** What a careless visitor or an attacker puts in addresses and forms: every page answers in plain words, and nothing breaks. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { PAGES } from './app.ts'
import { listKin } from './plan/history-store.ts'
import { testDatabase } from './store/test-database.ts'
import { addressOf, type FullCouncil, openFullCouncil } from './test-full-council.ts'
import { fileOf, openCouncil, PLAN } from './test-council.ts'
import type { Site } from './web/test-site.ts'
import { day } from './terms/day.ts'
import { rolesThatMay } from './terms/permission.ts'

const { database } = await testDatabase()
let here: FullCouncil
let site: Site
let empty: Site

beforeAll(async () => {
  here = await openFullCouncil(database)
  here.ids.view = await here.viewOf('programme-manager')
  site = here.manager
  empty = await (await openCouncil(database, 'Otherby')).siteAs('programme-manager')
})

/** What the programme manager may open, who visits here. */
const MINE = PAGES.filter(page => page.kind === 'open-page' || rolesThatMay(page.may).includes('programme-manager'))
const PATHS = MINE.filter(page => page.path !== '/sign-out').map(page => page.path)
/** Pages that show how things stood on a day. */
const DATED = MINE.flatMap(page => (page.kind === 'page' && page.dated ? [page.path] : []))
/** Pages of what the address names after the question mark: without it there is nothing to show. */
const ASKS_FOR_MORE = [
  '/plan/compare',
  '/measures/funnel',
  '/measures/rebases/add',
  '/measures/settings',
  '/measures/targets/set',
  '/measures/thresholds',
]
const where = (path: string) => addressOf(path, here.ids)

/** Days at the edges: no day, the first and last that are written with four digits, before the plan, on its first day, to come. */
const DAYS = [
  '0000-01-01',
  '0001-01-01',
  '1752-09-03',
  '2025-12-31',
  '2026-01-01',
  '2026-02-30',
  '9999-12-31',
  '31/12/2025',
  '-1',
  'yesterday',
  '２０２６-01-01',
]

test.each(DAYS)('every page answers as at %s', async asAt => {
  for (const path of PATHS.filter(path => !path.includes('register.'))) {
    const { status } = await site.visit(`${where(path)}?as-at=${encodeURIComponent(asAt)}`)
    expect([path, status]).toEqual([
      path,
      ASKS_FOR_MORE.includes(path) ? 404 : DATED.includes(path) ? expect.toBeOneOf([200, 404]) : 200,
    ])
    if (!path.includes(':') && !ASKS_FOR_MORE.includes(path)) expect([path, status]).toEqual([path, 200])
  }
})

test('before the plan began every page that shows it says since when it is, and leads there', async () => {
  for (const path of DATED.filter(path => !/^\/(findings|measures|children|data)/.test(path))) {
    const answer = await site.visit(`${where(path)}?as-at=2025-12-31`)
    const shown = await answer.text()
    expect([path, answer.status]).toEqual([path, 200])
    expect(shown, path).toMatch(/There is no .* on 31 December 2025/)
    expect(shown, path).toContain('It begins on 1 January 2026')
    expect(shown, path).toContain(`href="${where(path)}?as-at=2026-01-01"`)
    expect(shown, path).toContain('name="as-at"')
    expect(shown, path).not.toContain('Upload')
  }
})

test('an export of a day before the plan began says so', async () => {
  const answer = await site.visit('/plan/register.csv?as-at=2025-12-31')
  expect([answer.status, await answer.text()]).toEqual([
    404,
    expect.stringContaining('There is no plan on 31 December 2025'),
  ])
})

test('on a day when another plan ran, that plan is shown', async () => {
  const other = await openCouncil(database, 'Twoplans')
  const manager = await other.siteAs('programme-manager')
  for (const [title, fromOn] of [
    ['First plan', '1/1/2026'],
    ['Second plan', '1/6/2026'],
  ] as const) {
    const draft = (await manager.post('/plan/upload', {}, fileOf(PLAN, 'plan.csv'))).headers.get('location')!
    expect((await manager.post(`${draft}/keep`, { as: 'own', title, fromOn })).status).toBe(303)
  }
  expect(await (await manager.visit('/plan')).text()).toContain('Second plan')
  expect(await (await manager.visit('/plan?as-at=2026-05-31')).text()).toContain('First plan')
  expect(await (await manager.visit('/plan?as-at=2025-05-31')).text()).toContain('It begins on 1 January 2026')
})

/** Words that have broken other services: markup, SQL, formulas, text that runs the other way, invisible, combined or cut, too long, too large. */
const ODD = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '" onfocus="alert(1)" autofocus="',
  "'; drop table action; --",
  '{{7*7}}${7*7}',
  '=1+1',
  '\u0000',
  '\u0001\u001b[31m',
  '\u202egpj.exe\u2066',
  '\u200b',
  '\ufeff',
  'Z\u0351\u036b\u0343a',
  '\ud83e',
  '🦄'.repeat(50),
  'ﬁ',
  '٣',
  'İ'.repeat(20),
  '-1',
  '1e3',
  '1.5',
  '0x10',
  'NaN',
  'Infinity',
  '2147483648',
  '9007199254740993',
  '99999999999999999999',
  'null',
  '__proto__',
  'constructor',
  'toString',
  '0001-01-01',
  '9999-12-31',
  '0000-00-00',
  '31/2/2026',
  'within 99999999 years',
  '31 December 9999',
  'by 1 January 0001',
  '1/1/0001 - 31/12/9999',
  'x'.repeat(6000),
  '\r\nSet-Cookie: a=b',
  '../../etc/passwd',
  '%',
  '%ff%fe',
  '1:2:3',
  '1:replaced:999',
  '1:replaced:a+b',
  '1:split:-1',
  '0-1:text',
  ' ',
  '',
]
const oneOdd = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.date({ noInvalidDate: true }).map(at => at.toISOString().slice(0, 10)),
)
const ASKED = [
  'as-at',
  'page',
  'sort',
  'order',
  'search',
  'theme',
  'lead',
  'body',
  'delivery',
  'impact',
  'source',
  'flag',
  'changed-since',
  'from',
  'to',
  'action',
  'kept',
  'next',
  'check',
  'severity',
  'view',
]
const seeded = { seed: 20261122, endOnFailure: true }

const text = (pairs: [string, string][]) => new URLSearchParams(pairs).toString()
/** What goes wrong on our side is a fault, whatever was asked. */
const answered = async (address: string, answer: Response) => {
  if (answer.status >= 500) throw new Error(`${answer.status} at ${address}`)
  const shown = await answer.text()
  if (/<script>alert|<img src=x|" onfocus="alert/i.test(shown))
    throw new Error(`markup that was sent came back at ${address}`)
}

test('no page breaks, whatever stands in its query, with a plan and without one', async () => {
  const query = fc.array(fc.tuple(fc.constantFrom(...ASKED), oneOdd), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...PATHS), query, fc.boolean(), async (path, pairs, isEmpty) => {
      const address = `${where(path)}?${text(pairs)}`
      await answered(address, await (isEmpty ? empty : site).visit(address))
    }),
    { ...seeded, numRuns: 400 },
  )
}, 60_000)

/** Forms that answer later with each wrong try; their own tests are in the people room. */
const SLOWED_DOWN = ['/sign-in', '/sign-in/passkey', '/sign-in/second-step', '/account/prove']
const FORMS = MINE.flatMap(page =>
  page.kind !== 'download' && page.save
    ? [
        {
          path: page.path,
          fields: Object.keys(page.form ?? {}),
          asksForFile: Object.values(page.form ?? {}).some(field => (field as { isFile?: true }).isFile),
        },
      ]
    : [],
).filter(
  ({ path }) =>
    !['/sign-out', '/account/password', '/plan/drafts/:id/drop', '/plan/drafts/:id/keep', ...SLOWED_DOWN].includes(
      path,
    ),
)
/** What a form would take, so that the odd value beside it comes as far as the database. */
const RIGHT: Record<string, string> = {
  reason: 'Said',
  text: 'Said',
  title: 'Said',
  shortName: 'Said',
  kind: 'audit',
  shows: 'impact',
  delivery: 'completed',
  impact: 'made',
  is: 'action',
  as: 'newer',
  change: 'update',
  outcome: 'met',
  agreedBy: 'Board',
  name: 'Said',
  fromOn: '2/11/2026',
  sinceOn: '1/11/2026',
  speaksOfOn: '1/11/2026',
  agreedOn: '22/11/2026',
  dueOn: '1/11/2027',
  meetsOn: '1/12/2026',
  asAt: '22/11/2026',
  newDueOn: '1/12/2026',
  nextTestOn: '1/12/2026',
  seen: '',
  value: '14',
  from: '1/11/2026',
  why: 'Said',
  approver: 'Board',
  note: 'Said',
  year: '2025',
  children: '61400',
  model: 'own',
  shape: 'none',
}

test('no form breaks, whatever is typed in it', async () => {
  const form = fc
    .constantFrom(...FORMS)
    .chain(({ path, fields }) =>
      fc.tuple(
        fc.constant(path),
        fc.constant(fields),
        fc.dictionary(
          fc.constantFrom(...fields, 'other'),
          fc.oneof(
            { weight: 4, arbitrary: oneOdd.map(one => [one]) },
            { weight: 1, arbitrary: fc.array(oneOdd, { maxLength: 3 }) },
          ),
          { maxKeys: 3 },
        ),
      ),
    )
  await fc.assert(
    fc.asyncProperty(form, async ([path, fields, odd]) => {
      const right = Object.fromEntries(fields.flatMap(field => (RIGHT[field] ? [[field, RIGHT[field]]] : [])))
      const address = where(path) + (path === '/plan/bulk' ? `?action=${here.ids.action}` : '')
      await answered(`${address} ${JSON.stringify(odd)}`, await site.post(address, { ...right, ...odd }))
    }),
    { ...seeded, numRuns: 600 },
  )
}, 60_000)

test('no page holds a script, a style or a handler in itself, and none is kept by a cache', async () => {
  for (const path of PATHS.filter(path => !ASKS_FOR_MORE.includes(path))) {
    const answer = await site.visit(where(path))
    const html = await answer.text()
    if (answer.headers.get('content-type')?.startsWith('text/html')) {
      expect(html, path).not.toMatch(
        /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=["']|javascript:|<iframe|<object|<embed|<base/i,
      )
      expect(html, path).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//i)
    }
    expect([path, answer.headers.get('cache-control')]).toEqual([path, 'no-store'])
    expect(answer.headers.get('content-security-policy'), path).toMatch(
      /^default-src 'none'.*(frame-ancestors 'none'|sandbox)/,
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('two themes under one number keep each its own actions', async () => {
  const other = await openCouncil(database, 'Twothemes')
  const manager = await other.siteAs('programme-manager')
  const rows = (first: number) =>
    `Ref,Action,Lead,Timescale\n${first},Visit every child,Head of Assessment,March 2027\n`
  const twice = `Theme 1: Practice,,,\n${rows(1)}\nTheme 1: Practice and people,,,\n${rows(2)}`
  const draft = (await manager.post('/plan/upload', {}, fileOf(twice, 'plan.csv'))).headers.get('location')!
  await manager.post(`${draft}/keep`, { as: 'own', title: 'Plan', fromOn: '1/1/2026' })
  const { themes } = await other.plan()
  expect(themes.map(theme => theme.actions.map(({ ref }) => ref))).toEqual([['1'], ['2']])
})

test('megabytes are taken only where a form asks for a file, and thousands of fields nowhere', async () => {
  const file = new File([new Uint8Array(3 * 1_048_576).fill(97)], 'plan.txt')
  expect((await site.post('/plan/upload', {}, { file })).status).toBe(400) // it is read, and is no plan
  const many = { other: Array.from({ length: 6_000 }, () => 'x') }
  for (const { path } of FORMS.filter(({ asksForFile }) => !asksForFile)) {
    expect([path, (await site.post(where(path), {}, { file })).status]).toEqual([path, 413])
    expect([path, (await site.post(where(path), many)).status]).toEqual([path, 413])
  }
  expect((await site.post('/sign-in', {}, { file })).status).toBe(413)
})

test.each([
  'replaced:999',
  'replaced:-1',
  'replaced:a+b',
  'replaced:',
  'split:0+0',
  'merged:1e1',
  'merged:0+1+2+999',
  'eaten:0',
  'constructor:0',
  ':',
  '',
])('a plan is kept, or its form comes back, where an action that is gone is said to be %j', async fate => {
  const other = await openCouncil(database, `Fate ${fate}`)
  const manager = await other.siteAs('programme-manager')
  const keep = async (plan: string, typed: Record<string, string>) => {
    const draft = (await manager.post('/plan/upload', {}, fileOf(plan, 'plan.csv'))).headers.get('location')!
    return manager.post(`${draft}/keep`, { as: 'own', title: 'Plan', fromOn: '1/1/2026', ...typed })
  }
  await keep(PLAN, {})
  const gone = await other.actionId('1.3')
  const shorter = PLAN.replace(/1\.3,.*\n/, '')
  const answer = await keep(shorter, { as: 'newer', fromOn: '2/1/2026', fate: `${gone}:${fate}`, parted: `${gone}` })
  expect([303, 400]).toContain(answer.status)
  const kin = await database.reading(other.council.on(), db => listKin(db, gone, day('2026-11-22')))
  expect(kin.filter(({ kind, ref }) => kind !== 'dropped' && !ref)).toEqual([])
  for (const address of [
    '/plan/versions',
    `/plan/actions/${gone}?as-at=2026-01-01`,
    '/plan',
    `/plan/actions/${gone}/history?as-at=2026-01-01`,
  ])
    expect([address, (await manager.visit(address)).status]).toEqual([address, 200])
})
