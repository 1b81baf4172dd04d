/** Loads from their files to a snapshot: read beside the pages, staged, kept whole or not at all, and the same again is nothing new. */
import { afterAll, expect, test } from 'vitest'
import { keepSnapshot } from '../children/keep-snapshot.ts'
import { recordsAt } from '../children/record-store.ts'
import { peopleKnownIn } from '../children/snapshot-changes.ts'
import { findSnapshot, latestSnapshot } from '../children/snapshot.ts'
import { takeJob } from '../store/jobs.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { doubtsOf, whyNotKept } from './load-doubts.ts'
import { listProblemGroups } from './load-problem-store.ts'
import { setAside } from './load-store.ts'
import { LOADING, readAgain, readLoad } from './load-work.ts'
import { aWeek, bring, bringAndKeep, byOf, type Council, doJobs, loadNow } from './test-loads.ts'
import { file } from './test-ssd.ts'
import { addMapping, listMappingsMade, putMappingBack, valueMapOf } from './value-mapping.ts'

const { database } = await testDatabase()
afterAll(() => database.close())

let councils = 0
const aCouncil = () => aTestAuthority(database, `Council ${(councils += 1)}`)
const within = <Result>(council: Council, work: Parameters<typeof database.transaction<Result>>[1]) =>
  database.transaction({ ...council.on('analyst'), work: LOADING }, work)
const count = (council: Council, query = sql`select count(*)::integer as count from child_record`) =>
  within(council, db => db.one<{ count: number }>(query, '')).then(row => row.count)
const said = async (council: Council, snapshotId: number) =>
  (await loadNow(database, council, snapshotId)).problems
    .filter(({ problem }) => !problem.startsWith('No file holds'))
    .map(({ file, row, column, problem, found }) => [file, row, column, problem, found].filter(Boolean).join(' | '))
const against = (council: Council, snapshotId: number) =>
  within(council, async db => {
    const [load, last] = [await findSnapshot(db, snapshotId), await latestSnapshot(db)]
    const known = await peopleKnownIn(db, snapshotId)
    return { refused: whyNotKept(load, last), doubts: doubtsOf(load, last, known, 0.5).map(({ doubt }) => doubt) }
  })

test('files are read by a job, staged, and kept as a snapshot; then the files are gone', async () => {
  const council = await aCouncil()
  const { snapshotId } = await bring(database, council, '2026-10-03', aWeek())
  expect(await loadNow(database, council, snapshotId)).toMatchObject({
    state: 'staged',
    asAt: '2026-10-03',
    route: 'ssd',
    stagedBy: expect.any(String),
    rowCounts: { people: 12, referrals: 12, cpVisits: 2 },
    told: { counts: { ssd_person: { read: 12, kept: 12, refused: 0, repeated: 0 } } },
  })
  expect(await count(council)).toBe(0)
  expect(await bringAndKeep(database, council, '2026-10-03', aWeek())).toBe(snapshotId)
  const records = await within(council, db => recordsAt(db, snapshotId))
  expect([records.people.length, records.referrals[0]]).toEqual([
    12,
    expect.objectContaining({ personId: 'P1', source: '1A' }),
  ])
  expect(await count(council, sql`select count(*)::integer as count from load_file`)).toBe(0)
})

test('the same files of the same day again are no new load, in whatever order they come', async () => {
  const council = await aCouncil()
  const first = await bringAndKeep(database, council, '2026-10-03', aWeek())
  const again = await bring(database, council, '2026-10-03', aWeek().toReversed())
  expect(again).toEqual({ snapshotId: first, isNew: false, state: 'kept' })
  expect(await count(council, sql`select count(*)::integer as count from snapshot`)).toBe(1)
  expect(await bring(database, council, '2026-10-10', aWeek())).toMatchObject({ isNew: true })
})

