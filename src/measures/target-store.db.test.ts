/** What an authority says of its measures is dated, added to, withdrawn and put back, and any day can be looked at again. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, type TestAuthority, testDatabase } from '../store/test-database.ts'
import { type Day, day } from '../terms/day.ts'
import { dayNumber } from '../terms/day-number.ts'
import {
  addComparisonGroup,
  addOwnPopulation,
  findComparisonGroup,
  findPopulationSettings,
  listOwnPopulations,
  populationBy,
} from './comparison-store.ts'
import { addSetting, findOwnRatings, findOwnSettings, listSettings } from './setting-store.ts'
import { addRebase, addTarget, findTarget, listRebases, listTargets, rebasesAsAt, targetsAsAt, withdrawRebase, withdrawTarget } from './target-store.ts' // prettier-ignore
import { targetInForce } from './target.ts'

const { database } = await testDatabase()
let here: TestAuthority
beforeAll(async () => {
  here = await aTestAuthority(database, 'Hereford End')
})

const within = <Result>(work: (db: Db) => Promise<Result>) => database.transaction(here.on('analyst'), work)
const doing = (on: string) => ({
  personId: here.posts.analyst.personId,
  postId: here.posts.analyst.postId,
  on: day(on),
})
const given = {
  upTo: null,
  trajectory: [],
  why: 'Agreed with the adviser',
  approver: 'Improvement Board',
  from: day('2026-01-01'),
}
const MEASURE = 'assessments-45wd'

describe('targets', () => {
  test('milestones are kept as they were set, and one that is withdrawn stays in sight', async () => {
    const march = await within(async db => {
      await addTarget(db, doing('2026-01-10'), MEASURE, { ...given, value: 75.5, by: null })
      const march = await addTarget(db, doing('2026-01-10'), MEASURE, {
        ...given,
        value: 80,
        by: day('2026-03-31'),
        trajectory: [{ on: day('2026-02-28'), value: 77 }],
      })
      await withdrawTarget(db, doing('2026-06-01'), await findTarget(db, march), { why: 'Too high', approver: 'Board' })
      return march
    })
    await within(async db => {
      const inForceOn = async (asAt: Day, on = asAt) =>
        targetInForce((await targetsAsAt(db, asAt)).get(MEASURE) ?? [], on)?.value ?? null
      expect(await inForceOn(day('2026-01-09'))).toBeNull()
      expect(await inForceOn(day('2026-03-30'))).toBe(75.5)
      expect(await inForceOn(day('2026-05-31'))).toBe(80)
      expect(await inForceOn(day('2026-06-01'))).toBe(75.5)
      const [, kept] = await listTargets(db, MEASURE)
      expect(kept).toMatchObject({
        targetId: march,
        value: 80,
        by: '2026-03-31',
        trajectory: [{ on: '2026-02-28', value: 77 }],
        saidBy: 'Noor Osman',
        withdrawn: { on: '2026-06-01', by: 'Noor Osman', why: 'Too high' },
      })
    })
  })
  test('nothing that was said can be changed', async () => {
    await expect(within(db => db.run(sql`update measure_target set value = 1`))).rejects.toThrow('permission denied')
  })
})

test('a series begins anew with a reason and who agreed, until that is withdrawn', async () => {
  await within(async db => {
    const id = await addRebase(db, doing('2026-04-02'), MEASURE, {
      from: day('2026-04-30'),
      reason: 'One front door',
      approver: 'Improvement Board',
    })
    const asAt = async (on: string) => (await rebasesAsAt(db, day(on))).get(MEASURE)?.map(({ from }) => from) ?? []
    expect([await asAt('2026-04-01'), await asAt('2026-04-02')]).toEqual([[], ['2026-04-30']])
    const [rebase] = await listRebases(db, MEASURE)
    await withdrawRebase(db, doing('2026-05-01'), rebase!, { why: 'Nothing changed', approver: 'Board' })
    expect([await asAt('2026-04-30'), await asAt('2026-05-01')]).toEqual([['2026-04-30'], []])
    expect(await listRebases(db, MEASURE)).toMatchObject([{ rebaseId: id, withdrawn: { why: 'Nothing changed' } }])
  })
})

describe('settings', () => {
  const set = (
    db: Db,
    name: string,
    value: Parameters<typeof addSetting>[3]['value'],
    from: string,
    measure = MEASURE,
  ) =>
    addSetting(db, doing('2026-01-10'), measure, { name, value, from: day(from), why: 'Local protocol', approver: '' })

  test('hold from their day, the latest said for it first, and are put back', async () => {
    await within(async db => {
      await set(db, 'dayCount', 'inclusive', '2026-02-01')
      await set(db, 'fromStart', 1, '2026-02-01')
      await set(db, 'fromStart', null, '2026-03-01')
      const own = async (on: string) => (await findOwnSettings(db, day(on))).get(MEASURE)
      expect(await own('2026-01-31')).toBeUndefined()
      expect(await own('2026-02-01')).toEqual({ dayCount: 'inclusive', fromStart: 1 })
      expect(await own('2026-03-01')).toEqual({ dayCount: 'inclusive' })
      expect((await listSettings(db, MEASURE)).map(({ name, value }) => [name, value])).toEqual([
        ['fromStart', null],
        ['fromStart', 1],
        ['dayCount', 'inclusive'],
      ])
    })
  })
  test('what rates is apart from what counts', async () => {
    await within(async db => {
      const thresholds = { shape: 'higher', green: 95, amber: 90 } as const
      await set(db, 'thresholds', thresholds, '2026-02-01', 'icpc-15wd')
      await set(db, 'amber', { points: 5, share: 0.05 }, '2026-02-01', 'icpc-15wd')
      expect((await findOwnRatings(db, day('2026-02-01'))).get('icpc-15wd')).toEqual({
        thresholds,
        amber: { points: 5, share: 0.05 },
      })
      expect((await findOwnSettings(db, day('2026-02-01'))).has('icpc-15wd')).toBe(false)
    })
  })
})

test('before a comparison group is chosen there is England alone', async () => {
  await within(async db => {
    expect(await findComparisonGroup(db, day('2026-01-01'))).toMatchObject({ region: null, neighbours: [] })
    const group = { authority: '331', region: 'E12000005', neighbours: ['330', '856'], model: '2025' as const }
    await addComparisonGroup(db, doing('2026-01-10'), { ...group, from: day('2026-01-01'), why: 'The 2025 model' })
    expect(await findComparisonGroup(db, day('2026-01-01'))).toMatchObject(group)
    expect(await findComparisonGroup(db, day('2025-12-31'))).toMatchObject({ region: null })
  })
})

test('an authority’s own population goes first, and can be taken back', async () => {
  await within(async db => {
    await addOwnPopulation(db, doing('2026-01-10'), { year: 2025, children: 61_400, source: 'Our own estimate' })
    await addOwnPopulation(db, doing('2026-01-10'), { year: 2024, children: 60_000, source: 'Typed wrongly' })
    await addOwnPopulation(db, doing('2026-01-11'), { year: 2024, children: null, source: 'Taken back' })
    expect(await listOwnPopulations(db)).toEqual([{ year: 2025, children: 61_400, source: 'Our own estimate' }])
    const population = populationBy(await findPopulationSettings(db, day('2026-01-10')))
    expect(population(dayNumber(day('2025-06-30')))).toMatchObject({ children: 61_400, year: 2025 })
    expect(population(dayNumber(day('2025-06-29')))).toMatchObject({ year: 2023 })
  })
})
