/** What becomes of a load beside the pages: its files are read and staged, then kept. Either happens whole or not at all, and twice does it once. */
import { keepSnapshot } from '../children/keep-snapshot.ts'
import { stagePart } from '../children/record-store.ts'
import { changesOf } from '../children/snapshot-changes.ts'
import { latestSnapshot } from '../children/snapshot.ts'
import type { Database, Db } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE, type By } from '../store/event.ts'
import { addJob, type Work } from '../store/jobs.ts'
import { sql } from '../store/sql.ts'
import { changeState, findLoad, keepChanges, keepReading, readLoadFiles, setAside } from './load-store.ts'
import { contentHash } from './packed-files.ts'
import { readBeside } from './reading.ts'
import { valueMapOf } from './value-mapping.ts'

export const READ_LOAD = 'read-load'
export const KEEP_LOAD = 'keep-load'
export const LOADING = 'load-children'

/** Staging a large extract takes longer than any page may. */
const PATIENCE = sql`set local statement_timeout = '15min'`

type About = { snapshotId: number } & By

/** Reads the files of a load and stages what is in them. One that is no longer to be read is left as it is. */
export async function readLoad(
  database: Database,
  authority: number,
  snapshotId: number,
  progress: (words: string) => Promise<void> = async () => {},
  signal?: AbortSignal,
): Promise<void> {
  const on = { authority, person: null, work: LOADING }
  const asked = await database.reading(on, async db => {
    const load = await findLoad(db, snapshotId)
    if (load.state !== 'reading') return null
    return { load, files: await readLoadFiles(db, load), values: await valueMapOf(db) }
  })
  if (asked === null) return
  const { load, files, values } = asked
  await progress(files.length === 1 ? 'Reading the file' : `Reading ${files.length} files`)
  const reading = await readBeside({ files, asAt: load.asAt, values }, signal)
  try {
    await progress('Laying the records out to be looked at')
    await database.transaction(on, async db => {
      await db.run(PATIENCE)
      const hash = contentHash(load.files, load.asAt, values)
      if (!(await keepReading(db, snapshotId, reading.read, values, hash))) return
      for await (const part of reading.parts()) await stagePart(db, snapshotId, part)
      if (await latestSnapshot(db)) await keepChanges(db, snapshotId, await changesOf(db, snapshotId))
    })
  } finally {
    await reading.end()
  }
}

/** Asks for the load to be read once more: its mappings have changed, or its reading failed. */
export async function readAgain(db: Db, snapshotId: number, askedBy: number | null): Promise<void> {
  await changeState(db, snapshotId, ['staged', 'refused'], 'reading')
  await addJob(db, READ_LOAD, { snapshotId }, askedBy)
}

/** Asks for a staged load to be kept; whoever asks made sure that it may be. */
export async function askToKeep(db: Db, snapshotId: number, by: By): Promise<void> {
  if (await changeState(db, snapshotId, ['staged'], 'keeping'))
    await addJob(db, KEEP_LOAD, { snapshotId, ...by }, by.personId)
}

/** Answers false where it was kept or set aside before. */
export async function setAsideBy(db: Db, snapshotId: number, by: By, why: string): Promise<boolean> {
  if (!(await setAside(db, snapshotId, by.personId))) return false
  await addEvent(db, by, 'set-aside-load', 'snapshot', snapshotId, {}, why)
  return true
}

export const keepLoad = (database: Database, authority: number, snapshotId: number, by: By | typeof AT_THE_MACHINE) =>
  database.transaction({ authority, person: by.personId, work: LOADING }, async db => {
    if (!(await keepSnapshot(db, snapshotId, by.personId))) return
    const { asAt, rowCounts } = await findLoad(db, snapshotId)
    const rows = Object.values(rowCounts).reduce((all, count) => all + count, 0)
    await addEvent(db, by, 'keep-load', 'snapshot', snapshotId, { asAt, rows })
  })

export const loadWorks: Record<typeof READ_LOAD | typeof KEEP_LOAD, Work> = {
  [READ_LOAD]: ({ authorityId, payload }, { database, progress, signal }) =>
    readLoad(database, authorityId, (payload as About).snapshotId, progress, signal),
  [KEEP_LOAD]: async ({ authorityId, payload }, { database, progress }) => {
    const { snapshotId, ...by } = payload as About
    await progress('Comparing with the last load and keeping what changed')
    await keepLoad(database, authorityId, snapshotId, by)
  },
}
