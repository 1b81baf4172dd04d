/** The driver where a connection dies under it: what waits is told, nothing else falls, and the next one works. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, inject, test, vi } from 'vitest'
import { connect } from './connect.ts'
import { CHANGE_COUNT, mended } from './driver.ts'
import { openDatabase } from './database.ts'
import { sql } from './sql.ts'
import { testDatabase } from './test-database.ts'

const { database, url } = await testDatabase()
const admin = connect(inject('postgres')!.admin, { max: 1 })
afterAll(async () => {
  await admin.end()
  await database.close()
})

test('the driver that is installed is the one that is mended', () => {
  const index = fileURLToPath(import.meta.resolve('postgres'))
  const files = [index, index.replace(/index\.js$/, 'connection.js')]
  const changes = files.map(file => mended(file, readFileSync(file, 'utf8')).changes)
  expect(changes[0]! + changes[1]!).toBe(CHANGE_COUNT)
})

test('connections that are cut again and again while they are used: each use is done or told, and then they work again', async () => {
  const uncaught: unknown[] = []
  const note = (error: unknown) => uncaught.push(error)
  process.on('uncaughtException', note)
  const cut = openDatabase(url, 4)
  const nobody = { authority: null, person: null }
  const cutAll = () =>
    admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)} and pid <> pg_backend_pid()`
  let [done, told] = [0, 0]
  const mixed: string[] = []
  for (let round = 0; round < 25; round++) {
    const uses = Array.from({ length: 12 }, (_, which) =>
      cut
        .transaction(nobody, async db => {
          for (let n = 0; n < 4; n++) {
            const own = `${round}/${which}/${n}`
            const [row] = await db.rows<{ given: string }>(sql`select ${own}::text as given`)
            if (row?.given !== own) mixed.push(`${own} was given ${row?.given}`)
          }
        })
        .then(
          () => (done += 1),
          () => (told += 1),
        ),
    )
    await cutAll()
    await Promise.all(uses)
  }
  // a backend that was told to end may still die under the next use or two
  const after = () => cut.reading(nobody, db => db.one(sql`select 1 as one`, ''))
  expect(await vi.waitFor(after, { timeout: 10_000 })).toEqual({ one: 1 })
  await cut.close()
  process.off('uncaughtException', note)
  expect([done + told, uncaught, mixed]).toEqual([300, [], []])
  expect(told).toBeGreaterThan(0)
}, 60_000)

test('what a transaction asks after its connection died is refused, and never reaches the next that has it', async () => {
  const one = openDatabase(url, 1)
  const nobody = { authority: null, person: null }
  const died = Promise.withResolvers<void>()
  let late: Promise<unknown> = Promise.resolve()
  const first = one.transaction(nobody, async db => {
    await db.rows(sql`select 1`)
    late = died.promise.then(() => db.rows(sql`select 'late'`))
    await late
  })
  while (
    (
      await admin`select 1 from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)} and state = 'idle in transaction'`
    ).length === 0
  );
  await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${new URL(url).pathname.slice(1)} and state = 'idle in transaction'`
  await expect(first).rejects.toThrow()
  const second = one.transaction(nobody, async db => {
    const [before] = await db.rows<{ n: number }>(sql`select 2 as n`)
    died.resolve()
    await expect(late).rejects.toThrow(/CONNECTION_CLOSED/)
    const [after] = await db.rows<{ n: number }>(sql`select 3 as n`)
    return [before!.n, after!.n]
  })
  expect(await second).toEqual([2, 3])
  await one.close()
})
