/** A figure that nobody entered is missed on its day, and a share is never more than the whole. */
import { describe, expect, test } from 'vitest'
import { type Day, day } from '../terms/day.ts'
import {
  type EnteredFigure,
  type Frequency,
  lastPeriod,
  latestOfEach,
  problemsOf,
  standingInWords,
  standingOf,
  valueOf,
} from './entered-measure.ts'

test.each([
  ['month', '2026-11-22', '2026-10-01', '2026-10-31'],
  ['month', '2026-11-30', '2026-11-01', '2026-11-30'],
  ['month', '2024-03-30', '2024-02-01', '2024-02-29'],
  ['quarter', '2026-11-22', '2026-07-01', '2026-09-30'],
  ['quarter', '2026-01-01', '2025-10-01', '2025-12-31'],
  ['term', '2026-11-22', '2026-05-01', '2026-08-31'],
  ['half-year', '2026-09-29', '2025-10-01', '2026-03-31'],
  ['year', '2026-03-31', '2025-04-01', '2026-03-31'],
  ['year', '2026-03-30', '2024-04-01', '2025-03-31'],
] as [Frequency, string, string, string][])(
  '%s: on %s the last whole period is %s to %s',
  (frequency, on, from, to) => {
    expect(lastPeriod(frequency, day(on))).toEqual({ from, to })
  },
)

describe('whether it is stale', () => {
  const monthly = { frequency: 'month', dueAfterDays: 10, isEnded: false, from: day('2026-06-01') } as const
  const ends = (...days: string[]) => new Set(days as Day[])
  const inWords = (on: string, entered: string[], rest: object = {}) =>
    standingInWords(standingOf({ ...monthly, ...rest }, ends(...entered), day(on)))

  test.each([
    ['2026-07-10', [], 'Due by 10 July 2026'],
    ['2026-07-11', [], 'Late by 1 day'],
    ['2026-07-11', ['2026-06-30'], 'Up to date'],
    ['2026-09-12', ['2026-06-30'], 'Late by 33 days: 2 periods have no figure'],
    ['2026-09-05', ['2026-06-30', '2026-07-31'], 'Due by 10 September 2026'],
    ['2026-09-12', ['2026-06-30', '2026-08-31'], 'Late by 33 days'],
    ['2026-06-29', [], 'Up to date'],
    ['0001-01-01', [], 'Up to date'],
  ])('on %s with %j: %s', (on, entered, words) => {
    expect(inWords(on, entered)).toBe(words)
  })
  test('one that has ended, or comes when it comes, is never late', () => {
    expect(inWords('2030-01-01', [], { isEnded: true })).toBe('No longer entered')
    expect(inWords('2030-01-01', [], { frequency: 'once' })).toBe('Entered whenever there is one')
  })
})

describe('what may be entered', () => {
  const given = (numerator: number | null, denominator: number | null, value: number | null = null) => ({
    numerator,
    denominator,
    value,
  })
  test.each([
    ['%', given(60, 100), []],
    ['%', given(0, 0), []],
    ['%', given(null, null, 42.5), []],
    ['%', given(60, 100, 60), []],
    ['%', given(2, 3, 66.7), []],
    ['%', given(60, 100, 61), ['value']],
    ['%', given(61, 60), ['numerator']],
    ['%', given(60, null), ['denominator']],
    ['%', given(null, 60), ['numerator']],
    ['%', given(null, null), ['numerator']],
    ['%', given(null, null, 101), ['value']],
    ['', given(null, null, 110), []],
    ['days', given(null, null), ['value']],
  ] as const)('%j %j has problems with %j', (unit, figure, fields) => {
    expect(problemsOf(unit, figure).map(([field]) => field)).toEqual(fields)
  })
  test('a share of none is no cases, not 0%', () => {
    expect([valueOf('%', given(0, 0)), valueOf('%', given(0, 4)), valueOf('', given(null, null, 7))]).toEqual([
      null,
      0,
      7,
    ])
  })
})

test('of each period the figure said last stands, and one taken back is gone', () => {
  let figureId = 0
  const figure = (to: string, value: number | null): EnteredFigure => ({
    figureId: ++figureId,
    enteredMeasureId: 1,
    period: { from: day(`${to.slice(0, 8)}01`), to: day(to) },
    numerator: null,
    denominator: null,
    value,
    note: '',
    said: day('2026-11-22'),
    saidBy: 'Noor Osman',
  })
  const figures = [
    figure('2026-09-30', 50),
    figure('2026-08-31', 40),
    figure('2026-09-30', 55),
    figure('2026-08-31', null),
  ]
  expect(latestOfEach(figures).map(({ value }) => value)).toEqual([55])
})
