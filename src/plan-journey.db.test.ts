import { beforeAll, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { allActions } from './plan/plan.ts'
import { findCurrentPlanId, findPlanAsAt, listSources } from './plan/store.ts'
import { listKin } from './plan/history-store.ts'
import { aTestAuthority, type TestAuthority, testDatabase } from './store/test-database.ts'
import { day } from './terms/day.ts'
import { ADDRESS, type Site, siteOf } from './web/test-site.ts'

const { database } = await testDatabase()
const NOW = new Date('2026-11-22T10:00:00Z')
let here: TestAuthority
let manager: Site
let head: Site
let member: Site

const FIRST = `Theme 1: Practice,,,,,,
Ref,Action,Lead,Timescale,How will we measure it?,Monitored by,Colour of folder
1.1,Visit every child on a plan every ten days (DfE Notice 4.1),Head of Assessment,March 2027,90% by March 2027,Improvement Board,blue
1.2,Audit twenty cases a month (DfE Notice 4.2),Head of Assessment,Ongoing,Audits graded good: 35% by March 2026,Improvement Board,red
1.3,Write to every school about thresholds,Designated Nurse,May 2026,Schools know the thresholds,Improvement Board,
`
const SECOND = `Theme 1: Practice,,,,,,
Ref,Action,Lead,Timescale,How will we measure it?,Monitored by,Colour of folder
1.1,Visit every child on a plan every ten days and see them alone (DfE Notice 4.1),Head of Assessment,June 2027,90% by March 2027,Improvement Board,blue
1.2,Audit twenty cases a month (DfE Notice 4.2),Head of Assessment,Ongoing,Audits graded good: 35% by March 2026,Improvement Board,red
1.3,Open a family hub in the north of the city,Designated Nurse,May 2027,Families seen,Improvement Board,
`

const fileOf = (text: string, name: string) => ({ file: new File([text], name, { type: 'text/csv' }) })
const today = () =>
  database.reading(here.on(), async db => findPlanAsAt(db, (await findCurrentPlanId(db))!, day('2026-11-22')))
const idOf = async (ref: string) => allActions(await today()).find(action => action.ref === ref)!.actionId

beforeAll(async () => {
  here = await aTestAuthority(database)
  const app = createApp({ database, config: { address: ADDRESS }, now: () => NOW })
  manager = siteOf(app, await sessionOf(database, here, 'programme-manager'))
  head = siteOf(app, await sessionOf(database, here, 'head-of-service'))
  member = siteOf(app, await sessionOf(database, here, 'board-member'))
})

test('before there is a plan every page says what to do', async () => {
  for (const address of [
    '/',
    '/plan',
    '/findings',
    '/plan/on-a-page',
    '/plan/questions',
    '/plan/posts',
    '/plan/versions',
    '/boards',
  ]) {
    const answer = await manager.visit(address)
    expect([address, answer.status]).toEqual([address, 200])
  }
  expect(await (await manager.visit('/plan')).text()).toContain('There is no plan here yet')
})

test('a file that is no plan comes back with the reason beside it, and nothing is kept', async () => {
  const answer = await manager.post('/plan/upload', {}, fileOf('Dear all,\nthe plan follows.\n', 'letter.txt'))
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('letter.txt')
  expect(await database.reading(here.on(), findCurrentPlanId)).toBeNull()
})

test('a plan is read, looked at, corrected and only then kept', async () => {
  const uploaded = await manager.post('/plan/upload', {}, fileOf(FIRST, 'plan.csv'))
  expect(uploaded.status).toBe(303)
  const draft = uploaded.headers.get('location')!
  const found = await (await manager.visit(draft)).text()
  expect(found).toContain('Visit every child on a plan every ten days')
  expect(found).toContain('Colour of folder')
  expect(await database.reading(here.on(), findCurrentPlanId)).toBeNull()
  const corrected = await manager.post(`${draft}/actions/3`, {
    is: 'action',
    ref: '1.3',
    text: 'Write to every school about the new thresholds',
    leadText: 'Designated Nurse',
    timescaleText: 'May 2026',
    measureText: 'Schools know the thresholds',
    monitoredBy: 'Improvement Board',
    desiredOutcome: '',
    evidenceText: '',
    reason: '',
  })
  expect(corrected.status).toBe(303)
  expect(await (await manager.visit(draft)).text()).toContain('about the new thresholds')
  const kept = await manager.post(`${draft}/keep`, {
    as: 'own',
    title: 'Testborough improvement plan',
    fromOn: '1/1/2026',
    startsOn: '1/1/2026',
    endsOn: '31/12/2027',
    note: '',
  })
  expect(kept.status).toBe(303)
  const plan = await today()
  expect(plan).toMatchObject({ title: 'Testborough improvement plan', endsOn: '2027-12-31', version: { number: 1 } })
  expect(allActions(plan).map(action => [action.ref, action.leads[0]?.title, action.timescale.latest])).toEqual([
    ['1.1', 'Head of Assessment', '2027-03-31'],
    ['1.2', 'Head of Assessment', null],
    ['1.3', 'Designated Nurse', '2026-05-31'],
  ])
  expect(allActions(plan)[0]!.unmapped).toEqual({ 'Colour of folder': 'blue' })
})

test('a plan that was kept cannot be kept again', async () => {
  const again = await manager.post('/plan/drafts/1/keep', { as: 'own', title: 'Again', fromOn: '1/1/2026' })
  expect(again.status).toBe(400)
  expect(await again.text()).toContain('kept already')
})

test('the register narrows, searches and exports in the columns of the document', async () => {
  const late = await (await manager.visit('/plan?flag=late')).text()
  expect(late).toContain('about the new thresholds')
  expect(late).not.toContain('Visit every child')
  expect(await (await manager.visit('/plan?search=audit')).text()).not.toContain('Visit every child')
  const csv = await manager.visit('/plan/register.csv')
  expect(csv.headers.get('content-disposition')).toContain('improvement-plan-2026-11-22.csv')
  const lines = (await csv.text()).split('\r\n')
  expect(lines[0]).toMatch(
    /"Theme","Ref","Action","Lead","Timescale","How will we measure it\?","Monitored by","Colour of folder"/,
  )
  expect(lines[1]).toContain('"blue"')
  const excel = new Uint8Array(await (await manager.visit('/plan/register.xlsx')).arrayBuffer())
  expect([...excel.slice(0, 2)]).toEqual([0x50, 0x4b])
})

test('a lead rates their own action, with evidence or not at all', async () => {
  const id = await idOf('1.1')
  const without = await head.post(`/plan/actions/${id}/rate`, {
    text: '',
    delivery: 'completed',
    impact: 'made',
    reason: ' ',
  })
  expect(without.status).toBe(400)
  expect(await without.text()).toMatch(/value="completed" checked/)
  expect((await today()).themes[0]!.actions[0]).toMatchObject({ delivery: 'not-started' })
  const rated = await head.post(`/plan/actions/${id}/rate`, {
    text: 'Forty of forty visited',
    delivery: 'on-task',
    impact: 'starting',
    reason: 'Audit of October',
  })
  expect(rated.status).toBe(303)
  expect((await today()).themes[0]!.actions[0]).toMatchObject({
    delivery: 'on-task',
    impact: 'starting',
    lastUpdateOn: '2026-11-22',
  })
})

test('nobody rates an action that another post leads, or edits, loads or bulk edits without the right to', async () => {
  const [own, other] = [await idOf('1.1'), await idOf('1.3')]
  expect((await head.post(`/plan/actions/${other}/rate`, { text: 'Mine now' })).status).toBe(403)
  expect((await head.visit(`/plan/actions/${own}/edit`)).status).toBe(403)
  expect((await head.visit('/plan/upload')).status).toBe(403)
  expect((await member.post(`/plan/actions/${own}/rate`, { text: 'I am a member' })).status).toBe(403)
  expect((await member.visit(`/plan/bulk?action=${own}`)).status).toBe(403)
  expect((await member.visit(`/plan/actions/${own}`)).status).toBe(200)
})

test('two people editing one action: what only one touched is merged, what both touched is settled by the second', async () => {
  const id = await idOf('1.2')
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
  expect((await today()).themes[0]!.actions[1]).toMatchObject({
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
  expect((await today()).themes[0]!.actions[1]).toMatchObject({
    monitoredBy: 'Scrutiny',
    desiredOutcome: 'Practice is known',
  })
})

test('a revised date is asked who agreed it, and the first stays in sight', async () => {
  const id = await idOf('1.3')
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
  const id = await idOf('1.1')
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
  const nurse = here.posts['partner-lead'].postId
  expect(
    (
      await manager.post(`/plan/actions/${id}/leads`, {
        first: String(here.posts['head-of-service'].postId),
        second: String(nurse),
        third: '',
        fourth: '',
        reason: 'Shared',
      })
    ).status,
  ).toBe(303)
  const ids = [id, await idOf('1.2')].map(String)
  expect(
    (
      await manager.post(`/plan/bulk?${ids.map(one => `action=${one}`).join('&')}`, {
        ids,
        change: 'update',
        text: 'Discussed at the board',
      })
    ).status,
  ).toBe(303)
  const action = (await today()).themes[0]!.actions[0]!
  expect(action).toMatchObject({
    evidence: [{ title: 'Audit of twenty' }],
    milestones: [{ text: 'Visits begin' }],
    leads: [{ title: 'Head of Assessment' }, { title: 'Designated Nurse' }],
  })
})

test('a source is read, kept, and walked to from the action that cites it', async () => {
  const notice = `Improvement Notice\n\n1. This Notice is given to Testborough.\n\n2. The Board must meet every six weeks.\n\n3. The Council must report to it.\n\nQuality of practice\n\n4. Improve the quality of practice by ensuring that:\n\n- every child on a plan is visited and seen alone;\n- case files are audited every month; and\n- partners attend conferences.\n\n5. Lead the improvement by:\n\n- agreeing a plan with partners; and\n- reporting to the board.\n`
  const uploaded = await manager.post(
    '/findings/upload',
    {},
    { file: new File([notice], 'notice.txt', { type: 'text/plain' }) },
  )
  expect(uploaded.status).toBe(303)
  const kept = await manager.post(uploaded.headers.get('location')!, {
    title: 'Improvement Notice',
    shortName: 'DfE Notice',
    knownAs: '',
    kind: 'improvement-notice',
    publisher: 'Department for Education',
    issuedOn: '1/11/2025',
  })
  expect(kept.status).toBe(303)
  const [source] = await database.reading(here.on(), db => listSources(db, day('2026-11-22')))
  const finding = source!.findings.find(one => one.ref === '4.1')!
  const thread = await (await manager.visit(`/findings/${finding.findingId}`)).text()
  expect(thread).toContain('Visit every child on a plan every ten days')
  expect(thread).toContain('Answered by an action')
  const unanswered = source!.findings.find(one => one.ref === '4.3')!
  expect(await (await manager.visit(`/findings/${unanswered.findingId}`)).text()).toContain('Answered by nothing')
  expect(
    (
      await manager.post(`/findings/${unanswered.findingId}/close`, {
        reason: 'Closed by the department',
        sinceOn: '1/11/2026',
      })
    ).status,
  ).toBe(303)
  expect(await (await manager.visit(`/findings/${unanswered.findingId}`)).text()).toContain('Closed earlier')
  expect(await (await manager.visit(`/plan/actions/${await idOf('1.1')}/thread`)).text()).toContain(
    'every child on a plan is visited',
  )
})

test('a newer version is compared, matched and kept, and the first days still show the first version', async () => {
  const [old1, old3] = [await idOf('1.1'), await idOf('1.3')]
  const uploaded = await manager.post('/plan/upload', {}, fileOf(SECOND, 'plan-2027.csv'))
  const draft = uploaded.headers.get('location')!
  const compared = await (await manager.visit(`${draft}/keep`)).text()
  expect(compared).toContain('Compared with version 1')
  expect(compared).toContain('Write to every school about the new thresholds')
  const tooEarly = await manager.post(`${draft}/keep`, {
    as: 'newer',
    title: 'Testborough improvement plan',
    fromOn: '1/1/2026',
  })
  expect(tooEarly.status).toBe(400)
  const kept = await manager.post(`${draft}/keep`, {
    as: 'newer',
    title: 'Testborough improvement plan',
    fromOn: '20/11/2026',
    startsOn: '1/1/2026',
    endsOn: '31/12/2027',
    note: 'Refresh',
    fate: [`${old3}:replaced:2`],
  })
  expect(kept.status).toBe(303)
  const plan = await today()
  expect(plan.version.number).toBe(2)
  expect(plan.themes[0]!.actions[0]).toMatchObject({
    actionId: old1,
    delivery: 'on-task',
    text: expect.stringContaining('see them alone'),
    firstTimescale: { text: 'March 2027' },
    timescale: { text: 'June 2027' },
  })
  expect(plan.themes[0]!.actions[2]!.actionId).not.toBe(old3)
  const [kin] = await database.reading(here.on(), db => listKin(db, old3))
  expect(kin).toMatchObject({ kind: 'replaced', direction: 'to', ref: '1.3' })
  const then = await manager.visit('/plan?as-at=2026-11-19')
  expect(await then.text()).toContain('about the new thresholds')
  expect(await (await manager.visit('/plan')).text()).not.toContain('about the new thresholds')
  expect(await (await manager.visit(`/plan/compare?from=2026-11-01&to=2026-11-22`)).text()).toContain(
    'Open a family hub',
  )
})

test('the document comes back byte for byte, as something to save', async () => {
  const answer = await manager.visit('/plan/documents/1')
  expect(await answer.text()).toBe(FIRST)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
})

test('another council sees nothing of it', async () => {
  const there = await aTestAuthority(database, 'Otherby')
  const app = createApp({ database, config: { address: ADDRESS }, now: () => NOW })
  const stranger = siteOf(app, await sessionOf(database, there, 'programme-manager'))
  const id = await idOf('1.1')
  for (const address of [
    `/plan/actions/${id}`,
    '/plan/documents/1',
    '/plan/drafts/1',
    '/findings/1',
    '/findings/sources/1',
  ]) {
    const answer = await stranger.visit(address)
    expect([address, answer.status]).toEqual([address, 404])
  }
  expect(await (await stranger.visit('/plan')).text()).toContain('There is no plan here yet')
})
