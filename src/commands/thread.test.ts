import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WrongInput, WrongUsage } from './command.ts'
import thread from './thread.ts'

const PLAN = `Aldermere Improvement Plan

Theme 1: Protection
Ref\tAction\tLead\tTimescale\tHow will we measure the difference
1\tSee children alone at each visit and write down what they say (DfE Notice 1.2)\tHead of Safeguarding\tMarch 2027\t90% of visits recorded with the child's words, from 61%
2\tBring case records up to date weekly (DfE Notice 1.2)\t\tMarch 2027\t95% of records within the week, from 70%
`
const NOTICE = `Improvement Notice

1. Protect children by ensuring that:

- every child is seen alone and what they say is written down;
- case records are brought up to date within the week; and
- managers chair a weekly review of delayed court work.

2. Meet as an improvement board at least every six weeks.

3. Report to the minister every six months.
`

let folder: string
const file = (name: string) => join(folder, name)
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thread-'))
  writeFileSync(file('plan.txt'), PLAN)
  writeFileSync(file('notice.txt'), NOTICE)
  writeFileSync(file('letter.txt'), NOTICE.replace('Improvement Notice', 'Letter to the council'))
  writeFileSync(file('empty.txt'), 'Nothing here')
})
afterAll(() => rmSync(folder, { recursive: true }))

const run = (values: Record<string, unknown>) =>
  thread.run({ values: values as never, positionals: [], progress: () => {} } as never)
const walk = async (values: Record<string, unknown> = {}) =>
  (await run({ plan: file('plan.txt'), source: [file('notice.txt')], 'as-at': '2026-11-22', ...values })).json as {
    findings: Record<string, unknown>[]
    citations: Record<string, unknown>[]
    checks: Record<string, string>[]
  }

test('it prints how each finding is answered, whether each citation holds, and what a board would ask', async () => {
  const { findings, citations, checks } = await walk()
  expect(findings).toEqual([
    { source: 'DfE Notice', ref: '1.1', coverage: 'none', actions: [], objectives: [] },
    { source: 'DfE Notice', ref: '1.2', coverage: 'action', actions: ['1', '2'], objectives: [] },
    { source: 'DfE Notice', ref: '1.3', coverage: 'none', actions: [], objectives: [] },
    { source: 'DfE Notice', ref: '2', coverage: 'none', actions: [], objectives: [] },
    { source: 'DfE Notice', ref: '3', coverage: 'none', actions: [], objectives: [] },
  ])
  expect(citations).toEqual([
    expect.objectContaining({
      in: 'action 1',
      cites: 'DfE Notice 1.2',
      found: true,
      betterMatch: { ref: '1.1', why: expect.stringContaining('alone') },
    }),
    { in: 'action 2', cites: 'DfE Notice 1.2', found: true, state: 'found' },
  ])
  expect(checks.find(({ check }) => check === 'no-lead')).toMatchObject({
    where: 'action 2',
    question: expect.stringMatching(/^Who leads action 2/),
  })
})

test('without --json it says the same for reading', async () => {
  const { text } = await run({ plan: file('plan.txt'), source: [file('notice.txt')], 'as-at': '2026-11-22' })
  expect(text).toMatch(/5 findings, 1 answered by an action, 4 answered by nothing/)
  expect(text).toMatch(/action 1 cites DfE Notice 1\.2, but fits 1\.1 better/)
  expect(text).toMatch(/Serious: Who leads action 2/)
})

test('a source under another name is not the one that the plan cites', async () => {
  const { findings, citations } = await walk({ as: ['Ofsted'] })
  expect(findings.every(({ coverage }) => coverage === 'none')).toBe(true)
  expect(citations[0]).toEqual({ in: 'action 1', cites: 'DfE Notice 1.2', found: false, state: 'not-loaded' })
})

test('a source whose title does not say is known by the references that the plan cites', async () => {
  const { findings } = await walk({ source: [file('letter.txt')] })
  expect(findings.slice(0, 3).map(({ source, coverage }) => `${source} ${coverage}`)).toEqual([
    'DfE Notice none',
    'DfE Notice action',
    'DfE Notice none',
  ])
})

test('what was given wrongly is said in words', async () => {
  await expect(run({})).rejects.toThrow(WrongUsage)
  await expect(walk({ 'as-at': 'next week' })).rejects.toThrow(/2026-11-22, not next week/)
  await expect(walk({ plan: file('none.txt') })).rejects.toThrow(WrongInput)
  await expect(walk({ plan: file('empty.txt') })).rejects.toThrow(/no actions were found/)
  await expect(walk({ source: [file('empty.txt')] })).rejects.toThrow(/no findings were found/)
})
