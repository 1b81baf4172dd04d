/** Mean, limits and signals: what moves them, what does not, and every boundary of the rules. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, type Day, day } from '../terms/day.ts'
import type { Direction, Series } from './spc-series.ts'
import { type Spc, workOutSpc } from './spc.ts'

const monthsFrom = (count: number, from = day('2024-04-01')): Day[] =>
  Array.from({ length: count }, (_, at) => addMonths(from, at))
const seriesOf = (values: readonly (number | null)[], rest: Partial<Series> = {}): Series => ({
  values,
  dates: monthsFrom(values.length),
  improvementDirection: 'increase',
  target: null,
  rebaseDates: [],
  fixAfterNPoints: null,
  screenOutliers: false,
  ...rest,
})
const rulesOf = ({ points }: Spc) => points.map(({ signal }) => signal && `${signal.rule} ${signal.towards}`)
const lastRule = (values: number[], rest?: Partial<Series>) => rulesOf(workOutSpc(seriesOf(values, rest))).at(-1)

/** Twelve points of mean 50 and limits 47.34 to 52.66 that later points do not move. */
const STEADY = [50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 50, 49]
const steadyThen = (...then: number[]) => lastRule([...STEADY, ...then], { fixAfterNPoints: 12 })

describe('the boundaries of the rules', () => {
  test.each([
    [[52.66], null], // on the limit is within
    [[52.67], 'outside high'],
    [[47.34], null],
    [[47.33], 'outside low'],
    [[50.5, 52, 52], 'two-of-three high'],
    [[50.5, 52, 51.7], null], // 51.7 is not beyond two thirds of the way, 51.7733
    [[52, 50.5, 51.78], 'two-of-three high'],
    [[52, 49.9, 52], null], // one on the other side
    [[52, 50, 52], null], // one on the mean
    [[53, 50.5, 52], null], // a point outside is not near
    [[50.1, 50.2, 50.1, 50.2, 50.1, 50.2], null],
    [[50.1, 50.2, 50.1, 50.2, 50.1, 50.2, 50.1], 'run high'],
    [[50.1, 50.2, 50.1, 50, 50.1, 50.2, 50.1, 50.2], null], // on the mean breaks a run
    [[49, 49.2, 49.4, 49.6, 49.8, 50.2, 50.4], 'trend high'],
    [[49.2, 49.4, 49.6, 49.8, 50.2, 50.4], 'trend high'], // the last of the steady points is the seventh
    [[49.4, 49.4, 49.6, 49.8, 50.2, 50.4, 50.5], null], // a tie breaks a trend
    [[52.9, 52.8, 52.7, 52.3, 52.2, 52.1, 52], 'trend low'], // before two-of-three and run
    [[49, 49.2, 49.4, 49.6, 49.8, 50.2, 53], 'outside high'], // before trend
  ])('after steady figures, %j: %s', (then, rule) => {
    expect(steadyThen(...then)).toBe(rule)
  })

  test('a turning point takes the way of the step after it', () => {
    const spc = workOutSpc(seriesOf([40, 41, 42, 43, 44, 45, 46, 45, 44, 43, 42, 41, 40]))
    const trends = spc.points.slice(4, 9).map(({ signal }) => signal)
    expect(trends.map(signal => signal?.rule)).toContain('trend')
    expect(spc.points[6]!.signal).toEqual({ rule: 'outside', towards: 'high' })
    const wide = workOutSpc(seriesOf([0, 90, 0, 90, 40, 41, 42, 43, 44, 46, 47, 46, 45, 44, 43, 42, 41, 0, 90]))
    expect(rulesOf(wide).slice(9, 12)).toEqual(['trend high', 'trend low', 'trend low'])
  })
})

