/** A measure of the authority's own in runs: worked out once it is used, by the version in use, and left out from when it is withdrawn. */
import { expect, test } from 'vitest'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import type { CustomDefinition } from './custom-definition.ts'
import { addCustomMeasure, changeCustomMeasure, listCustomMeasures, listCustomVersions } from './custom-store.ts'
import { addEnteredMeasure } from './entered-store.ts'
import { recordsOf } from './measure-example.ts'
import { runMeasures } from './run-measures.ts'
import { listFigures } from './run-store.ts'
import { catalogueOf } from './whole-catalogue.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database, 'Hereford End')
const there = await aTestAuthority(database, 'Thereby')
const on = council.on('analyst')
const doing = { personId: council.posts.analyst.personId, postId: council.posts.analyst.postId, on: day('2026-11-22') }

const DEFINITION: CustomDefinition = {
  name: 'Assessed in four weeks',
  tells: 'Whether families wait',
  source: 'Local protocol',
  area: 'assessment',
  table: 'assessments',
  where: [],
  standing: 'all',
  ages: { from: null, to: null },
  teams: [],
  start: { field: 'startedOn', link: null },
  done: { field: 'authorisedOn' },
  ended: null,
  test: { kind: 'clock', count: 4, unit: 'weeks' },
  basis: 'completed',
  polarity: 'higher',
  thresholds: null,
}
const records = recordsOf(
  {
    referrals: [{ id: 'r1', personId: 'P1', referredOn: '2026-09-01' }],
    assessments: [
      { id: 'a1', personId: 'P1', startedOn: '2026-09-07', authorisedOn: '2026-10-05' },
      { id: 'a2', personId: 'P1', startedOn: '2026-09-07', authorisedOn: '2026-10-06' },
    ],
  },
  day('2026-10-31'),
)
const snapshot = await keepTestSnapshot(database, council.authorityId, records)
const october = async (run: number | null) => {
  const figures = await database.reading(on, db => listFigures(db, run!, { measure: 'own/four-weeks', kind: 'month' }))
  return figures.find(({ to }) => to === '2026-10-31')
}
const version = { definition: DEFINITION, examples: [], why: 'Agreed' }

test('tried, used, changed and withdrawn, with every version in sight', async () => {
  const id = (await database.transaction(on, db => addCustomMeasure(db, doing, 'own/four-weeks', DEFINITION)))!
  const tried = await runMeasures(database, council.authorityId, snapshot)
  expect(await october(tried)).toBeUndefined()

  await database.transaction(on, db => changeCustomMeasure(db, doing, id, { ...version, state: 'used' }))
  const used = await runMeasures(database, council.authorityId, snapshot)
  expect(await october(used)).toMatchObject({ numerator: 1, denominator: 2, definition: 2 })

  const longer = { ...DEFINITION, test: { kind: 'clock', count: 5, unit: 'weeks' } } as const
  await database.transaction(on, db => changeCustomMeasure(db, doing, id, { ...version, state: 'tried', definition: longer })) // prettier-ignore
  expect(await runMeasures(database, council.authorityId, snapshot)).toBeNull()
  await database.transaction(on, db => changeCustomMeasure(db, doing, id, { ...version, state: 'used', definition: longer })) // prettier-ignore
  expect(await october(await runMeasures(database, council.authorityId, snapshot))).toMatchObject({ numerator: 2, definition: 4 }) // prettier-ignore

  await database.transaction(on, db => changeCustomMeasure(db, doing, id, { ...version, state: 'withdrawn' }))
  await database.reading(on, async db => {
    const { measures, named } = await catalogueOf(db)
    expect(measures.map(({ id }) => id)).not.toContain('own/four-weeks')
    expect(named('own/four-weeks')?.name).toBe('Assessed in four weeks')
    expect((await catalogueOf(db, day('2026-11-21'))).named('own/four-weeks')).toBeUndefined()
    expect((await listCustomVersions(db, id)).map(({ number, state }) => [number, state])).toEqual([[5, 'withdrawn'], [4, 'used'], [3, 'tried'], [2, 'used'], [1, 'tried']]) // prettier-ignore
    expect(await listCustomMeasures(db)).toHaveLength(1)
  })
})

test('two of one name are refused, entered or counted; what cannot be counted is not kept', async () => {
  const enter = (measure: string) =>
    database.transaction(
      on,
      db =>
      addEnteredMeasure(db, doing, measure, { name: 'Training', unit: '', polarity: 'higher', definition: 'Days', source: 'Team', ownerPostId: null, frequency: 'month', dueAfterDays: 10 }), // prettier-ignore
    )
  const add = (measure: string, definition = DEFINITION) =>
    database.transaction(on, db => addCustomMeasure(db, doing, measure, definition))
  expect(await add('own/four-weeks')).toBeNull()
  expect(await enter('own/four-weeks')).toBeNull()
  expect(await enter('own/training')).not.toBeNull()
  expect(await add('own/training')).toBeNull()
  await expect(add('own/broken', { ...DEFINITION, done: null })).rejects.toThrow('Select when it is done')
})

test('another authority has none of it', async () => {
  const seen = await database.reading(there.on('analyst'), async db => [
    await listCustomMeasures(db),
    (await catalogueOf(db)).named('own/four-weeks'),
  ])
  expect(seen).toEqual([[], undefined])
})
