/** A figure entered by hand is told as any other: its series, its target, its rating and whether it changed by more than chance. */
import { expect, test } from 'vitest'
import { addMonths, type Day, day, endOfMonth } from '../terms/day.ts'
import { enteredLine } from './entered-line.ts'
import type { EnteredFigure, EnteredMeasure } from './entered-measure.ts'
import type { MeasureTarget } from './target-store.ts'

const measure: EnteredMeasure = {
  enteredMeasureId: 1,
  versionId: 1,
  measure: 'own/audits-in-pairs',
  name: 'Audits in pairs',
  unit: '%',
  polarity: 'higher',
  definition: 'Audited by two.',
  source: 'Audit programme',
  ownerPostId: null,
  owner: null,
  frequency: 'month',
  dueAfterDays: 10,
  isEnded: false,
  from: day('2025-01-01'),
}
const monthEnd = (months: number): Day => {
  const first = addMonths(day('2025-01-01'), months)
  return endOfMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)))
}
const figure = (
  months: number,
  numerator: number | null,
  denominator: number | null,
  value: number,
): EnteredFigure => ({
  figureId: months + 1,
  enteredMeasureId: 1,
  period: { from: day(`${monthEnd(months).slice(0, 8)}01`), to: monthEnd(months) },
  numerator,
  denominator,
  value,
  note: '',
  said: monthEnd(months),
  saidBy: 'Mina Nash',
})
const target: MeasureTarget = {
  targetId: 1,
  measure: measure.measure,
  value: 80,
  upTo: null,
  from: day('2025-01-01'),
  by: null,
  trajectory: [],
  why: '',
  approver: 'Board',
  said: day('2025-01-01'),
  saidBy: 'Mina Nash',
  withdrawn: null,
}
const ground = {
  asAt: day('2026-02-05'),
  targets: new Map([[measure.measure, [target]]]),
  rebases: new Map(),
  ratings: new Map(),
  group: { authority: null, region: null, neighbours: [], model: 'own' as const },
}
const year = Array.from({ length: 13 }, (_, at) => figure(at, 60 + (at % 3), 100, 60 + (at % 3)))

test('with its target it is rated by its latest figure, and chance is told from change', () => {
  const line = enteredLine(measure, [...year.slice(0, 12), figure(12, 90, 100, 90)], ground)
  expect(line).toMatchObject({
    latest: { to: '2026-01-31', value: 90, numerator: 90, denominator: 100 },
    rag: { colour: 'green', isFew: false },
    travel: 'better',
    standing: { state: 'up-to-date' },
    lacks: [],
  })
  expect(line.spc?.points.at(-1)?.variation.meaning).toBe('improvement')
  expect(enteredLine(measure, year, ground)).toMatchObject({ rag: { colour: 'red' } })
})

test('a percentage that came without its numbers stands without them', () => {
  const { latest, rag } = enteredLine(measure, [figure(12, null, null, 72.5)], ground)
  expect([latest?.value, latest?.denominator, rag.colour]).toEqual([72.5, null, 'amber'])
})

test('a figure of a period that was not over on the day is not seen', () => {
  expect(enteredLine(measure, year, { ...ground, asAt: day('2026-01-30') }).latest?.to).toBe('2025-12-31')
  expect(enteredLine(measure, [], ground)).toMatchObject({ latest: null, spc: null, standing: { state: 'late' } })
})
