/**
 * Jobs: work that takes long, done beside the pages. A job is a row; whichever instance takes it first does it. One whose heartbeat has
 * stopped was left by an instance that died, and is taken again: so its work must be such that doing it twice does it once.
 */
import { setTimeout as wait } from 'node:timers/promises'
import type { Database, Db } from './database.ts'
import { type Line, logLine, toldOf } from './log.ts'
import { sql } from './sql.ts'

export type Job = {
  authorityId: number
  jobId: number
  kind: string
  payload: Record<string, unknown>
  attempts: number
}

/** `progress` says in a few words how far it is, for the page that waits. `signal` asks it to stop soon: it is then taken again later. */
export type Doing = { database: Database; progress(words: string): Promise<void>; signal: AbortSignal }

/** What does the jobs of a kind. What it throws is logged, and the job has failed. */
export type Work = (job: Job, doing: Doing) => Promise<void>

export type JobState = {
  jobId: number
  kind: string
  state: 'queued' | 'running' | 'done' | 'failed'
  progress: string
}

/** Adds a job to the transaction: it begins when that is kept. `payload` holds ids and days, never data of a child. */
export const addJob = (db: Db, kind: string, payload: Record<string, unknown>, addedBy: number | null = null) =>
  db
    .one<{ jobId: number }>(
      sql`insert into job (authority_id, kind, payload, added_by) values (current_authority(), ${kind}, ${payload}, ${addedBy}) returning job_id as "jobId"`,
      'job',
    )
    .then(({ jobId }) => jobId)

/** The last job of these kinds that is about something: `findJobAbout(db, ['read-load'], 'snapshotId', 7)`. */
export const findJobAbout = (db: Db, kinds: string[], name: string, id: number) =>
  db.maybe<JobState>(sql`
    select job_id as "jobId", kind, state, progress from job
    where kind = any(${kinds}) and (payload ->> ${name})::integer = ${id} order by job_id desc limit 1`)

/** How many jobs of these kinds wait or are under way. */
export const countOpenJobs = (db: Db, kinds: string[]) =>
  db
    .one<{
      open: number
    }>(sql`select count(*)::integer as open from job where kind = any(${kinds}) and state in ('queued', 'running')`, '')
    .then(({ open }) => open)

/** Longer without a heartbeat, and whoever ran it is gone. */
const SILENT_SECONDS = 30
const HEARTBEAT_MS = 5_000
/** A job that ended its instance so often is not tried again. */
const MOST_ATTEMPTS = 3
const LEFT = 'This was begun several times and never ended. Whoever runs the service can say why.'
const FAILED = 'Something went wrong in the service. Nothing was changed. Whoever runs it can say why.'

/** Takes the next job of these kinds, of whichever authority; null where none waits. */
export async function takeJob(
  database: Database,
  kinds: string[],
  silentSeconds = SILENT_SECONDS,
): Promise<Job | null> {
  const nobody = { authority: null, person: null }
  const silent = `${silentSeconds} seconds`
  const waiting = await database.reading(nobody, db =>
    db.rows<{ authority: number }>(sql`select authorities_with_jobs(${kinds}, ${silent}::interval) as authority`),
  )
  for (const { authority } of waiting) {
    const job = await database.transaction({ authority, person: null }, db => takeIn(db, kinds, silent))
    if (job) return job
  }
  return null
}

async function takeIn(db: Db, kinds: string[], silent: string): Promise<Job | null> {
  const job = await db.maybe<Job>(sql`
    update job set state = case when attempts >= ${MOST_ATTEMPTS} then 'failed' else 'running' end,
                   progress = case when attempts >= ${MOST_ATTEMPTS} then ${LEFT} else progress end,
                   attempts = attempts + 1, taken_at = now(), heartbeat_at = now()
    where (authority_id, job_id) = (
      select authority_id, job_id from job
      where kind = any(${kinds}) and (state = 'queued' or state = 'running' and heartbeat_at < now() - ${silent}::interval)
      order by job_id limit 1 for update skip locked)
    returning authority_id as "authorityId", job_id as "jobId", kind, payload, attempts`)
  return job && job.attempts > MOST_ATTEMPTS ? null : job
}

/** Says that a taken job has ended, and in which state. One that waits again, because the service stopped, was not tried. */
export const finishJob = (database: Database, { authorityId, jobId }: Job, state: 'done' | 'failed' | 'queued') =>
  database.transaction({ authority: authorityId, person: null }, db =>
    db.run(sql`
      update job set state = ${state}, finished_at = case when ${state} = 'queued' then null else now() end,
                     attempts = attempts - case when ${state} = 'queued' then 1 else 0 end,
                     progress = case when ${state} = 'failed' then ${FAILED} else progress end
      where job_id = ${jobId} and state = 'running'`),
  )

const note = (database: Database, { authorityId, jobId }: Job, words: string | null) =>
  database.transaction({ authority: authorityId, person: null }, db =>
    db.run(sql`
      update job set heartbeat_at = now(), progress = coalesce(${words}, progress) where job_id = ${jobId} and state = 'running'`),
  )

export type Running = {
  database: Database
  works: Readonly<Record<string, Work>>
  signal: AbortSignal
  /** Between looks where nothing waits. */
  everyMs?: number
  log?: (line: Line) => void
}

/** Milliseconds after which it says again that it cannot look for jobs: a database that is away for an hour is not 3,600 lines. */
const SAY_AGAIN = 60_000

/** Does jobs, one after another, until the signal. */
export async function runJobs({ everyMs = 1_000, ...running }: Running): Promise<void> {
  const { signal } = running
  const log = running.log ?? logLine
  let toldAt = -Infinity
  while (!signal.aborted) {
    const job = await runNextJob(running).catch((error: unknown) => {
      if (!signal.aborted && performance.now() - toldAt >= SAY_AGAIN) {
        log({ level: 'error', event: 'jobs-not-found', ...toldOf(error) })
        toldAt = performance.now()
      }
      return null
    })
    if (!job) await wait(everyMs, null, { signal }).catch(() => {})
  }
}

/** Does the next job, where one waits, and answers it. */
export async function runNextJob({ database, works, signal, log = logLine }: Running): Promise<Job | null> {
  const job = await takeJob(database, Object.keys(works))
  if (!job) return null
  const beat = setInterval(() => note(database, job, null).catch(() => {}), HEARTBEAT_MS)
  try {
    const progress = async (words: string) => void (await note(database, job, words))
    await works[job.kind]!(job, { database, progress, signal })
    await finishJob(database, job, 'done')
  } catch (error) {
    if (!signal.aborted) log({ level: 'error', event: 'job-failed', job: job.jobId, kind: job.kind, ...toldOf(error) })
    await finishJob(database, job, signal.aborted ? 'queued' : 'failed').catch(() => {})
  } finally {
    clearInterval(beat)
  }
  return job
}
