/** The clocks that run for a child on the day of the extract: each told once, and none that nobody can still meet. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { dayNumbered } from '../terms/day-number.ts'
import { historyOf } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { openClocks } from './open-clocks.ts'
import { lacking } from './support.ts'
import { measureNamed } from './catalogue.ts'

const clocksOf = (records: ExampleRecords, asAt = '2026-11-20') =>
  openClocks(historyOf(recordsOf(records, day(asAt)))).map(({ clock, due, isOverdue, isLongPast }) => ({
    clock: clock.id,
    due: dayNumbered(due),
    isOverdue,
    isLongPast,
  }))

const [id, personId] = ['1', 'P1']
const assessed = (referredOn: string, closedOn: string | null = null): ExampleRecords => ({
  referrals: [{ id, personId, referredOn, ...(closedOn && { closedOn, closeReason: 'RC1' as never }) }],
  assessments: [{ id, personId, referralId: id, startedOn: referredOn }],
})

test('a clock that two measures count is told once', () => {
  const told = clocksOf(assessed('2026-11-02')).filter(({ clock }) => clock.startsWith('assessment-45'))
  expect(told).toEqual([{ clock: 'assessment-45', due: '2027-01-07', isOverdue: false, isLongPast: false }])
})

test('on the day it is due it is not overdue; the day after it is; past a year it is no work any more', () => {
  const stands = (asAt: string) => {
    const told = clocksOf(assessed('2025-09-01'), asAt).find(({ clock }) => clock.startsWith('assessment-45'))!
    return [told.isOverdue, told.isLongPast]
  }
  expect(stands('2025-11-03')).toEqual([false, false])
  expect(stands('2025-11-04')).toEqual([true, false])
  expect(stands('2026-11-03')).toEqual([true, false])
  expect(stands('2026-11-04')).toEqual([true, true])
})

test('of a closed case only what began in the last four weeks is told', () => {
  const isTold = (referredOn: string, closedOn: string) => clocksOf(assessed(referredOn, closedOn)).length > 0
  expect(isTold('2026-09-01', '2026-10-01')).toBe(false)
})

test('a measure says which file or column is missing, and a table without rows lacks nothing', () => {
  const measure = measureNamed('assessments-45wd')!
  const words = (records: ExampleRecords) =>
    lacking(measure, recordsOf(records, day('2026-11-20'))).map(lack => 'words' in lack && lack.words)
  expect(words({})).toEqual([
    'ssd_cin_assessments.csv was not brought: cina_assessment_auth_date is needed',
    'ssd_cin_episodes.csv was not brought: cine_referral_date is needed',
  ])
  expect(words({ ...assessed('2026-11-02') })).toEqual([
    'ssd_cin_assessments.csv has nothing in cina_assessment_auth_date',
  ])
  const none = { ...recordsOf({}, day('2026-11-20')), loaded: new Set(['assessments', 'referrals']) }
  expect(lacking(measure, none as never)).toEqual([])
})
