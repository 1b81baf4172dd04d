/** The chart is true to its figures, says the same in words, and holds whatever it is given. */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { addMonths, type Day, day } from '../terms/day.ts'
import { movedApart, wrapped } from './chart-words.ts'
import { iconsOf } from './icon.ts'
import type { Series } from './spc-series.ts'
import { workOutSpc } from './spc.ts'
import { spcChartSvg } from './xmr-chart.ts'

const START = day('2025-01-01')
const monthsFrom = (count: number) => Array.from({ length: count }, (_, at) => addMonths(START, at))
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
const STEADY = [50, 51, 50, 49, 50, 51, 50, 49, 50, 51, 50, 49]
const changed = spcOf([...STEADY, 54, 50, 46], { fixAfterNPoints: 12 })
const title = 'Seen <in time>'
const draw = (spc: ReturnType<typeof spcOf>, rest: object = {}) => spcChartSvg({ title, spc, unit: '%', ...rest })
const count = (svg: string, part: string | RegExp) => svg.split(part).length - 1

describe('what is drawn', () => {
  test('a point has the shape of what it means, and the key names those that are there', () => {
    const svg = draw(changed)
    expect(count(svg, '<circle ')).toBe(13 + 1)
    expect(count(svg, 'M0-7.5 7 5H-7z')).toBe(1 + 1)
    expect(count(svg, 'M0 7.5 7-5H-7z')).toBe(1 + 1)
    expect(svg).toContain('Better, more than chance')
    expect(svg).toContain('<title>Jan 2026: 54%. Above the upper limit: better</title>')
    expect(draw(spcOf(STEADY))).not.toContain('Better')
  })

  test('limits beyond what a share can be are drawn at the edge and said to be beyond it', () => {
    const svg = draw(spcOf([99, 100, 96, 100, 99, 100, 97, 100, 99, 100, 96, 100, 100]))
    expect(svg).toContain('>Upper limit over 100%<')
    expect(svg).not.toMatch(/>10[1-9]%</)
    const few = spcChartSvg({ title, spc: spcOf([0, 4, 0, 3, 0, 5, 0, 4, 0, 3, 0, 5, 1]) })
    expect(few).toContain('>Lower limit below 0<')
  })

  test('too few figures have an average and no limits, unless they are asked for', () => {
    const five = spcOf([71, 75, 72, 80, 78])
    expect(draw(five)).toContain('No limits are drawn where there are fewer than 12 figures.')
    expect(draw(five)).not.toContain('Upper limit')
    expect(draw(five, { showsEveryLimit: true })).toMatch(/Upper limit.*Dotted limits are provisional/)
  })

  test('a rebase has a number, and its reason stands below', () => {
    const on = monthsFrom(26)[13]!
    const spc = spcOf([...STEADY, 50, ...STEADY.map(value => value + 20), 70], { rebaseDates: [on] })
    expect(draw(spc, { rebases: [{ on, reason: 'One front door' }] })).toContain(
      '>1: limits were worked out afresh from Feb 2026: One front door<',
    )
    expect(draw(spc)).toContain('no reason is recorded')
  })

  test('a target steps, and a plan goes on beyond the figures', () => {
    const targets = [
      { from: day('2020-01-01'), value: 40 },
      { from: day('2025-07-01'), value: 60 },
    ]
    const trajectory = [
      { on: START, value: 45 },
      { on: day('2026-12-01'), value: 65 },
    ]
    const svg = draw(changed, { targets, trajectory })
    expect(svg).toMatch(/d="M[\d.]+ [\d.]+H[\d.]+V[\d.]+H588"[^>]*stroke="#942514"/)
    expect(svg).toContain('>Target 60%<')
    expect(svg).toContain('>Plan 65%<')
    expect(svg).toContain('>Dec 2026<')
  })

  test('others are a band, or a line where they are one figure', () => {
    expect(draw(changed, { comparator: { name: 'Neighbours, 2024', low: 47, high: 52 } })).toContain(
      '>Shaded: Neighbours, 2024, 47% to 52%<',
    )
    const one = draw(changed, { comparator: { name: 'England, 2024', low: 50, high: 50 } })
    expect(one).toContain('>Others 50%<')
    expect(one).toContain('>Others: England, 2024, 50%<')
  })

  test('it says the same in words, words are escaped, and nothing in it needs a style', () => {
    const svg = draw(changed)
    expect(svg).toContain('<title id="spc-seen-in-time-title">Seen &lt;in time&gt;</title>')
    expect(svg).toMatch(/<desc [^>]*>Mar 2026 \(46%\) is below the lower limit/)
    expect(svg).not.toMatch(/style=|class=|currentColor/)
  })
})

describe('words in a drawing', () => {
  test('names that would meet are moved apart, and stay on the chart', () => {
    expect(movedApart([10, 12, 100], 0, 200)).toEqual([10, 26, 100])
    expect(movedApart([195, 198, 199], 0, 200)).toEqual([168, 184, 200])
  })
  test('a note is broken between words', () => {
    expect(wrapped('one two three', 50)).toEqual(['one two', 'three'])
  })
})

const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 6 })
test('whatever the figures, it is well-formed and every place in it is a number', () => {
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 40 }),
      fc.nat(39),
      fc.constantFrom('%', '', 'days'),
      (values, at, unit) => {
        const rebaseDates: Day[] = at < values.length ? [addMonths(START, at)] : []
        const svg = spcChartSvg({
          title,
          spc: spcOf(values, { rebaseDates, target: 50 }),
          unit,
          showsEveryLimit: at % 2 === 0,
        })
        const places = svg.replace(/<(title|desc)[^>]*>[^<]*/g, '').replace(/>[^<]+</g, '><')
        expect(places).not.toMatch(/NaN|null|undefined|Infinity/)
        const parser = new SaxesParser()
        parser.on('error', error => {
          throw error
        })
        parser.write(svg).close()
      },
    ),
    { numRuns: 150 },
  )
})

describe('icons', () => {
  const wordsOf = (spc: ReturnType<typeof spcOf>) => {
    const { variation, assurance } = iconsOf(spc)
    return [variation.words, assurance?.words ?? null]
  }
  test.each([
    [[...STEADY, 50], 60, ['No sign of change: only chance', 'The target will be missed unless something changes']],
    [[...STEADY, 50], 40, ['No sign of change: only chance', 'The target will be met unless something changes']],
    [[...STEADY, 50], 51, ['No sign of change: only chance', 'The target will be hit or missed by chance']],
    [[...STEADY, 59], null, ['Better: higher than before', null]],
    [[...STEADY, 41], null, ['Worse: lower than before', null]],
    [STEADY, 60, ['No sign of change: only chance', 'Too few figures to judge the target']],
    [[71, 75], 60, ['Too few figures to tell change from chance', 'Too few figures to judge the target']],
    [[...STEADY, null], null, ['Too few figures to tell change from chance', null]],
  ])('%j with target %s', (values, target, words) => {
    expect(wordsOf(spcOf(values, { target }))).toEqual(words)
  })
  test('each has its own shape and says its words', () => {
    const shapes = [
      [...STEADY, 50],
      [...STEADY, 59],
      [...STEADY, 41],
    ].map(values => iconsOf(spcOf(values)).variation)
    expect(
      new Set(shapes.map(({ svg }) => svg.replace(/#[0-9a-f]{6}|<title>[^<]*|aria-label="[^"]*"/g, ''))).size,
    ).toBe(3)
    for (const { words, svg } of shapes) expect(svg).toContain(`<title>${words}</title>`)
  })
})
