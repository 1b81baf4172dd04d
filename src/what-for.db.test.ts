/** What tells of children is taken away only by who says what they need it for, and the record keeps it. */
import { beforeAll, expect, test } from 'vitest'
import { createApp, PAGES } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { rolesThatMay } from './terms/permission.ts'
import { addressOf, type FullCouncil, openFullCouncil } from './test-full-council.ts'
import { ADDRESS, type Site, siteOf } from './web/test-site.ts'

const { database } = await testDatabase()
const CHILDREN = '/measures/of/:measure/children.xlsx'
let here: FullCouncil
let director: Site
beforeAll(async () => {
  here = await openFullCouncil(database)
  director = await here.siteAs('director')
})

const where = (path: string) => addressOf(path, here.ids)
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
type Kept = { kind: string; why: string }
const kept = () =>
  database.reading(here.council.on(), db =>
    db.rows<Kept>(sql`select kind, why from event where kind in ('look', 'export') order by seq`),
  )

test('the link opens a page that says how many children stand in the file, and nothing is recorded or taken yet', async () => {
  const before = await kept()
  const answer = await director.visit(where(CHILDREN))
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
  expect(await answer.text()).toMatch(/\.xlsx.*One child stands in it.*What do you need it for\?.*value=""/s)
  expect(await kept()).toEqual(before)
})

test.each([[''], ['   '], ['x'.repeat(201)]])('with %j as the reason nothing is taken, and the page says what is missing', async why => {
  const before = await kept()
  const answer = await director.post(where(CHILDREN), { why })
  expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('There is a problem')])
  expect(await kept()).toEqual(before)
}) // prettier-ignore

test('with a reason the file comes, and the look and the copy carry it', async () => {
  const before = await kept()
  const answer = await director.post(where(CHILDREN), { why: 'For the panel on Friday' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, WORKBOOK])
  expect((await kept()).slice(before.length)).toEqual([
    { kind: 'look', why: 'For the panel on Friday' },
    { kind: 'export', why: 'For the panel on Friday' },
  ])
})

test('the reason given last is offered to the same person in the same post, and to nobody else', async () => {
  expect(await (await director.visit(where(CHILDREN))).text()).toContain('value="For the panel on Friday"')
  expect(await (await (await here.siteAs('head-of-service')).visit(where(CHILDREN))).text()).toContain('value=""')
})

test('what was asked for in the address holds for the file too', async () => {
  const none = `${where(CHILDREN)}?as-at=2020-01-01`
  expect([(await director.visit(none)).status, (await director.post(none, { why: 'x' })).status]).toEqual([404, 404])
})

test('whoever showed who they are long ago is asked again, before anything is taken', async () => {
  const { council } = here
  const app = createApp({ database, config: { address: ADDRESS } })
  const long = siteOf(app, await sessionOf(database, council, 'director', new Date(), new Date('2020-01-01')))
  expect((await long.visit(where(CHILDREN))).headers.get('location')).toMatch(/^\/account\/prove/)
  const answer = await long.post(where(CHILDREN), { why: 'For the panel' })
  expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('Show that it is you')])
})

test('who may not is refused before anything is read, and a form from elsewhere is too', async () => {
  const outside = await here.siteAs('board-member')
  expect((await outside.post(where(CHILDREN), { why: 'Curious' })).status).toBe(403)
})

test('no file that asks for no reason shows a child', async () => {
  const before = await kept()
  for (const page of PAGES.filter(page => page.kind === 'download' && !page.asksWhy)) {
    const role = page.kind === 'download' && rolesThatMay(page.may).includes('director') ? 'director' : 'analyst'
    const answer = await (await here.siteAs(role)).visit(where(page.path))
    expect([page.path, (await answer.text()).includes('Ashdown')]).toEqual([page.path, false])
    expect([200, 404]).toContain(answer.status)
  }
  expect((await kept()).slice(before.length).filter(({ kind }) => kind === 'look')).toEqual([])
})
