/** Many people at the same moment: nothing that was acknowledged is lost, nothing is kept twice, and whoever comes second is told. */
import { beforeAll, expect, test } from 'vitest'
import { allActions } from './plan/plan.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN } from './test-council.ts'
import type { Site, Typed } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
let manager: Site
let director: Site
let head: Site

beforeAll(async () => {
  manager = await here.siteAs('programme-manager')
  director = await here.siteAs('director')
  head = await here.siteAs('head-of-service')
  await manager.post(`${await upload('plan.csv')}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026' })
})

const upload = async (name: string, plan = PLAN) =>
  (await manager.post('/plan/upload', {}, fileOf(plan, name))).headers.get('location')!
const statuses = async (answers: Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status).sort()
const count = (table: 'plan_version' | 'source' | 'body' | 'post' | 'action_update') =>
  database.reading(here.council.on(), async db => {
    const counting = {
      plan_version: sql`select count(*)::integer as n from plan_version`,
      source: sql`select count(*)::integer as n from source`,
      body: sql`select count(*)::integer as n from body`,
      post: sql`select count(*)::integer as n from post`,
      action_update: sql`select count(*)::integer as n from action_update`,
    }
    return (await db.one<{ n: number }>(counting[table], table)).n
  })
const times = <Made>(many: number, make: (at: number) => Made): Made[] =>
  Array.from({ length: many }, (_, at) => make(at))
const actionOf = async (ref: string) => allActions(await here.plan()).find(action => action.ref === ref)!
const formOf = async (site: Site, address: string) => await (await site.visit(address)).text()
const postOf = (role: 'director' | 'partner-lead') => String(here.council.posts[role].postId)
const seenIn = (html: string) => /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? ''

test('fifty edits of one action by two people at once: each that was acknowledged stands, each that clashed is told', async () => {
  const id = await here.actionId('1.2')
  const address = `/plan/actions/${id}/edit`
  const before = await actionOf('1.2')
  const seen = seenIn(await formOf(manager, address))
  const words = {
    seen,
    text: before.text,
    desiredOutcome: '',
    measureText: before.measureText,
    monitoredBy: before.monitoredBy,
  }
  const answers = await Promise.all(
    times(50, at => {
      const [site, field] = at % 2 ? [manager, 'desiredOutcome'] : [director, 'measureText']
      return site.post(address, { ...words, [field!]: `Words ${at}`, reason: `Edit ${at}` } as Typed)
    }),
  )
  const kept = answers.flatMap(({ status }, at) => (status === 303 ? [at] : []))
  expect(answers.map(({ status }) => status).filter(status => status !== 303 && status !== 400)).toEqual([])
  expect(kept.some(at => at % 2)).toBe(true)
  expect(kept.some(at => at % 2 === 0)).toBe(true)
  const after = await actionOf('1.2')
  expect(kept.map(at => `Words ${at}`)).toEqual(expect.arrayContaining([after.desiredOutcome, after.measureText]))
  const history = await formOf(manager, `/plan/actions/${id}/history`)
  for (const at of kept) expect(history).toContain(`Edit ${at}`)
})

test('a reading that is kept twice at once is kept once', async () => {
  const [draft, versions] = [await upload('twice.csv'), await count('plan_version')]
  const keep = { as: 'newer', title: 'Improvement plan', fromOn: '2/1/2026' }
  expect(await statuses(times(5, () => manager.post(`${draft}/keep`, keep)))).toEqual([303, 400, 400, 400, 400])
  expect(await count('plan_version')).toBe(versions + 1)
})

test('of two newer versions kept at once one is kept, and the other is to be compared with it first', async () => {
  const drafts = [await upload('one.csv'), await upload('other.csv')]
  const versions = await count('plan_version')
  const keep = { as: 'newer', title: 'Improvement plan', fromOn: '3/1/2026' }
  expect(await statuses(drafts.map(draft => manager.post(`${draft}/keep`, keep)))).toEqual([303, 400])
  expect(await count('plan_version')).toBe(versions + 1)
})

test('a source, a board and a post that are added twice at once are there once', async () => {
  const notice =
    '1. Do this.\n\n2. Do that.\n\n3. Report it.\n\n4. By ensuring that:\n\n- all are seen; and\n- all are heard.\n'
  const drafts = await Promise.all(
    times(2, async at =>
      (await manager.post('/findings/upload', {}, fileOf(notice, `n${at}.txt`))).headers.get('location')!,
    ),
  )
  const source = { title: 'Notice', shortName: 'DfE Notice', kind: 'improvement-notice' }
  expect(await statuses(drafts.map(draft => manager.post(draft, source)))).toEqual([303, 400])
  expect(await count('source')).toBe(1)
  expect(await statuses(times(5, () => director.post('/boards/add', { name: 'Improvement Board' })))).toEqual([
    303, 400, 400, 400, 400,
  ])
  expect(await count('body')).toBe(1)
})

test('a timescale that another revises while many are edited is not put back', async () => {
  const id = await here.actionId('1.1')
  for (let round = 0; round < 10; round++) {
    const text = `${round + 1} March 2027`
    await Promise.all([
      manager.post(`/plan/actions/${id}/timescale`, {
        text,
        agreedBy: 'Board',
        agreedOn: '22/11/2026',
        reason: 'Later',
      }),
      director.post(`/plan/bulk?action=${id}`, {
        ids: String(id),
        change: 'next-test',
        nextTestOn: `${round + 1}/2/2027`,
        reason: 'Test',
      }),
    ])
    expect((await actionOf('1.1')).timescale.text).toBe(text)
  }
})

test('ratings and updates given at once are all kept', async () => {
  const id = await here.actionId('1.1')
  const before = await count('action_update')
  const rate = (site: Site, at: number) =>
    site.post(`/plan/actions/${id}/rate`, {
      text: `Update ${at}`,
      delivery: 'on-task',
      impact: 'starting',
      reason: `Audit ${at}`,
    })
  expect(await statuses(times(20, at => rate(at % 2 ? head : manager, at)))).toEqual(Array(20).fill(303))
  expect(await count('action_update')).toBe(before + 20)
  const history = await formOf(manager, `/plan/actions/${id}/history`)
  for (const at of times(20, at => at)) expect(history).toContain(`Audit ${at}`)
})

test.each([
  ['leads', { first: '', second: '', reason: 'Changed' }],
  ['timescale', { text: 'June 2027', agreedBy: 'Board', agreedOn: '22/11/2026', reason: 'Changed' }],
])('who opened the %s before another changed them is told, sees them, and may then save', async (part, typed) => {
  const id = await here.actionId('1.3')
  const address = `/plan/actions/${id}/${part}`
  const seen = seenIn(await formOf(manager, address))
  expect(seen).not.toBe('')
  expect((await director.post(address, { ...typed, seen })).status).toBe(303)
  const second = await manager.post(address, { ...typed, seen })
  expect(second.status).toBe(400)
  const shown = await second.text()
  expect(shown).toContain('while you had this page open')
  expect((await manager.post(address, { ...typed, seen: seenIn(shown) })).status).toBe(303)
})

test('a rating on a form that another has overtaken is shown the other rating first', async () => {
  const address = `/plan/actions/${await here.actionId('1.3')}/rate`
  const seen = seenIn(await formOf(manager, address))
  const rated = { delivery: 'delayed', impact: 'none', reason: 'No rota' }
  expect((await director.post(address, { ...rated, seen })).status).toBe(303)
  const second = await manager.post(address, { ...rated, delivery: 'on-task', reason: 'Rota drafted', seen })
  expect(second.status).toBe(400)
  expect(await second.text()).toContain('It was rated delayed')
  expect((await actionOf('1.3')).delivery).toBe('delayed')
})

test.each([
  [
    'rating',
    { delivery: 'completed', impact: 'made' },
    'rate',
    { delivery: 'on-task', impact: 'none', reason: 'Mine' },
  ],
  ['lead', { post: postOf('director') }, 'leads', { first: postOf('partner-lead'), reason: 'Hers now' }],
  ['body', { body: 'Scrutiny' }, 'edit', { monitoredBy: 'Executive Board', reason: 'Moved' }],
  [
    'next-test',
    { nextTestOn: '1/2/2027' },
    'timescale',
    { text: 'July 2027', agreedBy: 'Board', agreedOn: '22/11/2026', reason: 'Later' },
  ],
])(
  'changing the %s of many names those that another changed meanwhile, and changes none',
  async (kind, typed, part, other) => {
    const [one, two] = [await actionOf('1.2'), await actionOf('1.3')]
    const address = `/plan/bulk?action=${one.actionId}&action=${two.actionId}`
    const seen = (html: string) => Array.from(html.matchAll(/name="seen" value="([^"]*)"/g), ([, value]) => value!)
    const change = {
      ids: [one.actionId, two.actionId].map(String),
      seen: seen(await formOf(manager, address)),
      change: kind,
      reason: 'All of them',
      ...typed,
    } as Typed
    const its = `/plan/actions/${two.actionId}/${part}`
    const words = part === 'edit' ? { text: two.text, measureText: two.measureText, desiredOutcome: '' } : {}
    const edited = { seen: seenIn(await formOf(director, its)), ...words, ...other } as Typed
    expect((await director.post(its, edited)).status).toBe(303)
    const before = [await actionOf('1.2'), await actionOf('1.3')]
    const late = await manager.post(address, change)
    expect(late.status).toBe(400)
    const shown = await late.text()
    expect(shown).toContain('Someone else changed action 1.3 while you had this page open')
    expect([await actionOf('1.2'), await actionOf('1.3')]).toEqual(before)
    expect((await manager.post(address, { ...change, seen: seen(shown) })).status).toBe(303)
    expect(await actionOf('1.3')).not.toEqual(before[1])
  },
)

test('an update is added to many whatever another did meanwhile', async () => {
  const action = await actionOf('1.3')
  const address = `/plan/bulk?action=${action.actionId}`
  const seen = seenIn(await formOf(manager, address))
  const rated = { delivery: 'delayed', impact: 'none', reason: 'No rota yet' }
  expect((await director.post(`/plan/actions/${action.actionId}/rate`, rated)).status).toBe(303)
  const update = { ids: String(action.actionId), seen, change: 'update', text: 'Discussed', reason: '' }
  expect((await manager.post(address, update)).status).toBe(303)
})

test('of two people closing one finding the second does not open it again', async () => {
  const id = await database.reading(
    here.council.on(),
    async db => (await db.one<{ id: number }>(sql`select min(finding_id) as id from finding`, 'finding')).id,
  )
  const seen = seenIn(await formOf(manager, `/findings/${id}/close`))
  const close = { seen, reason: 'Closed by the department', sinceOn: '1/11/2026' }
  expect(await statuses([manager, director].map(site => site.post(`/findings/${id}/close`, close)))).toEqual([303, 400])
  expect(await formOf(manager, `/findings/${id}`)).toContain('Closed earlier')
})

test('a milestone is settled once, and a finding linked once', async () => {
  const action = await here.actionId('1.3')
  await manager.post(`/plan/actions/${action}/milestones`, { text: 'Letter drafted', dueOn: '1/3/2027' })
  const { milestoneId } = (await actionOf('1.3')).milestones[0]!
  const settle = (outcome: string) =>
    manager.post(`/plan/actions/${action}/milestones/${milestoneId}`, { outcome, reason: 'Said' })
  expect(await statuses(['met', 'missed'].map(settle))).toEqual([303, 400])
  const finding = /value="(\d+)">DfE Notice 4.2/.exec(await formOf(manager, `/plan/actions/${action}/links`))![1]!
  const link = () => manager.post(`/plan/actions/${action}/links`, { findingId: finding })
  expect(await statuses([link(), link(), link()])).toEqual([303, 400, 400])
})

test('a correction meant for one row of a reading is not made to another', async () => {
  const draft = await upload('shift.csv')
  const seen = seenIn(await formOf(manager, `${draft}/actions/3`))
  expect((await manager.post(`${draft}/actions/1`, { is: 'left-out', reason: 'Not part of the plan' })).status).toBe(
    303,
  )
  const late = await manager.post(`${draft}/actions/2`, { seen, is: 'action', text: 'Write to every governor' })
  expect(late.status).toBe(303)
  const wrong = await manager.post(`${draft}/actions/1`, { seen, is: 'action', text: 'Write to every governor' })
  expect(wrong.status).toBe(404)
  const found = await formOf(manager, draft)
  expect(found).toContain('Audit twenty cases')
  expect(found).toContain('Write to every governor')
})

test('of corrections of one reading at once, those that were acknowledged stand and the others are told', async () => {
  const draft = await upload('corrected.csv')
  const texts = times(3, at => `Corrected by ${at + 1} of three`)
  const answers = await Promise.all(
    texts.map((text, at) => manager.post(`${draft}/actions/${at + 1}`, { is: 'action', text })),
  )
  const kept = texts.filter((_, at) => answers[at]!.status === 303)
  expect(kept.length).toBeGreaterThan(0)
  for (const answer of answers.filter(({ status }) => status !== 303)) {
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Someone else corrected this plan at the same moment')
  }
  const found = await formOf(manager, draft)
  expect(texts.filter(text => found.includes(text))).toEqual(kept)
})