test('a load whose reading is killed is read again, and staged once', async () => {
  const council = await aCouncil()
  const { snapshotId } = await bring(database, council, '2026-10-03', aWeek())
  await within(council, db => readAgain(db, snapshotId, null))
  await takeJob(database, ['read-load']) // taken, and then nothing more was heard
  expect((await loadNow(database, council, snapshotId)).state).toBe('reading')
  await within(council, db => db.run(sql`update job set heartbeat_at = now() - interval '5 minutes'`))
  await doJobs(database)
  expect(await loadNow(database, council, snapshotId)).toMatchObject({ state: 'staged', rowCounts: { people: 12 } })
  expect(await count(council, sql`select count(*)::integer as count from staged_record`)).toBe(26)
})

test('two instances that read the same load stage it once', async () => {
  const council = await aCouncil()
  const { snapshotId } = await bring(database, council, '2026-10-03', aWeek())
  await within(council, db => readAgain(db, snapshotId, null))
  await Promise.all([1, 2].map(() => readLoad(database, council.authorityId, snapshotId)))
  expect(await count(council, sql`select count(*)::integer as count from staged_record`)).toBe(26)
  await doJobs(database)
})

test('what is set aside leaves its problems and nothing of its records', async () => {
  const council = await aCouncil()
  const { snapshotId } = await bring(database, council, '2026-10-03', aWeek(2, { visits: ['V1,P1,C1,31/02/2016'] }))
  expect(await within(council, db => setAside(db, snapshotId, null))).toBe(true)
  expect(await count(council, sql`select count(*)::integer as count from staged_record`)).toBe(0)
  expect(await said(council, snapshotId)).toEqual([expect.stringContaining('31/02/2016')])
  expect(await within(council, db => setAside(db, snapshotId, null))).toBe(false)
})

test('words that nobody has mapped are listed; mapped, the load is read again; put back, they are unknown again', async () => {
  const council = await aCouncil()
  const files = [
    ...aWeek(),
    file(
      'ssd_contacts.csv',
      'cont_contact_id,cont_person_id,cont_contact_date,cont_contact_source_code',
      'K1,P1,2026-09-01,Grandmother',
      'K2,P2,2026-09-02,Grandmother',
    ),
  ]
  const { snapshotId } = await bring(database, council, '2026-10-03', files)
  const sources = () =>
    within(council, db =>
      db.rows<{ s: string | null }>(
        sql`select row ->> 'source' as s from staged_record where kind = 'contacts' order by row_no`,
      ),
    )
  expect((await loadNow(database, council, snapshotId)).told.unmapped).toEqual([
    { table: 'ssd_contacts', column: 'cont_contact_source_code', value: 'Grandmother', count: 2 },
  ])
  expect(await sources()).toEqual([{ s: null }, { s: null }])

  const me = byOf(council).personId
  await within(council, async db => {
    await addMapping(db, { listName: 'source', words: 'Grandmother', code: '1A' }, me)
    await readAgain(db, snapshotId, me)
  })
  await doJobs(database)
  expect(await sources()).toEqual([{ s: '1A' }, { s: '1A' }])
  expect((await loadNow(database, council, snapshotId)).told.unmapped).toEqual([])

  await within(council, async db => {
    await putMappingBack(db, { listName: 'source', words: 'Grandmother' }, me)
    expect(await valueMapOf(db)).toEqual({})
    expect((await listMappingsMade(db, 'source')).map(({ isPutBack }) => isPutBack)).toEqual([true, false])
  })
})

test('a load that is read with other mappings is another load', async () => {
  const council = await aCouncil()
  const first = await bringAndKeep(database, council, '2026-10-03', aWeek())
  await within(council, db =>
    addMapping(db, { listName: 'source', words: 'Grandmother', code: null }, byOf(council).personId),
  )
  const again = await bring(database, council, '2026-10-03', aWeek())
  expect(again).toMatchObject({ isNew: true })
  expect(again.snapshotId).not.toBe(first)
})

test('an earlier day than the last load’s is refused in words', async () => {
  const council = await aCouncil()
  await bringAndKeep(database, council, '2026-10-10', aWeek())
  const { snapshotId } = await bring(database, council, '2026-10-03', aWeek())
  expect((await against(council, snapshotId)).refused).toBe(
    'The last load kept is as at 10 October 2026. This one is as at 3 October 2026, which is earlier: loads are kept in the order of their days.',
  )
})

