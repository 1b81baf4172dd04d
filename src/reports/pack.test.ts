import { expect, test } from 'vitest'
import { planCheck, type RaisedQuestion } from '../plan/check.ts'
import { coverageOfSources } from '../plan/coverage.ts'
import { day } from '../terms/day.ts'
import { type Block, type Description, plain } from './description.ts'
import {
  AS_AT,
  dueBy,
  inventedAction,
  inventedPlan,
  inventedProgramme,
  inventedSource,
  SINCE,
} from './examples/invented-plan.ts'
import { freeze } from './freeze.ts'
import { describePack } from './pack.ts'
import type { PackOf } from './pack-facts.ts'

const packOf = (given: Partial<PackOf> = {}): PackOf => ({
  authority: 'Marlbeck Council',
  plan: inventedProgramme(AS_AT),
  before: inventedProgramme(SINCE),
  coverage: [],
  questions: [],
  meeting: null,
  kept: true,
  ...given,
})
const blocksOf = ({ sections }: Description, id: string): Block[] => sections.find(section => section.id === id)!.blocks
const said = (pack: Description, id: string): string =>
  blocksOf(pack, id)
    .flatMap(block => {
      if (block.kind === 'paragraph') return [plain(block.words)]
      return block.kind === 'points' || block.kind === 'callout' ? block.points.map(plain) : []
    })
    .join('\n')
const tableOf = (pack: Description, id: string) => {
  const found = pack.sections.flatMap(({ blocks }) => blocks).find(block => block.kind === 'table' && block.id === id)
  return found?.kind === 'table' ? found.rows.map(row => row.map(plain)) : null
}
const one = (given: Parameters<typeof inventedAction>[0], before: PackOf['before'] = null) =>
  describePack(packOf({ plan: inventedPlan([inventedAction(given)]), before }))

test('the summary of a whole programme counts what the plan holds', () => {
  const pack = describePack(packOf())
  const actions = inventedProgramme(AS_AT).themes.flatMap(theme => theme.actions)
  const completed = actions.filter(({ delivery }) => delivery === 'completed').length
  const late = actions.filter(
    ({ delivery, timescale }) => delivery !== 'completed' && timescale.latest && timescale.latest < AS_AT,
  ).length
  expect(said(pack, 'summary')).toContain(`The plan has 60 actions in 6 themes. Delivery: ${completed} of 60`)
  expect(said(pack, 'summary')).toContain(`${late} actions are late.`)
  expect(tableOf(pack, 'late-table')).toHaveLength(late)
  expect(tableOf(pack, 'delivery-table')!.at(-1)!.slice(0, 2)).toEqual(['Whole plan', '60'])
})

test('the columns of a table of themes add up to its last row', () => {
  const rows = tableOf(describePack(packOf()), 'delivery-table')!
  for (const column of [1, 3, 4, 5, 6, 7]) {
    const counts = rows.map(row => Number(row[column]))
    expect(counts.slice(0, -1).reduce((a, b) => a + b)).toBe(counts.at(-1))
  }
})

test('what changed is said of none, of one and of many', () => {
  const since = inventedPlan(
    [1, 2, 3].map(actionId => inventedAction({ actionId, ref: `1.${actionId}` })),
    SINCE,
  )
  const now = (...delivery: ('completed' | 'on-task')[]) =>
    inventedPlan(delivery.map((each, at) => inventedAction({ actionId: at + 1, ref: `1.${at + 1}`, delivery: each })))
  const summary = (plan: PackOf['plan']) => said(describePack(packOf({ plan, before: since })), 'summary')
  expect(summary(now('on-task', 'on-task', 'on-task'))).toContain(
    'Nothing in the plan moved between 14 October 2026 and 22 November 2026.',
  )
  expect(summary(now('completed', 'on-task', 'on-task'))).toMatch(
    /1 action was completed \(1\.1\)\.\nNo action was reopened\./,
  )
  expect(summary(now('completed', 'completed', 'on-task'))).toContain('2 actions were completed (1.1 and 1.2).')
})

test('a reopened action is asked about', () => {
  const pack = one({ delivery: 'on-task' }, inventedPlan([inventedAction({ delivery: 'completed' })], SINCE))
  expect(said(pack, 'summary')).toContain('1 action was reopened (1.1).')
  expect(said(pack, 'summary')).toContain('Ask why: 1 action that had been completed was reopened (1.1).')
})

