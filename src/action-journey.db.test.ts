import { beforeAll, expect, test } from 'vitest'
import { addCitation, addLeads } from './plan/action-store.ts'
import { findVersionOfAction } from './plan/citation-rows.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN, TODAY } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
let manager: Site
let head: Site
let member: Site

beforeAll(async () => {
  manager = await here.siteAs('programme-manager')
  head = await here.siteAs('head-of-service')
  member = await here.siteAs('board-member')
  const draft = (await manager.post('/plan/upload', {}, fileOf(PLAN, 'plan.csv'))).headers.get('location')!
  await manager.post(`${draft}/keep`, { as: 'own', title: 'Testborough improvement plan', fromOn: '1/1/2026' })
})

test('a lead rates their own action, with evidence or not at all', async () => {
  const id = await here.actionId('1.1')
  const without = await head.post(`/plan/actions/${id}/rate`, {
    text: '',
    delivery: 'completed',
    impact: 'made',
    reason: ' ',
  })
  expect(without.status).toBe(400)
  expect(await without.text()).toMatch(/value="completed" checked/)
  expect((await here.plan()).themes[0]!.actions[0]).toMatchObject({ delivery: 'not-started' })
  const rated = await head.post(`/plan/actions/${id}/rate`, {
    text: 'Forty of forty visited',
    delivery: 'on-task',
    impact: 'starting',
    reason: 'Audit of October',
  })
  expect(rated.status).toBe(303)
  expect((await here.plan()).themes[0]!.actions[0]).toMatchObject({
    delivery: 'on-task',
    impact: 'starting',
    lastUpdateOn: '2026-11-22',
  })
})

test('nobody rates an action that another post leads, or edits, loads or bulk edits without the right to', async () => {
  const [own, other] = [await here.actionId('1.1'), await here.actionId('1.3')]
  expect((await head.post(`/plan/actions/${other}/rate`, { text: 'Mine now' })).status).toBe(403)
  expect((await head.visit(`/plan/actions/${own}/edit`)).status).toBe(403)
  expect((await head.visit('/plan/upload')).status).toBe(403)
  expect((await member.post(`/plan/actions/${own}/rate`, { text: 'I am a member' })).status).toBe(403)
  expect((await member.visit(`/plan/bulk?action=${own}`)).status).toBe(403)
  expect((await member.visit(`/plan/actions/${own}`)).status).toBe(200)
})

test('two people editing one action: what only one touched is merged, what both touched is settled by the second', async () => {
  const id = await here.actionId('1.2')
  const form = await (await manager.visit(`/plan/actions/${id}/edit`)).text()
  const seen = /name="seen" value="(\d+)"/.exec(form)![1]!
  const words = {
    text: 'Audit twenty cases a month (DfE Notice 4.2)',
    desiredOutcome: '',
    measureText: 'Audits graded good: 35% by March 2026',
    monitoredBy: 'Improvement Board',
  }
  expect(
    (
      await manager.post(`/plan/actions/${id}/edit`, {
        seen,
        ...words,
        monitoredBy: 'Executive Board',
        reason: 'Moved',
      })
    ).status,
  ).toBe(303)
  expect(
    (
      await manager.post(`/plan/actions/${id}/edit`, {
        seen,
        ...words,
        desiredOutcome: 'Practice is known',
        reason: 'Outcome added',
      })
    ).status,
  ).toBe(303)
  expect((await here.plan()).themes[0]!.actions[1]).toMatchObject({
    monitoredBy: 'Executive Board',
    desiredOutcome: 'Practice is known',
  })
  const clash = await manager.post(`/plan/actions/${id}/edit`, {
    seen,
    ...words,
    monitoredBy: 'Scrutiny',
    reason: 'Mine',
  })
  expect(clash.status).toBe(400)
  const shown = await clash.text()
  expect(shown).toContain('changed this action while you were editing')
  expect(shown).toContain('Executive Board')
  expect(shown).toContain('Practice is known')
  const settled = /name="seen" value="(\d+)"/.exec(shown)![1]!
  expect(
    (
      await manager.post(`/plan/actions/${id}/edit`, {
        seen: settled,
        ...words,
        desiredOutcome: 'Practice is known',
        monitoredBy: 'Scrutiny',
        reason: 'Agreed',
      })
    ).status,
  ).toBe(303)
  expect((await here.plan()).themes[0]!.actions[1]).toMatchObject({
    monitoredBy: 'Scrutiny',
    desiredOutcome: 'Practice is known',
  })
})

test('a revised date is asked who agreed it, and the first stays in sight', async () => {
  const id = await here.actionId('1.3')
  expect(
    (
      await manager.post(`/plan/actions/${id}/timescale`, {
        text: 'when we can',
        agreedBy: 'Board',
        agreedOn: '22/11/2026',
        reason: 'Late',
      })
    ).status,
  ).toBe(400)
  expect(
    (
      await manager.post(`/plan/actions/${id}/timescale`, {
        text: 'March 2027',
        agreedBy: '',
        agreedOn: '22/11/2026',
        reason: 'Late',
      })
    ).status,
  ).toBe(400)
  expect(
    (
      await manager.post(`/plan/actions/${id}/timescale`, {
        text: 'March 2027',
        agreedBy: 'Improvement Board',
        agreedOn: '22/11/2026',
        reason: 'Late',
      })
    ).status,
  ).toBe(303)
  const shown = await (await manager.visit(`/plan/actions/${id}`)).text()
  expect(shown).toMatch(/<del>.*May 2026.*<\/del>/s)
})

