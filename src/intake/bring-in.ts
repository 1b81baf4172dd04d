/** Files become a load: packed outside any transaction, then kept to be read, unless just the same is there already. */
import type { Db } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE, type By } from '../store/event.ts'
import { addJob } from '../store/jobs.ts'
import type { Day } from '../terms/day.ts'
import { addLoad, findSameLoad } from './load-store.ts'
import { READ_LOAD } from './load-work.ts'
import { contentHash, type PackedFile } from './packed-files.ts'
import { valueMapOf } from './value-mapping.ts'

export type Brought = { snapshotId: number; isNew: boolean; state: string }

/** Adds the load; `read` says whether a job is to read it. The same files of the same day, read in the same way, are no new load. */
export async function bringIn(
  db: Db,
  asAt: Day,
  files: PackedFile[],
  by: By | typeof AT_THE_MACHINE,
  read: 'by-job' | 'by-caller' = 'by-job',
): Promise<Brought> {
  const hash = contentHash(files, asAt, await valueMapOf(db))
  const same = await findSameLoad(db, hash)
  if (same) return { snapshotId: same.snapshotId, isNew: false, state: same.state }
  const snapshotId = await addLoad(db, { asAt, files, hash, stagedBy: by.personId })
  const bytes = files.reduce((all, file) => all + file.bytes, 0)
  await addEvent(db, by, 'bring-in-load', 'snapshot', snapshotId, { asAt, files: files.length, bytes })
  if (read === 'by-job') await addJob(db, READ_LOAD, { snapshotId }, by.personId)
  return { snapshotId, isNew: true, state: 'reading' }
}
