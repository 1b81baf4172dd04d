import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import planRead from './plan-read.ts'
import { WrongInput } from './command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'plan-read-'))
  writeFileSync(
    join(folder, 'plan.csv'),
    'Ref,Action,Lead,Start Date,End Date,RAG,Budget\n1.1,Train the team (DfE Notice 4.5),PSW,April 2027,On-going,Green,£5k\n',
  )
  writeFileSync(join(folder, 'letter.csv'), 'Dear,Sir\nYours,faithfully\n')
  writeFileSync(join(folder, 'broken.docx'), 'PK\u0003\u0004 not a real archive')
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string) =>
  planRead.run({ values: {}, positionals: [join(folder, name)], progress: () => {}, say: () => {} })

test('a plan is printed with every field of its actions', async () => {
  const { json, text, inputIsWrong } = await read('plan.csv')
  expect(inputIsWrong).toBe(false)
  expect(json).toMatchObject({
    title: 'Plan',
    themes: [
      {
        ref: '1',
        objectives: [],
        actions: [
          {
            ref: '1.1',
            text: 'Train the team (DfE Notice 4.5)',
            desiredOutcome: '',
            leads: ['PSW'],
            leadText: 'PSW',
            timescaleText: 'April 2027 - On-going',
            timescale: { kind: 'from', earliest: '2027-04-01', latest: null },
            startText: 'April 2027',
            endText: 'On-going',
            measureText: '',
            targets: [],
            cites: [{ source: 'DfE Notice', ref: '4.5' }],
            objective: null,
            delivery: 'Green',
            impact: null,
            monitoredBy: '',
            evidenceText: '',
            unmapped: { Budget: '£5k' },
          },
        ],
      },
    ],
  })
  expect(text).toMatch(/1 theme, 0 objectives, 1 action in 1 row/)
  expect(text).toMatch(/Budget: Kept as it is/)
})

test('a file without a plan is wrong input, and the answer says so', async () => {
  const { json, inputIsWrong } = await read('letter.csv')
  expect(inputIsWrong).toBe(true)
  expect(json).toMatchObject({
    themes: [],
    problems: [{ where: 'letter.csv', problem: expect.stringMatching(/No table of a plan was found/) }],
  })
})

test.each(['broken.docx', 'not-there.xlsx'])('%s cannot be read: the message names it', async name => {
  await expect(read(name)).rejects.toThrow(WrongInput)
  await expect(read(name)).rejects.toThrow(name)
})
