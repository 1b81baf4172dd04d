/** `golden-thread load`: a folder becomes a kept load, or says why not. */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWeek } from '../intake/test-loads.ts'
import type { GivenFile } from '../intake/read-ssd.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { sql } from '../store/sql.ts'
import { EICAR, speakingClamd } from '../web/test-clamd.ts'
import { WrongInput, WrongUsage } from './command.ts'
import load from './load.ts'

const { database, url } = await testDatabase()
const council = await aTestAuthority(database)
const folder = mkdtempSync(join(tmpdir(), 'load-'))
const before = { ...process.env }
beforeAll(() => void Object.assign(process.env, { DATABASE_URL: url, GOLDEN_THREAD_DEMO: 'no' }))
afterAll(async () => {
  process.env = before
  rmSync(folder, { recursive: true })
  await database.close()
})

let folders = 0
function folderOf(files: GivenFile[]): string {
  const made = join(folder, String((folders += 1)))
  mkdirSync(made)
  for (const { name, bytes } of files) writeFileSync(join(made, name), bytes)
  return made
}
const loaded = (dir: string, asAt: string, values: Record<string, unknown> = {}) =>
  load.run({ values: { 'as-at': asAt, ...values } as never, positionals: [dir], progress: () => {}, say: () => {} })

test('a folder is read, kept, and the same again changes nothing', async () => {
  const dir = folderOf(aWeek())
  const first = await loaded(dir, '2026-10-03')
  expect(first).toMatchObject({
    json: { state: 'kept', isNew: true, rows: { read: 26, kept: 26 } },
    inputIsWrong: false,
  })
  expect(first.text).toBe('3 October 2026: 26 rows read, 26 to keep, 0 left out\nKept.')
  expect((await loaded(dir, '2026-10-03')).text).toContain('Just this was kept before: nothing was changed.')
})

test('half an extract is not kept until somebody says that they are sure', async () => {
  const dir = folderOf(aWeek(12, { drop: ['ssd_cp_visits.csv'] }))
  const asked = await loaded(dir, '2026-10-10')
  expect(asked).toMatchObject({ json: { state: 'staged' }, inputIsWrong: true })
  expect(asked.text).toMatch(/no file of this one holds them: child protection visits \(2\).*say --sure/s)
  expect(await loaded(dir, '2026-10-10', { sure: true })).toMatchObject({
    json: { state: 'kept' },
    inputIsWrong: false,
  })
})

test('an earlier day and files that cannot be used are refused in words, whatever else is said', async () => {
  const earlier = await loaded(folderOf(aWeek(13)), '2026-10-09', { sure: true })
  expect(earlier).toMatchObject({ json: { state: 'staged' }, inputIsWrong: true, text: expect.stringContaining('which is earlier') }) // prettier-ignore
  const bins = folderOf([{ name: 'bins.csv', bytes: Buffer.from('street,day\nHigh Street,Monday') }])
  expect(await loaded(bins, '2026-10-11', { sure: true })).toMatchObject({ json: { state: 'refused' }, inputIsWrong: true }) // prettier-ignore
})

test.each([
  ['no day', folder, undefined, WrongUsage],
  ['a day that never was', folder, '2026-02-30', WrongUsage],
  ['a day in the future', folder, '2099-01-01', WrongInput],
  ['a folder that is not there', join(folder, 'nowhere'), '2026-10-03', WrongInput],
])('%s is told before anything is read', async (_what, dir, asAt, kind) => {
  await expect(loaded(dir, asAt!)).rejects.toThrow(kind)
})

test('where there is a scanner, a file in which it finds something, or of which it says nothing, is not brought in', async () => {
  const loads = () => database.reading({ ...council.on('analyst'), work: 'test-loads' }, db => db.rows(sql`select snapshot_id from snapshot`)) // prettier-ignore
  const before = await loads()
  const clamd = await speakingClamd()
  try {
    Object.assign(process.env, {
      GOLDEN_THREAD_SCANNER: `clamd://127.0.0.1:${(clamd.address as { port: number }).port}`,
    })
    const dir = folderOf([...aWeek(30), { name: 'odd.csv', bytes: Buffer.from(`a,b\n${EICAR}`) }])
    await expect(loaded(dir, '2026-10-20')).rejects.toThrow('odd.csv was refused: the scanner found something harmful')
    const [told] = await database.reading(council.on(), db =>
      db.rows(sql`select person_id as person, detail from event where kind = 'refuse-file'`),
    )
    expect(told).toMatchObject({ person: null, detail: { page: 'golden-thread load', bytes: 4 + EICAR.length } })
    Object.assign(process.env, { GOLDEN_THREAD_SCANNER: 'clamd:/nowhere/clamd.ctl' })
    await expect(loaded(dir, '2026-10-20')).rejects.toThrow('Files cannot be checked at the moment: nothing was kept')
    expect(await loads()).toEqual(before)
  } finally {
    delete process.env['GOLDEN_THREAD_SCANNER']
    await clamd.close()
  }
})
