import { beforeAll, expect, test } from 'vitest'
import { aTestAuthority, type TestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import type { ActionReading, PlanReading } from '../intake/plan-reading.ts'
import {
  addEvidence,
  addLeads,
  addMilestone,
  addMilestoneOutcome,
  addRating,
  addTimescale,
  addUpdate,
  addWording,
  findNewestWording,
  listWordings,
  withdrawCitation,
  addCitation,
} from './action-store.ts'
import { listCitations } from './citation-rows.ts'
import { allActions } from './plan.ts'
import { findAction, findCurrentPlanId, findPlanAsAt, listSources } from './store.ts'
import { addFindingClosure, addPostNamedByPlan, addSource, listPosts } from './source-store.ts'
import { keepVersion, type Keeping, type Kept, listVersions } from './version-store.ts'
import { listHappenings, listKin, listVersionsOfAction } from './history-store.ts'

const { database } = await testDatabase()
let here: TestAuthority
let doing: { personId: number; postId: number; on: ReturnType<typeof day> }
let kept: Kept

const anAction = (ref: string, text: string, more: Partial<ActionReading> = {}): ActionReading => ({
  ref,
  text,
  desiredOutcome: 'Children are seen in time',
  leads: [{ text: 'Head of Assessment', kind: 'post', offered: null }],
  leadText: 'Head of Assessment',
  timescaleText: 'March 2026',
  timescale: { kind: 'by', earliest: day('2026-03-01'), latest: day('2026-03-31') },
  startText: null,
  endText: null,
  measureText: '90% in time',
  targets: [
    {
      text: '90% by March 2026',
      value: 90,
      unit: '%',
      bound: 'at least',
      upTo: null,
      dueOn: day('2026-03-31'),
      series: 'first',
    },
  ],
  cites: [{ source: 'DfE Notice', ref: '4.1', text: '(DfE Notice 4.1)' }],
  objective: '1.1',
  delivery: null,
  impact: null,
  monitoredBy: 'Improvement Board',
  evidenceText: '',
  unmapped: { Notes: 'Kept as it is' },
  where: `row ${ref}`,
  row: 1,
  partOfRow: 1,
  ...more,
})

const aReading = (actions: ActionReading[]): PlanReading => ({
  file: 'plan.docx',
  title: 'Improvement plan',
  layouts: [],
  themes: [
    {
      ref: '1',
      title: 'Practice',
      where: '',
      objectives: [
        {
          ref: '1.1',
          text: 'Children are seen',
          cites: [{ source: 'Ofsted', ref: 'PA 2', text: '(Ofsted PA 2)' }],
          section: null,
          where: '',
        },
      ],
      actions,
    },
  ],
  surroundings: [],
  problems: [],
})

const keeping = (reading: PlanReading, more: Partial<Keeping>): Keeping => ({
  reading,
  title: reading.title,
  planId: null,
  startsOn: day('2025-01-01'),
  endsOn: day('2026-12-31'),
  fromOn: day('2025-01-01'),
  documentId: null,
  note: '',
  continues: {
    themes: reading.themes.map(() => null),
    objectives: [null],
    actions: reading.themes.flatMap(theme => theme.actions).map(() => null),
  },
  gone: [],
  posts: new Map([['Head of Assessment', here.posts['head-of-service'].postId]]),
  ...more,
})

const change = <Result>(work: Parameters<typeof database.transaction<Result>>[1]) =>
  database.transaction(here.on('programme-manager'), work)
const look = <Result>(work: Parameters<typeof database.reading<Result>>[1]) => database.reading(here.on(), work)
const on = (date: string) => ({ ...doing, on: day(date) })

beforeAll(async () => {
  here = await aTestAuthority(database)
  const manager = here.posts['programme-manager']
  doing = { personId: manager.personId, postId: manager.postId, on: day('2025-01-01') }
  kept = await change(db =>
    keepVersion(
      db,
      doing,
      keeping(aReading([anAction('1', 'Visit every child'), anAction('2', 'Audit every month')]), {}),
    ),
  )
})

test('a plan that was kept reads back word for word, with its leads, targets, citations and what nothing took', async () => {
  const plan = await look(async db => findPlanAsAt(db, (await findCurrentPlanId(db))!, day('2025-06-01')))
  expect(plan).toMatchObject({ title: 'Improvement plan', startsOn: '2025-01-01', version: { number: 1 } })
  expect(plan.themes[0]!.objectives[0]).toMatchObject({ ref: '1.1', citations: [{ source: 'Ofsted', ref: 'PA 2' }] })
  expect(allActions(plan).map(action => action.text)).toEqual(['Visit every child', 'Audit every month'])
  expect(allActions(plan)[0]).toMatchObject({
    leads: [{ title: 'Head of Assessment' }],
    timescale: { text: 'March 2026', latest: '2026-03-31' },
    targets: [{ value: 90, unit: '%', dueOn: '2026-03-31' }],
    citations: [{ source: 'DfE Notice', ref: '4.1' }],
    unmapped: { Notes: 'Kept as it is' },
    objectiveRef: '1.1',
    delivery: 'not-started',
    impact: 'none',
    ratedOn: null,
  })
})

test('before its first version there is no plan, and that is said', async () => {
  await expect(look(db => findPlanAsAt(db, kept.planId, day('2024-12-31')))).rejects.toThrow(
    'There is no plan on 31 December 2024',
  )
})

test('what happens to an action is seen from its day on, and not before', async () => {
  const id = kept.actionIds[0]!
  await change(async db => {
    await addRating(db, on('2025-03-01'), id, { delivery: 'on-task', impact: 'none', reason: 'Audit of March' })
    await addUpdate(db, on('2025-04-01'), id, 'Visits began')
    await addRating(db, on('2025-05-01'), id, { delivery: 'completed', impact: 'starting', reason: 'Audit of May' })
    await addEvidence(db, on('2025-05-02'), {
      actionId: id,
      findingId: null,
      kind: 'audit',
      title: 'Audit',
      text: '',
      shows: 'impact',
      speaksOfOn: day('2025-04-30'),
    })
    await addLeads(
      db,
      on('2025-06-01'),
      id,
      [here.posts['partner-lead'].postId, here.posts['head-of-service'].postId],
      'The nurse leads now',
    )
  })
  const at = (date: string) => look(db => findAction(db, id, day(date)))
  expect(await at('2025-02-28')).toMatchObject({ delivery: 'not-started', lastUpdateOn: null, evidence: [] })
  expect(await at('2025-03-01')).toMatchObject({
    delivery: 'on-task',
    reason: 'Audit of March',
    lastUpdateOn: '2025-03-01',
  })
  expect(await at('2025-04-30')).toMatchObject({ delivery: 'on-task', lastUpdateOn: '2025-04-01' })
  expect(await at('2025-05-02')).toMatchObject({
    delivery: 'completed',
    impact: 'starting',
    evidence: [{ title: 'Audit' }],
    leads: [{ title: 'Head of Assessment' }],
  })
  expect((await at('2025-06-01')).leads.map(lead => lead.title)).toEqual(['Designated Nurse', 'Head of Assessment'])
})

test('the first agreed date stays when a later one is agreed', async () => {
  const id = kept.actionIds[1]!
  await change(db =>
    addTimescale(db, on('2025-07-01'), id, {
      kind: 'by',
      earliest: day('2026-06-01'),
      latest: day('2026-06-30'),
      text: 'June 2026',
      nextTestOn: null,
      agreedOn: day('2025-07-01'),
      agreedBy: 'Improvement Board',
      reason: 'The auditor left',
    }),
  )
  expect(await look(db => findAction(db, id, day('2025-07-01')))).toMatchObject({
    revisions: 1,
    firstTimescale: { text: 'March 2026' },
    timescale: { text: 'June 2026', agreedBy: 'Improvement Board' },
  })
  expect(await look(db => findAction(db, id, day('2025-06-30')))).toMatchObject({
    revisions: 0,
    timescale: { text: 'March 2026' },
  })
})

test('a milestone that moved keeps its first day', async () => {
  const id = kept.actionIds[1]!
  await change(db => addMilestone(db, on('2025-02-01'), id, { text: 'Auditor in post', dueOn: day('2025-04-01') }))
  const [milestone] = (await look(db => findAction(db, id, day('2025-02-01')))).milestones
  await change(db =>
    addMilestoneOutcome(db, on('2025-04-01'), id, {
      milestoneId: milestone!.milestoneId,
      outcome: 'moved',
      newDueOn: day('2025-09-01'),
      reason: 'No applicants',
    }),
  )
  expect((await look(db => findAction(db, id, day('2025-04-01')))).milestones).toEqual([
    {
      milestoneId: milestone!.milestoneId,
      text: 'Auditor in post',
      dueOn: '2025-04-01',
      nowDueOn: '2025-09-01',
      outcome: null,
    },
  ])
})

test('an edit adds a wording and the earlier one stays', async () => {
  const id = kept.actionIds[0]!
  const now = await look(db => findNewestWording(db, id))
  await change(db =>
    addWording(db, on('2025-08-01'), id, { ...now, text: 'Visit every child every ten days' }, 'Agreed by the board'),
  )
  expect((await look(db => findAction(db, id, day('2025-08-01')))).text).toBe('Visit every child every ten days')
  expect((await look(db => findAction(db, id, day('2025-07-31')))).text).toBe('Visit every child')
  expect(await look(db => listWordings(db, id))).toHaveLength(2)
})

test('a link made by hand and withdrawn is seen between the two days only', async () => {
  const id = kept.actionIds[1]!
  const ofPlan = { planVersionId: kept.planVersionId, actionId: id, objectiveId: null }
  await change(db => addCitation(db, on('2025-02-01'), ofPlan, { source: 'LGA PR', ref: null, text: 'LGA PR' }))
  const count = async (date: string) => (await look(db => findAction(db, id, day(date)))).citations.length
  const withdrawn = await change(async db => {
    const { citationId } = (await listCitations(db, id, day('2025-02-01'))).at(-1)!
    await withdrawCitation(db, on('2025-03-01'), citationId, 'Linked by mistake')
    return citationId
  })
  expect(withdrawn).toBeGreaterThan(0)
  expect([await count('2025-01-31'), await count('2025-02-01'), await count('2025-03-01')]).toEqual([1, 2, 1])
})

test('a newer version keeps what continues, says what went where, and earlier days still show the earlier version', async () => {
  const reading = aReading([
    anAction('1', 'Visit every child every ten days'),
    anAction('2a', 'Audit practice'),
    anAction('2b', 'Audit recording', {
      timescaleText: 'May 2027',
      timescale: { kind: 'by', earliest: day('2027-05-01'), latest: day('2027-05-31') },
    }),
  ])
  const plan = await look(db => findPlanAsAt(db, kept.planId, day('2025-12-01')))
  const second = await change(db =>
    keepVersion(
      db,
      on('2026-01-01'),
      keeping(reading, {
        planId: kept.planId,
        fromOn: day('2026-01-01'),
        note: 'Refresh',
        continues: {
          themes: [plan.themes[0]!.themeId],
          objectives: [plan.themes[0]!.objectives[0]!.objectiveId],
          actions: [kept.actionIds[0]!, null, null],
        },
        gone: [
          { actionId: kept.actionIds[1]!, kind: 'split', toAction: 1, note: '' },
          { actionId: kept.actionIds[1]!, kind: 'split', toAction: 2, note: '' },
        ],
      }),
    ),
  )
  expect(second).toMatchObject({ planId: kept.planId, number: 2 })
  const after = await look(db => findPlanAsAt(db, kept.planId, day('2026-01-01')))
  expect(allActions(after).map(action => [action.ref, action.delivery])).toEqual([
    ['1', 'completed'],
    ['2a', 'not-started'],
    ['2b', 'not-started'],
  ])
  expect(allActions(after)[0]!.revisions).toBe(0)
  expect(
    allActions(await look(db => findPlanAsAt(db, kept.planId, day('2025-12-31')))).map(action => action.ref),
  ).toEqual(['1', '2'])
  expect(await look(db => listKin(db, kept.actionIds[1]!, day('2026-01-01')))).toMatchObject([
    { kind: 'split', ref: '2a', direction: 'to' },
    { kind: 'split', ref: '2b', direction: 'to' },
  ])
  expect(await look(db => listVersionsOfAction(db, kept.actionIds[0]!, day('2026-01-01')))).toMatchObject([
    { number: 1 },
    { number: 2 },
  ])
  expect((await look(db => listVersions(db, kept.planId))).map(version => [version.number, version.actions])).toEqual([
    [2, 3],
    [1, 2],
  ])
})

test('history tells everything with who and when, newest first', async () => {
  const happenings = await look(db => listHappenings(db, kept.actionIds[0]!, day('2026-12-31')))
  expect(happenings.map(one => one.kind)).toEqual(
    expect.arrayContaining(['rating', 'update', 'timescale', 'leads', 'wording', 'evidence']),
  )
  expect(happenings[0]!.on >= happenings.at(-1)!.on).toBe(true)
  expect(happenings.find(one => one.kind === 'rating')).toMatchObject({
    by: 'Ben Carter',
    post: 'Improvement Programme Manager',
  })
})

test('a source is kept with its findings, and a finding closed earlier says why', async () => {
  const sourceId = await change(db =>
    addSource(db, on('2025-01-01'), {
      title: 'Improvement Notice',
      shortName: 'DfE Notice',
      kind: 'improvement-notice',
      publisher: 'Department for Education',
      issuedOn: day('2024-11-01'),
      knownAs: ['Improvement Notice'],
      documentId: null,
      findings: [
        { ref: '4.1', heading: 'Practice', text: 'See every child', lead: null, where: '' },
        { ref: '4.2', heading: 'Practice', text: 'Record it', lead: 'Head', where: '' },
      ],
    }),
  )
  const [source] = await look(db => listSources(db, day('2025-01-01')))
  expect(source).toMatchObject({
    sourceId,
    knownAs: ['Improvement Notice'],
    findings: [
      { ref: '4.1', closed: null },
      { ref: '4.2', leadText: 'Head' },
    ],
  })
  await change(db =>
    addFindingClosure(db, on('2025-02-01'), source!.findings[1]!.findingId, {
      closed: true,
      reason: 'Done in 2024',
      sinceOn: day('2025-02-01'),
    }),
  )
  expect((await look(db => listSources(db, day('2025-02-01'))))[0]!.findings[1]!.closed).toEqual({
    on: '2025-02-01',
    reason: 'Done in 2024',
  })
  expect((await look(db => listSources(db, day('2025-01-31'))))[0]!.findings[1]!.closed).toBeNull()
  expect(await look(db => listSources(db, day('2024-12-31')))).toEqual([])
})

test('a post that a plan names is added to the council and held by nobody', async () => {
  await change(db => addPostNamedByPlan(db, doing, 'Head of Nothing Yet'))
  expect(await look(db => listPosts(db, day('2025-01-01')))).toContainEqual(
    expect.objectContaining({ title: 'Head of Nothing Yet', holder: null, organisationKind: 'council' }),
  )
})

test('two themes under one reference keep their own actions', async () => {
  const reading = aReading([anAction('1', 'In the first theme')])
  reading.themes.push({
    ref: '1',
    title: 'Another theme numbered one',
    where: '',
    objectives: [],
    actions: [anAction('1', 'In the second theme', { objective: null })],
  })
  const { planId } = await change(db =>
    keepVersion(db, on('2026-02-01'), keeping(reading, { fromOn: day('2026-02-01') })),
  )
  const plan = await look(db => findPlanAsAt(db, planId, day('2026-02-01')))
  expect(plan.themes.map(theme => theme.actions.map(action => action.text))).toEqual([
    ['In the first theme'],
    ['In the second theme'],
  ])
})

test('a newer version has its own title and period; earlier days keep the earlier ones', async () => {
  const first = aReading([anAction('1', 'See every child')])
  const { planId, actionIds } = await change(db =>
    keepVersion(db, on('2024-03-01'), keeping(first, { title: 'The first plan', fromOn: day('2024-03-01') })),
  )
  const continues = { themes: [null], objectives: [null], actions: [actionIds[0]!] }
  const next = (more: Partial<Keeping>, reading = first) =>
    change(db =>
      keepVersion(db, on('2024-09-01'), keeping(reading, { planId, fromOn: day('2024-09-01'), continues, ...more })),
    )
  await next({ title: 'The plan, refreshed', endsOn: day('2028-12-31') })
  const at = (date: string) => look(db => findPlanAsAt(db, planId, day(date)))
  expect(await at('2024-08-31')).toMatchObject({ title: 'The first plan', endsOn: '2026-12-31' })
  expect(await at('2024-09-01')).toMatchObject({ title: 'The plan, refreshed', endsOn: '2028-12-31' })
})

test('links that people made go on with a newer version, and links they ended stay ended', async () => {
  const reading = aReading([anAction('1', 'See every child')])
  const first = await change(db => keepVersion(db, on('2024-04-01'), keeping(reading, { fromOn: day('2024-04-01') })))
  const [id] = first.actionIds
  await change(async db => {
    const from = { planVersionId: first.planVersionId, actionId: id!, objectiveId: null }
    await addCitation(db, on('2024-05-01'), from, { source: 'Ofsted', ref: 'PA 9', text: 'Ofsted PA 9' })
    const [own] = await listCitations(db, id!, day('2024-05-01'))
    await withdrawCitation(db, on('2024-05-02'), own!.citationId, 'It answers another clause')
    const continues = { themes: [null], objectives: [null], actions: [id!] }
    await keepVersion(
      db,
      on('2024-06-01'),
      keeping(reading, { planId: first.planId, fromOn: day('2024-06-01'), continues }),
    )
  })
  const cites = async (date: string) =>
    (await look(db => findAction(db, id!, day(date)))).citations.map(one => `${one.source} ${one.ref}`)
  expect(await cites('2024-05-01')).toEqual(['DfE Notice 4.1', 'Ofsted PA 9'])
  expect(await cites('2024-06-01')).toEqual(['Ofsted PA 9'])
})

test('a version that words the lead otherwise ends the earlier lead, even where it names nobody known', async () => {
  const reading = aReading([anAction('1', 'See every child'), anAction('2', 'Audit practice')])
  const first = await change(db => keepVersion(db, on('2024-04-01'), keeping(reading, { fromOn: day('2024-04-01') })))
  const nurse = here.posts['partner-lead'].postId
  await change(db => addLeads(db, on('2024-05-01'), first.actionIds[1]!, [nurse], 'Agreed at the board'))
  const later = aReading([
    anAction('1', 'See every child', {
      leadText: 'To be confirmed',
      leads: [{ text: 'To be confirmed', kind: 'unknown', offered: null }],
    }),
    anAction('2', 'Audit practice'),
  ])
  const continues = { themes: [null], objectives: [null], actions: first.actionIds }
  await change(db =>
    keepVersion(db, on('2024-06-01'), keeping(later, { planId: first.planId, fromOn: day('2024-06-01'), continues })),
  )
  const leads = async (id: number, date: string) =>
    (await look(db => findAction(db, id, day(date)))).leads.map(lead => lead.title)
  expect(await leads(first.actionIds[0]!, '2024-05-31')).toEqual(['Head of Assessment'])
  expect(await leads(first.actionIds[0]!, '2024-06-01')).toEqual([])
  expect(await leads(first.actionIds[1]!, '2024-06-01')).toEqual(['Designated Nurse'])
})

test('a rating in the document is taken for what is new, and for what continues only where someone chose it', async () => {
  const rated = (delivery: string) => ({ text: delivery, colour: null, meaning: null })
  const first = aReading([
    anAction('1', 'See every child', { delivery: rated('On task') }),
    anAction('2', 'Audit', { delivery: rated('Amber') }),
  ])
  const kept = await change(db => keepVersion(db, on('2024-04-01'), keeping(first, { fromOn: day('2024-04-01') })))
  const later = aReading([
    anAction('1', 'See every child', { delivery: rated('Completed') }),
    anAction('2', 'Audit', { delivery: rated('Completed') }),
  ])
  const continues = { themes: [null], objectives: [null], actions: kept.actionIds }
  await change(db =>
    keepVersion(
      db,
      on('2024-06-01'),
      keeping(later, { planId: kept.planId, fromOn: day('2024-06-01'), continues, takeRatings: new Set([1]) }),
    ),
  )
  const at = (index: number, date: string) => look(db => findAction(db, kept.actionIds[index]!, day(date)))
  expect(await at(0, '2024-05-01')).toMatchObject({ delivery: 'on-task', impact: 'none' })
  expect(await at(1, '2024-05-01')).toMatchObject({
    ratedOn: null,
    unmapped: { 'Delivery rating in the document': 'Amber' },
  })
  expect(await at(0, '2024-06-01')).toMatchObject({ delivery: 'on-task' })
  expect(await at(1, '2024-06-01')).toMatchObject({
    delivery: 'completed',
    reason: 'As the plan document gives it: Completed',
  })
})
