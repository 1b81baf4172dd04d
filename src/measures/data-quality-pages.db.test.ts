/** The page of data quality: what each load had to mend, by team, opened into the children whom somebody may see. */
import { beforeAll, expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { sql } from '../store/sql.ts'
import { day } from '../terms/day.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { runMeasures } from './run-measures.ts'
import { measureSite } from './test-measure-site.ts'

const { database, council, as, see } = await measureSite('analyst')

const visit = (id: string, visitedOn: string) => ({ id, personId: 'P1', cpPlanId: 'p1', visitedOn, childSeen: true })
const first: ExampleRecords = {
  people: [{ id: 'P1', forename: 'Robin', surname: 'Ashdown', bornOn: '2015-03-02', sex: 'F', ethnicity: 'WBRI' }, { id: 'P2', forename: 'Sam', surname: 'Birch', bornOn: '2014-03-02', sex: 'M', ethnicity: 'WBRI' }],
  teams: [{ id: 'T1', name: 'Assessment North' }, { id: 'T2', name: 'Assessment South' }],
  involvements: [
    { id: 'i1', personId: 'P1', workerId: 'W1', role: 'CW', teamId: 'T1', fromOn: '2026-01-05' },
    { id: 'i2', personId: 'P2', workerId: 'W2', role: 'CW', teamId: 'T2', fromOn: '2026-01-05' },
  ],
  referrals: [{ id: 'r1', personId: 'P1', referredOn: '2026-09-01' }, { id: 'r2', personId: 'P2', referredOn: '2026-09-01' }],
  assessments: [
    { id: 'a1', personId: 'P1', referralId: 'r1', startedOn: '2026-09-02', authorisedOn: '2026-10-01' },
    { id: 'a2', personId: 'P1', authorisedOn: '2026-10-02' },
    { id: 'a3', personId: 'P2', authorisedOn: '2026-10-03' },
  ],
  cpPlans: [{ id: 'p1', personId: 'P1', startedOn: '2026-10-05', latestCategory: 'NEG' }],
  cpVisits: [visit('v1', '2026-10-12')],
} // prettier-ignore

/** A week later: one start is mended, and a visit is there that the load before should have had. */
const later: ExampleRecords = {
  ...first,
  assessments: [first.assessments![0]!, { ...first.assessments![1]!, startedOn: '2026-09-20' }, first.assessments![2]!],
  cpVisits: [visit('v1', '2026-10-12'), visit('v2', '2026-11-03'), visit('v3', '2026-11-18')],
}

beforeAll(async () => {
  for (const [asAt, records] of [
    ['2026-11-13', first],
    ['2026-11-20', later],
  ] as const)
    // prettier-ignore
    await runMeasures(
      database,
      council.authorityId,
      await keepTestSnapshot(database, council.authorityId, recordsOf(records, day(asAt))),
    )
})

test('the teams with what each has to mend, what it does to figures, and the loads before', async () => {
  const page = await see('/data/quality')
  expect(page).toMatch(/Assessment South 1 1 Assessments without a start: 1/)
  expect(page).toMatch(
    /Assessments without a start Missing 1 Assessments completed within 45 working days\s+leaves 1 out/,
  )
  expect(page).toMatch(
    /Child protection visits that an earlier load should have had Recorded late 1 Was too low or too/,
  )
  expect(page).toMatch(/20 Nov 2026 1 0 2 0 3 13 Nov 2026 2 0 0 0 2/)
})

test('as at an earlier day it is what was known then', async () => {
  expect(await see('/data/quality?as-at=2026-11-15')).toMatch(/Assessments without a start Missing 2/)
})

test('a visit of before the last load is late by what was known, one of after it is not', async () => {
  const page = await see('/data/quality/late.cpVisits')
  expect(page).toMatch(/Robin Ashdown P1 v2 3 Nov 2026, first in the load to 20 Nov 2026 10 /)
  expect(page).not.toContain('v3')
})

test('narrowed to a team and an area', async () => {
  expect(await see('/data/quality?team=T1')).not.toContain('Assessments without a start')
  expect(await see('/data/quality?team=T2&area=assessment')).toMatch(/Team: Assessment South/)
  expect(await see('/data/quality?team=T2&area=adoption')).toContain('There is nothing like that')
  expect(await see('/data/quality/missing.assessments.startedOn?team=T1')).toContain('There is none of these')
})

test('children are named to those who may see them, and to others the number alone', async () => {
  expect(await see('/data/quality/missing.assessments.startedOn')).toMatch(/Sam Birch P2 a3 /)
  expect(await see('/data/quality/missing.assessments.startedOn', 'programme-manager')).toMatch(
    /Assessment South 1 1 are of children whom your post does not reach/,
  )
  const stranger = await see('/data/quality/missing.assessments.startedOn', 'social-worker')
  expect(stranger).not.toContain('Birch')
  expect((await (await as('board-member')).visit('/data/quality')).status).toBe(403)
  expect((await (await as('analyst')).visit('/data/quality/missing.nothing')).status).toBe(404)
})

test('who looked at whom is recorded', async () => {
  await see('/data/quality/missing.assessments.startedOn')
  const looks = await database.reading(council.on('director'), db =>
    db.rows(
      sql`select detail ->> 'children' as children from event where kind = 'look' and about = 'data-quality-list'`,
    ),
  )
  expect(looks.length).toBeGreaterThan(0)
})
