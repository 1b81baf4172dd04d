/** `golden-thread spc` gives what NHSRplotthedots gave, and says what is wrong with a series. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { WrongInput } from './command.ts'
import spc from './spc.ts'

const VECTORS = join(import.meta.dirname, '../../../shared/examples/spc-vectors.json')
const cases: { id: string; input: object; expected: object }[] = existsSync(VECTORS)
  ? JSON.parse(readFileSync(VECTORS, 'utf8')).cases
  : []

const folder = mkdtempSync(join(tmpdir(), 'spc-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'series.json')

async function answerTo(given: unknown) {
  writeFileSync(file, typeof given === 'string' ? given : JSON.stringify(given))
  return spc.run({ values: {}, positionals: [file], progress: () => {}, say: () => {} })
}

/** Numbers that differ by less than a part in a thousand million become the number that was expected. */
function alike(found: unknown, expected: unknown): unknown {
  if (typeof found === 'number' && typeof expected === 'number')
    return Math.abs(found - expected) <= 1e-9 * Math.max(1e-6, Math.abs(expected)) ? expected : found
  if (Array.isArray(found)) return found.map((part, at) => alike(part, (expected as unknown[] | undefined)?.[at]))
  if (typeof found !== 'object' || found === null) return found
  const named = (expected ?? {}) as Record<string, unknown>
  return Object.fromEntries(Object.entries(found).map(([name, part]) => [name, alike(part, named[name])]))
}

test.skipIf(cases.length > 0)(
  'the vectors of NHSRplotthedots are not beside this checkout (../shared/examples)',
  ({ skip }) => {
    skip('put spc-vectors.json in ../shared/examples to compare with them')
  },
)

test.each(cases)('as NHSRplotthedots: $id', async ({ input, expected }) => {
  const { json } = await answerTo(input)
  expect(alike(json, expected)).toEqual(expected)
})

const SERIES = {
  values: [82.1, null, 85.4],
  dates: ['2026-08-01', '2026-09-01', '2026-10-01'],
  improvementDirection: 'increase',
}

test('a list gives a list, and a series that cannot be used has its problems in its place', async () => {
  const answer = await answerTo([SERIES, { ...SERIES, values: ['82.1', null, 85.4] }])
  expect(answer.inputIsWrong).toBe(true)
  expect(answer.json).toMatchObject([
    { groups: [{ n: 3, mean: 83.75, lpl: null, upl: null }], variationIcon: 'common_cause', assuranceType: null },
    {
      problems: [
        { where: `${file}, series 2`, problem: 'Value 1 is "82.1": write a number, or null where it is missing' },
      ],
    },
  ])
})

test('one series that cannot be used has each of its problems', async () => {
  const answer = await answerTo({ ...SERIES, dates: SERIES.dates.slice(1), improvementDirection: undefined })
  const problems = [
    { where: file, problem: 'There are 3 values and 2 dates: give one value for each date' },
    { where: file, problem: 'improvementDirection is missing: write increase, decrease or neutral' },
  ]
  expect(answer).toMatchObject({ inputIsWrong: true, json: { error: `${file} cannot be used`, problems } })
  expect(answer.text).toBe(problems.map(({ where, problem }) => `${where}: ${problem}`).join('\n'))
})

test('without --json it says in words what the figures say', async () => {
  const { text } = await answerTo({ ...SERIES, target: 90 })
  expect(text).toBe(
    [
      'Too few figures to tell change from chance: two since Aug 2026, and limits need 12. The latest is 85.4 (Oct 2026).',
      'The target (90) cannot be judged yet: there are too few figures to say whether it can be relied on.',
      'From Aug 2026 (2 figures): average 83.8. Too few figures for limits, which need 12.',
    ].join('\n'),
  )
})

test.each([
  ['{"values": [1', /is not JSON/],
  ['[]', /the list is empty/],
])('what cannot be read ends with what to do: %j', async (given, said) => {
  await expect(answerTo(given)).rejects.toThrow(said)
  await expect(answerTo(given)).rejects.toThrow(WrongInput)
})

test('a file that is not there is said to be so', async () => {
  const nowhere = { values: {}, positionals: [join(folder, 'none.json')], progress: () => {}, say: () => {} }
  await expect(spc.run(nowhere)).rejects.toThrow(/none\.json: there is no such file/)
})
