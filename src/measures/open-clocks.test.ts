/** The clocks that run for a child on the day of the extract: each told once, and none that nobody can still meet. */
import { expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { dayNumbered } from '../terms/day-number.ts'
import { historyOf } from './history.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { openClocks } from './open-clocks.ts'

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

const running = (records: ExampleRecords, asAt: string) =>
  openClocks(historyOf(recordsOf(records, day(asAt)))).map(({ clock, due, isOverdue }) => [
    clock.id.split('/')[0],
    dayNumbered(due),
    isOverdue,
  ])

const referrals = [{ id: 'r', personId: 'P1', referredOn: '2026-09-01' }] as const

test('an initial conference that an enquiry decided on, and nobody has held, is due 15 working days after the enquiry began', () => {
  const section47s = [
    {
      id: 's',
      personId: 'P1',
      referralId: 'r',
      startedOn: '2026-10-05',
      endedOn: '2026-10-12',
      outcomes: ['cp-conference'],
    },
  ] as unknown as NonNullable<ExampleRecords['section47s']>
  const found = running(
    { referrals, section47s, conferences: [{ id: 'c', personId: 'P2', heldOn: '2026-01-05' }] },
    '2026-10-30',
  )
  expect(found).toContainEqual(['icpc-15', '2026-10-26', true])
})

test('where no visits were brought, no visit is told as overdue', () => {
  const cinPlans = [{ id: 'p', personId: 'P1', referralId: 'r', startedOn: '2026-10-01' }]
  expect(running({ referrals, cinPlans }, '2026-11-20')).toEqual([])
})

test('a visit to a child in need is due, and is not while the child is on a protection plan', () => {
  const cinPlans = [{ id: 'p', personId: 'P1', referralId: 'r', startedOn: '2026-10-01' }]
  const cinVisits = [{ id: 'v', personId: 'P1', visitedOn: '2026-10-05', childSeen: true }]
  const visits = (records: ExampleRecords) =>
    running({ referrals, cinPlans, cinVisits, ...records }, '2026-11-20').filter(([clock]) => clock === 'cin-visit')
  expect(visits({})).toEqual([['cin-visit', '2026-11-02', true]])
  expect(visits({ cpPlans: [{ id: 'q', personId: 'P1', startedOn: '2026-11-01' }] })).toEqual([])
})
