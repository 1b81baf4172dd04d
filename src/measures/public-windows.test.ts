/** Whoever adds and takes away: from all that is shown of months, years and rolling years, of one measure and others of the same children, no hidden number follows. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, type Day, day, endOfMonth } from '../terms/day.ts'
import { isSmall } from '../terms/small-number.ts'
import { measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'
import type { Measure } from './measure.ts'
import { publicFigures, type ShownFigure } from './public-figures.ts'
import type { KeptFigure } from './run-store.ts'
import { type Part, PARTS, parts } from './telling.ts'
import type { PeriodKind } from './window.ts'
import { seriesKind } from './work-out.ts'

const MONTHLY = measureNamed('icpc-15wd')!
/** Of rolling years alone, and counted as another is by month. */
const ROLLING = WHOLE_CATALOGUE.find(one => seriesKind(one) === 'rolling-year' && one.valued === 'percentage')!

type Pair = readonly [met: number, late: number]
/** Months from April 2024 on. */
const FIRST = day('2024-04-01')
const startOf = (at: number): Day => addMonths(FIRST, at)
const endOf = (at: number): Day => endOfMonth(Number(startOf(at).slice(0, 4)), Number(startOf(at).slice(5, 7)))

const figure = (
  measure: Measure,
  kind: PeriodKind,
  [from, to]: [number, number],
  pairs: readonly Pair[],
): KeptFigure => {
  const own = pairs.slice(from, to + 1)
  const [met, late] = [0, 1].map(at => own.reduce((sum, pair) => sum + pair[at]!, 0)) as [number, number]
  const [numerator, denominator] = [met, met + late]
  return {
    measure: measure.id, kind, from: startOf(from), to: endOf(to), numerator, denominator, value: denominator === 0 ? null : (100 * numerator) / denominator,
    median: null, openOverdue: 0, excluded: 0, definition: 1,
  } // prettier-ignore
}
const months = (measure: Measure, pairs: readonly Pair[]) =>
  pairs.map((_, at) => figure(measure, 'month', [at, at], pairs))
const years = (measure: Measure, pairs: readonly Pair[]) =>
  pairs.flatMap((_, at) => (at < 11 ? [] : [figure(measure, 'rolling-year', [at - 11, at], pairs)]))
const shownOf = (...figures: KeptFigure[]) => publicFigures(figures, measureNamed).filter(({ isHidden }) => !isHidden)
const named = ({ kind, to }: ShownFigure) => `${kind} ${to}`

const OFTEN: Pair = [30, 10]
const SELDOM: Pair = [3, 9]
const TWO_YEARS = Array.from({ length: 24 }, () => OFTEN)
const but = (...seldom: number[]) => TWO_YEARS.map((pair, at) => (seldom.includes(at) ? SELDOM : pair))

describe('a year to 31 March', () => {
  const beside = (pairs: readonly Pair[]) =>
    shownOf(...months(MONTHLY, pairs), ...years(MONTHLY, pairs))
      .map(named)
      .filter(name => name.startsWith('rolling'))
  test('stands beside its months where all of them are shown, and no other twelve months do', () => {
    expect(beside(TWO_YEARS)).toEqual(['rolling-year 2025-03-31', 'rolling-year 2026-03-31'])
  })
  test('does not where it would give the one month that is hidden', () => {
    expect(beside(but(3))).toEqual(['rolling-year 2026-03-31'])
  })
  test('does not where what the months leave of it are few: what was recorded late', () => {
    const year = figure(MONTHLY, 'rolling-year', [12, 23], TWO_YEARS)
    const late = (of: number) =>
      shownOf(...months(MONTHLY, TWO_YEARS), { ...year, denominator: year.denominator! + of })
    expect([late(3).length, late(6).length]).toEqual([24, 25])
  })
  test('does where several are hidden that come to six or more together', () => {
    expect(beside(but(3, 7, 20, 21))).toEqual(['rolling-year 2025-03-31', 'rolling-year 2026-03-31'])
    expect(beside(TWO_YEARS.map((pair, at) => (at === 3 ? [1, 20] : at === 7 ? [2, 20] : pair)))).toEqual(['rolling-year 2026-03-31']) // prettier-ignore
  })
})

describe('rolling years of another measure of the same children', () => {
  test('are hidden where a month that is hidden is in them, and shown where none is', () => {
    const shown = shownOf(...months(MONTHLY, but(5)), ...years(ROLLING, but(5)))
    const rolling = shown.filter(({ measure }) => measure === ROLLING.id)
    expect(rolling.every(({ from }) => from > startOf(5))).toBe(true)
    expect(rolling.length).toBe(7)
  })
  test('of other children are shown', () => {
    const others = TWO_YEARS.map((): Pair => [90, 44])
    expect(shownOf(...months(MONTHLY, but(5)), ...years(ROLLING, others)).filter(({ measure }) => measure === ROLLING.id)).toHaveLength(13) // prettier-ignore
  })
})

