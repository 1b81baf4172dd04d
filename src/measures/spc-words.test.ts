/** What a board reads beside a chart: never a number alone, and nothing claimed of too few figures. */
import { expect, test } from 'vitest'
import { addMonths, day } from '../terms/day.ts'
import { workOutPChart } from './p-chart.ts'
import { spacingOf } from './spacing.ts'
import type { Series } from './spc-series.ts'
import {
  assuranceInWords,
  chartInWords,
  firmnessOf,
  limitsInWords,
  methodInWords,
  pointInWords,
  variationInWords,
} from './spc-words.ts'
import { workOutSpc } from './spc.ts'

const monthsFrom = (count: number) => Array.from({ length: count }, (_, at) => addMonths(day('2025-01-01'), at))
const spcOf = (values: readonly (number | null)[], rest: Partial<Series> = {}) =>
  workOutSpc({
    values,
    dates: monthsFrom(values.length),
    improvementDirection: 'increase',
    target: null,
    rebaseDates: [],
    fixAfterNPoints: null,
    screenOutliers: false,
    ...rest,
  })
/** Twelve months of average 50 and limits 47.34 to 52.66. */
const STEADY = [50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 50, 49]
const then = (...more: (number | null)[]) => spcOf([...STEADY, ...more], { fixAfterNPoints: 12 })
const percent = { unit: '%' }

test.each([
  [[50.5], 'No sign of change: 50.5% for Jan 2026 is within what chance alone gives (47.3% to 52.7%).'],
  [
    [54],
    'Jan 2026 (54%) is above the upper limit (52.7%), where chance alone would hardly put it: this is better than before.',
  ],
  [
    [40],
    'Jan 2026 (40%) is below the lower limit (47.3%), where chance alone would hardly put it: this is worse than before.',
  ],
  [[50.2, 52, 52.1], 'Two of the last three months are close to the upper limit (52.7%): this is better than before.'],
  [[52, 52.2, 52.1], 'All of the last three months are close to the upper limit (52.7%): this is better than before.'],
  [
    [50.1, 50.2, 50.1, 50.2, 50.1, 50.2, 50.1],
    'Seven months in a row above the average (50%): this is better than before.',
  ],
  [[...Array(13).fill(49.5)], '14 months in a row below the average (50%): this is worse than before.'],
  [
    [49.2, 49.4, 49.6, 49.8, 50.2, 50.4],
    'Seven months in a row, each higher than the one before: this is better than before.',
  ],
  [[null], 'There is no figure for Jan 2026, so nothing can be said of it.'],
])('after a steady year, %j', (more, words) => {
  expect(variationInWords(then(...more), percent)).toBe(words)
})

test('where less is better, above the average is worse; where neither is, it is a change', () => {
  const values = [...STEADY, ...Array(7).fill(50.5)]
  const said = (improvementDirection: Series['improvementDirection']) =>
    variationInWords(spcOf(values, { improvementDirection, fixAfterNPoints: 12 }))
  expect(said('decrease')).toMatch(/this is worse than before\.$/)
  expect(said('neutral')).toMatch(/this is a change, neither better nor worse in itself\.$/)
})

test.each([
  [11, 'none'],
  [12, 'provisional'],
  [13, 'firm'],
] as const)('limits from %d figures are %s; a missing one is not counted', (count, firmness) => {
  expect(firmnessOf(spcOf(Array(count).fill(1)).groups[0]!)).toBe(firmness)
  expect(firmnessOf(spcOf([...Array(count).fill(1), null]).groups[0]!)).toBe(firmness)
})

test('limits that are provisional say so, and too few figures have none', () => {
  const [twelve, five] = [spcOf(STEADY), spcOf([71, 75, 72, 80, 78])]
  expect(limitsInWords(twelve.groups[0]!, twelve, { unit: 'days' })).toBe(
    'From Jan 2025 (12 figures): average 50 days, limits 47.3 to 52.7 days. Provisional limits: they are firm from 13 figures.',
  )
  expect(limitsInWords(five.groups[0]!, five, percent)).toBe(
    'From Jan 2025 (5 figures): average 75.2%. Too few figures for limits, which need 12.',
  )
})

test('of too few figures no point is called outside, but seven in a row are seven in a row', () => {
  const jump = spcOf([5, 5.1, 5, 5.1, 5, 5.1, 5, 5.1, 9])
  expect(jump.variation.meaning).toBe('improvement')
  expect(variationInWords(jump)).toMatch(/^Too few figures to tell change from chance: nine since Jan 2025/)
  expect(pointInWords(jump, jump.points.at(-1)!)).toBe('Too few figures to say')
  const rise = spcOf([1, 2, 3, 4, 5, 6, 7])
  expect(variationInWords(rise)).toMatch(/^Seven months in a row, each higher/)
})

