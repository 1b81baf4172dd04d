/** Jobs: taken once, by one instance, again where that died, and of every authority. */
import { beforeEach, expect, test } from 'vitest'
import { addJob, findJobAbout, finishJob, type Job, runJobs, runNextJob, takeJob, type Work } from './jobs.ts'
import { sql } from './sql.ts'
import { aTestAuthority, testDatabase } from './test-database.ts'

const { database } = await testDatabase()
const here = await aTestAuthority(database, 'Hereford End')
const there = await aTestAuthority(database, 'Thereby')
const KINDS = ['count-swans']
const signal = new AbortController().signal

const add = (council = here, swans = 7) =>
  database.transaction(council.on(), db => addJob(db, 'count-swans', { swans }, council.on().person))
const find = (council = here, swans = 7) =>
  database.reading(council.on(), db => findJobAbout(db, KINDS, 'swans', swans))
const silence = () =>
  database.transaction(here.on(), db => db.run(sql`update job set heartbeat_at = now() - interval '5 minutes'`))

beforeEach(async () => {
  for (const council of [here, there])
    await database.transaction(council.on(), db => db.run(sql`update job set state = 'done'`))
})

test('a job of any authority is taken, once', async () => {
  await add(there)
  const taken = await Promise.all([takeJob(database, KINDS), takeJob(database, KINDS), takeJob(database, KINDS)])
  expect(taken.filter(job => job !== null)).toMatchObject([{ authorityId: there.authorityId, payload: { swans: 7 } }])
})

test('a kind that nobody here does is left for who does', async () => {
  await add()
  expect(await takeJob(database, ['count-geese'])).toBeNull()
  expect(await find()).toMatchObject({ state: 'queued' })
})

test('a job is done, says how far it is, and is not done again', async () => {
  await add()
  let before = ''
  const work: Work = async (_job, { progress }) => {
    await progress('3 of 7 swans')
    before = (await find())!.progress
  }
  await runNextJob({ database, works: { 'count-swans': work }, signal })
  expect([before, await find()]).toEqual(['3 of 7 swans', expect.objectContaining({ state: 'done' })])
  expect(await runNextJob({ database, works: { 'count-swans': work }, signal })).toBeNull()
})

test('a job that fails says so, and its fault is in the log without what it was about', async () => {
  await add()
  const lines: string[] = []
  const work: Work = () => Promise.reject(new Error('no such lake'))
  await runNextJob({ database, works: { 'count-swans': work }, signal, log: line => lines.push(JSON.stringify(line)) })
  expect(await find()).toMatchObject({ state: 'failed', progress: expect.stringContaining('Nothing was changed') })
  expect(lines.join()).toMatch(/count-swans.*no such lake/)
  expect(lines.join()).not.toContain('"swans"')
})

test('what the database could not take is not repeated in the log', async () => {
  await add()
  const lines: string[] = []
  const work: Work = (_job, { database }) =>
    database.reading(here.on(), db => db.rows(sql`select ${'Ada Lovelace'}::text::date`)).then(() => {})
  await runNextJob({ database, works: { 'count-swans': work }, signal, log: line => lines.push(JSON.stringify(line)) })
  expect(lines.join()).toMatch(/job-failed.*22007/)
  expect(lines.join()).not.toMatch(/Ada|Lovelace/)
})

test('a job whose instance died is taken again, and one that is being done is not', async () => {
  await add()
  const first = await takeJob(database, KINDS)
  expect(await takeJob(database, KINDS)).toBeNull()
  await silence()
  expect(await takeJob(database, KINDS)).toMatchObject({ jobId: first!.jobId, attempts: 2 })
})

test('a job that ended every instance that took it is not tried for ever', async () => {
  await add()
  const taken: (Job | null)[] = []
  for (let time = 0; time < 4; time++) {
    taken.push(await takeJob(database, KINDS))
    await silence()
  }
  expect(taken.map(job => job?.attempts ?? null)).toEqual([1, 2, 3, null])
  expect(await find()).toMatchObject({ state: 'failed', progress: expect.stringContaining('never ended') })
})

test('a job that is stopped with the service waits for the next start', async () => {
  await add()
  const stopping = new AbortController()
  const work: Work = async () => {
    stopping.abort()
    throw new Error('stopped')
  }
  await runNextJob({ database, works: { 'count-swans': work }, signal: stopping.signal })
  expect(await find()).toMatchObject({ state: 'queued' })
  expect(await takeJob(database, KINDS)).toMatchObject({ attempts: 1 })
})

test('a job that was taken by another does not end by the word of the first', async () => {
  await add()
  const job = await takeJob(database, KINDS)
  await finishJob(database, job!, 'done')
  await finishJob(database, job!, 'failed')
  expect(await find()).toMatchObject({ state: 'done' })
})

test('a database that is away is said once, not at every look for a job', async () => {
  const stop = new AbortController()
  const lines: string[] = []
  let looks = 0
  const transaction = () => {
    looks += 1
    if (looks === 5) stop.abort()
    return Promise.reject(new Error('away'))
  }
  const away = { ...database, transaction, reading: transaction }
  await runJobs({
    database: away,
    works: { 'count-swans': async () => {} },
    signal: stop.signal,
    everyMs: 1,
    log: line => lines.push(line.event),
  })
  expect([looks, lines]).toEqual([5, ['jobs-not-found']])
})
