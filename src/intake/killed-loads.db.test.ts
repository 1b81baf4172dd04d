/** An instance killed in the middle of reading and of keeping, again and again: the load is there whole, once, or not at all. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { recordsAt } from '../children/record-store.ts'
import { latestSnapshot } from '../children/snapshot.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { bringIn } from './bring-in.ts'
import { askToKeep, LOADING } from './load-work.ts'
import { packFiles } from './packed-files.ts'
import { aWeek, bringAndKeep, byOf, doJobs, loadNow } from './test-loads.ts'

const { database, url } = await testDatabase()
afterAll(() => database.close())
const council = await aTestAuthority(database)
const on = { ...council.on('analyst'), work: LOADING }

const CHILDREN = 4_000
const ROWS = 2 * CHILDREN + 2
const before = await bringAndKeep(database, council, '2026-10-03', aWeek())

/** Rows of the load that are there, by how they are there. */
const there = () =>
  database.reading(on, async db => ({
    last: (await latestSnapshot(db))!.snapshotId,
    ...(await db.one<{ staged: number; kept: number; children: number; works: number }>(
      sql`
        select (select count(*)::integer from staged_record) as staged, (select count(*)::integer from child_record where last_snapshot is null) as kept,
               (select count(*)::integer from child) as children, (select count(*)::integer from job where kind = 'work-out-measures') as works`,
      '',
    )),
  }))

/** Starts an instance, waits until it takes a job of the kind, and kills it so many milliseconds later. */
async function killedDoing(kind: string, afterMs: number): Promise<void> {
  const instance = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'test-loader.ts'), url], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: join(import.meta.dirname, '..', '..'),
  })
  const ended = once(instance, 'close')
  let said = ''
  while (!said.includes(kind)) said += String((await once(instance.stdout, 'data'))[0])
  await wait(afterMs)
  instance.kill('SIGKILL')
  await ended
  await database.transaction(on, db => db.run(sql`update job set heartbeat_at = now() - interval '5 minutes'`))
}

test(
  'killed while it reads and while it keeps, a load is whole or not there, and the next instance ends it',
  { timeout: 120_000 },
  async () => {
    const packed = await packFiles(aWeek(CHILDREN))
    const { snapshotId } = await database.transaction(on, db => bringIn(db, day('2026-10-10'), packed, byOf(council)))
    for (const afterMs of [30, 500]) {
      await killedDoing('read-load', afterMs)
      const { state } = await loadNow(database, council, snapshotId)
      expect(await there()).toMatchObject({ last: before, staged: state === 'staged' ? ROWS : 0, kept: 26 })
    }
    await doJobs(database)
    expect((await there()).staged).toBe(ROWS)

    await database.transaction(on, db => askToKeep(db, snapshotId, byOf(council)))
    for (const afterMs of [20, 150]) {
      await killedDoing('keep-load', afterMs)
      const now = await there()
      const isKept = now.last === snapshotId
      expect(now).toMatchObject(isKept ? { kept: ROWS, staged: 0, works: 2 } : { kept: 26, staged: ROWS, works: 1 })
      if (isKept) break
    }
    await doJobs(database)
    expect(await there()).toMatchObject({ last: snapshotId, kept: ROWS, staged: 0, children: CHILDREN, works: 2 })
    const records = await database.reading(on, db => recordsAt(db, snapshotId))
    expect([records.people.length, records.referrals.length]).toEqual([CHILDREN, CHILDREN])
  },
)
