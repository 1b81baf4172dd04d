import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import makeAuthority from './make-authority.ts'

const folder = mkdtempSync(join(tmpdir(), 'made-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (values: object) =>
  makeAuthority.run({
    values: { children: '20', seed: 'one', 'as-at': '2026-11-15', faults: false, replace: false, ...values } as never,
    positionals: [],
    progress: () => {},
    say: () => {},
  })

test('it writes every table whole, says how many rows, and leaves nothing beside the folder', async () => {
  const out = join(folder, 'made')
  const { text, json } = await run({ out })
  expect(readdirSync(out)).toContain('ssd_person.csv')
  expect(readdirSync(folder)).toEqual(['made'])
  expect(readFileSync(join(out, 'gt_core_groups.csv'), 'utf8')).toMatch(
    /^core_group_id,cp_plan_id,person_id,held_on\r\n/,
  )
  expect(text).toMatch(/^ssd_person +[\d,]+$/m)
  expect(json).toMatchObject({ children: 20, seed: 'one', asAt: '2026-11-15', faults: [] })
})

test('a folder that is not empty is left alone, but for --replace; one with anything else in it always is', async () => {
  const out = join(folder, 'made')
  await expect(run({ out })).rejects.toThrow('is not empty')
  await run({ out, replace: true, faults: true })
  expect(existsSync(join(out, 'faults.json'))).toBe(true)
  await run({ out, replace: true })
  expect(existsSync(join(out, 'faults.json'))).toBe(false)
  writeFileSync(join(out, 'letters.docx'), 'kept')
  await expect(run({ out, replace: true })).rejects.toThrow('holds "letters.docx"')
})

test.each([
  [{ out: '/tmp/x', children: '9' }, '--children: "9" is not a whole number from 10'],
  [{ out: '/tmp/x', children: 'many' }, '--children: "many"'],
  [{ out: '/tmp/x', 'as-at': '31/02/2026' }, '--as-at: "31/02/2026" is not a day'],
  [{ out: '/tmp/x', 'as-at': '2029-01-01' }, '--as-at: "2029-01-01" is not a day from'],
  [{}, '--out is missing'],
])('%j is refused', async (values, problem) => {
  await expect(run(values)).rejects.toThrow(problem)
})