test('a series of overlapping years that begins with none is shown in steps of six or more: each month of it could be worked out', () => {
  const growing = Array.from({ length: 30 }, (_, at): Pair => (at < 13 ? [0, 40] : at === 13 ? [7, 40] : [2, 40]))
  const steps = shownOf(...years(ROLLING, growing)).map(({ numerator }) => numerator)
  for (const [at, numerator] of steps.entries())
    if (at > 0) expect(isSmall(Math.abs(numerator - steps[at - 1]!))).toBe(false)
})

describe('a measure and its variants', () => {
  const base = WHOLE_CATALOGUE.find(
    one =>
      one.variants.length > 2 &&
      one.variants.every(({ valued }) => valued === 'percentage') &&
      seriesKind(one) === 'month',
  )!
  const family = (...pairs: Pair[]) =>
    shownOf(...[base, ...base.variants].slice(0, pairs.length).map((measure, at) => figure(measure, 'month', [0, 0], [pairs[at]!]))).length // prettier-ignore
  test('are all shown where nothing between them is few', () => {
    expect(family([60, 40], [40, 60], [20, 80])).toBe(3)
  })
  test('hide the variants where those that are late differ by few, though those in time do not', () => {
    expect(family([60, 20], [40, 17])).toBe(1)
  })
  test('hide the variants where several of them leave few of the whole', () => {
    expect(family([60, 40], [40, 60], [17, 83])).toBe(1) // 60 less 40 and 17
    expect(family([60, 40], [77, 23], [20, 80])).toBe(1) // 100 less 77 and 20
    expect(family([50, 50], [47, 53])).toBe(1) // those in work and those not leave three of whom nobody knows
  })
})

test('from everything that is shown, however it is added and taken away, no hidden month of few children is worked out', () => {
  const pair = fc.tuple(fc.nat(14), fc.nat(14))
  const run = fc.tuple(fc.array(pair, { minLength: 26, maxLength: 26 }), fc.boolean())
  fc.assert(
    fc.property(run, ([pairs, isAnother]) => {
      const all = [...months(MONTHLY, pairs), ...years(MONTHLY, pairs), ...(isAnother ? years(ROLLING, pairs) : [])]
      const shown = shownOf(...all)
      for (const part of parts)
        for (const at of workedOut(shown, part, pairs.length))
          expect([part, startOf(at), isSmall(PARTS[part](figure(MONTHLY, 'month', [at, at], pairs)))]).toEqual([part, startOf(at), false]) // prettier-ignore
    }),
    { numRuns: 150 },
  )
})

test('and whoever keeps what was shown after each load can take no few children from it', () => {
  const known = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 2, maxLength: 8 })
  fc.assert(
    fc.property(known, corrections => {
      const ways = corrections.map((_, at) => figure(MONTHLY, 'month', [0, 0], [sumTo(corrections, at)]))
      const kept = ways.flatMap((_, at) => shownOf(...ways.slice(0, at + 1)))
      for (const one of kept)
        for (const other of kept)
          for (const part of parts) expect(isSmall(Math.abs(PARTS[part](one) - PARTS[part](other)))).toBe(false)
    }),
    { numRuns: 200 },
  )
})

/** Each load adds to what was known. */
const sumTo = (pairs: readonly Pair[], at: number): Pair => [
  pairs.slice(0, at + 1).reduce((sum, [met]) => sum + met, 0),
  pairs.slice(0, at + 1).reduce((sum, [, late]) => sum + late, 0),
]

/** The months whose number follows from the sums that are shown, by elimination. */
function workedOut(shown: readonly ShownFigure[], part: Part, count: number): number[] {
  const rows = shown.map(one => {
    const row = Array.from({ length: count }, (_, at) => (startOf(at) >= one.from && endOf(at) <= one.to ? 1 : 0))
    return [...row, PARTS[part](one)]
  })
  let done = 0
  for (let column = 0; column < count; column++) {
    const at = rows.findIndex((row, index) => index >= done && Math.abs(row[column]!) > 1e-9)
    if (at < 0) continue
    ;[rows[done], rows[at]] = [rows[at]!, rows[done]!]
    const scale = rows[done]![column]!
    rows[done] = rows[done]!.map(cell => cell / scale)
    for (const [index, row] of rows.entries())
      if (index !== done && Math.abs(row[column]!) > 1e-9)
        rows[index] = row.map((cell, position) => cell - row[column]! * rows[done]![position]!)
    done++
  }
  return rows.slice(0, done).flatMap(row => {
    const on = row.slice(0, count).flatMap((cell, at) => (Math.abs(cell) > 1e-9 ? [at] : []))
    return on.length === 1 ? on : []
  })
}
