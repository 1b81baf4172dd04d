/** The funnel is exact where authorities are small, says in words what it shows, and marks who is who by shape. */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { comparatorsOf } from './comparators.ts'
import { funnelChartOf } from './funnel-figure.tsx'
import { funnelSvg } from './funnel-chart.ts'
import { funnelInWords } from './funnel-words.ts'
import { funnelOf, limitsOf } from './funnel.ts'

describe('limits', () => {
  // Worked out apart from this code, with exact fractions.
  test.each([
    [0.8, 10, [30.2464, 47.0506, 97.6717, 99.9069]],
    [0.8, 100, [66.3234, 71.3524, 87.0258, 90.9022]],
    [0.05, 40, [0.0, 0.0, 11.6858, 17.2309]],
    [0.5, 1, [0.0, 0.0, 95.0, 99.8]],
    [0.975, 400, [94.6332, 95.7415, 98.7891, 99.4345]],
  ] as const)('of a share of %d in %d: %j', (share, many, limits) => {
    const { farLower, lower, upper, farUpper } = limitsOf(share, many, 'smooth')
    const near = [farLower, lower, upper, farUpper].map(limit => Math.round(limit * 1e4) / 1e4)
    expect(near).toEqual(limits)
  })
  test('they close around the share as more are counted, and stay between 0 and 100', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 3000 }), (share, many) => {
        const { farLower, lower, upper, farUpper } = limitsOf(share, many)
        expect(farLower).toBeGreaterThanOrEqual(0)
        expect(farUpper).toBeLessThanOrEqual(100)
        expect(farLower <= lower && lower <= upper && upper <= farUpper).toBe(true)
      }),
      { numRuns: 60 },
    )
    const wide = limitsOf(0.8, 50)
    const narrow = limitsOf(0.8, 5000)
    expect(narrow.upper - narrow.lower).toBeLessThan((wide.upper - wide.lower) / 8)
  })
})

const others = Array.from({ length: 9 }, (_, at) => ({
  name: `Council ${at}`,
  numerator: 80 + at - 4,
  denominator: 100,
  role: 'other' as const,
}))

describe('a funnel', () => {
  const own = { name: 'Aldermere', numerator: 70, denominator: 100, role: 'own' as const }
  test('says where the authority lies among the others', () => {
    const funnel = funnelOf([...others, own])!
    expect(funnel.overall).toBe(80)
    expect(funnelInWords(funnel)).toBe(
      'The 9 authorities that have a figure, together: 80%. Aldermere: 70% (70 of 100), below the 95% limit. 0 of 9 authorities lie outside the 99.8% limits.',
    )
  })
  test('the authority itself does not move the middle', () => {
    expect(funnelOf([...others, { ...own, numerator: 0, denominator: 100_000 }])!.overall).toBe(80)
  })
  test('fewer than five others make no funnel, and those with no cases are not among them', () => {
    expect(funnelOf(others.slice(0, 4))).toBeNull()
    expect(funnelOf([...others.slice(0, 4), { ...others[4]!, denominator: 0 }])).toBeNull()
  })
  test('6 of 6 is not far from 80%: so few say nothing', () => {
    const [small] = funnelOf([...others, { ...own, numerator: 6, denominator: 6 }])!.points.slice(-1)
    expect(small!.place).toBe('within')
  })
})

describe('the drawing of published figures', () => {
  const group = { authority: null, region: 'E12000005', neighbours: ['330', '331', '856'], model: '2025' as const }
  const comparators = comparatorsOf('icpc-15wd', group, 2024)!
  const chart = funnelChartOf('icpc-15wd', comparators, { name: 'Aldermere <new>', numerator: 371, denominator: 412 })!
  const svg = funnelSvg(chart)

  test('marks who is who by shape, names the limits and says the same in words', () => {
    expect(svg.match(/M-5-5h10v10h-10z/g)).toHaveLength(3 + 1)
    expect(svg.match(/M0-9 9 0 0 9-9 0z/g)).toHaveLength(1 + 1)
    expect(svg).toContain('<title>Aldermere &lt;new&gt;: 90% (371 of 412), ')
    for (const words of ['99.8% limit', '95% limit', 'Its comparison group', 'Year to 31 March 2024'])
      expect(svg).toContain(words)
    expect(svg).toMatch(/<desc [^>]*>The \d+ authorities that have a figure, together: 7\d/)
    expect(svg).not.toMatch(/NaN|undefined|null|Infinity|style=|class=/)
  })
  test('is well-formed, and of nothing where the statistic is a rate', () => {
    const parser = new SaxesParser()
    parser.on('error', error => {
      throw error
    })
    parser.write(svg).close()
    const rates = comparatorsOf('population-rate-10k/cpp-rate', group, 2024)!
    expect(funnelChartOf('population-rate-10k/cpp-rate', rates, null)).toBeNull()
  })
  test('an authority that is published stands once, with what was published of it', () => {
    const mine = comparatorsOf('icpc-15wd', { ...group, authority: '331', neighbours: ['330'] }, 2024)!
    const { points } = funnelChartOf('icpc-15wd', mine, null)!.funnel
    expect(points.filter(({ name }) => name === 'Coventry').map(({ role }) => role)).toEqual(['own'])
  })
})
