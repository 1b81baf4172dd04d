/** Runs: figures and cases from a kept snapshot, what was reported and what is known, and what a second run of the same leaves alone. */
import { expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { type Day, day } from '../terms/day.ts'
import { historyAt } from './kept-history.ts'
import type { ExampleRecords } from './measure-example.ts'
import { recordsOf } from './measure-example.ts'
import { runMeasures } from './run-measures.ts'
import { caseLine, findLatestRun, keepCases, listFigures, listWaysKnown } from './run-store.ts'

const { database } = await testDatabase()
const WORK = 'work-out-measures'

/** Two referrals in September; the assessment of the second is written up late, and found to have been authorised in time. */
const referrals = [
  { id: 'r1', personId: 'P1', referredOn: '2015-09-07' },
  { id: 'r2', personId: 'P2', referredOn: '2015-09-07' },
] as const
const first: ExampleRecords = {
  referrals,
  assessments: [
    { id: 'a1', personId: 'P1', referralId: 'r1', startedOn: '2015-09-08', authorisedOn: '2015-11-09' },
    { id: 'a2', personId: 'P2', referralId: 'r2', startedOn: '2015-09-08' },
  ],
}
const later: ExampleRecords = {
  ...first,
  assessments: [
    first.assessments![0]!,
    { id: 'a2', personId: 'P2', referralId: 'r2', startedOn: '2015-09-08', authorisedOn: '2015-11-06' },
  ],
}

let councils = 0
async function councilWith(...loads: [Day, ExampleRecords][]) {
  const council = await aTestAuthority(database, `Council ${(councils += 1)}`)
  const runs: (number | null)[] = []
  const snapshots: number[] = []
  for (const [asAt, records] of loads) {
    snapshots.push(await keepTestSnapshot(database, council.authorityId, recordsOf(records, asAt)))
    runs.push(await runMeasures(database, council.authorityId, snapshots.at(-1)!))
  }
  const on = { authority: council.authorityId, person: null, work: WORK }
  return { council, on, runs, snapshots }
}

const NOVEMBER = { measure: 'assessments-45wd', kind: 'month', to: day('2015-11-30') } as const

test('a run gives figures for every month, says what the records lack, and keeps the cases', async () => {
  const { on, runs } = await councilWith([day('2015-11-30'), first])
  const figures = await database.reading(on, db =>
    listFigures(db, runs[0]!, { measure: 'assessments-45wd', kind: 'month' }),
  )
  expect(
    figures.map(({ to, numerator, denominator, openOverdue }) => [to, numerator, denominator, openOverdue]),
  ).toEqual([
    ['2015-09-30', 0, 0, 0],
    ['2015-10-31', 0, 0, 0],
    ['2015-11-30', 1, 1, 1],
  ])
  const run = await database.reading(on, findLatestRun)
  expect(run).toMatchObject({
    runId: runs[0],
    asAt: '2015-11-30',
    holidays: expect.stringContaining('England and Wales'),
  })
  expect(run!.lacks['cp-visits-in-timescale']).toContain(
    'ssd_cp_plans.csv was not brought: cppl_cp_plan_start_date is needed',
  )
  const cases = await database.reading(on, db =>
    db.rows(sql`select case_ref as ref, person_ref as person, start_on as start, due_on as due, done_on as done, m.state from measure_case m join child using (authority_id, child_id)
                where measure = 'assessments-45wd' order by 1`),
  )
  expect(cases).toEqual([
    { ref: 'a1', person: 'P1', start: '2015-09-07', due: '2015-11-09', done: '2015-11-09', state: 'met' },
    { ref: 'a2', person: 'P2', start: '2015-09-07', due: '2015-11-09', done: null, state: 'open-overdue' },
  ])
})

test('what is recorded late changes what is known now, and not what was reported then', async () => {
  const { on, runs } = await councilWith([day('2015-11-30'), first], [day('2015-12-07'), later])
  await database.reading(on, async db => {
    const at = async (run: number) => (await listFigures(db, run, NOVEMBER)).find(({ to }) => to === NOVEMBER.to)
    expect(await at(runs[0]!)).toMatchObject({ numerator: 1, denominator: 1, openOverdue: 1 })
    expect(await at(runs[1]!)).toMatchObject({ numerator: 2, denominator: 2, openOverdue: 0 })
    const known = await listWaysKnown(db, NOVEMBER.measure, 'month', NOVEMBER.to)
    expect(known.map(({ asAt, numerator }) => [asAt, numerator])).toEqual([['2015-11-30', 1], ['2015-12-07', 2]]) // prettier-ignore
    const october = await listWaysKnown(db, NOVEMBER.measure, 'month', day('2015-10-31'))
    expect(october).toHaveLength(1)
  })
})

test('the same again is not worked out again; one that was left half way is begun anew', async () => {
  const { council, on, runs, snapshots } = await councilWith([day('2015-11-30'), first])
  expect(await runMeasures(database, council.authorityId, snapshots[0]!)).toBeNull()
  const stop = new AbortController()
  const later = await keepTestSnapshot(database, council.authorityId, recordsOf(first, day('2015-12-07')))
  const stopped = runMeasures(database, council.authorityId, later, {
    progress: async words => void (words.startsWith('Keeping') || words.startsWith('Reading') ? 0 : stop.abort()),
    signal: stop.signal,
  })
  await expect(stopped).rejects.toThrow(/abort/i)
  expect((await database.reading(on, findLatestRun))!.runId).toBe(runs[0])
  const again = await runMeasures(database, council.authorityId, later)
  expect((await database.reading(on, findLatestRun))!.runId).toBe(again)
})

test('cases are seen by those who may see the child, and by nobody else', async () => {
  const { council } = await councilWith([day('2015-11-30'), first])
  const seen = (role: Parameters<typeof council.on>[0]) =>
    database.reading(council.on(role), async db => (await db.rows(sql`select 1 from measure_case`)).length)
  expect(await seen('analyst')).toBeGreaterThan(0)
  expect(await seen('team-manager')).toBe(0)
  expect(await seen('board-chair')).toBe(0)
})

test('a hundred and fifty thousand cases land in seconds', { timeout: 60_000 }, async () => {
  const { council, on, runs } = await councilWith([day('2015-11-30'), first])
  const lines = Array.from({ length: 150_000 }, (_, at) =>
    caseLine(council.authorityId, runs[0]!, { measure: 'assessments-45wd', caseRef: `c\t${at}\\`, personRef: at % 2 ? 'P1' : 'P2', workerRef: 'W1', teamRef: null, start: day('2015-09-07'), due: day('2015-11-09'), done: null, state: 'open-overdue', amount: 1, because: null }),
  ) // prettier-ignore
  expect(await database.transaction(on, db => keepCases(db, runs[0]!, lines))).toBe(150_000)
  const as = (ref: string) =>
    database.reading(on, db => db.rows(sql`select 1 from measure_case where case_ref = ${ref}`))
  expect([(await as('c\t0\\')).length, (await as('c\t149999\\')).length]).toEqual([1, 1])
})

test('two who ask for a snapshot at once are given one reading of it; one that cannot be read is asked for anew', async () => {
  const { on, snapshots } = await councilWith([day('2015-11-30'), first])
  const ask = (snapshot: number) => database.reading(on, db => historyAt(db, snapshot))
  const [one, other] = await Promise.all([ask(snapshots[0]!), ask(snapshots[0]!)])
  expect(one!.records).toBe(other!.records)
  const none = await Promise.allSettled([ask(0), ask(0)])
  expect(none.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
