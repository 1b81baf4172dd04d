/** `golden-thread pack` from a plan's file. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import pack from './pack.ts'
import { WrongInput, WrongUsage } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'pack-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)

writeFileSync(
  at('plan.csv'),
  [
    'Ref,Action,Lead,Timescale,Delivery rating',
    '1.1,Visit every child within ten working days,Head of Assessment,31 October 2026,On task',
    '1.2,Audit ten case files a month,Head of Quality Assurance,Ongoing,Completed',
    '1.3,Publish the threshold document,Partnership Manager,31 March 2027,',
  ].join('\n'),
)
writeFileSync(at('notes.txt'), 'Nothing here is a plan.')

const made = (values: Record<string, string>) =>
  pack.run({ values: values as never, positionals: [], progress: () => {}, say: () => {} })

test.each([
  ['pack.docx', 'PK'],
  ['pack.pdf', '%PDF-1.7'],
  ['pack.html', '<!DOCTYPE html>'],
  ['made/for/it/PACK.PDF', '%PDF-1.7'],
])('a plan in a file becomes %s', async (out, begins) => {
  const answer = await made({ plan: at('plan.csv'), 'as-at': '2026-11-22', out: at(out) })
  expect(readFileSync(at(out)).toString('latin1', 0, begins.length)).toBe(begins)
  expect(answer.json).toMatchObject({ out: at(out), actions: 3, late: 1, since: null, moved: null, stale: null })
})

test('the page says where the plan was read from, and that the pack is the first', async () => {
  await made({ plan: at('plan.csv'), 'as-at': '2026-11-22', out: at('pack.html') })
  const html = readFileSync(at('pack.html'), 'utf8')
  expect(html).toContain('Read from plan.csv')
  expect(html).toContain('This is the first pack for this plan.')
  expect(html).toContain('Visit every child within ten working days')
  expect(html).not.toMatch(/href="\/|href="http/)
})

test.each([
  [{}, /--out is missing/],
  [{ out: 'pack.doc' }, /must end in \.docx, \.pdf or \.html/],
  [{ out: 'pack.pdf', 'as-at': '2026-02-29' }, /--as-at 2026-02-29 is not a date/],
  [{ out: 'pack.pdf', 'as-at': '2026-11-22', since: '2026-11-22' }, /--since must be before --as-at/],
  [{ out: 'pack.pdf', plan: 'plan.docx', since: '2026-01-01' }, /a plan read from a file has no history/],
])('%j is wrong usage', async (values, words) => {
  await expect(made(values)).rejects.toThrow(words)
  await expect(made(values)).rejects.toThrow(WrongUsage)
})

test.each([
  ['none.docx', /none\.docx/],
  ['notes.txt', /notes\.txt/],
])('%s is no plan, and nothing is written', async (plan, words) => {
  const asked = { plan: at(plan), out: at('not-made.pdf') }
  await expect(made(asked)).rejects.toThrow(words)
  await expect(made(asked)).rejects.toThrow(WrongInput)
  expect(existsSync(at('not-made.pdf'))).toBe(false)
})

test('with a source the pack tells which findings nothing answers', async () => {
  writeFileSync(
    at('notice.txt'),
    [
      'Improvement Notice\n',
      '1. Protect children by ensuring that:\n',
      '- every child is seen alone and what they say is written down; and',
      '- managers chair a weekly review of delayed court work.\n',
      '2. Meet as an improvement board at least every six weeks.\n',
      '3. Report to the minister every six months.\n',
    ].join('\n'),
  )
  writeFileSync(
    at('answers.csv'),
    'Ref,Action,Lead,Timescale\n1,See children alone (DfE Notice 1.1),Head of Safeguarding,March 2027\n',
  )
  const { json } = await made({ plan: at('answers.csv'), source: [at('notice.txt')] as never, out: at('pack.html') })
  expect(json).toMatchObject({ findingsUnanswered: 3 })
})