describe('few figures, and figures that do not differ', () => {
  test('one point has a mean and no limits', () => {
    const spc = workOutSpc(seriesOf([7], { target: 5 }))
    expect(spc.groups).toMatchObject([{ points: 1, mean: 7, lower: null, upper: null, isShort: true }])
    expect(spc.points[0]).toMatchObject({ side: 0, outside: null, near: null, signal: null })
    expect(spc.assurance).toBe('inconsistent')
  })

  test('no figure at all has no mean', () => {
    expect(workOutSpc(seriesOf([null, null])).groups).toMatchObject([
      { points: 2, figures: 0, mean: null, lower: null },
    ])
  })

  test.each([0.9, 87.4, 100 / 3])(
    'thirteen times %d is no signal, and the mean is the figure to the last bit',
    value => {
      const spc = workOutSpc(seriesOf(Array(13).fill(value)))
      expect(spc.groups).toMatchObject([{ mean: value, lower: value, upper: value }])
      expect(rulesOf(spc)).toEqual(Array(13).fill(null))
    },
  )

  test('equal figures that were reckoned in two ways are equal', () => {
    const [one, other] = [0.3, 0.1 + 0.2]
    expect(one).not.toBe(other)
    const spc = workOutSpc(seriesOf([...Array(7).fill(one), ...Array(7).fill(other)]))
    expect(rulesOf(spc)).toEqual(Array(14).fill(null))
  })

  test('a missing figure takes both steps at it out of the limits, and breaks a run and a trend', () => {
    const spc = workOutSpc(seriesOf([1, 2, 3, null, 5, 6, 7, 8]))
    expect(spc.groups).toMatchObject([{ points: 8, figures: 7, mean: 32 / 7 }])
    expect(spc.groups[0]!.upper! - spc.groups[0]!.mean!).toBeCloseTo(2.66, 9)
    expect(spc.points.some(({ signal }) => signal?.rule === 'trend')).toBe(false)
  })

  test('a group is short under thirteen points', () => {
    expect(workOutSpc(seriesOf(Array(12).fill(1))).groups[0]!.isShort).toBe(true)
    expect(workOutSpc(seriesOf(Array(13).fill(1))).groups[0]!.isShort).toBe(false)
  })
})

describe('settings', () => {
  test('an unusually large step is left out of the limits only where that is asked for', () => {
    const values = [50, 51, 50, 51, 50, 51, 50, 70, 50, 51, 50, 51, 50]
    const upper = (screenOutliers: boolean) => workOutSpc(seriesOf(values, { screenOutliers })).groups[0]!.upper!
    expect(upper(false)).toBeGreaterThan(upper(true) + 5)
  })

  test('more fixed points than there are takes them all', () => {
    const all = workOutSpc(seriesOf(STEADY))
    expect(workOutSpc(seriesOf(STEADY, { fixAfterNPoints: 40 }))).toEqual(all)
  })

  test('a rebase on the first date makes it group 1; one on each date makes groups of one', () => {
    const dates = monthsFrom(3)
    expect(workOutSpc(seriesOf([1, 2, 3], { rebaseDates: [dates[0]!] })).groups).toMatchObject([
      { number: 1, points: 3 },
    ])
    const each = workOutSpc(seriesOf([1, 2, 3], { rebaseDates: dates }))
    expect(each.groups.map(({ number, points, mean }) => [number, points, mean])).toEqual([
      [1, 1, 1],
      [2, 1, 2],
      [3, 1, 3],
    ])
  })
})

describe('the target', () => {
  const { lower, upper } = workOutSpc(seriesOf(STEADY)).groups[0]!
  test.each([
    [upper! + 0.01, 'increase', 'consistent-fail'],
    [upper!, 'increase', 'inconsistent'],
    [lower!, 'increase', 'inconsistent'],
    [lower! - 0.01, 'increase', 'consistent-pass'],
    [upper! + 0.01, 'decrease', 'consistent-pass'],
    [upper!, 'decrease', 'inconsistent'],
    [lower! - 0.01, 'decrease', 'consistent-fail'],
    [upper! + 0.01, 'neutral', null],
    [null, 'increase', null],
  ] as const)('%d where %s is better: %s', (target, improvementDirection, assurance) => {
    expect(workOutSpc(seriesOf(STEADY, { target, improvementDirection })).assurance).toBe(assurance)
  })
})

