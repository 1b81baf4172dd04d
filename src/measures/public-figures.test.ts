/** What those outside are given of a run: no small number, and none by subtracting what they are given. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../terms/day.ts'
import { isSmall, tellsSmall } from '../terms/small-number.ts'
import { bookLine, toldBy } from './book-line.ts'
import { measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'
import { figureText, overdueText, partsText } from './figure-shown.tsx'
import { publicFigures, publishedWays } from './public-figures.ts'
import type { KeptFigure } from './run-store.ts'
import { seriesKind } from './work-out.ts'

const IN_TIME = measureNamed('assessments-45wd')!

type Given = Partial<KeptFigure> & { numerator: number }
const kept = ({ numerator, denominator = null, ...given }: Given): KeptFigure => ({
  measure: IN_TIME.id, kind: 'month', from: day('2026-10-01'), to: day('2026-10-31'), numerator, denominator,
  value: denominator === null ? numerator : denominator === 0 ? null : (numerator * 100) / denominator, openOverdue: 0, excluded: 3, median: null, definition: 1, ...given,
}) // prettier-ignore
const shown = (...figures: Given[]) => publicFigures(figures.map(kept), measureNamed)

describe('a figure', () => {
  test('of few is hidden with everything that is kept of it', () => {
    const [figure] = shown({ numerator: 3, denominator: 40, openOverdue: 9 })
    expect(figure).toMatchObject({ isHidden: true, numerator: 0, denominator: null, value: null, median: null })
    expect(figure).toMatchObject({ openOverdue: 0, excluded: 0, hidesOverdue: true })
    expect(figureText(IN_TIME, figure!)).toBe('hidden: small numbers')
    expect(partsText(IN_TIME, figure!)).toBe('')
    expect(overdueText(figure!)).toBe('hidden')
  })
  test('of many is shown as it is, and no cases are no cases', () => {
    const [many, none] = shown({ numerator: 30, denominator: 40 }, { numerator: 0, denominator: 0, to: day('2026-09-30'), from: day('2026-09-01') }) // prettier-ignore
    expect([figureText(IN_TIME, many!), partsText(IN_TIME, many!)]).toEqual(['75.0%', '30 of 40'])
    expect(figureText(IN_TIME, none!)).toBe('no cases')
  })
  test('keeps its open and overdue to itself where they, or those that are late beside them, are few', () => {
    expect(shown({ numerator: 30, denominator: 40, openOverdue: 4 })[0]).toMatchObject({ hidesOverdue: true, openOverdue: 0 }) // prettier-ignore
    expect(shown({ numerator: 30, denominator: 40, openOverdue: 7 })[0]).toMatchObject({ hidesOverdue: true, openOverdue: 0 }) // prettier-ignore
    expect(shown({ numerator: 20, denominator: 40, openOverdue: 10 })[0]).toMatchObject({ openOverdue: 10 })
  })
})

describe('what subtracting would give', () => {
  test('a year stands beside no months of it, and a month under way beside no other day of it', () => {
    const figures = shown(
      { numerator: 30, denominator: 40 },
      { numerator: 300, denominator: 400, kind: 'rolling-year', from: day('2025-11-01') },
      { numerator: 9, denominator: 18, from: day('2026-11-01'), to: day('2026-11-22') },
    )
    expect(figures.map(({ kind, to }) => [kind, to])).toEqual([['month', '2026-10-31']])
  })
  test('a running total that grew by few is hidden, and the next is measured from the last that is shown', () => {
    const measure = WHOLE_CATALOGUE.find(({ periods, valued }) => periods[0] === 'year-to-date' && valued !== 'mean')!
    const to = (on: string, numerator: number, denominator: number): Given => ({ measure: measure.id, kind: 'year-to-date', from: day('2026-04-01'), to: day(on), numerator, denominator })
    const figures = shown(to('2026-04-30', 20, 40), to('2026-05-31', 23, 60), to('2026-06-30', 30, 80))
    expect(figures.map(({ isHidden }) => isHidden ?? false)).toEqual([false, true, false])
  }) // prettier-ignore
  test('a variant that differs from its measure, or another, by few is hidden, and with one of them all', () => {
    const [one, other] = WHOLE_CATALOGUE.find(({ variants }) => variants.length > 1)!.variants.map(({ id }) => id)
    const kind = seriesKind(measureNamed(one!)!)
    const family = (...numerators: number[]) =>
      shown(
        ...[one!.split('/')[0]!, one!, other!].map((measure, at) => ({ measure, kind, numerator: numerators[at]!, denominator: 200 })),
      ).map(({ isHidden }) => isHidden ?? false)
    expect(family(60, 40, 20)).toEqual([false, false, false])
    expect(family(60, 57, 20)).toEqual([false, true, true])
    expect(family(60, 37, 3)).toEqual([false, true, true])
  }) // prettier-ignore
  test('a correction of few is not shown, now or on an earlier day, until it is of more; what it replaces stands', () => {
    const ways = (...pairs: [number, number][]) => pairs.map(([numerator, denominator]) => kept({ numerator, denominator }))
    const parts = (figures: { numerator: number; denominator: number | null }[]) => figures.map(({ numerator, denominator }) => [numerator, denominator])
    expect(parts(publishedWays(IN_TIME, ways([80, 120], [83, 123], [90, 130])))).toEqual([[80, 120], [90, 130]])
    expect(parts(publicFigures(ways([80, 120], [83, 123]), measureNamed))).toEqual([[80, 120]])
    expect(parts(publicFigures(ways([80, 120], [90, 127]), measureNamed))).toEqual([[80, 120]]) // three fewer late
    expect(parts(publicFigures(ways([80, 120], [80, 120]), measureNamed))).toEqual([[80, 120]])
    const overdue = (...counts: number[]) => publicFigures(counts.map((openOverdue, at) => kept({ numerator: 80 + 10 * at, denominator: 140 + 20 * at, openOverdue })), measureNamed)
    expect(overdue(12, 14)).toMatchObject([{ numerator: 90, openOverdue: 0, hidesOverdue: true }])
    expect(overdue(12, 20)).toMatchObject([{ numerator: 90, openOverdue: 20 }])
    expect(publicFigures(ways([80, 120], [117, 120]), measureNamed)[0]).toMatchObject({ isHidden: true }) // three are late now
  }) // prettier-ignore
})

test('a measure whose latest month is hidden is told by the last year to 31 March, and by its month where that is shown', () => {
  const year: Given = { kind: 'rolling-year', from: day('2025-04-01'), to: day('2026-03-31'), numerator: 60, denominator: 80 }
  const told = (numerator: number, denominator: number) => {
    const figures = shown({ numerator, denominator }, year)
    return toldBy(bookLine(IN_TIME, { ...GROUND, asAt: day('2026-11-22'), figures }))
  }
  expect(told(3, 4)).toMatchObject({ to: '2026-03-31', value: 75 })
  expect(told(30, 40)).toMatchObject({ to: '2026-10-31', value: 75 })
}) // prettier-ignore

test('nothing that is shown tells a small number, and no chart, limit or rating is made of what is hidden', () => {
  const months = Array.from({ length: 24 }, (_, at) => {
    const month = `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
    return { from: day(`${month}-01`), to: day(`${month}-28`) }
  }).map(({ from, to }) => ({ from, to: lastOf(to) }))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 24, maxLength: 24 }), pairs => {
      const figures = pairs.map(([one, more], at) => kept({ ...months[at]!, numerator: one, denominator: one + more }))
      const given = publicFigures(figures, measureNamed)
      for (const { isHidden, numerator, denominator } of given)
        expect(isHidden || !tellsSmall(numerator, denominator)).toBe(true)
      const line = bookLine(IN_TIME, { ...GROUND, figures: given })
      const hidden = new Set(given.filter(({ isHidden }) => isHidden).map(({ to }) => to))
      for (const { on, value } of line.spc?.points ?? []) if (hidden.has(on)) expect(value).toBeNull()
      if (line.latest?.isHidden) expect([line.rag.colour, line.travel]).toEqual([null, null])
      expect(line.series.every(({ numerator, isHidden }) => isHidden || !isSmall(numerator))).toBe(true)
    }),
    { numRuns: 60 },
  )
})

const lastOf = (to: string) => {
  const [year, month] = to.split('-').map(Number) as [number, number]
  return day(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
}
const GROUND = {
  asAt: day('2025-12-31'),
  lacks: {},
  targets: new Map(),
  rebases: new Map(),
  ratings: new Map(),
  group: { region: null, authority: null, neighbours: [], model: 'own' as const },
}
