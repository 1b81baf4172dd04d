/** Making a pack, and finding it as it was made, as those who use it do. */
import { Hono } from 'hono'
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { addBody, addMeeting } from '../governance/store.ts'
import type { ActionReading, PlanReading } from '../intake/plan-reading.ts'
import { sessionOf } from '../people/test-session.ts'
import { visitors } from '../people/visitors.ts'
import { addRating } from '../plan/action-store.ts'
import { pages as planPages } from '../plan/pages.ts'
import { allActions } from '../plan/plan.ts'
import { addSource } from '../plan/source-store.ts'
import { findCurrentPlanId, findPlanAsAt } from '../plan/store.ts'
import { keepVersion } from '../plan/version-store.ts'
import { connect } from '../store/connect.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, type Site, siteOf } from '../web/test-site.ts'
import { pages } from './pages.ts'
import { findLastPackAsAt, findPack, listPacks } from './store.ts'

const { database, ownerUrl } = await testDatabase()
const council = await aTestAuthority(database)
const neighbour = await aTestAuthority(database, 'Otherham')
const app = new Hono()
const faults: string[] = []
servePages(app, {
  database,
  pages: [...planPages, ...pages],
  visitors,
  address: ADDRESS,
  now: () => new Date('2026-11-22T09:00:00Z'),
  log: line => void faults.push(JSON.stringify(line)),
})

const as = async (role: Parameters<typeof sessionOf>[2], whose = council): Promise<Site> =>
  siteOf(app, await sessionOf(database, whose, role, new Date('2026-11-22T08:59:00Z')))
const manager = await as('programme-manager')
const by = { ...council.posts['programme-manager'] }

const action = (ref: string, text: string): ActionReading => ({
  ref,
  text,
  desiredOutcome: '',
  leads: [],
  leadText: 'Head of Assessment',
  timescaleText: 'By 31 October 2026',
  timescale: { kind: 'by', earliest: null, latest: day('2026-10-31') },
  startText: null,
  endText: null,
  measureText: '',
  targets: [],
  cites: [],
  objective: null,
  delivery: null,
  impact: null,
  monitoredBy: '',
  evidenceText: '',
  unmapped: {},
  where: '',
  row: 1,
  partOfRow: 1,
})

const reading: PlanReading = {
  file: 'plan.docx',
  title: 'Improvement plan',
  layouts: [],
  surroundings: [],
  problems: [],
  themes: [
    {
      ref: '1',
      title: 'Practice',
      where: '',
      objectives: [],
      actions: [action('1.1', 'Visit every child'), action('1.2', 'Audit every month')],
    },
  ],
}

const look = <Result>(work: Parameters<typeof database.reading<Result>>[1]) => database.reading(council.on(), work)
const packFrom = (answer: Response) => Number(answer.headers.get('location')!.split('/').at(-1))

test('before there is a plan, the reports say what to do, and no pack can be made', async () => {
  expect(await (await manager.visit('/reports')).text()).toMatch(
    /No pack has been made yet.*load the improvement plan first/s,
  )
  expect((await manager.post('/reports/packs/make', { asAt: '22/11/2026', since: '' })).status).toBe(400)
})

let first: number

test('a pack is made, frozen, recorded, and says that it is the first', async () => {
  await database.transaction(council.on(), async db => {
    const doing = { ...by, on: day('2026-01-05') }
    await keepVersion(db, doing, {
      reading,
      title: reading.title,
      planId: null,
      startsOn: null,
      endsOn: null,
      fromOn: day('2026-01-05'),
      documentId: null,
      note: '',
      continues: { themes: [null], objectives: [], actions: [null, null] },
      gone: [],
      posts: new Map(),
    })
    await addSource(db, doing, {
      title: 'Improvement Notice',
      shortName: 'DfE Notice',
      kind: 'improvement-notice',
      publisher: '',
      issuedOn: null,
      knownAs: [],
      documentId: null,
      findings: [{ ref: '4.1', heading: '', text: 'See every child', lead: null, where: '' }],
    })
    const bodyId = await addBody(db, by, {
      name: 'Improvement Board',
      role: '',
      meetsEveryWeeks: 6,
      isImprovementBoard: true,
    })
    for (const on of ['2026-10-14', '2026-12-02'])
      await addMeeting(db, by, { bodyId, meetsOn: day(on), place: 'Guildhall' })
  })
  const answer = await manager.post('/reports/packs/make', { asAt: '14/10/2026', since: '' })
  expect(answer.status).toBe(303)
  first = packFrom(answer)
  const html = await (await manager.visit(`/reports/packs/${first}`)).text()
  expect(html).toContain('This is the first pack for this plan.')
  expect(html).toContain('No action is late.')
  expect(html).toMatch(/Fingerprint <code>[0-9a-f]{64}<\/code>/)
  expect(await look(async db => (await findPack(db, first)).madeBy)).toBe(by.name)
})

