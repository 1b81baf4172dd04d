/** Entered figures are kept with who said them and by which definition; corrections and changes never hide what was there. */
import { expect, test } from 'vitest'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { latestOfEach } from './entered-measure.ts'
import {
  addEnteredFigure,
  addEnteredMeasure,
  changeEnteredMeasure,
  findEnteredMeasure,
  listEnteredFigures,
  listEnteredMeasures,
  listVersions,
  takeBackFigure,
} from './entered-store.ts'
import { measureNamed } from './catalogue.ts'
import { READY_MADE } from './ready-made-measures.ts'

const { database } = await testDatabase()
const here = await aTestAuthority(database, 'Hereford End')
const doing = (on: string) => ({ ...here.posts['qa-manager'], on: day(on) })
const september = { from: day('2026-09-01'), to: day('2026-09-30') }
const share = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  value: null,
  note: 'From the tracker',
})

test('a figure is entered, corrected and taken back, and any day can be looked at again', async () => {
  await database.transaction(here.on('qa-manager'), async db => {
    const ready = { ...READY_MADE.find(({ unit }) => unit === '%')!, ownerPostId: here.posts['qa-manager'].postId }
    const id = (await addEnteredMeasure(db, doing('2026-09-01'), ready.measure, ready))!
    expect(await addEnteredMeasure(db, doing('2026-09-01'), ready.measure, ready)).toBeNull()
    const measure = await findEnteredMeasure(db, id)
    expect(measure).toMatchObject({ name: ready.name, owner: 'Quality Assurance Manager', from: '2026-09-01' })

    await addEnteredFigure(db, doing('2026-10-05'), measure, { period: september, ...share(17, 20) })
    await changeEnteredMeasure(
      db,
      doing('2026-10-06'),
      id,
      { ...ready, dueAfterDays: 5 },
      { isEnded: false, why: 'The board meets sooner' },
    )
    await addEnteredFigure(db, doing('2026-10-09'), await findEnteredMeasure(db, id), {
      period: september,
      ...share(18, 20),
    })
    await takeBackFigure(db, doing('2026-11-01'), measure, september, 'Counted twice')

    const asAt = async (on: string) =>
      latestOfEach(await listEnteredFigures(db, { enteredMeasureId: id, asAt: day(on) })).map(({ value }) => value)
    expect([
      await asAt('2026-10-04'),
      await asAt('2026-10-08'),
      await asAt('2026-10-09'),
      await asAt('2026-11-01'),
    ]).toEqual([[], [85], [90], []])
    expect(await listEnteredFigures(db, { asAt: day('2026-11-01') })).toMatchObject([
      { value: 85, saidBy: 'Mina Nash', note: 'From the tracker' },
      { value: 90 },
      { value: null, note: 'Counted twice' },
    ])
    expect((await listVersions(db, id)).map(({ dueAfterDays, why }) => [dueAfterDays, why])).toEqual([
      [5, 'The board meets sooner'],
      [ready.dueAfterDays, ''],
    ])
    expect(await listEnteredMeasures(db)).toMatchObject([{ enteredMeasureId: id, dueAfterDays: 5 }])
  })
})

test('what comes ready made is named once, says what to count, and can be worked out from no extract', () => {
  expect(new Set(READY_MADE.map(({ measure }) => measure)).size).toBe(READY_MADE.length)
  for (const { measure, name, definition, source } of READY_MADE)
    expect([measure, name !== '' && /\.$/.test(definition) && source !== '']).toEqual([measure, true])
  const known = READY_MADE.flatMap(({ measure }) => measureNamed(measure) ?? [])
  expect(known.filter(({ needs }) => needs.every(need => typeof need === 'string')).map(({ id }) => id)).toEqual([])
})