test('evidence, leads, milestones and many at once are kept on the action', async () => {
  const id = await here.actionId('1.1')
  expect(
    (
      await head.post(`/plan/actions/${id}/evidence`, {
        kind: 'audit',
        title: 'Audit of twenty',
        text: '',
        shows: 'impact',
        speaksOfOn: '31/12/2026',
      })
    ).status,
  ).toBe(400)
  expect(
    (
      await head.post(`/plan/actions/${id}/evidence`, {
        kind: 'audit',
        title: 'Audit of twenty',
        text: '',
        shows: 'impact',
        speaksOfOn: '31/10/2026',
      })
    ).status,
  ).toBe(303)
  expect((await head.post(`/plan/actions/${id}/milestones`, { text: 'Visits begin', dueOn: '1/12/2026' })).status).toBe(
    303,
  )
  const nurse = here.council.posts['partner-lead'].postId
  expect(
    (
      await manager.post(`/plan/actions/${id}/leads`, {
        first: String(here.council.posts['head-of-service'].postId),
        second: String(nurse),
        third: '',
        fourth: '',
        reason: 'Shared',
      })
    ).status,
  ).toBe(303)
  const ids = [id, await here.actionId('1.2')].map(String)
  expect(
    (
      await manager.post(`/plan/bulk?${ids.map(one => `action=${one}`).join('&')}`, {
        ids,
        change: 'update',
        text: 'Discussed at the board',
      })
    ).status,
  ).toBe(303)
  const action = (await here.plan()).themes[0]!.actions[0]!
  expect(action).toMatchObject({
    evidence: [{ title: 'Audit of twenty' }],
    milestones: [{ text: 'Visits begin' }],
    leads: [{ title: 'Head of Assessment' }, { title: 'Designated Nurse' }],
  })
})

test('an action as long as a document may have it can be edited, and one that is longer is refused', async () => {
  const id = await here.actionId('1.2')
  const seen = async () =>
    /name="seen" value="(\d+)"/.exec(await (await manager.visit(`/plan/actions/${id}/edit`)).text())![1]!
  const long = { text: 'a'.repeat(20_000), desiredOutcome: '', measureText: 'b'.repeat(20_000) }
  const edit = async (monitoredBy: string) =>
    manager.post(`/plan/actions/${id}/edit`, { seen: await seen(), ...long, monitoredBy, reason: 'As agreed' })
  expect((await edit('c'.repeat(2000))).status).toBe(303)
  expect((await here.plan()).themes[0]!.actions[1]).toMatchObject({ ...long, monitoredBy: 'c'.repeat(2000) })
  expect((await edit('c'.repeat(2001))).status).toBe(400)
})

test('an action that five posts lead keeps all five when its leads are saved, and has a place for a sixth', async () => {
  const id = await here.actionId('1.2')
  const posts = Object.values(here.council.posts).map(({ postId }) => postId)
  const five = [...new Set(posts)].slice(0, 5)
  expect(five).toHaveLength(5)
  await database.transaction(here.council.on('programme-manager'), db => {
    const { personId, postId } = here.council.posts['programme-manager']
    return addLeads(db, { personId, postId, on: TODAY }, id, five, 'All of them')
  })
  const form = await (await manager.visit(`/plan/actions/${id}/leads`)).text()
  const places = Array.from(form.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g), ([select, name]) => [
    name!,
    /<option value="(\d+)" selected/.exec(select)?.[1] ?? '',
  ])
  expect(places.map(([, value]) => value)).toEqual([...five.map(String), ''])
  const saved = await manager.post(`/plan/actions/${id}/leads`, { ...Object.fromEntries(places), reason: 'Confirmed' })
  expect(saved.status).toBe(303)
  const leads = (await here.plan()).themes[0]!.actions[1]!.leads.map(lead => lead.postId)
  expect(leads).toEqual(five)
})

test('a finding that is cited in another spelling is not linked again', async () => {
  const notice = 'Rec 1. See every child.\n\nRec 2. Write it down.\n\nRec 3. Tell the board.\n\nRec 4. Audit it.\n'
  const draft = (await manager.post('/findings/upload', {}, fileOf(notice, 'report.txt'))).headers.get('location')!
  const kept = await manager.post(draft, { title: 'Report', shortName: 'Ofsted', kind: 'inspection-report' })
  expect(kept.status).toBe(303)
  const id = await here.actionId('1.3')
  const links = await (await manager.visit(`/plan/actions/${id}/links`)).text()
  const [, findingId, ref] = /value="(\d+)">Ofsted ([^:]+):/.exec(links)!
  await database.transaction(here.council.on('programme-manager'), async db => {
    const { personId, postId } = here.council.posts['programme-manager']
    const planVersionId = await findVersionOfAction(db, id, TODAY)
    const spelt = `Recs ${/\d+/.exec(ref!)![0]}`
    await addCitation(
      db,
      { personId, postId, on: TODAY },
      { planVersionId, actionId: id, objectiveId: null },
      { source: 'Ofsted', ref: spelt, text: `(Ofsted ${spelt})` },
    )
  })
  const again = await manager.post(`/plan/actions/${id}/links`, { findingId: findingId! })
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('answers this finding already')
})