test.each([
  [60, /^The target \(60%\) will be missed every month unless something changes\.$/],
  [40, /^The target \(40%\) will be met every month unless something changes\.$/],
  [51, /^The target \(51%\) will be hit or missed by chance\.$/],
])('a target of %d', (target, words) => {
  expect(assuranceInWords(spcOf([...STEADY, 50], { target }), percent)).toMatch(words)
})

test('a target is not judged on provisional limits, and limits need review after a change', () => {
  expect(assuranceInWords(spcOf(STEADY, { target: 60 }))).toMatch(/cannot be judged yet/)
  expect(assuranceInWords(spcOf([...STEADY, 54], { target: 60, fixAfterNPoints: 12 }))).toMatch(
    /The limits need review, because the latest figures are more than chance\.$/,
  )
  expect(assuranceInWords(spcOf(STEADY))).toBe(null)
})

test('figures that do not differ have limits that mean little', () => {
  for (const screenOutliers of [true, false]) {
    const same = spcOf(Array(14).fill(5), { screenOutliers })
    expect(variationInWords(same)).toMatch(/^The figures hardly differ/)
    expect(limitsInWords(same.groups[0]!, same)).toMatch(/The figures hardly differ, so the limits mean little\.$/)
  }
  const step = spcOf([...Array(7).fill(5), ...Array(7).fill(8)], { screenOutliers: true })
  expect(variationInWords(step)).toMatch(/hardly differ, so its limits mean little\.$/)
})

test('each point has words for its row', () => {
  const spc = then(50.1, 50.2, 50.1, 50.2, 50.1, 50.2, 50.1, 54, null)
  const words = spc.points.map(point => pointInWords(spc, point))
  expect(words.slice(11)).toEqual([
    'As expected',
    ...Array(7).fill('In a run of seven or more above the average: better'),
    'Above the upper limit: better',
    'No figure',
  ])
})

test('the method says which chart it is, and what its limits leave out', () => {
  expect(methodInWords('xmr', { screenOutliers: false, fixAfterNPoints: null })).toMatch(
    /^XmR chart: .*workbook does\.$/,
  )
  expect(methodInWords('xmr', { screenOutliers: true, fixAfterNPoints: 24 })).toMatch(
    /NHSRplotthedots.*first 24 figures\.$/,
  )
  expect(methodInWords('p', { screenOutliers: false, fixAfterNPoints: null })).toMatch(/^p-chart: /)
})

test('a p-chart speaks of limits for each month', () => {
  const shares = monthsFrom(14).map(on => ({ on, numerator: 4, denominator: 8 }))
  const spc = workOutPChart({
    shares,
    improvementDirection: 'increase',
    target: null,
    rebaseDates: [],
    fixAfterNPoints: null,
  })
  expect(limitsInWords(spc.groups[0]!, spc, percent)).toBe(
    'From Jan 2025 (14 figures): average 50%, with limits for each month by how many there were.',
  )
})

test('of few children, all in time is no sign of change, and the first who is not is one', () => {
  const said = (last: number) => {
    const shares = monthsFrom(14).map((on, at) => ({ on, numerator: at === 13 ? last : 8, denominator: 8 }))
    const settings = { improvementDirection: 'increase', target: null, rebaseDates: [], fixAfterNPoints: 13 } as const
    return variationInWords(workOutPChart({ shares, ...settings }), percent)
  }
  expect(said(8)).toBe('No sign of change: 100% for Feb 2026 is within what chance alone gives (100%).')
  expect(said(7)).toMatch(/^Feb 2026 \(87\.5%\) is below the lower limit \(100%\).*worse than before\.$/)
})

test('the whole in words has the latest, the limits, and the ends', () => {
  expect(chartInWords(spcOf([...STEADY, 48], { target: 60 }), percent)).toBe(
    'No sign of change: 48% for Jan 2026 is within what chance alone gives (47.2% to 52.5%). The target (60%) will be missed every month unless something changes. From Jan 2025 (13 figures): average 49.8%, limits 47.2% to 52.5%. Lowest 48% (Jan 2026), highest 51% (Feb 2025).',
  )
  expect(chartInWords(spcOf([null, null]))).toMatch(/no average/)
})

test.each([
  [['2026-01-01', '2026-01-08', '2026-01-15'], 'week'],
  [['2026-01-31', '2026-02-28', '2026-03-31'], 'month'],
  [['2026-03-31', '2026-06-30', '2026-09-30'], 'quarter'],
  [['2024-03-31', '2025-03-31'], 'year'],
  [['2026-01-01', '2026-01-13'], 'point'],
  [['2026-01-01'], 'point'],
] as const)('%j are figures of every %s', (dates, every) => {
  expect(spacingOf(dates.map(day))).toBe(every)
})
