/** Loads made for tests, from their files to where they are kept, as the service makes them. */
import type { Database } from '../store/database.ts'
import { runNextJob } from '../store/jobs.ts'
import { type Day, day } from '../terms/day.ts'
import { bringIn, type Brought } from './bring-in.ts'
import { findLoad } from './load-store.ts'
import { listProblems } from './load-problem-store.ts'
import { askToKeep, LOADING, loadWorks } from './load-work.ts'
import { packFiles } from './packed-files.ts'
import type { GivenFile } from './read-ssd.ts'
import { file } from './test-ssd.ts'

/** A week's extract of a small council: children, their referrals, and the visits to two on plans. */
export function aWeek(children = 12, more: { drop?: string[]; visits?: string[] } = {}): GivenFile[] {
  const numbers = Array.from({ length: children }, (_, at) => at + 1)
  const files = [
    file(
      'ssd_person.csv',
      'pers_person_id,pers_forename,pers_surname,pers_sex,pers_dob',
      ...numbers.map(at => `P${at},Robin,Ashdown${at},F,2015-03-${String(1 + (at % 28)).padStart(2, '0')}`),
    ),
    file(
      'ssd_cin_episodes.csv',
      'cine_referral_id,cine_person_id,cine_referral_date,cine_referral_source_code',
      ...numbers.map(at => `R${at},P${at},2026-09-${String(1 + (at % 28)).padStart(2, '0')},1A`),
    ),
    file(
      'ssd_cp_visits.csv',
      'cppv_cp_visit_id,cppv_person_id,cppv_cp_plan_id,cppv_cp_visit_date',
      ...(more.visits ?? ['V1,P1,C1,2026-10-01', 'V2,P2,C2,2026-10-02']),
    ),
  ]
  return files.filter(({ name }) => !more.drop?.includes(name))
}

const never = new AbortController().signal

export type Council = { authorityId: number; on: (role?: 'analyst') => { authority: number; person: number } }

/** Brings files in as an analyst does, and reads them by their job. */
export async function bring(database: Database, council: Council, asAt: string, files: GivenFile[]): Promise<Brought> {
  const packed = await packFiles(files)
  const on = { ...council.on('analyst'), work: LOADING }
  const brought = await database.transaction(on, db => bringIn(db, day(asAt), packed, byOf(council)))
  await doJobs(database)
  return brought
}

export const byOf = (council: Council) => ({ personId: council.on('analyst').person, postId: null })

/** Does what jobs of loads wait. */
export async function doJobs(database: Database): Promise<void> {
  while (await runNextJob({ database, works: loadWorks, signal: never }));
}

/** The load as it stands, with its problems. */
export const loadNow = (database: Database, council: Council, snapshotId: number) =>
  database.reading({ ...council.on('analyst'), work: LOADING }, async db => ({
    ...(await findLoad(db, snapshotId)),
    problems: await listProblems(db, snapshotId),
  }))

/** Brings files in and keeps them. */
export async function bringAndKeep(
  database: Database,
  council: Council,
  asAt: Day | string,
  files: GivenFile[],
): Promise<number> {
  const { snapshotId } = await bring(database, council, asAt, files)
  await database.transaction({ ...council.on('analyst'), work: LOADING }, db =>
    askToKeep(db, snapshotId, byOf(council)),
  )
  await doJobs(database)
  return snapshotId
}
