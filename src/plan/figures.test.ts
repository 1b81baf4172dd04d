import { expect, test } from 'vitest'
import { figuresIn, inDays } from './figures.ts'

test.each([
  ['within 45 working days', [[45, 'working days']]],
  ['within a 45 day time limit', [[45, 'days']]],
  ['reported within 72 hours', [[72, 'hours']]],
  ['at 12 monthly intervals', [[12, 'months']]],
  ['reviewed annually', [[12, 'months']]],
  ['every two years', [[24, 'months']]],
  [
    '90% in six weeks',
    [
      [90, '%'],
      [6, 'weeks'],
    ],
  ],
  ['35 per cent', [[35, '%']]],
  ['level 3 and clause 4.2', []],
  ['in 2016', []],
])('%s', (text, figures) => expect(figuresIn(text).map(({ value, unit }) => [value, unit])).toEqual(figures))

test('a range keeps both ends', () =>
  expect(figuresIn('average 9 -12 months')[0]).toMatchObject({ value: 9, upTo: 12 }))

test('20 working days are as long as four weeks', () => {
  expect(inDays({ value: 20, unit: 'working days' })).toBeCloseTo(inDays({ value: 4, unit: 'weeks' })!)
  expect(inDays({ value: 90, unit: '%' })).toBeNull()
})
