/** Every measure of the catalogue against the worked examples in its own file, and what must hold of all of them. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MEASURES, measureNamed, WHOLE_CATALOGUE } from './catalogue.ts'
import { clockNamed } from './clocks.ts'
import { casesOf, figureOf, halfUp } from './figure.ts'
import { historyOf } from './history.ts'
import { settingsOf } from './measure.ts'
import { lastDayOf, recordsOf } from './measure-example.ts'
import { periodTo, windowOf } from './window.ts'

describe.each(MEASURES.map(measure => [measure.id, measure] as const))('%s', (id, measure) => {
  test.each(measure.examples.map(example => [example.that, example] as const))('%s', (_, example) => {
    const one = measureNamed(example.variant ? `${id}/${example.variant}` : id)!
    const to = lastDayOf(example.at)
    const asAt = example.asAt ? lastDayOf(example.asAt) : to
    const { population: children } = example
    const population = () => (children === undefined ? null : { children, year: 2015 })
    const history = historyOf(recordsOf(example.records, asAt), { population })
    const window = windowOf(periodTo(example.period ?? one.periods[0]!, to), asAt)
    const settings = settingsOf(one, example.settings)
    const figure = figureOf(one, history, window, settings)
    const states = Object.fromEntries(casesOf(one, history, window, settings).map(({ one, state }) => [one.id, state]))
    const { value, states: expected, ...numbers } = example.gives
    expect({ figure, states }).toMatchObject({ figure: numbers, states: expected ?? {} })
    if (value !== undefined) expect(figure.value === null ? null : Number(halfUp(figure.value))).toBe(value)
  })
})

test('every file of the catalogue is listed, under its own name', () => {
  const files = readdirSync(join(import.meta.dirname, 'catalogue')).filter(name => name.endsWith('.ts'))
  expect(MEASURES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
})

test('all 122 measures of the catalogue are there', () => {
  const numbers = Array.from({ length: 122 }, (_, at) => at + 1)
  expect(MEASURES.map(({ number }) => number)).toEqual(numbers)
})

test('numbers and names are used once', () => {
  expect(new Set(MEASURES.map(({ number }) => number)).size).toBe(MEASURES.length)
  expect(new Set(WHOLE_CATALOGUE.map(({ id }) => id)).size).toBe(WHOLE_CATALOGUE.length)
  const names = WHOLE_CATALOGUE.map(({ name }) => name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test.each(WHOLE_CATALOGUE.map(measure => [measure.id, measure] as const))('%s says what it is', (_, measure) => {
  for (const words of [measure.name, measure.outOf, measure.counted, measure.leftOut, measure.rule, measure.source])
    expect(words.length).toBeGreaterThan(3)
  expect(measure.periods.length).toBeGreaterThan(0)
  if (measure.clock !== null) expect(clockNamed(measure.clock)).toBeDefined()
  if (measure.valued === 'per') expect(measure.per).not.toBeNull()
  expect(MEASURES.find(({ id }) => id === measure.base)!.examples.length).toBeGreaterThan(0)
})
