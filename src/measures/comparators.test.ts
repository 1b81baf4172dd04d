/** Published figures are what was published, name their year and source, and say why they are not there where they are not. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { comparatorsOf, ENGLAND, findArea, listAreas, listShares, yearPublishedBy } from './comparators.ts'
import { measureNamed } from './catalogue.ts'
import { publishedFigures } from './comparators/build-comparators.ts'
import { SERIES } from './comparators/series.ts'
import { populationOf } from './population.ts'

const FILES = join(import.meta.dirname, '..', '..', '..', 'shared', 'samples', 'benchmarks')
const WEST_MIDLANDS = 'E12000005'
/** By the DfE's numbers: some that publish everything, one that could not in 2024, and one too small for most. */
const group = {
  authority: '331',
  region: WEST_MIDLANDS,
  neighbours: ['330', '352', '383', '856', '892'],
  model: '2025' as const,
}
const compare = (measure: string, year = 2024, rest: object = {}) =>
  comparatorsOf(measure, { ...group, ...rest }, year)!

describe('what was published', () => {
  test.each([
    ['activity-rate-10k', 518.3, 621880],
    ['activity-rate-10k/assessments-rate', 536, 643170],
    ['activity-rate-10k/s47-rate', 187.1, 224520],
    ['activity-rate-10k/icpc-rate', 60.2, 72250],
    ['activity-rate-10k/cpp-starts-rate', 51.8, 62110],
    ['population-rate-10k', 332.9, 399460],
    ['population-rate-10k/cpp-rate', 41.6, 49900],
    ['re-referrals-12m', 22.4, 139080],
    ['referrals-nfa', 6.3, 38920],
    ['assessment-duration-mean', 34, null],
    ['cpp-second-or-subsequent', 24.7, 15330],
    ['cpp-long-duration', 2.6, 1270],
    ['cpp-long-duration/2y-ceased', 3.8, 2400],
    ['cpp-reviewed-in-timescale', 89.8, 31500],
  ])('%s of England in 2024 is %d', (measure, value, numerator) => {
    const { england } = compare(measure)
    expect(england.value).toBeCloseTo(value, 0)
    expect(Math.abs(england.value! - value)).toBeLessThanOrEqual(0.0501)
    expect(england).toMatchObject({ numerator, reason: null, year: 2024, area: { name: 'England' } })
  })

  test('a share that is not published is worked out from the counts by duration', () => {
    expect(compare('assessments-45wd').england).toMatchObject({ numerator: 543_210, denominator: 643_170 })
    expect(compare('icpc-15wd').england.value).toBeCloseTo((100 * (6800 + 50780)) / 72250, 5)
    expect(compare('cpp-ended-within-6m').england.value).toBeCloseTo((100 * (10240 + 7350)) / 62870, 5)
  })

  test('where a part of what is counted is suppressed, the whole less the rest is the same', () => {
    // Camden 2024: nobody's assessment of the same day is published, all the late ones are.
    const camden = findArea('202')!
    const figure = compare('assessments-45wd', 2024, { authority: camden.id }).published!
    expect(figure).toMatchObject({ numerator: 1810, denominator: 2225 })
  })

  test('a statistic stands beside a measure or a variant that the catalogue has', () => {
    expect(SERIES.filter(({ measure }) => !measureNamed(measure))).toEqual([])
  })

  test('every series has a figure of England for the last year, and is between 0 and 100 where it is a share', () => {
    for (const { measure, kind } of SERIES) {
      const { value } = compare(measure).england
      expect([measure, value !== null && value > 0 && (kind !== 'share' || value < 100)]).toEqual([measure, true])
    }
  })
})

describe('what was not published', () => {
  test.each([
    ['850', 2024, 'not reliable'],
    ['420', 2023, 'no child can be known'],
    ['204', 2022, 'not available'],
    ['940', 2019, 'no figure for this year'],
  ])('of %s in %d there is no figure: %s', (id, year, reason) => {
    const { value, reason: said } = compare('re-referrals-12m', year, { authority: id }).published!
    expect([value, said]).toEqual([null, expect.stringContaining(reason)])
  })
  test('a council without plans has nothing to take a share of, which is not 0%', () => {
    const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024]
    const none = years
      .map(year => comparatorsOf('cpp-reviewed-in-timescale', { ...group, authority: '420' }, year)!.published!)
      .filter(({ value }) => value === null)
    expect(none.length).toBeGreaterThan(0)
    expect(none.every(({ reason }) => reason !== null)).toBe(true)
  })
  test('nothing is published for a measure of our own, nor before 2013', () => {
    expect(comparatorsOf('core-groups-in-timescale', group, 2024)).toBeNull()
    expect(comparatorsOf('re-referrals-12m', group, 2012)).toBeNull()
    expect(compare('assessments-45wd', 2013).england).toMatchObject({ value: null, reason: 'no figure for this year' })
  })
})