test('the first date stands beside the date now', () => {
  const pack = one({
    firstTimescale: dueBy('2026-03-31'),
    timescale: dueBy('2026-06-30', { reason: 'Two posts stood empty', agreedBy: 'the board' }),
    revisions: 2,
  })
  expect(tableOf(pack, 'slipped-table')![0]).toEqual([
    '1.1',
    inventedAction().text,
    '31 Mar 2026',
    '30 Jun 2026',
    '91 days',
    '2 times',
    'Two posts stood empty. Agreed by the board',
  ])
})

test('a first pack says that it is one, and compares with nothing', () => {
  const pack = describePack(packOf({ before: null }))
  expect(said(pack, 'progress')).toBe(
    'This is the first pack for this plan. The next will report what moved after 22 November 2026.',
  )
  expect(pack.facts.map(({ words }) => plain(words))).toContain('This is the first pack')
})

test('an empty plan makes a pack that says so', () => {
  const pack = describePack(packOf({ plan: inventedPlan([], AS_AT, []), before: null }))
  expect(said(pack, 'summary')).toContain('The plan holds no action yet.')
  expect(said(pack, 'late')).toMatch(/No action is late at 22 November 2026.*\nNo action has slipped/)
  expect(said(pack, 'without-impact')).toBe('No action is completed yet, so none is completed without impact.')
})

test('ratings that were never given are not told as if they had been', () => {
  expect(said(one({ ratedOn: null }), 'summary')).toContain(
    '1 action has never been rated and counts as not started, with no impact.',
  )
})

test('completed work without impact is told of how many were completed', () => {
  const plan = inventedPlan([
    inventedAction({ delivery: 'completed', impact: 'none' }),
    inventedAction({ delivery: 'completed', impact: 'made' }),
    inventedAction({ delivery: 'on-task', impact: 'none' }),
  ])
  expect(said(describePack(packOf({ plan })), 'without-impact')).toBe(
    '1 action is completed with no impact for children on record: 1 of 2 (50.0%) of those completed.',
  )
})

test('the gaps of each source are listed, those that nothing answers first', () => {
  const plan = inventedPlan([inventedAction({ citations: [{ source: 'Report', ref: '1', text: '' }] })])
  plan.themes[0]!.objectives.push({
    objectiveId: 1,
    ref: '1.1',
    section: '',
    text: '',
    citations: [{ source: 'Report', ref: '2', text: '' }],
  })
  const source = inventedSource(1, 'Report', 'Inspection report', [
    'See children',
    'Hear children',
    'Plan with children',
  ])
  const pack = describePack(packOf({ plan, coverage: coverageOfSources(plan, [source]) }))
  expect(said(pack, 'coverage')).toContain('1 finding is answered by nothing in the plan, of 3 in its source.')
  expect(tableOf(pack, 'coverage-table')).toEqual([['Inspection report', '3', '1 of 3 (33.3%)', '1', '0', '1']])
  expect(tableOf(pack, 'gaps-1')).toEqual([
    ['3', 'Plan with children', 'Nothing'],
    ['2', 'Hear children', 'Only objective 1.1'],
  ])
  expect(said(pack, 'summary')).toContain('Decide who answers: 1 finding is answered by nothing in the plan.')
})

const question = (at: number, severity: 'serious' | 'minor'): RaisedQuestion => ({
  where: `Action 1.${at}`,
  actionIds: [1],
  question: `Who leads action 1.${at}?`,
  because: 'The lead is blank',
  check: planCheck({ id: severity, name: severity, severity, why: '', find: () => [], examples: [] }),
})

test.each([
  [0, 'No question is raised by the checks of the plan.', 0, false],
  [1, '1 question is raised by the checks of the plan: 1 serious.', 1, false],
  [10, '10 questions are raised', 10, false],
  [11, '11 questions are raised', 10, true], // one more than stands in the section: all go to an annex
])('%s questions', (count, words, shown, annex) => {
  const questions = Array.from({ length: count }, (_, at) => question(at, 'serious'))
  const pack = describePack(packOf({ questions }))
  expect(said(pack, 'questions')).toContain(words)
  expect(tableOf(pack, 'top-questions')?.length ?? 0).toBe(shown)
  expect(pack.sections.some(({ id }) => id === 'all-questions')).toBe(annex)
})

test('the gravest three questions stand in the summary', () => {
  const questions = [question(1, 'minor'), ...[2, 3, 4, 5].map(at => question(at, 'serious'))]
  const asked = said(describePack(packOf({ questions })), 'summary').match(/Question: .*/g)
  expect(asked).toEqual([
    'Question: Who leads action 1.2?',
    'Question: Who leads action 1.3?',
    'Question: Who leads action 1.4?',
  ])
})