test('the form offers today and the last pack', async () => {
  const html = await (await manager.visit('/reports/packs/make')).text()
  expect(html).toMatch(/name="asAt"[^>]*value="22\/11\/2026"/)
  expect(html).toMatch(/name="since"[^>]*value="14\/10\/2026"/)
})

test('the next pack tells what changed since the last', async () => {
  await database.transaction(council.on(), async db => {
    const plan = await findPlanAsAt(db, (await findCurrentPlanId(db))!, day('2026-11-20'))
    const { actionId } = allActions(plan)[0]!
    await addRating(db, { ...by, on: day('2026-11-20') }, actionId, {
      delivery: 'completed',
      impact: 'none',
      reason: 'All were visited',
    })
  })
  const answer = await manager.post('/reports/packs/make', { asAt: '22/11/2026', since: '14/10/2026' })
  const html = await (await manager.visit(`/reports/packs/${packFrom(answer)}`)).text()
  const words = html.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ')
  expect(words).toContain('1 action was completed (1.1).')
  expect(words).toContain('1 action became late (1.2).')
  expect(words).toContain('All were visited')
  expect(words).toContain('Improvement Board, Wednesday 2 December 2026, Guildhall')
})

test('an earlier pack stands as it was made, whatever happened since', async () => {
  const html = await (await manager.visit(`/reports/packs/${first}`)).text()
  expect(html).not.toContain('All were visited')
})

test('every figure opens its ground, on the day that the pack tells of', async () => {
  const html = await (await manager.visit(`/reports/packs/${first}`)).text()
  const opened = new Set(
    [...html.matchAll(/href="(\/(?:plan|findings)[^"]*as-at=2026-10-14[^"]*)"/g)].map(([, to]) =>
      to!.replaceAll('&amp;', '&'),
    ),
  )
  expect(opened.size).toBeGreaterThan(10)
  for (const to of opened) expect((await manager.visit(to)).status, to).toBe(200)
})

test('its files are downloads of the same words', async () => {
  const word = await manager.visit(`/reports/packs/${first}/pack.docx`)
  expect(word.headers.get('content-disposition')).toContain('Improvement Board pack 2026-10-14.docx')
  const zip = await JSZip.loadAsync(await word.arrayBuffer())
  expect(await zip.file('word/document.xml')!.async('string')).toContain('Visit every child')
  const pdf = await manager.visit(`/reports/packs/${first}/pack.pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 8)).toBe('%PDF-1.7')
})

test.each([
  [{ asAt: '', since: '' }, 'Enter the day that the pack tells of'],
  [{ asAt: '23/11/2026', since: '' }, 'The day must be today or earlier'],
  [{ asAt: '22/11/2026', since: '22/11/2026' }, 'The day to compare with must be before'],
  [{ asAt: '04/01/2026', since: '' }, 'The plan had not begun on that day'],
  [{ asAt: '31/02/2026', since: '' }, 'Enter a date that exists'],
])('%j is refused in words, with what was typed kept', async (typed, words) => {
  const answer = await manager.post('/reports/packs/make', typed)
  expect(answer.status).toBe(400)
  const html = await answer.text()
  expect(html).toContain(words)
  if (typed.asAt) expect(html).toContain(`value="${typed.asAt}"`)
  expect(await look(listPacks)).toHaveLength(2)
})

test('a pack for an earlier day compares with the pack before that day', async () => {
  const planId = await look(findCurrentPlanId)
  expect(await look(db => findLastPackAsAt(db, planId!, day('2026-11-22')))).toBe('2026-10-14')
  expect(await look(db => findLastPackAsAt(db, planId!, day('2026-10-14')))).toBeNull()
})

test('a member reads packs and makes none; a neighbour sees none', async () => {
  const member = await as('board-member')
  expect((await member.visit(`/reports/packs/${first}`)).status).toBe(200)
  expect(await (await member.visit('/reports')).text()).not.toContain('Make a board pack')
  expect((await member.post('/reports/packs/make', { asAt: '22/11/2026', since: '' })).status).toBe(403)
  const other = await as('director', neighbour)
  expect((await other.visit(`/reports/packs/${first}`)).status).toBe(404)
  expect((await other.visit(`/reports/packs/${first}/pack.docx`)).status).toBe(404)
})

test('a pack whose content was changed behind our back is not shown', async () => {
  const owner = connect(ownerUrl, { max: 1 })
  await owner`alter table pack no force row level security`
  await owner`update pack set content = jsonb_set(content, '{title}', '"Another"') where pack_id = ${first}`
  await owner`alter table pack force row level security`
  await owner.end()
  expect((await manager.visit(`/reports/packs/${first}`)).status).toBe(500)
  expect(faults.join()).toContain('is not as it was frozen')
})