describe('with whom', () => {
  test('the middle and the quarters are of the neighbours that have a figure', () => {
    const { spread, neighbours, model } = compare('re-referrals-12m', 2024, {
      neighbours: [...group.neighbours, '850'],
    })
    const values = neighbours.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b)
    expect(neighbours).toHaveLength(6)
    expect(spread).toEqual({ many: 5, lower: values[1], median: values[2], upper: values[3] })
    expect(model).toBe('Statistical neighbours, 2025 model')
  })
  test('without a region or neighbours there is England alone', () => {
    const alone = comparatorsOf('icpc-15wd', { authority: null, region: null, neighbours: [], model: 'own' }, 2024)!
    expect(alone).toMatchObject({ region: null, published: null, neighbours: [], spread: null })
  })
  test('a later year than was published gives the last, which is said', () => {
    const { year, england, source } = compare('icpc-15wd', 2026)
    expect([year, england.year]).toEqual([2024, 2024])
    expect(source).toMatch(/^Year to 31 March 2024\. Department for Education.*table C4.*Open Government Licence v3\.0/)
  })
  test('figures of a year are out on 1 November of it', () => {
    expect([yearPublishedBy(day('2024-10-31')), yearPublishedBy(day('2024-11-01'))]).toEqual([2023, 2024])
  })
  test('a council whose ONS code changed goes on; one whose land changed begins anew', () => {
    const valueOf = (id: string, year: number) => compare('re-referrals-12m', year, { authority: id }).published!.value
    expect(valueOf('815', 2023)).not.toBeNull()
    expect(valueOf('815', 2024)).not.toBeNull()
    expect([valueOf('835', 2020), valueOf('838', 2019)]).toEqual([null, null])
  })
  test('the areas are England, its regions and its authorities', () => {
    expect(listAreas('country').map(({ id }) => id)).toEqual([ENGLAND])
    expect(listAreas('region')).toHaveLength(11)
    expect(listAreas('authority').every(({ region }) => region !== null && findArea(region) !== null)).toBe(true)
    expect(findArea('constructor')).toBeNull()
  })
  test('shares of every authority, none of a rate', () => {
    expect(listShares('icpc-15wd', 2024).length).toBeGreaterThan(140)
    expect(listShares('population-rate-10k', 2024)).toEqual([])
  })
})

describe('how many children live there', () => {
  test.each([
    ['2023-06-29', 2022],
    ['2023-06-30', 2023],
    ['2026-11-22', 2023],
  ])('on %s it is the estimate of %d', (on, year) => {
    expect(populationOf({ authority: '331', own: [] }, day(on))).toMatchObject({
      year,
      source: expect.stringContaining(`ONS mid-year estimate ${year}`),
    })
  })
  const own = [
    { year: 2021, children: 60_000, source: 'Our own' },
    { year: 2025, children: 61_000, source: 'Our own' },
  ]
  test.each([
    ['331', '2022-01-01', 2021, 60_000],
    ['331', '2026-11-22', 2025, 61_000],
    [null, '2024-11-22', 2021, 60_000],
  ])('%s on %s: of %d, %d children', (authority, on, year, children) => {
    expect(populationOf({ authority, own }, day(on))).toEqual({ year, children, source: 'Our own' })
  })
  test('an estimate of a later year goes before an older figure of its own; nobody knows before there was any', () => {
    expect(populationOf({ authority: '331', own }, day('2023-12-31'))).toMatchObject({ year: 2023 })
    expect(populationOf({ authority: null, own }, day('2020-01-01'))).toBeNull()
    expect(populationOf({ authority: '331', own: [] }, day('2011-01-01'))).toBeNull()
  })
})

test.skipIf(!existsSync(FILES))('what is committed is what the publishers’ files give', () => {
  const committed = readFileSync(join(import.meta.dirname, 'comparators', 'published-figures.json'), 'utf8')
  expect(publishedFigures(FILES) === committed).toBe(true)
})
