/** Aldermere's children: invented, brought in and kept beside the pages, by the very steps by which a council's own extract is. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { latestSnapshot } from '../children/snapshot.ts'
import { bringIn } from '../intake/bring-in.ts'
import { findLoad } from '../intake/load-store.ts'
import { keepLoad, LOADING, readLoad } from '../intake/load-work.ts'
import { packFiles } from '../intake/packed-files.ts'
import type { GivenFile } from '../intake/read-ssd.ts'
import type { Db } from '../store/database.ts'
import type { By } from '../store/event.ts'
import { addJob, type Work } from '../store/jobs.ts'
import { addDays, type Day, weekday } from '../terms/day.ts'
import { addDemoPlaces } from './add-places.ts'
import { addDemoTeams } from './add-teams.ts'

export const LOAD_DEMO_CHILDREN = 'load-demo-children'

/** Open children in need: a small city. */
const CHILDREN = 700
const SEED = 'aldermere'

type About = { asAt: Day; children: number } & By

/** Asks for the children of the demo as an extract of the last Sunday, brought in by its analyst. */
export const askForDemoChildren = (db: Db, today: Day, analyst: By, children = CHILDREN) =>
  addJob(db, LOAD_DEMO_CHILDREN, { asAt: lastSunday(today), children, ...analyst }, analyst.personId)

function lastSunday(today: Day): Day {
  return weekday(today) === 'Sunday' ? today : lastSunday(addDays(today, -1))
}

/** What is there already is left as it is, so that a job that was cut short goes on where it was. */
export const loadDemoChildren: Work = async ({ authorityId, payload }, { database, progress, signal }) => {
  const { asAt, children, ...analyst } = payload as About
  const on = { authority: authorityId, person: analyst.personId, work: LOADING }
  if (!(await database.reading(on, latestSnapshot))) {
    await progress('Inventing the children of Aldermere')
    const files = await packFiles(await makeBeside({ children, seed: SEED, asAt }, signal))
    const { snapshotId } = await database.transaction(on, db => bringIn(db, asAt, files, analyst, 'by-caller'))
    await readLoad(database, authorityId, snapshotId, progress, signal)
    const { state } = await database.reading(on, db => findLoad(db, snapshotId))
    if (state !== 'staged') throw new Error(`the children of the demo are ${state}`)
    await progress('Keeping the records')
    await keepLoad(database, authorityId, snapshotId, analyst)
  }
  await database.transaction(on, async db => {
    await addDemoTeams(db, analyst, asAt)
    await addDemoPlaces(db)
  })
}

async function makeBeside(
  asked: { children: number; seed: string; asAt: Day },
  signal: AbortSignal,
): Promise<GivenFile[]> {
  const worker = new Worker(new URL('making-worker.ts', import.meta.url), { workerData: asked })
  try {
    const [files] = (await once(worker, 'message', { signal })) as [GivenFile[]]
    return files
  } finally {
    await worker.terminate()
  }
}
