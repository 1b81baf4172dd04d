/** A measure that began to tell something since a day, one that tells the same, and one of too few figures. */
import { expect, test } from 'vitest'
import { addMonths, type Day, day, endOfMonth } from '../terms/day.ts'
import type { BookGround } from './book-line.ts'
import { measureNamed } from './catalogue.ts'
import type { KeptFigure } from './run-store.ts'
import { signalsChanged } from './signals-since.ts'

const [measure, other] = [measureNamed('assessments-45wd')!, measureNamed('icpc-15wd')!]

/** A figure for each month from January 2024. */
const series = (id: string, values: number[]): KeptFigure[] =>
  values.map((value, at) => {
    const from = addMonths(day('2024-01-01'), at)
    const to = endOfMonth(Number(from.slice(0, 4)), Number(from.slice(5, 7)))
    return {
      measure: id, kind: 'month', from, to, numerator: value * 3, denominator: 300, value, median: null, openOverdue: 0, excluded: 0, definition: 1,
    }
  }) // prettier-ignore

const steady = Array.from({ length: 24 }, (_, at) => 70 + (at % 2) * 4)
const risen = [...steady, 90, 91, 92, 91, 90, 92, 91, 92]

const groundOf = (figures: KeptFigure[], asAt: Day): BookGround => ({
  asAt, figures, lacks: {}, targets: new Map(), rebases: new Map(), ratings: new Map(),
  group: { region: null, neighbours: [] } as unknown as BookGround['group'],
}) // prettier-ignore

test('a rise since the day is told, and what stayed as it was is not', () => {
  const ground = groundOf([...series(measure.id, risen), ...series(other.id, steady)], day('2026-08-31'))
  expect(
    signalsChanged([measure, other], ground, day('2025-12-31')).map(({ measure, from, to }) => [measure.id, from, to]),
  ).toEqual([[measure.id, 'common-cause', 'improvement']])
  expect(signalsChanged([measure], ground, day('2026-08-31'))).toEqual([])
})

test('a measure that had no figure then is not said to have changed', () =>
  expect(signalsChanged([measure], groundOf(series(measure.id, risen), day('2026-08-31')), day('2023-12-31'))).toEqual(
    [],
  ))
