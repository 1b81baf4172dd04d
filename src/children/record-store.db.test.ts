/** Records in the database: what a load staged comes back as it was, each way a row has been stands once, and the past stays as it was known. */
import { expect, test } from 'vitest'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { keepSnapshot } from './keep-snapshot.ts'
import type { CpVisit } from './cp-visit.ts'
import type { Person } from './person.ts'
import { recordsAt } from './record-store.ts'
import type { ChildRecords } from './records.ts'
import { changesOf, peopleKnownIn } from './snapshot-changes.ts'
import { latestSnapshot } from './snapshot.ts'
import { keepTestSnapshot, LOADING, recordsOf, stageTestSnapshot } from './test-snapshot.ts'

const { database } = await testDatabase()

const person = (id: string, surname: string): Person => ({
  unread: [], id, legacyId: null, upn: null, upnUnknown: null, commonId: null, forename: 'Robin', surname, sex: 'F', gender: null,
  ethnicity: 'WBRI', bornOn: day('2015-03-02'), expectedOn: null, diedOn: null, isMother: null, hasEhcPlan: false, nationality: null,
}) // prettier-ignore
const visit = (id: string, personId: string, on: string) =>
  ({ unread: [], id, personId, cpPlanId: 'C1', visitedOn: day(on), wasSeen: true }) as unknown as CpVisit

const [FIRST, SECOND, THIRD] = [day('2026-10-03'), day('2026-10-10'), day('2026-10-17')]
const first = recordsOf(FIRST, {
  people: [person('P1', 'Ashdown'), person('P2', 'Birchley')],
  cpVisits: [visit('V1', 'P1', '2026-09-30'), visit('V2', 'P2', '2026-10-01')],
  assessments: [{ unread: ['workerId'], id: 'A1', personId: 'P2' } as never],
  assessmentFactors: [{ unread: [], id: 'F1', assessmentId: 'A1', factors: ['2A', '3B'] } as never],
  teams: [{ unread: [], id: 'T1', name: 'North “quoted” \\u0000 team', parentId: null, parentName: null }],
  placements: [],
})
/** A visit corrected, one gone, one new, a child new; the rest as it was. */
const second: ChildRecords = {
  ...first,
  asAt: SECOND,
  people: [...first.people, person('P3', 'Copse')],
  cpVisits: [visit('V1', 'P1', '2026-09-29'), visit('V3', 'P3', '2026-10-08')],
}

type Council = Awaited<ReturnType<typeof aTestAuthority>>
let councils = 0
async function kept(...loads: ChildRecords[]): Promise<{ council: Council; ids: number[] }> {
  const council = await aTestAuthority(database, `Council ${(councils += 1)}`)
  const ids: number[] = []
  for (const records of loads) ids.push(await keepTestSnapshot(database, council.authorityId, records))
  return { council, ids }
}
const within = <Result>(council: Council, work: Parameters<typeof database.transaction<Result>>[1]) =>
  database.transaction({ authority: council.authorityId, person: null, work: LOADING }, work)
const rows = (council: Council, query = sql`select kind, row_key as key, first_snapshot as first, last_snapshot as last from child_record order by 1, 2, 3`) =>
  within(council, db => db.rows<{ kind: string; key: string; first: number; last: number | null }>(query)) // prettier-ignore

test('records come back just as they were read, in the order of the file, with the tables that came', async () => {
  const { council, ids } = await kept(first)
  expect(await within(council, db => recordsAt(db, ids[0]!))).toEqual(first)
})

test('rows of a table that was not loaded as a whole come back, and it is still not loaded', async () => {
  const partly: ChildRecords = { ...first, loaded: new Set([...first.loaded].filter(kind => kind !== 'cpVisits')) }
  const { council, ids } = await kept(partly)
  const records = await within(council, db => recordsAt(db, ids[0]!))
  expect([records.cpVisits.length, records.loaded.has('cpVisits'), records.loaded.has('placements')]).toEqual([2, false, true]) // prettier-ignore
})

test('the next load adds only what changed, and closes what is gone', async () => {
  const { council, ids } = await kept(first, second)
  const [one, two] = ids
  expect((await rows(council)).filter(({ kind }) => kind === 'cpVisits')).toEqual([
    { kind: 'cpVisits', key: 'V1', first: one, last: one },
    { kind: 'cpVisits', key: 'V1', first: two, last: null },
    { kind: 'cpVisits', key: 'V2', first: one, last: one },
    { kind: 'cpVisits', key: 'V3', first: two, last: null },
  ])
  expect(await rows(council)).toHaveLength(10)
})

test('a late correction changes what is known now, and not what was known then', async () => {
  const { council, ids } = await kept(first, second)
  expect(await within(council, db => recordsAt(db, ids[0]!))).toEqual(first)
  const now = await within(council, db => recordsAt(db, ids[1]!))
  expect(now.cpVisits.map(({ id, visitedOn }) => [id, visitedOn])).toEqual([
    ['V1', '2026-09-29'],
    ['V3', '2026-10-08'],
  ])
  expect(now.people).toHaveLength(3)
})

