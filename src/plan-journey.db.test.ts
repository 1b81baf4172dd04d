import { beforeAll, expect, test } from 'vitest'
import { listKin } from './plan/history-store.ts'
import { allActions } from './plan/plan.ts'
import { findCurrentPlanId, listSources } from './plan/store.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN, TODAY } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
let manager: Site

const SECOND = `Theme 1: Practice,,,,,,
Ref,Action,Lead,Timescale,How will we measure it?,Monitored by,Colour of folder
1.1,Visit every child on a plan every ten days and see them alone (DfE Notice 4.1),Head of Assessment,June 2027,90% by March 2027,Improvement Board,blue
1.2,Audit twenty cases a month (DfE Notice 4.2),Head of Assessment,Ongoing,Audits graded good: 35% by March 2026,Improvement Board,red
1.3,Open a family hub in the north of the city,Designated Nurse,May 2027,Families seen,Improvement Board,
`

beforeAll(async () => {
  manager = await here.siteAs('programme-manager')
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
  expect(await database.reading(here.council.on(), findCurrentPlanId)).toBeNull()
})

test('a plan is read, looked at, corrected and only then kept', async () => {
  const uploaded = await manager.post('/plan/upload', {}, fileOf(PLAN, 'plan.csv'))
  expect(uploaded.status).toBe(303)
  const draft = uploaded.headers.get('location')!
  const found = await (await manager.visit(draft)).text()
  expect(found).toContain('Visit every child on a plan every ten days')
  expect(found).toContain('Colour of folder')
  expect(await database.reading(here.council.on(), findCurrentPlanId)).toBeNull()
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
  const plan = await here.plan()
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

test('a source is read, kept, and walked to from the action that cites it', async () => {
  const notice = `Improvement Notice\n\n1. This Notice is given to Testborough.\n\n2. The Board must meet every six weeks.\n\n3. The Council must report to it.\n\nQuality of practice\n\n4. Improve the quality of practice by ensuring that:\n\n- every child on a plan is visited and seen alone;\n- case files are audited every month; and\n- partners attend conferences.\n\n5. Lead the improvement by:\n\n- agreeing a plan with partners; and\n- reporting to the board.\n`
  const uploaded = await manager.post(
    '/findings/upload',
    {},
    { file: new File([notice], 'notice.txt', { type: 'text/plain' }) },
  )
  expect(uploaded.status).toBe(303)
  const draft = uploaded.headers.get('location')!
  const last = { is: 'left-out', was: '5.2', ref: '5.2', heading: '', lead: '' }
  const shown = await (await manager.visit(draft)).text()
  const place = /href="([^"]*\/findings\/\d+)"[^>]*>\s*5\.2/.exec(shown)![1]!
  expect((await manager.post(place, { ...last, reason: '' })).status).toBe(400)
  expect((await manager.post(place, { ...last, reason: 'It repeats 5.1' })).status).toBe(303)
  const kept = await manager.post(draft, {
    title: 'Improvement Notice',
    shortName: 'DfE Notice',
    knownAs: '',
    kind: 'improvement-notice',
    publisher: 'Department for Education',
    issuedOn: '1/11/2025',
  })
  expect(kept.status).toBe(303)
  const [source] = await database.reading(here.council.on(), db => listSources(db, TODAY))
  expect(source!.findings.some(one => one.ref === '5.2')).toBe(false)
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
  expect(await (await manager.visit(`/plan/actions/${await here.actionId('1.1')}/thread`)).text()).toContain(
    'every child on a plan is visited',
  )
})

test('a newer version is compared, matched and kept, and the first days still show the first version', async () => {
  const [old1, old3] = [await here.actionId('1.1'), await here.actionId('1.3')]
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
  const plan = await here.plan()
  expect(plan.version.number).toBe(2)
  expect(plan.themes[0]!.actions[0]).toMatchObject({
    actionId: old1,
    text: expect.stringContaining('see them alone'),
    firstTimescale: { text: 'March 2027' },
    timescale: { text: 'June 2027' },
  })
  expect(plan.themes[0]!.actions[2]!.actionId).not.toBe(old3)
  const [kin] = await database.reading(here.council.on(), db => listKin(db, old3, TODAY))
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
  expect(await answer.text()).toBe(PLAN)
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
})

test('a document that nothing was kept from yet is for those who bring plans in, whatever number others try', async () => {
  const uploaded = await manager.post('/plan/upload', {}, fileOf(PLAN.replace('1.1', '1.9'), 'not-decided-yet.csv'))
  expect(uploaded.status).toBe(303)
  const outside = await here.siteAs('partner-lead')
  const seen: [id: number, status: number][] = []
  for (let id = 1; (await manager.visit(`/plan/documents/${id}`)).status === 200; id++)
    seen.push([id, (await outside.visit(`/plan/documents/${id}`)).status])
  const shown = seen.filter(([, status]) => status === 200).map(([id]) => id)
  const kept = await database.reading(here.council.on(), db =>
    db.rows<{ id: number }>(sql`
      select document_id as id from plan_version where document_id is not null
      union select document_id from source where document_id is not null order by 1`),
  )
  expect(shown).toEqual(kept.map(({ id }) => id))
  expect(seen.at(-1)?.[1]).toBe(404)
})

test('another council sees nothing of it', async () => {
  const stranger = await (await openCouncil(database, 'Otherby')).siteAs('programme-manager')
  const id = await here.actionId('1.1')
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

test('a plan of its own stands beside the other until someone turns to it, and earlier days show what ran then', async () => {
  const site = await (await openCouncil(database, 'Twoplans')).siteAs('programme-manager')
  const keep = async (text: string, typed: Record<string, string>) => {
    const draft = (await site.post('/plan/upload', {}, fileOf(text, 'plan.csv'))).headers.get('location')!
    return site.post(`${draft}/keep`, { as: 'own', ...typed })
  }
  await keep(PLAN, { title: 'The long plan', fromOn: '1/6/2026' })
  await keep(SECOND, { title: 'A twelve week plan', fromOn: '1/5/2026' })
  expect(await (await site.visit('/plan')).text()).toContain('The long plan')
  const versions = await (await site.visit('/plan/versions')).text()
  expect(versions).toContain('A twelve week plan')
  const use = /href="(\/plan\/plans\/\d+\/use)"/.exec(versions)![1]!
  expect((await site.post(use)).status).toBe(303)
  expect(await (await site.visit('/plan')).text()).toContain('A twelve week plan')
  expect(await (await site.visit('/plan?as-at=2026-11-21')).text()).toContain('The long plan')
})
