/** Percentages of few children: limits allow for how few there were. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths, day } from '../terms/day.ts'
import { chartFor, type Share, workOutPChart } from './p-chart.ts'
import type { Spc } from './spc.ts'

const sharesOf = (...counts: [number, number][]): Share[] =>
  counts.map(([numerator, denominator], at) => ({ on: addMonths(day('2024-04-01'), at), numerator, denominator }))
const chartOf = (shares: Share[], rest = {}): Spc =>
  workOutPChart({
    shares,
    improvementDirection: 'increase',
    target: null,
    rebaseDates: [],
    fixAfterNPoints: null,
    ...rest,
  })
const half = (times: number, of = 10): [number, number][] => Array(times).fill([of / 2, of])

test.each([
  [[29, 29, 29], 'p'],
  [[30, 30, 30], 'xmr'],
  [[3, 29, 300], 'p'],
  [[0, 0, 40], 'xmr'], // months without children do not count
  [[], 'xmr'],
] as const)('figures of %j: %s', (many, chart) => {
  expect(chartFor(many.map(denominator => ({ denominator })))).toBe(chart)
})

test('the average weighs children, not months', () => {
  expect(chartOf(sharesOf([0, 1], [9, 9])).groups[0]).toMatchObject({ mean: 90, points: 2, lower: null })
})

test('of 10 where half is usual, one is within the limits and none is outside; of 3, even none is within', () => {
  const { points } = chartOf(sharesOf(...half(12), [1, 10], [0, 10], [0, 3]), { fixAfterNPoints: 12 })
  expect(points[0]).toMatchObject({ mean: 50, lower: 10, upper: 90 })
  expect(points.slice(12).map(({ outside }) => outside)).toEqual([false, true, false])
  expect(points[14]).toMatchObject({ lower: 0, upper: 100 })
})

test('where every child was in time, all is as expected, and the first who is not stands out', () => {
  const { points } = chartOf(sharesOf(...Array<[number, number]>(13).fill([8, 8]), [7, 8]), { fixAfterNPoints: 12 })
  expect(points[0]).toMatchObject({ value: 100, lower: 100, upper: 100, outside: false })
  expect(points[13]).toMatchObject({ outside: true, variation: { meaning: 'concern' } })
})

test('a month without children has no figure and no limits', () => {
  const { points, groups } = chartOf(sharesOf([1, 2], [0, 0], [1, 2]))
  expect(points[1]).toMatchObject({ value: null, lower: null, outside: null, mean: 50 })
  expect(groups[0]).toMatchObject({ points: 3, figures: 2 })
})

test('a rebase begins anew', () => {
  const chart = chartOf(sharesOf(...half(3), [10, 10], [10, 10]), { rebaseDates: [day('2024-07-01')] })
  expect(chart.groups.map(({ number, mean }) => [number, mean])).toEqual([
    [0, 50],
    [1, 100],
  ])
})

test('as children grow more, exact limits become those of three standard deviations', () => {
  const { points } = chartOf(sharesOf([80_000, 100_000]))
  const deviation = 100 * Math.sqrt((0.8 * 0.2) / 100_000)
  expect(points[0]!.upper! - 80).toBeCloseTo(3 * deviation, 2)
  expect(80 - points[0]!.lower!).toBeCloseTo(3 * deviation, 2)
})

test('limits hold the average, and lie within 0 and 100', () => {
  const share = fc.integer({ min: 0, max: 40 }).chain(of => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 30 }), counts => {
      for (const { mean, lower, upper } of chartOf(sharesOf(...counts)).points) {
        if (mean === null || lower === null || upper === null) continue
        expect(lower).toBeGreaterThanOrEqual(0)
        expect(upper).toBeLessThanOrEqual(100)
        expect(upper).toBeGreaterThanOrEqual(lower)
      }
    }),
  )
})
