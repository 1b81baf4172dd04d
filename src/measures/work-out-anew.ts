/** Has every measure worked out again from the records that were kept last, as a job beside the pages: after a change of how they are counted. */
import { WORK_OUT_MEASURES } from '../children/keep-snapshot.ts'
import { latestSnapshot } from '../children/snapshot.ts'
import type { Db } from '../store/database.ts'
import { addJob } from '../store/jobs.ts'

export async function workOutAnew(db: Db, askedBy: number | null): Promise<void> {
  const last = await latestSnapshot(db)
  if (last) await addJob(db, WORK_OUT_MEASURES, { snapshotId: last.snapshotId }, askedBy)
}