test('a row that was gone and comes back stands twice, and not between', async () => {
  const { council, ids } = await kept(first, second, { ...first, asAt: THIRD })
  const visits = async (id: number) =>
    (await within(council, db => recordsAt(db, id))).cpVisits.map(row => row.id).sort()
  expect([await visits(ids[0]!), await visits(ids[1]!), await visits(ids[2]!)]).toEqual([['V1', 'V2'], ['V1', 'V3'], ['V1', 'V2']]) // prettier-ignore
})

test('a child is one child through all loads, and their address says nothing of them', async () => {
  const { council } = await kept(first, second)
  const children = await rows(council, sql`select person_ref as key, address as kind from child order by child_id`)
  expect(children.map(({ key }) => key)).toEqual(['P1', 'P2', 'P3'])
  for (const { kind: address } of children) expect(address).toMatch(/^[\w-]{22}$/)
  expect(new Set(children.map(({ kind }) => kind)).size).toBe(3)
})

test('one child’s records hold what names them only through something else, and not another child’s', async () => {
  const { council, ids } = await kept(first)
  const own = await within(council, async db => {
    const child = await db.one<{ id: number }>(sql`select child_id as id from child where person_ref = 'P2'`, 'child')
    return recordsAt(db, ids[0]!, { childId: child.id })
  })
  expect(own.people.map(({ id }) => id)).toEqual(['P2'])
  expect([own.cpVisits.length, own.assessments.length, own.assessmentFactors.length, own.teams.length]).toEqual([1, 1, 1, 1]) // prettier-ignore
})

test('what a load changed is told by table and field, before it is kept and after', async () => {
  const { council } = await kept(first)
  await within(council, async db => {
    const id = await stageTestSnapshot(db, second)
    const told = [
      { kind: 'cpVisits', added: 1, changed: 1, gone: 1, fields: { visitedOn: 1 } },
      { kind: 'people', added: 1, changed: 0, gone: 0, fields: {} },
    ]
    expect(await changesOf(db, id)).toEqual(told)
    expect(await peopleKnownIn(db, id)).toEqual({ known: 2, of: 2 })
    await keepSnapshot(db, id, null)
    expect(await changesOf(db, id)).toEqual(told)
  })
})

test('a load is kept once, whoever asks twice, and work for its figures is asked for once', async () => {
  const council = await aTestAuthority(database, 'Twice')
  const id = await within(council, db => stageTestSnapshot(db, first))
  const both = await Promise.all([1, 2].map(() => within(council, db => keepSnapshot(db, id, null))))
  expect(both.toSorted()).toEqual([false, true])
  expect(await rows(council, sql`select kind from job`)).toEqual([{ kind: 'work-out-measures' }])
  expect(await rows(council, sql`select kind from staged_record`)).toEqual([])
})

test('a load that fails in the middle leaves everything as it was', async () => {
  const { council, ids } = await kept(first)
  const before = await rows(council)
  const failing = within(council, async db => {
    await keepSnapshot(db, await stageTestSnapshot(db, second), null)
    throw new Error('the lights went out')
  })
  await expect(failing).rejects.toThrow('the lights went out')
  expect(await rows(council)).toEqual(before)
  expect(await within(council, latestSnapshot)).toMatchObject({ snapshotId: ids[0] })
})

test('a worker’s team is the one named, or that of their post; an end that could not be read lets nobody in', async () => {
  const involvement = (id: string, workerId: string, more: object) =>
    ({
      unread: [],
      id,
      personId: 'P1',
      workerId,
      role: 'CW',
      teamId: null,
      fromOn: '2026-01-05',
      untilOn: null,
      ...more,
    }) as never
  const { council } = await kept(
    recordsOf(FIRST, {
      people: [person('P1', 'Ashdown')],
      involvements: [
        involvement('I1', 'W1', { teamId: 'T9' }),
        involvement('I2', 'W1', { untilOn: '2026-02-05' }),
        involvement('I3', 'W2', {}),
        involvement('I4', 'W3', { unread: ['untilOn'] }),
        involvement('I5', 'W4', { untilOn: '2025-12-31' }),
      ],
      workerPosts: [
        { unread: [], id: 'WP1', workerId: 'W1', teamId: 'T1', fromOn: '2020-01-01', untilOn: null } as never,
      ],
    }),
  )
  const allocated = await rows(council, sql`select worker_ref as key, team_ref as kind, from_on as first, until_on as last from child_allocation order by child_allocation_id`) // prettier-ignore
  expect(allocated).toEqual([
    { key: 'W1', kind: 'T9', first: '2026-01-05', last: null },
    { key: 'W1', kind: 'T1', first: '2026-01-05', last: '2026-02-05' },
    { key: 'W2', kind: null, first: '2026-01-05', last: null },
    { key: 'W4', kind: null, first: '2025-12-31', last: '2025-12-31' },
  ])
})
