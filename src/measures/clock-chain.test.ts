import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BANK_HOLIDAYS } from '../terms/bank-holiday.ts'
import { day } from '../terms/day.ts'
import { dayNumber, dayNumbered } from '../terms/day-number.ts'
import type { Counting } from '../terms/length-of-time.ts'
import { workingDays } from '../terms/working-day.ts'
import type { Clock } from './clock.ts'
import { chainOf } from './clock-chain.ts'
import { readFacts, type TypedFacts } from './clock-facts.ts'
import { clockNamed } from './clocks.ts'

const by: Counting = { calendar: workingDays(BANK_HOLIDAYS), dayCount: 'exclusive' }
const number = (on: string) => dayNumber(day(on))

const chain = (id: string, start: string, held: string[], from?: 'actual' | 'fixed', given: TypedFacts = {}) =>
  chainOf(clockNamed(id)!, readFacts(number(start), given), held.map(number), by, from).map(
    ({ clock, due, held }) =>
      `${clock.id}: ${due && dayNumbered(due)}${held === null ? '' : ` held ${dayNumbered(held)}`}`,
  )

test('the reviews of a looked after child: 20 working days, three months, then six, each from the day the last was held', () => {
  expect(chain('cla-review-1', '2015-10-05', ['2016-02-01', '2015-10-30'])).toEqual([
    'cla-review-1: 2015-11-02 held 2015-10-30',
    'cla-review-2: 2016-01-30 held 2016-02-01',
    'cla-review-n: 2016-08-01',
  ])
})

test('two reviews within days are two, and the interval starts again each time; two on one day are one', () => {
  expect(chain('rcpc-next', '2016-01-14', ['2016-03-01', '2016-03-04', '2016-03-04'])).toEqual([
    'rcpc-next: 2016-07-14 held 2016-03-01',
    'rcpc-next: 2016-09-01 held 2016-03-04',
    'rcpc-next: 2016-09-04',
  ])
})

test('a fixed calendar is counted from its first day, so that a short month is not carried on', () => {
  expect(chain('dfe-review', '2015-08-31', ['2016-02-20', '2016-08-31'], 'fixed')).toEqual([
    'dfe-review: 2016-02-29 held 2016-02-20',
    'dfe-review: 2016-08-31 held 2016-08-31',
    'dfe-review: 2017-02-28',
  ])
})

test('what is held so late that the next day of the grid has passed is late once', () => {
  expect(chain('board', '2016-01-04', ['2016-03-29'], 'fixed')).toEqual([
    'board: 2016-02-15 held 2016-03-29',
    'board: 2016-05-09',
  ])
})

test('a fixed calendar of a clock without one length is refused', () => {
  expect(() => chain('pf-next', '2016-04-06', [], 'fixed', { awareOn: '2016-04-06' })).toThrow('no single length')
})

test('visits in one placement, from the first week on', () => {
  expect(chain('cla-visit', '2016-01-04', ['2016-01-08', '2016-02-18', '2015-12-20'])).toEqual([
    'cla-visit: 2016-01-11 held 2016-01-08',
    'cla-visit: 2016-02-19 held 2016-02-18',
    'cla-visit: 2016-03-31',
  ])
})

test('a clock goes over into its own variants, and another clock', () => {
  expect(chain('adoption-review/placed', '2016-03-02', ['2016-03-29', '2016-06-29', '2016-12-01'])).toEqual([
    'adoption-review/placed: 2016-03-30 held 2016-03-29',
    'adoption-review/placed-second: 2016-06-29 held 2016-06-29',
    'adoption-review/placed-next: 2016-12-29 held 2016-12-01',
    'adoption-review/placed-next: 2017-06-01',
  ])
  expect(chain('pf-first', '2016-04-06', ['2016-04-06'], 'actual', { awareOn: '2016-04-06' })).toEqual([
    'pf-first: 2016-04-15 held 2016-04-06',
    'pf-next: 2016-05-18',
  ])
})

test('what is held once ends a clock that nothing follows', () => {
  expect(chain('iha', '2022-09-07', ['2022-09-20', '2022-10-06'])).toEqual(['iha: 2022-10-06 held 2022-09-20'])
})

test('each interval begins on the day the one before was held', () => {
  const held = fc.array(fc.integer({ min: number('2016-01-05'), max: number('2019-01-01') }), { maxLength: 12 })
  const clock = clockNamed('cp-visit') as Clock
  fc.assert(
    fc.property(held, days => {
      const intervals = chainOf(clock, { start: number('2016-01-04') }, days, by)
      expect(intervals).toHaveLength(new Set(days).size + 1)
      expect(intervals.slice(1).map(({ start }) => start)).toEqual(intervals.slice(0, -1).map(({ held }) => held))
      expect(intervals.at(-1)!.held).toBeNull()
    }),
  )
})
