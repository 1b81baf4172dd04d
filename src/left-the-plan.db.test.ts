/** An action that a newer version leaves out: it stays to be read, says where it went, and nothing more is added to it. */
import { beforeAll, expect, test } from 'vitest'
import { allActions } from './plan/plan.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
let manager: Site
let head: Site
let gone: number
let milestone: number

const NEWER = PLAN.replace(/^1\.1,.*$/m, '1.1,Train every team in direct work,Head of Assessment,May 2027,,,')
const upload = async (plan: string) =>
  (await manager.post('/plan/upload', {}, fileOf(plan, 'plan.csv'))).headers.get('location')!
const read = async (site: Site, address: string) => await (await site.visit(address)).text()

beforeAll(async () => {
  manager = await here.siteAs('programme-manager')
  head = await here.siteAs('head-of-service')
  await manager.post(`${await upload(PLAN)}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026' })
  gone = await here.actionId('1.1')
  await head.post(`/plan/actions/${gone}/milestones`, { text: 'Visits begin', dueOn: '1/12/2026' })
  milestone = allActions(await here.plan())[0]!.milestones[0]!.milestoneId
  const kept = await manager.post(`${await upload(NEWER)}/keep`, {
    as: 'newer',
    title: 'Improvement plan',
    fromOn: '20/11/2026',
    fate: [`${gone}:replaced:0`],
  })
  expect(kept.status).toBe(303)
  expect(await here.actionId('1.1')).not.toBe(gone)
})

test('its page says that it left and where it went, and offers no change', async () => {
  const shown = await read(manager, `/plan/actions/${gone}`)
  expect(shown).toContain('No longer in the plan since 20 Nov 2026')
  expect(shown).toContain(`/plan/actions/${await here.actionId('1.1')}"`)
  expect(shown.indexOf('Through the versions')).toBeLessThan(shown.indexOf('What has happened'))
  expect(shown.match(/Through the versions/g)).toHaveLength(1)
  for (const page of ['rate', 'evidence', 'edit', 'timescale', 'leads', 'links', 'milestones', 'thread'])
    expect(shown).not.toContain(`/plan/actions/${gone}/${page}`)
  expect(shown).not.toContain('What the board may ask')
  expect(shown).toContain(`/plan/actions/${gone}/history`)
})

test('on a day when it was in the plan its page is as it was', async () => {
  const then = await read(manager, `/plan/actions/${gone}?as-at=2026-11-19`)
  expect(then).not.toContain('No longer in the plan')
  expect(then).toContain(`/plan/actions/${gone}/thread`)
  expect(then).toContain('What the board may ask')
})

test('its thread says the same, and is still there for the days it was in the plan', async () => {
  const thread = await manager.visit(`/plan/actions/${gone}/thread`)
  expect(thread.status).toBe(200)
  expect(await thread.text()).toContain('No longer in the plan since 20 Nov 2026')
  expect(await read(manager, `/plan/actions/${gone}/thread?as-at=2026-11-19`)).toContain('Evidence')
  expect((await manager.visit('/plan/actions/999999/thread')).status).toBe(404)
})

test.each([
  ['rate', { text: 'Still visiting' }],
  ['evidence', { kind: 'audit', title: 'Audit', text: '', shows: 'impact', speaksOfOn: '1/11/2026' }],
  ['milestones', { text: 'Another', dueOn: '1/12/2026' }],
  ['edit', { seen: '1', text: 'Other words', reason: 'Agreed' }],
  ['timescale', { text: 'June 2027', agreedBy: 'Board', agreedOn: '20/11/2026', reason: 'Later' }],
  ['leads', { first: '', reason: 'Nobody' }],
  ['links', { findingId: '1' }],
])('the page and the form of %s refuse it in a sentence', async (page, typed) => {
  const address = `/plan/actions/${gone}/${page}`
  for (const answer of [await manager.visit(address), await manager.post(address, typed)]) {
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('Action 1.1 is no longer in the plan')
  }
})

test('a milestone of it is settled no more, nor a link of it ended, by whoever leads it', async () => {
  const settled = await head.post(`/plan/actions/${gone}/milestones/${milestone}`, { outcome: 'met', reason: 'Done' })
  expect(settled.status).toBe(403)
  expect((await manager.post(`/plan/actions/${gone}/links/1/end`, { reason: 'Ended' })).status).toBe(403)
})

test('many at once leave out none unsaid', async () => {
  const still = await here.actionId('1.2')
  const answer = await manager.post(`/plan/bulk?action=${gone}&action=${still}`, {
    ids: [String(gone), String(still)],
    change: 'update',
    text: 'Discussed',
  })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('have left the plan')
})