test('the first load is kept without a question, and so is the next of the same council', async () => {
  const council = await aCouncil()
  const first = await bring(database, council, '2026-10-03', aWeek())
  expect(await against(council, first.snapshotId)).toEqual({ refused: null, doubts: [] })
  await bringAndKeep(database, council, '2026-10-03', aWeek())
  const next = await bring(database, council, '2026-10-10', aWeek(13))
  expect(await against(council, next.snapshotId)).toEqual({ refused: null, doubts: [] })
})

test.each([
  [6, []],
  [5, ['Of 12 people in the last load, 5 are in this one (41.6%). It may be the extract of another council, or of part of this one.']], // prettier-ignore
])(
  'with %s of 12 people known from the last load, of which half are wanted, the doubts are %j',
  async (known, expected) => {
    const council = await aCouncil()
    await bringAndKeep(database, council, '2026-10-03', aWeek())
    const others = aWeek(12 + 12 - known).map(({ name, bytes }) => {
      const lines = Buffer.from(bytes).toString().split('\r\n')
      return name === 'ssd_cp_visits.csv' ? file(name, ...lines) : file(name, lines[0]!, ...lines.slice(1 + 12 - known))
    })
    const { snapshotId } = await bring(database, council, '2026-10-10', others)
    expect((await against(council, snapshotId)).doubts.filter(doubt => doubt.includes('people'))).toEqual(expected)
  },
)

test('half a set of tables is asked about by name, and rows lost in a table by number', async () => {
  const council = await aCouncil()
  await bringAndKeep(database, council, '2026-10-03', aWeek(30))
  const files = [aWeek(30)[0]!, file('ssd_cin_episodes.csv', ...Buffer.from(aWeek(30)[1]!.bytes).toString().split('\r\n').slice(0, 20))] // prettier-ignore
  const { snapshotId } = await bring(database, council, '2026-10-10', files)
  expect((await against(council, snapshotId)).doubts).toEqual([
    'The last load had these, and no file of this one holds them: child protection visits (2). Where it is kept, nothing that needs them can be counted from it.',
    'There were 30 referrals in the last load, and there are 19 in this one.',
  ])
})

test.each([
  [20, 0], // a third fewer is still as it may be
  [19, 1],
])('of 30 referrals before, %s now: %s doubts', async (now, doubts) => {
  const load = (snapshotId: number, referrals: number) =>
    ({ snapshotId, state: 'staged', asAt: day('2026-10-03'), rowCounts: { referrals } }) as never
  expect(doubtsOf(load(2, now), load(1, 30), null, 0.5)).toHaveLength(doubts)
})

test('another kind of extract than the last is asked about', () => {
  const load = (snapshotId: number, route: string) => ({ snapshotId, state: 'staged', route, asAt: day('2026-10-03'), rowCounts: {} }) as never // prettier-ignore
  expect(doubtsOf(load(2, 'ssd'), load(1, 'ssd'), null, 0.5)).toEqual([])
  expect(doubtsOf(load(2, 'annex-a'), load(1, 'ssd'), null, 0.5)).toEqual([
    { id: 'route', doubt: expect.stringContaining('was Standard Safeguarding Dataset, and this one is Annex A') },
  ])
})

test.each([
  ['a PDF', [{ name: 'plan.pdf', bytes: Buffer.from('%PDF-1.7 ...') }], /plan\.pdf.*a PDF/],
  [
    'a table of something else',
    [file('bins.csv', 'street,day', 'High Street,Monday')],
    /bins\.csv.*No table was recognised/,
  ],
  ['an empty file', [{ name: 'ssd_person.csv', bytes: Buffer.alloc(0) }], /ssd_person\.csv.*empty/],
])('%s is no extract: the load is refused, and says why', async (_what, files, why) => {
  const council = await aCouncil()
  const { snapshotId } = await bring(database, council, '2026-10-03', files)
  expect((await loadNow(database, council, snapshotId)).state).toBe('refused')
  expect((await said(council, snapshotId)).join('\n')).toMatch(why)
  expect((await against(council, snapshotId)).refused).toContain('cannot be used')
})