/** Whole numbers and halves, so that sums are exact and only the rule is tested. */
const figure = fc.option(
  fc.integer({ min: -200, max: 200 }).map(number => number / 2),
  { freq: 12 },
)
const figures = fc.oneof(
  fc.array(figure, { minLength: 1, maxLength: 40 }),
  fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 40 }),
  fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 8, maxLength: 40 }).map(steps => {
    let at = 0
    return steps.map(step => (at += step))
  }),
)
const settings = fc.record({
  screenOutliers: fc.boolean(),
  fixAfterNPoints: fc.option(fc.integer({ min: 12, max: 30 })),
  improvementDirection: fc.constantFrom<Direction[]>('increase', 'decrease', 'neutral'),
})
const close = (one: number | null, other: number | null) =>
  one === null || other === null ? one === other : Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(other))
const moved = (values: readonly (number | null)[], by: (value: number) => number) =>
  values.map(value => (value === null ? null : by(value)))

describe('whatever the figures', () => {
  test('a constant that is added moves mean and limits with it, and no label', () => {
    fc.assert(
      fc.property(figures, settings, fc.integer({ min: -1000, max: 1000 }), (values, set, more) => {
        const [one, other] = [
          workOutSpc(seriesOf(values, set)),
          workOutSpc(
            seriesOf(
              moved(values, v => v + more),
              set,
            ),
          ),
        ]
        const plus = (limit: number | null) => (limit === null ? null : limit + more)
        return (
          close(other.groups[0]!.mean, plus(one.groups[0]!.mean)) &&
          close(other.groups[0]!.upper, plus(one.groups[0]!.upper)) &&
          close(other.groups[0]!.lower, plus(one.groups[0]!.lower)) &&
          (liesOnALimit(one) || `${rulesOf(one)}` === `${rulesOf(other)}`)
        )
      }),
    )
  })

  test('another unit changes no label', () => {
    fc.assert(
      fc.property(figures, settings, fc.constantFrom(2, 100, 1 / 4, 7, 0.1), (values, set, times) => {
        const [one, other] = [
          workOutSpc(seriesOf(values, set)),
          workOutSpc(
            seriesOf(
              moved(values, v => v * times),
              set,
            ),
          ),
        ]
        return liesOnALimit(one) || `${rulesOf(one)}` === `${rulesOf(other)}`
      }),
    )
  })

  test('the other way round, what was better is worse', () => {
    const turned = {
      improvement: 'concern',
      concern: 'improvement',
      'common-cause': 'common-cause',
      neutral: 'neutral',
    }
    fc.assert(
      fc.property(figures, values => {
        const [more, less] = (['increase', 'decrease'] as const).map(improvementDirection =>
          workOutSpc(seriesOf(values, { improvementDirection })).points.map(({ variation }) => variation.meaning),
        )
        expect(less).toEqual(more!.map(meaning => turned[meaning]))
      }),
    )
  })

  test('a rebase splits the maths: each side is as if the other were not there', () => {
    fc.assert(
      fc.property(figures, figures, settings, (before, after, set) => {
        const dates = monthsFrom(before.length + after.length)
        const at = dates[before.length]!
        const whole = workOutSpc({ ...seriesOf([...before, ...after], set), rebaseDates: [at] })
        const alone = [seriesOf(before, set), { ...seriesOf(after, set), dates: dates.slice(before.length) }].map(
          workOutSpc,
        )
        const apart = (spc: Spc) => spc.points.map(({ group: _, ...point }) => point)
        expect(apart(whole)).toEqual(alone.flatMap(apart))
        expect(whole.variation).toEqual(alone[1]!.variation)
      }),
    )
  })
})

/** In the last bit a limit may fall to either side of a figure that is exactly on it. */
const liesOnALimit = ({ points, groups: [group] }: Spc) =>
  points.some(({ value, lower, upper, mean }) => {
    if (value === null || lower === null || upper === null || mean === null) return false
    const near = ((upper - mean) * 2) / 3
    return [lower, upper, mean + near, mean - near].some(limit => Math.abs(value - limit) < 1e-6)
  }) || group!.lower === group!.upper
