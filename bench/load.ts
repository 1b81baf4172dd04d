/**
 * How long a load takes from the bytes of its files to a kept snapshot, for an invented authority of some 60,000 rows and for the next
 * week's extract of the same: packing and storing the files, reading and checking every row in a thread of its own, staging, comparing
 * and keeping, then reading all records back. Real PostgreSQL that keeps every commit on disk. `npm run bench load`; prints one line of
 * JSON, times in milliseconds, and ends with 1 where 60,000 rows take more than 10 seconds.
 */
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordsAt } from '../src/children/record-store.ts'
import { makeAuthority } from '../src/demo/make-authority.ts'
import { bringIn } from '../src/intake/bring-in.ts'
import { findLoad } from '../src/intake/load-store.ts'
import { keepLoad, LOADING, readLoad } from '../src/intake/load-work.ts'
import { packFiles } from '../src/intake/packed-files.ts'
import type { GivenFile } from '../src/intake/read-ssd.ts'
import { AT_THE_MACHINE } from '../src/store/event.ts'
import { openStore } from '../src/store/open-store.ts'
import { aTestAuthority } from '../src/store/test-database.ts'
import { addDays, day, type Day } from '../src/terms/day.ts'

const ROWS = 60_000
const MOST_SECONDS = 10
const AS_AT = day('2026-10-31')
const children = Number(process.argv[2] ?? 300)

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-bench-'))
chmodSync(folder, 0o711)
const store = await openStore({ folder, databaseUrl: null, migrationUrl: null }, 'bench', 'keep')
const { database } = store
const { authorityId: authority } = await aTestAuthority(database)
const on = { authority, person: null, work: LOADING }

async function load(files: GivenFile[], asAt: Day) {
  const steps: Record<string, number> = {}
  let at = performance.now()
  const step = (name: string) => {
    steps[name] = Math.round(performance.now() - at)
    at = performance.now()
  }
  const packed = await packFiles(files)
  step('pack')
  const { snapshotId } = await database.transaction(on, db => bringIn(db, asAt, packed, AT_THE_MACHINE, 'by-caller'))
  step('store')
  await readLoad(database, authority, snapshotId)
  step('readAndStage')
  const { state, rowCounts } = await database.reading(on, db => findLoad(db, snapshotId))
  if (state !== 'staged') throw new Error(`the load is ${state}`)
  await keepLoad(database, authority, snapshotId, AT_THE_MACHINE)
  step('keep')
  const all = Object.values(steps).reduce((sum, one) => sum + one, 0)
  const records = await database.reading(on, db => recordsAt(db, snapshotId))
  step('readBack')
  const rows = Object.values(rowCounts).reduce((sum, one) => sum + one, 0)
  if (records.people.length !== rowCounts.people) throw new Error('not all came back')
  return { rows, bytes: files.reduce((sum, file) => sum + file.bytes.length, 0), all, ...steps }
}

/** The extract a week before, as councils' are: of a hundred rows one was not there yet, and one said something else. */
function weekBefore({ name, bytes }: GivenFile): GivenFile {
  const lines = Buffer.from(bytes).toString().split('\r\n')
  const then = lines.flatMap((line, at) =>
    at === 0 || at % 100 > 1 ? [line] : at % 100 === 1 ? [line.replace('2025', '2024')] : [],
  )
  return { name, bytes: Buffer.from(then.join('\r\n')) }
}

const files = makeAuthority({ children, seed: 'bench', asAt: AS_AT })
const lastWeek = files.map(file => (/person|profess|depart/.test(file.name) ? file : weekBefore(file)))
const figures = { first: await load(lastWeek, addDays(AS_AT, -7)), next: await load(files, AS_AT) }
await store.close()
rmSync(realpathSync(join(folder, 'postgres')), { recursive: true })
rmSync(folder, { recursive: true })
console.log(JSON.stringify(figures))

const secondsFor = ({ all, rows }: { all: number; rows: number }) => (all / 1000) * (ROWS / rows)
if (Math.max(secondsFor(figures.first), secondsFor(figures.next)) > MOST_SECONDS) process.exitCode = 1
