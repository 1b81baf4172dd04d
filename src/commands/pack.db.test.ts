/** `golden-thread pack` from the plan that is kept. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlanReading } from '../intake/plan-reading.ts'
import { keepVersion } from '../plan/version-store.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { WrongInput, WrongUsage } from './command.ts'
import pack from './pack.ts'

const { database, url } = await testDatabase()
const council = await aTestAuthority(database)
const folder = mkdtempSync(join(tmpdir(), 'pack-'))
const before = { ...process.env }
beforeAll(() => void Object.assign(process.env, { DATABASE_URL: url, GOLDEN_THREAD_DEMO: 'no' }))
afterAll(() => {
  process.env = before
  rmSync(folder, { recursive: true })
})

const out = join(folder, 'pack.html')
const made = (values: Record<string, string> = {}) =>
  pack.run({
    values: { 'as-at': '2026-11-22', out, ...values } as never,
    positionals: [],
    progress: () => {},
    say: () => {},
  })

const reading: PlanReading = {
  file: 'plan.docx',
  title: 'Plan of Testborough',
  layouts: [],
  surroundings: [],
  problems: [],
  themes: [{ ref: '1', title: 'Practice', where: '', objectives: [], actions: [] }],
}

test('before a plan is kept it says what to do', async () => {
  await expect(made()).rejects.toThrow(/No plan is kept yet/)
  await expect(made()).rejects.toThrow(WrongInput)
})

test('the plan that is kept becomes a pack, against the day asked for', async () => {
  const { personId, postId } = council.posts['programme-manager']
  await database.transaction(council.on(), db =>
    keepVersion(
      db,
      { personId, postId, on: day('2026-01-05') },
      {
        reading,
        title: reading.title,
        planId: null,
        startsOn: null,
        endsOn: null,
        fromOn: day('2026-01-05'),
        documentId: null,
        note: '',
        continues: { themes: [null], objectives: [], actions: [] },
        gone: [],
        posts: new Map(),
      },
    ),
  )
  expect((await made({ since: '2026-10-14' })).json).toMatchObject({ since: '2026-10-14', moved: 0, actions: 0 })
  expect((await made()).json).toMatchObject({ since: null, moved: null })
  expect(readFileSync(out, 'utf8')).toMatch(/Testborough.*Plan of Testborough/s)
})

test('a day before the plan began is said to be that', async () => {
  await expect(made({ 'as-at': '2026-01-04' })).rejects.toThrow(/There is no plan on 4 January 2026/)
})

test('with two authorities it must be said which', async () => {
  await aTestAuthority(database, 'Otherham')
  await expect(made()).rejects.toThrow(
    /Say which authority with --authority\. The database holds: Testborough, Otherham/,
  )
  await expect(made()).rejects.toThrow(WrongUsage)
  await expect(made({ authority: 'Elsewhere' })).rejects.toThrow(/no authority called Elsewhere/)
  expect((await made({ authority: 'testborough' })).json).toMatchObject({ title: 'Plan of Testborough' })
})
