import { expect, test } from 'vitest'
import { hasSlipped, isLate } from '../plan/action.ts'
import { addDays, day } from '../terms/day.ts'
import { dueBy, inventedAction, inventedPlan } from './examples/invented-plan.ts'
import { isStale, standingOf } from './standing.ts'

const DUE = '2026-11-22'

test.each([
  ['2026-11-21', 'on-task', false],
  ['2026-11-22', 'on-task', false], // there is still time on the due day itself
  ['2026-11-23', 'on-task', true],
  ['2026-11-23', 'on-hold', true],
  ['2026-11-23', 'completed', false],
] as const)('on %s an action %s due on the 22nd is late: %s', (on, delivery, late) => {
  expect(isLate(inventedAction({ timescale: dueBy(DUE), delivery }), day(on))).toBe(late)
})

test.each([
  ['2026-11-21', 1, false], // brought forward
  ['2026-11-22', 1, false],
  ['2026-11-23', 1, true],
  [null, 1, true], // it lost its date
  [null, 0, false],
] as const)('first due on the 22nd, due now on %s after %s revisions: slipped is %s', (now, revisions, slipped) => {
  const action = inventedAction({ firstTimescale: dueBy(DUE), timescale: dueBy(now), revisions })
  expect(hasSlipped(action)).toBe(slipped)
})

test.each([
  [41, false],
  [42, false], // six weeks to the day
  [43, true],
])('an action last heard of %s days ago is stale after six weeks: %s', (days, stale) => {
  const asAt = day('2026-11-22')
  expect(isStale(inventedAction({ lastUpdateOn: addDays(asAt, -days) }), asAt, 6)).toBe(stale)
})

test('one never heard of is stale from its first date, and one that is completed owes no word', () => {
  const asAt = day('2026-11-22')
  const never = { lastUpdateOn: null, ratedOn: null, firstTimescale: dueBy(DUE, { agreedOn: day('2026-10-10') }) }
  expect(isStale(inventedAction(never), asAt, 6)).toBe(true)
  expect(
    isStale(inventedAction({ ...never, firstTimescale: dueBy(DUE, { agreedOn: day('2026-10-11') }) }), asAt, 6),
  ).toBe(false)
  expect(isStale(inventedAction({ ...never, delivery: 'completed' }), asAt, 6)).toBe(false)
})

test('another number of weeks may be set', () => {
  const action = inventedAction({ lastUpdateOn: day('2026-11-01') })
  expect([2, 3].map(weeks => isStale(action, day('2026-11-22'), weeks))).toEqual([true, false])
})

test('a plan that carries no dated word at all does not say that all of it is stale', () => {
  const silent = inventedAction({ lastUpdateOn: null, ratedOn: null })
  expect(standingOf(inventedPlan([silent]), day('2026-11-22'), 6).stale).toBeNull()
})

test('the longest overdue comes first', () => {
  const due = (ref: string, on: string) => inventedAction({ ref, timescale: dueBy(on) })
  const { late } = standingOf(inventedPlan([due('1', '2026-06-01'), due('2', '2026-03-01')]), day('2026-11-22'), 6)
  expect(late.map(({ ref }) => ref)).toEqual(['2', '1'])
})

test('what is on hold waits on purpose, and owes no word either', () => {
  const action = inventedAction({ lastUpdateOn: day('2026-01-01'), delivery: 'on-hold' })
  expect(isStale(action, day('2026-11-22'), 6)).toBe(false)
})
