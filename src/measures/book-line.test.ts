/** How a measure stands in the book: its last whole period, the target then in force, where its series begins anew, and what to look at first. */
import { expect, test } from 'vitest'
import { type Day, day } from '../terms/day.ts'
import { monthOf } from '../terms/period.ts'
import { type BookGround, bookLine, toldBy } from './book-line.ts'
import { bookInWords, firstToLookAt } from './book-order.ts'
import { csvOf } from '../web/sheet.ts'
import { sheetOfBook } from './book-sheet.ts'
import { measureNamed } from './catalogue.ts'
import type { ShownFigure } from './public-figures.ts'
import type { MeasureTarget, Rebase } from './target-store.ts'

const IN_TIME = measureNamed('assessments-45wd')!

const figure = (from: Day, to: Day, numerator: number, denominator = 100): ShownFigure => ({
  measure: IN_TIME.id, kind: 'month', from, to, numerator, denominator, value: denominator === 0 ? null : (numerator * 100) / denominator,
  openOverdue: 2, excluded: 0, median: null, definition: 1,
}) // prettier-ignore
/** From January 2025. */
const monthly = (...numerators: number[]) =>
  numerators.map((numerator, at) => {
    const { from, to } = monthOf(`${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`)
    return figure(from, to, numerator)
  })
const target = (from: string, value: number) => ({ value, upTo: null, from: day(from), by: null, trajectory: false }) as unknown as MeasureTarget // prettier-ignore
const ground = (figures: readonly ShownFigure[], more: Partial<BookGround> = {}): BookGround => ({
  asAt: figures.at(-1)!.to,
  figures,
  lacks: {},
  targets: new Map(),
  rebases: new Map(),
  ratings: new Map(),
  group: { authority: null, region: null, neighbours: [], model: 'own' as never },
  ...more,
})

test('the month under way is told as that, and stands for the measure only where there is no whole one', () => {
  const part = figure(day('2025-03-01'), day('2025-03-14'), 5, 9)
  const line = bookLine(IN_TIME, ground([...monthly(80, 85), part]))
  expect([line.latest?.to, line.soFar?.to, line.series.length]).toEqual(['2025-02-28', '2025-03-14', 2])
  expect(line.travel).not.toBeNull()
  const first = bookLine(IN_TIME, ground([part]))
  expect([first.latest, first.soFar?.to, first.travel]).toEqual([null, '2025-03-14', null])
})

test('a figure is rated by the target in force at its end, not by the next', () => {
  const targets = new Map([[IN_TIME.id, [target('2025-01-01', 75), target('2025-03-01', 90)]]])
  const february = bookLine(IN_TIME, ground(monthly(80, 80), { asAt: day('2025-02-28'), targets }))
  expect([february.target?.value, february.rag.colour]).toEqual([75, 'green'])
  const march = bookLine(IN_TIME, ground(monthly(80, 80, 80), { targets }))
  expect([march.target?.value, march.rag.colour]).toEqual([90, 'amber'])
})

test('a series that begins anew has limits of its own from its first figure after the day', () => {
  const rebases = new Map([[IN_TIME.id, [{ from: day('2026-01-15') } as Rebase]]])
  const figures = monthly(...Array.from({ length: 24 }, (_, at) => (at < 12 ? 60 : 85) + (at % 3)))
  const groups = bookLine(IN_TIME, ground(figures, { rebases })).spc!.groups
  expect(groups.map(({ from }) => from)).toEqual(['2025-01-31', '2026-01-31'])
  expect(groups.map(({ figures }) => figures)).toEqual([12, 12])
})

test('no cases is no figure: nothing is rated, and no travel is told', () => {
  const { from, to } = monthOf('2025-01')
  const line = bookLine(IN_TIME, ground([figure(from, to, 0, 0)]))
  expect([line.rag.colour, line.travel, line.spc]).toEqual([null, null, null])
})

test('what gets worse is looked at before what only misses its target; what misses it and gets better is on its way', () => {
  const steady = Array.from({ length: 14 }, (_, at) => 60 + (at % 4))
  const lines = {
    off: bookLine(IN_TIME, ground(monthly(...steady))),
    better: bookLine(IN_TIME, ground(monthly(...steady, 70, 72, 73, 74, 75, 76, 77))),
    worse: bookLine(IN_TIME, ground(monthly(...steady, 50, 48, 47, 46, 45, 44, 43))),
  }
  expect(firstToLookAt([lines.off, lines.better, lines.worse])).toEqual([lines.worse, lines.off])
  expect(bookInWords(Object.values(lines))).toBe(
    'Of 3 measures, 1 getting better and 1 getting worse. Of 3 rated, 0 on target, 0 near it and 3 off it.',
  )
})

test('where the latest month is hidden the last year to 31 March tells the measure, and no older one', () => {
  const hide = (one: ShownFigure) => ({ ...one, numerator: 0, denominator: null, value: null, isHidden: true as const })
  const year = (to: number) => ({
    ...figure(day(`${to - 1}-04-01`), day(`${to}-03-31`), 60),
    kind: 'rolling-year' as const,
  })
  const latest = hide({ ...monthly(3)[0]!, from: day('2026-10-01'), to: day('2026-10-31') })
  expect(toldBy(bookLine(IN_TIME, ground([year(2025), year(2026), latest])))).toMatchObject({ to: '2026-03-31' })
  expect(toldBy(bookLine(IN_TIME, ground([year(2025), hide(year(2026)), latest])))).toMatchObject({ isHidden: true })
})

test('what is hidden in the book is hidden in what is taken away', () => {
  const hidden = { ...monthly(3)[0]!, numerator: 0, denominator: null, value: null, isHidden: true as const }
  const csv = csvOf(sheetOfBook([bookLine(IN_TIME, ground([hidden]))]))
  expect(csv).toContain('"January 2025","hidden: small numbers","%","",""')
})