test.each([
  [20, 20, false],
  [21, 20, true],
])('%s late actions show %s in place', (count, shown, annex) => {
  const late = Array.from({ length: count }, (_, at) =>
    inventedAction({ actionId: at + 1, ref: `1.${at}`, timescale: dueBy('2026-01-31') }),
  )
  const pack = describePack(packOf({ plan: inventedPlan(late) }))
  expect(tableOf(pack, 'late-table')).toHaveLength(shown)
  expect(tableOf(pack, 'late-table-all-table')?.length ?? null).toBe(annex ? count : null)
})

test('sections and paragraphs are numbered, annexes lettered, and pointers name them', () => {
  const pack = describePack(packOf({ questions: Array.from({ length: 11 }, (_, at) => question(at, 'minor')) }))
  expect(pack.sections.map(({ label }) => label)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    'Annex A',
    'Annex B',
  ])
  expect(said(pack, 'questions')).toContain('All are in Annex A.')
  const numbers = blocksOf(pack, 'about').flatMap(block => (block.kind === 'paragraph' ? [block.number] : []))
  expect(numbers.slice(0, 2)).toEqual(['8.1', '8.2'])
})

test('every figure knows its day, and every part of a whole its whole', () => {
  const words = describePack(packOf()).sections.flatMap(({ blocks }) =>
    blocks.flatMap(block =>
      block.kind === 'paragraph' ? block.words : block.kind === 'table' ? block.rows.flat(2) : [],
    ),
  )
  const figures = words.filter(piece => typeof piece === 'object' && 'figure' in piece)
  expect(figures.length).toBeGreaterThan(100)
  for (const { asAt, figure, count, of } of figures) {
    expect(asAt).toBe(AS_AT)
    if (figure.includes('%')) expect(figure).toContain(`${count} of ${of} (`)
  }
})

test('every action stands in the register in its own words', () => {
  const register = blocksOf(describePack(packOf()), 'register').flatMap(block =>
    block.kind === 'table' ? block.rows.map(row => plain(row[1]!)) : [],
  )
  expect(register).toEqual(inventedProgramme(AS_AT).themes.flatMap(theme => theme.actions.map(({ text }) => text)))
})

test('characters that no page shows are left out, and so are marks that turn the reading round', () => {
  const pack = one({ text: 'a\u0000b\u0007\u202ec\ud800\td' })
  expect(JSON.stringify(pack)).toContain('"abc\ufffd d"')
})

test('figures of a plan from a file lead nowhere outside the pack', () => {
  const json = JSON.stringify(describePack(packOf({ kept: false })))
  expect(json).not.toContain('/plan')
  expect(JSON.stringify(describePack(packOf()))).toContain('/plan/actions/1?as-at=2026-11-22')
})

test('the same plan makes the same pack, and any change another fingerprint', () => {
  const [first, again] = [freeze(describePack(packOf())), freeze(describePack(packOf()))]
  expect(again.sha256).toBe(first.sha256)
  const { sections, ...rest } = first.description
  expect(freeze({ sections, ...rest } as Description).sha256).toBe(first.sha256) // whatever order it is kept in
  expect(freeze({ ...first.description, asAt: day('2026-11-21') }).sha256).not.toBe(first.sha256)
})

test('files given as evidence are counted with their kind and size, without a name, and removed ones are not', () => {
  const file = { attachmentId: 1, evidenceId: 1, address: 'a', kind: 'pdf', bytes: 120 * 1024, sha256: '', asGiven: true, audience: 'figures', scanned: true, name: 'Jade Smithson.pdf', addedOn: AS_AT, by: 'Ben Carter', post: null, removed: null, isGone: false } as const // prettier-ignore
  const removed = { ...file, removed: { on: AS_AT, by: 'Ben Carter', post: null, reason: 'By mistake' }, isGone: true }
  const evidence = { evidenceId: 1, kind: 'audit', title: 'Audit of twenty', text: '', shows: 'impact', speaksOfOn: AS_AT, addedOn: AS_AT } as const // prettier-ignore
  const pack = one({ evidence: [{ ...evidence, files: [file, removed, { ...file, kind: 'csv', bytes: 900, audience: 'all' }] }] }) // prettier-ignore
  expect(said(pack, 'files')).toContain('2 files are given as evidence of 1 action: 121 KB together.')
  expect(tableOf(pack, 'files-table')).toEqual([
    ['1.1', 'Audit of twenty', 'A PDF', '120 KB', 'People of the council who see its figures'],
    ['1.1', 'Audit of twenty', 'CSV', '900 bytes', 'Everyone who reads the plan'],
  ])
  expect(JSON.stringify(pack)).not.toContain('Jade')
  expect(one({ evidence: [{ ...evidence, files: [removed] }] }).sections.map(({ id }) => id)).not.toContain('files')
})