test('a list of Annex A is a load by that route, and says how far back it reaches', async () => {
  const council = await aCouncil()
  const contacts = file(
    'List_1.csv',
    'Child Unique ID,Gender,Ethnicity,Date of Birth,Age of Child (Years),Date of Contact,Contact Source',
    'C1,b) Female,a) WBRI,02/03/2015,11,05/09/2026,q) 6: Police',
  )
  const snapshotId = await bringAndKeep(database, council, '2026-10-03', [contacts])
  const load = await loadNow(database, council, snapshotId)
  expect(load).toMatchObject({ state: 'kept', route: 'annex-a', rowCounts: { contacts: 1, people: 1 } })
  expect(load.told.since).toEqual([{ table: 'contacts', from: '2026-04-03' }])
})

const VISITS = 'cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date'
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

test.each([
  ['UTF-16', utf16(`${VISITS}\r\nV1,P1,C1,2026-10-01`), { cpVisits: 1 }],
  ['semicolons', Buffer.from(`${VISITS}\r\nV1,P1,C1,2026-10-01`.replaceAll(',', ';')), { cpVisits: 1 }],
])('%s are read like any other file', async (_what, bytes, rowCounts) => {
  const council = await aCouncil()
  const { snapshotId } = await bring(database, council, '2026-10-03', [
    aWeek()[0]!,
    { name: 'ssd_cp_visits.csv', bytes },
  ])
  expect(await loadNow(database, council, snapshotId)).toMatchObject({ state: 'staged', rowCounts })
})

test.each([
  ['a day that never was', 'V1,P1,C1,31/02/2016', /row 2|\| 2 \|/],
  ['a day in the future', 'V1,P1,C1,2027-10-01', /2027-10-01/],
  ['an error of a workbook, which is nothing', 'V1,P1,C1,#N/A', /Nothing stands here/],
  ['a formula', 'V1,P1,C1,"=TODAY()"', /=TODAY\(\)/],
  ['a row that came apart', 'V1,P1,C1,2026-10-01,,,x', /more cells than there are headings/],
])('%s is told by file and row, and the good row beside it is kept', async (_what, row, problem) => {
  const council = await aCouncil()
  const { snapshotId } = await bring(database, council, '2026-10-03', aWeek(2, { visits: [row, 'V2,P2,C2,2026-10-02'] })) // prettier-ignore
  const load = await loadNow(database, council, snapshotId)
  const visits = load.problems.filter(({ file, row }) => file === 'ssd_cp_visits.csv' && row === 2)
  expect(visits).toHaveLength(1)
  expect(Object.values(visits[0]!).join(' | ')).toMatch(problem)
  expect(await count(council, sql`select count(*)::integer as count from staged_record where row_key = 'V2'`)).toBe(1)
  const counts = load.told.counts['ssd_cp_visits']!
  expect(counts.read).toBe(counts.kept + counts.refused + counts.repeated)
})

test('an end before its start and two plans at once reach the list of problems, grouped', async () => {
  const council = await aCouncil()
  const plans = file(
    'ssd_cp_plans.csv',
    'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date',
    'C1,P1,2026-05-01,2026-04-01',
    'C2,P2,2026-05-01,',
    'C3,P2,2026-06-01,',
  )
  const { snapshotId } = await bring(database, council, '2026-10-03', [...aWeek(), plans])
  const groups = (await within(council, db => listProblemGroups(db, snapshotId))).filter(one => one.file === plans.name)
  expect(groups.map(({ problem, firstRow, times }) => [problem, firstRow, times])).toEqual([
    [expect.stringMatching(/before/), 2, 1],
    [expect.stringMatching(/two|at once|overlap|another/i), expect.any(Number), 1],
  ])
})

test('another council sees nothing of a load, nor can it keep it', async () => {
  const [council, other] = [await aCouncil(), await aCouncil()]
  const { snapshotId } = await bring(database, council, '2026-10-03', aWeek())
  expect(await within(other, db => keepSnapshot(db, snapshotId, null))).toBe(false)
  for (const table of ['snapshot', 'staged_record', 'load_file', 'load_problem'])
    expect(await count(other, { text: [`select count(*)::integer as count from ${table}`], values: [] })).toBe(0)
})
