import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { WrongInput } from './command.ts'
import sourceRead from './source-read.ts'

const run = (file: string) => sourceRead.run({ values: {}, positionals: [file], progress() {}, say() {} })

function fileOf(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'source-')), name)
  writeFileSync(file, text)
  return file
}

test('prints each finding with its reference and heading, as data and as words', async () => {
  const file = fileOf(
    'notice.txt',
    'Improvement Notice\n\n1. Ensure that:\n- plans are good;\n- visits are in time.\n2. Report monthly.\n3. Meet.',
  )
  const answer = await run(file)
  expect(answer.json).toEqual({
    title: 'Improvement Notice',
    findings: [
      { ref: '1.1', heading: 'Ensure that:', text: 'plans are good;' },
      { ref: '1.2', heading: 'Ensure that:', text: 'visits are in time.' },
      { ref: '2', heading: '', text: 'Report monthly.' },
      { ref: '3', heading: '', text: 'Meet.' },
    ],
    problems: [],
  })
  expect(answer.text).toMatch(/^Improvement Notice\n4 findings\n {2}1\.1 +plans are good;/)
  expect(answer.inputIsWrong).toBe(false)
})

test('a file without findings ends as wrong input and says what was looked for', async () => {
  const answer = await run(fileOf('minutes.txt', 'The board met.'))
  expect(answer.inputIsWrong).toBe(true)
  expect(answer.text).toMatch(/To check:\n.*no findings were found/)
})

test.each([
  ['a file that is not there', () => '/nowhere/notice.docx', /nowhere.*there is no such file/],
  ['a file of another kind', () => fileOf('photo.docx', '\u0089PNG\r\n\u001a\n\0\0'), /photo\.docx/],
])('%s is refused in words', async (_, file, words) => {
  const refused = run(file())
  await expect(refused).rejects.toThrow(WrongInput)
  await expect(refused).rejects.toThrow(words)
})
