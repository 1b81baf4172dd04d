/** Milestones as a plan gives them: 35% by March 2015, 50% by September 2015, 80% by March 2016. */
import { describe, expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { neededNext, nextTarget, type Target, targetInForce, targetSteps, trajectoryOf } from './target.ts'

let next = 0
const target = (value: number, by: string | null, rest: Partial<Target> = {}): Target => ({
  targetId: ++next,
  value,
  upTo: null,
  from: day('2015-01-01'),
  by: by === null ? null : day(by),
  trajectory: [],
  ...rest,
})
const milestones = [target(80, '2016-03-31'), target(35, '2015-03-31'), target(50, '2015-09-30')]

describe('which target is in force', () => {
  test.each([
    ['2015-03-30', null, 35],
    ['2015-03-31', 35, 50],
    ['2015-09-29', 35, 50],
    ['2015-09-30', 50, 80],
    ['2016-03-31', 80, null],
    ['2020-01-01', 80, null],
  ])('on %s it is %s, and the next is %s', (on, inForce, after) => {
    expect(targetInForce(milestones, day(on))?.value ?? null).toBe(inForce)
    expect(nextTarget(milestones, day(on))?.value ?? null).toBe(after)
  })
  test('one without a day holds from the day it was agreed, until a milestone is reached', () => {
    const standing = [target(90, null), ...milestones]
    expect(targetInForce(standing, day('2014-12-31'))).toBeNull()
    expect(targetInForce(standing, day('2015-01-01'))?.value).toBe(90)
    expect(targetInForce(standing, day('2015-03-31'))?.value).toBe(35)
  })
  test('of two for the same day the one said later stands', () => {
    expect(targetInForce([...milestones, target(40, '2015-03-31')], day('2015-04-30'))?.value).toBe(40)
  })
  test('one agreed after its own day holds from when it was agreed', () => {
    const late = target(60, '2015-03-31', { from: day('2015-06-01') })
    expect(targetInForce([late], day('2015-05-31'))).toBeNull()
    expect(targetInForce([late], day('2015-06-01'))?.value).toBe(60)
  })
  test('a chart has a step at each', () => {
    expect(targetSteps(milestones)).toEqual([
      { from: '2015-03-31', value: 35 },
      { from: '2015-09-30', value: 50 },
      { from: '2016-03-31', value: 80 },
    ])
  })
})

describe('the line between', () => {
  test('goes straight from one milestone to the next, and through points of its own', () => {
    const bent = [...milestones, target(55, null, { trajectory: [{ on: day('2015-06-30'), value: 36 }] })]
    expect(trajectoryOf(bent)).toEqual([
      { on: '2015-03-31', value: 35 },
      { on: '2015-06-30', value: 36 },
      { on: '2015-09-30', value: 50 },
      { on: '2016-03-31', value: 80 },
    ])
  })
})

describe('the figure needed next', () => {
  const latest = { on: day('2015-06-30'), value: 38 }
  test('is a step each month towards the milestone', () => {
    expect(neededNext(milestones, latest, 'higher')).toMatchObject({
      target: { value: 50 },
      months: 3,
      nextMonth: { on: '2015-07-31', value: 38 + (12 * 31) / 92 },
      isReached: false,
    })
  })
  test('is the milestone itself where it is reached already', () => {
    expect(neededNext(milestones, { ...latest, value: 51 }, 'higher')).toMatchObject({
      isReached: true,
      nextMonth: { value: 50 },
    })
    expect(neededNext(milestones, { ...latest, value: 51 }, 'lower')).toMatchObject({ isReached: false })
  })
  test('is the milestone where it falls within the month', () => {
    const soon = [target(40, '2015-07-15')]
    expect(neededNext(soon, latest, 'higher')?.nextMonth).toEqual({ on: '2015-07-15', value: 40 })
  })
  test('is nothing after the last milestone', () => {
    expect(neededNext(milestones, { on: day('2016-04-30'), value: 10 }, 'higher')).toBeNull()
  })
})
