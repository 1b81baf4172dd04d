/** Whatever the table, every word of every cell is somewhere in the reading: in a field, under its heading, or around the plan. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Document, Row } from './document.ts'
import { documentOf, heading, paragraph } from './made-document.ts'
import { readPlan } from './plan-document.ts'
import type { PlanReading } from './plan-reading.ts'

const HEADINGS = ['Ref', 'Action', 'Lead', 'Timescale', 'Target Date', 'Start Date', 'End Date', 'Desired outcome', 'How will we know?', 'Progress', 'RAG', 'Impact', 'Status', 'Theme', 'Area of improvement', 'Workstream', 'Source', 'Budget', 'Evidence of Impact/ Outcome Measure', 'Zebra', '', 'Priority', 'Recommendation', 'Comments', 'Revised date'] // prettier-ignore
const WORDS = ['ensure', 'Ongoing', 'May 2027', 'HoS', '1.', '24', '1.2', 'and', 'Green', 'R', 'Objectives:', 'THEME 2 –', 'DfE Notice 4.5', '(LGA PR)', '•', 'SAV', 'Action', 'Lead', '80%', '<p>', 'the', 'Re-', 'TBC', '12 weeks'] // prettier-ignore
const COLOURS = [null, null, null, '00B050', 'FF0000', 'FFFFFF']

/** The number makes each cell's word its own, so that it can be looked for. */
const cellOf = (column: number, row: number, words: string[], colour: string | null, where: string): Cell => {
  const text = words.join(' ')
  return {
    column,
    row,
    columnSpan: 1,
    rowSpan: 1,
    text,
    paragraphs: text.split('\n').map(one => paragraph(one)),
    colour,
    where,
  }
}

const someWords = fc.oneof(
  { weight: 2, arbitrary: fc.constant([] as string[]) },
  { weight: 5, arbitrary: fc.array(fc.constantFrom(...WORDS, '\n'), { minLength: 1, maxLength: 5 }) },
)

type Drawn = {
  headings: string[]
  rows: { words: string[]; colour: string | null; merge: 'none' | 'down' | 'across' }[][]
  format: Document['format']
  before: string
}

const drawn: fc.Arbitrary<Drawn> = fc.integer({ min: 2, max: 8 }).chain(width =>
  fc.record({
    headings: fc.array(fc.constantFrom(...HEADINGS), { minLength: width, maxLength: width }),
    rows: fc.array(
      fc.array(fc.record({ words: someWords, colour: fc.constantFrom(...COLOURS), merge: fc.constantFrom('none', 'none', 'none', 'down', 'across') }), { minLength: width, maxLength: width }),
      { maxLength: 8 },
    ),
    format: fc.constantFrom('docx', 'xlsx', 'text', 'csv'),
    before: fc.constantFrom('', 'Theme 1: Practice', 'Leadership', 'Key: Green – done; Red – not', '1.2 Recording'),
  }),
) // prettier-ignore

/** The document, and every word that is in it once. */
function made({ headings, rows, format, before }: Drawn): { document: Document; words: string[] } {
  const words: string[] = []
  const grid: Cell[][] = []
  let next = 0
  const all: Row[] = [
    headings.map(text => ({ words: text === '' ? [] : [text], colour: null, merge: 'none' as const })),
    ...rows,
  ].map((line, row) => {
    const cells: Cell[] = []
    const standing: Cell[] = []
    line.forEach((drawnCell, column) => {
      const from =
        row > 1 && drawnCell.merge === 'down'
          ? grid[row - 1]![column]
          : row > 0 && drawnCell.merge === 'across'
            ? standing[column - 1]
            : undefined
      const isFree =
        from &&
        from.column + from.columnSpan >= column &&
        (drawnCell.merge === 'across' ? from.row === row && from.rowSpan === 1 : from.columnSpan === 1)
      if (isFree) {
        if (drawnCell.merge === 'down') from.rowSpan = row - from.row + 1
        else from.columnSpan = column - from.column + 1
        standing.push(from)
        return
      }
      const own = row === 0 || drawnCell.words.length === 0 ? [] : [`w${++next}w`]
      words.push(...own)
      const cell = cellOf(column, row, [...drawnCell.words, ...own], drawnCell.colour, `row ${row}, column ${column}`)
      cells.push(cell)
      standing.push(cell)
    })
    grid.push(standing)
    return { cells, where: `row ${row + 1}` }
  })
  const table = {
    kind: 'table' as const,
    name: format === 'xlsx' ? 'Plan' : null,
    width: headings.length,
    rows: all,
    where: 'table 1',
  }
  return { document: documentOf([...(before === '' ? [] : [heading(before)]), table], { format }), words }
}

/** Every word of the reading but its problems, which only speak of the rest. */
const said = ({ problems: _, ...reading }: PlanReading): string => JSON.stringify(reading)

test('every word of every cell is somewhere in the reading', () => {
  fc.assert(
    fc.property(drawn, plan => {
      const { document, words } = made(plan)
      const reading = said(readPlan(document))
      expect(words.filter(word => !reading.includes(word))).toEqual([])
    }),
    { numRuns: 1500 },
  )
})

test('headings, numbers before paragraphs and footnotes are kept', () => {
  const cell = {
    ...cellOf(0, 1, ['Train'], null, 'cell'),
    paragraphs: [paragraph('Train', { label: '7.', footnotes: ['See note w1w'] })],
  }
  const line = (texts: string[]): Row => ({
    cells: texts.map((text, column) => cellOf(column, 0, [text], null, 'cell')),
    where: 'row 1',
  })
  const second: Row = {
    cells: [cell, cellOf(1, 1, ['PSW'], null, 'cell'), cellOf(2, 1, ['Ongoing'], null, 'cell')],
    where: 'row 2',
  }
  const reading = readPlan(
    documentOf([
      { kind: 'table', name: null, width: 3, rows: [line(['Action', 'Lead', 'Timescale']), second], where: 'table 1' },
    ]),
  )
  expect(reading.themes[0]!.actions[0]).toMatchObject({
    ref: '7',
    text: 'Train',
    unmapped: { Footnotes: 'See note w1w' },
  })
})
