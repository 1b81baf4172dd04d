/** A series that cannot be used is refused in words that say where it is wrong. */
import { expect, test } from 'vitest'
import { readSeries } from './spc-series.ts'

const given = {
  values: [1, null, 3],
  dates: ['2026-08-01', '2026-09-01', '2026-10-01'],
  improvementDirection: 'decrease',
}
const problemsOf = (changed: object) =>
  readSeries({ ...given, ...changed }, 'late.json').problems.map(({ problem }) => problem)

test('what is left out is none, and large steps stay in the limits', () => {
  expect(readSeries(given, 'late.json')).toEqual({
    series: { ...given, target: null, rebaseDates: [], fixAfterNPoints: null, screenOutliers: false },
    problems: [],
  })
})

test.each([
  [
    { dates: ['2026-09-01', '2026-08-01', '2026-10-01'] },
    'Date 2 (2026-08-01) is before date 1 (2026-09-01): put the series in order of date',
  ],
  [
    { dates: ['2026-08-01', '2026-08-01', '2026-10-01'] },
    '2026-08-01 is there twice (dates 1 and 2): give one value for each date',
  ],
  [
    { dates: ['2026-08-01', '2026-09-31', '2026-10-01'] },
    'Date 2 is "2026-09-31": write a date that exists, like "2026-10-01"',
  ],
  [{ values: [1, 'NA', 3] }, 'Value 2 is "NA": write a number, or null where it is missing'],
  [{ values: [1, Infinity, 3] }, 'Value 2 is null: write a number, or null where it is missing'],
  [{ values: [1, 2] }, 'There are 2 values and 3 dates: give one value for each date'],
  [{ rebaseDates: ['2026-09-10'] }, 'No point has the rebase date 10 September 2026: the nearest is 1 September 2026'],
  [{ rebaseDates: ['2026-09-20'] }, 'No point has the rebase date 20 September 2026: the nearest is 1 October 2026'],
  [{ rebaseDates: ['2020-01-01'] }, 'No point has the rebase date 1 January 2020: the nearest is 1 August 2026'],
  [{ rebaseDates: ['2027-01-01'] }, 'No point has the rebase date 1 January 2027: the nearest is 1 October 2026'],
  [{ improvementDirection: 'up' }, 'improvementDirection is "up": write increase, decrease or neutral'],
  [{ target: '90' }, 'target is "90": write one number, or null for none'],
  [{ screenOutliers: 'yes' }, 'screenOutliers is "yes": write true or false'],
])('%j is refused', (changed, problem) => {
  expect(problemsOf(changed)).toEqual([problem])
})

test('limits are fixed from twelve points or more', () => {
  expect(problemsOf({ fixAfterNPoints: 12 })).toEqual([])
  expect(problemsOf({ fixAfterNPoints: 11 })).toEqual([
    expect.stringMatching(/^fixAfterNPoints is 11: write a whole number of at least 12/),
  ])
  expect(problemsOf({ fixAfterNPoints: 12.5 })).toHaveLength(1)
})

test.each([null, 'text', [1, 2], {}])('%j is no series', nothing => {
  expect(readSeries(nothing, 'late.json').series).toBe(null)
})
