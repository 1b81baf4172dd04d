import { expect, test } from 'vitest'
import type { ColumnMapping, PlanField } from '../intake/plan-reading.ts'
import { day } from '../terms/day.ts'
import type { Action, AgreedTimescale } from './action.ts'
import { csvOf } from '../web/sheet.ts'
import { sheetOf } from './export.ts'
import type { Plan } from './plan.ts'

const agreed = (text: string, more: Partial<AgreedTimescale> = {}): AgreedTimescale => ({
  kind: 'range',
  earliest: null,
  latest: null,
  text,
  nextTestOn: null,
  agreedOn: day('2026-01-01'),
  agreedBy: '',
  reason: '',
  ...more,
})
const action = (more: Partial<Action> = {}): Action =>
  ({
    actionId: 1,
    ref: '1.1',
    text: 'See every child',
    leads: [],
    leadText: 'HoS CIN/ LAC',
    firstTimescale: agreed('April 2026 - March 2027', { startText: 'April 2026', endText: 'March 2027' }),
    timescale: agreed('April 2026 - March 2027', { startText: 'April 2026', endText: 'March 2027' }),
    unmapped: {},
    citations: [],
    delivery: 'not-started',
    impact: 'none',
    reason: '',
    ratedOn: null,
    lastUpdateOn: null,
    ...more,
  }) as Action

const column = (heading: string, ...fields: PlanField[]): ColumnMapping => ({
  column: 0,
  heading,
  fields,
  confidence: 1,
  why: '',
})
/** The cells of one action under the given columns of the document, without those that every export carries. */
function cells(of: Action, ...columns: ColumnMapping[]): string[] {
  const plan = { themes: [{ ref: '1', title: 'Practice', objectives: [], actions: [of] }] } as unknown as Plan
  return sheetOf(plan, [of], { tables: [], headingRow: [], columns }).rows[0]!.slice(1, 1 + columns.length)
}

const START_AND_END = [column('Start Date', 'start'), column('End Date', 'end')]

test('start and end come back as the document has them', () => {
  expect(cells(action(), ...START_AND_END)).toEqual(['April 2026', 'March 2027'])
  const onlyEnd = agreed('March 2027', { startText: '', endText: 'March 2027' })
  expect(cells(action({ firstTimescale: onlyEnd, timescale: onlyEnd }), ...START_AND_END)).toEqual(['', 'March 2027'])
})

test('after a revision the start stays and the end is what was agreed since', () => {
  expect(cells(action({ timescale: agreed('September 2027'), revisions: 1 }), ...START_AND_END)).toEqual([
    'April 2026',
    'September 2027',
  ])
})

test('a next test alone changes neither', () => {
  expect(cells(action({ timescale: agreed('April 2026 - March 2027'), revisions: 1 }), ...START_AND_END)).toEqual([
    'April 2026',
    'March 2027',
  ])
})

test('a reference cell is given once, and one that says more than was read is given whole', () => {
  const twice = ['PA 27', 'PA 29'].map(ref => ({ source: 'Ofsted', ref, text: 'Ofsted PAs 27, 29' }))
  expect(cells(action({ citations: twice }), column('Ref', 'cites'))).toEqual(['Ofsted PAs 27, 29'])
  expect(cells(action({ unmapped: { Ref: 'see appendix four' } }), column('Ref', 'cites'))).toEqual([
    'see appendix four',
  ])
})

test('a rating that nobody gave here is as the document has it; one that was given is ours', () => {
  const left = { 'Delivery rating in the document': 'Amber' }
  expect(cells(action({ unmapped: left }), column('RAG', 'delivery'))).toEqual(['Amber'])
  expect(cells(action(), column('RAG', 'delivery'))).toEqual([''])
  expect(
    cells(action({ unmapped: left, ratedOn: day('2026-02-01'), delivery: 'on-task' }), column('RAG', 'delivery')),
  ).toEqual(['On task'])
})

test('a cell that a spreadsheet would take for a formula is made plain, and quotes are doubled', () => {
  expect(csvOf({ headings: ['A'], rows: [['=1+1'], ['say "when"'], ['-5']] })).toBe(
    '\ufeff"A"\r\n"\'=1+1"\r\n"say ""when"""\r\n"\'-5"\r\n',
  )
})
