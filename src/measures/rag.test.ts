/** Ratings go by the figure as it is, and never colour what is only to be compared. */
import { readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { halfUp } from './figure.ts'
import type { Polarity, Thresholds } from './measure.ts'
import { ragOf, thresholdsInForce, thresholdsInWords, thresholdsOf, travelOf } from './rag.ts'

const goal = (value: number, upTo: number | null = null) => ({ value, upTo })
const higher = thresholdsOf('higher', '%', goal(90))
const lower = thresholdsOf('lower', '%', goal(20))

describe('against a target', () => {
  test.each([
    ['higher, 90%', higher, 90, 'green'],
    ['higher, 90%', higher, 89.9999, 'amber'],
    ['higher, 90%', higher, 80, 'amber'],
    ['higher, 90%', higher, 79.9999, 'red'],
    ['lower, 20%', lower, 20, 'green'],
    ['lower, 20%', lower, 20.0001, 'amber'],
    ['lower, 20%', lower, 30, 'amber'],
    ['lower, 20%', lower, 30.0001, 'red'],
    ['a time of 30 days', thresholdsOf('lower', 'working days', goal(30)), 30, 'green'],
    ['a time of 30 days', thresholdsOf('lower', 'working days', goal(30)), 33, 'amber'],
    ['a time of 30 days', thresholdsOf('lower', 'working days', goal(30)), 33.01, 'red'],
    ['110 places', thresholdsOf('higher', '', goal(110)), 99, 'amber'],
    ['110 places', thresholdsOf('higher', '', goal(110)), 98, 'red'],
    ['a band of 9 to 12 months', thresholdsOf('band', 'months', goal(9, 12)), 12, 'green'],
    ['a band of 9 to 12 months', thresholdsOf('band', 'months', goal(9, 12)), 13.2, 'amber'],
    ['a band of 9 to 12 months', thresholdsOf('band', 'months', goal(9, 12)), 8.1, 'amber'],
    ['a band of 9 to 12 months', thresholdsOf('band', 'months', goal(9, 12)), 13.3, 'red'],
    ['a band of 9 to 12 months', thresholdsOf('band', 'months', goal(9, 12)), 8, 'red'],
  ] as [string, Thresholds, number, string][])('%s: %#', (_, thresholds, value, colour) => {
    expect(ragOf(value, thresholds, 100).colour).toBe(colour)
  })
  test('what only rounding would make green is not green (M16)', () => {
    const value = (179 * 100) / 199
    expect([halfUp(value), ragOf(value, higher, 199).colour]).toEqual(['89.9', 'amber'])
    expect(ragOf(89.96, higher, 500).colour).toBe('amber')
    expect(halfUp(89.96)).toBe('90.0')
  })
  test('a share that is exactly the target is green (M14: 110 of 200 in house)', () => {
    expect(ragOf((110 * 100) / 200, thresholdsOf('higher', '%', goal(55)), 200).colour).toBe('green')
  })
  test('an amber edge that was taken away stays where people put it', () => {
    expect(ragOf(79.9, thresholdsOf('higher', '%', goal(89.9)), 1000).colour).toBe('amber')
  })
  test('another width of amber is a setting', () => {
    expect(ragOf(84, thresholdsOf('higher', '%', goal(90), { points: 5, share: 0.1 }), 100).colour).toBe('red')
  })
})

describe('what is not coloured', () => {
  test('no cases are no rating, which is not red', () => {
    expect(ragOf(null, higher, 0)).toEqual({ colour: null, isFew: false, words: 'No cases' })
  })
  test('what is only compared has none, whatever goal someone set', () => {
    expect(ragOf(50, thresholdsOf('none', 'per 10,000', goal(40)), 100).colour).toBeNull()
    expect(ragOf(50, thresholdsOf('band', '%', goal(40)), 100).colour).toBeNull()
  })
  test.each(['none', 'band'] as Polarity[])('%s: a direction is never better or worse', polarity => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (from, to) =>
        ['changed', 'same'].includes(travelOf(polarity, from, to)),
      ),
    )
  })
  test('a direction is better by the measure’s own polarity', () => {
    expect([travelOf('higher', 80, 90), travelOf('lower', 80, 90), travelOf('higher', 80, 80)]).toEqual([
      'better',
      'worse',
      'same',
    ])
  })
})

test.each([
  [5, true],
  [6, false],
])('of %d cases it is hatched as small numbers: %s', (cases, isFew) => {
  expect(ragOf(100, higher, cases)).toMatchObject({ colour: 'green', isFew })
})

test('the authority’s own thresholds go before its target, and that before the usual ones', () => {
  const measure = { polarity: 'higher', unit: '%', thresholds: { shape: 'higher', green: 95, amber: 85 } } as const
  const own = { shape: 'higher', green: 70, amber: 60 } as const
  expect(thresholdsInForce(measure, { own, goal: goal(90) })).toBe(own)
  expect(thresholdsInForce(measure, { own: null, goal: goal(90) })).toEqual(higher)
  expect(thresholdsInForce(measure, { own: null, goal: null })).toBe(measure.thresholds)
})

test('thresholds are said in words', () => {
  const write = (figure: number) => `${figure}%`
  expect(thresholdsInWords(higher, write)).toBe('Green at 90% or more, amber at 80% or more, otherwise red.')
  expect(thresholdsInWords(lower, write)).toBe('Green at 20% or less, amber at 30% or less, otherwise red.')
  expect(thresholdsInWords(thresholdsOf('band', '%', goal(80, 90)), write)).toBe(
    'Green from 80% to 90%, amber from 72% to 99%, otherwise red.',
  )
})

test('a better figure is never rated worse', () => {
  const rank = { red: 0, amber: 1, green: 2 }
  const rated = (value: number, thresholds: Thresholds) => rank[ragOf(value, thresholds, 100).colour!]
  const percent = fc.double({ min: 0, max: 100, noNaN: true })
  fc.assert(
    fc.property(percent, percent, percent, (target, one, other) => {
      const [low, high] = [Math.min(one, other), Math.max(one, other)]
      const [up, down] = [thresholdsOf('higher', '%', goal(target)), thresholdsOf('lower', '%', goal(target))]
      return rated(high, up) >= rated(low, up) && rated(low, down) >= rated(high, down)
    }),
  )
})

const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'shared', 'examples', 'worked-examples.json')
test.skipIf(!existsSync(EXAMPLES))('the worked examples of rating say the same', () => {
  const examples = JSON.parse(readFileSync(EXAMPLES, 'utf8')) as { id: string; exp: unknown }[]
  const expected = (id: string) => examples.find(example => example.id === id)!.exp
  expect((110 * 100) / 200).toBe(expected('M14'))
  const value = (179 * 100) / 199
  expect([Number(halfUp(value)), ragOf(value, higher, 199).colour === 'green']).toEqual(expected('M16'))
})
