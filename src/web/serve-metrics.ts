/**
 * `/metrics` for Prometheus: to who shows the token, or without one to this machine alone while no proxy stands in front; to anybody else
 * it is not there. And a line of the log for each request, where that is asked for.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { listAuthorities } from '../store/authority.ts'
import type { Database } from '../store/database.ts'
import { logLine } from '../store/log.ts'
import { sql } from '../store/sql.ts'
import { type Gauge, Metrics } from './metrics.ts'
import type { Scanner } from './scanner.ts'
import type { Refusals } from './refusals.ts'

export type Watching = {
  database: Database
  /** GOLDEN_THREAD_METRICS_TOKEN; null where only this machine may ask. */
  token: string | null
  /** Whether a proxy stands in front: then everybody seems to be on its machine. */
  behindProxy: boolean
  refusals: Refusals
  /** Null where none is set. */
  scanner: Scanner | null
  /** Whether each request leaves a line in the log. */
  logsRequests: boolean
}

export function serveMetrics(app: Hono, watching: Watching): void {
  const metrics = new Metrics()
  app.use('*', async (c, next) => {
    const began = performance.now()
    await next()
    const where = whereOf(c)
    if (where === null) return
    const ms = performance.now() - began
    metrics.add(c.req.method, where, c.res.status, ms / 1000)
    if (watching.logsRequests)
      logLine({
        level: 'info',
        event: 'request',
        method: c.req.method,
        where,
        status: c.res.status,
        ms: Math.round(ms),
      })
  })
  app.get('/metrics', async c => {
    if (!mayAsk(c, watching)) return c.notFound()
    const text = metrics.text([
      watching.refusals.counted(),
      ...(await gauges(watching.database)),
      ...(await ofScanner(watching.scanner)),
    ])
    return c.text(text, 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
      'Cache-Control': 'no-store',
    })
  })
}

/** The page's path as written; what watches the service is not counted. */
function whereOf(c: Context): string | null {
  const { path } = c.req
  if (['/health', '/ready', '/metrics'].includes(path)) return null
  if (path.startsWith('/assets/')) return '/assets'
  return c.get('request')?.where || 'no page'
}

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/

function mayAsk(c: Context, { token, behindProxy }: Watching): boolean {
  const shown = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (token !== null) return shown !== undefined && timingSafeEqual(digest(shown), digest(token))
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  const passedOn = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some(name => c.req.header(name) !== undefined)
  return !behindProxy && !passedOn && LOOPBACK.test(incoming?.socket?.remoteAddress ?? '')
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What is asked of the database: nothing but counts and times. Where it does not answer, that is what is told. */
async function gauges(database: Database): Promise<Gauge[]> {
  const pool = database.pool?.() ?? { connections: 0, underWay: 0, waiting: 0 }
  const known: Gauge[] = [
    {
      name: 'golden_thread_pool',
      help: 'Connections to the database, transactions under way and those that wait for one',
      values: Object.entries(pool).map(([state, value]) => ({ labels: { state }, value })),
    },
  ]
  try {
    return [...known, ...(await askedOfAll(database)), up(1)]
  } catch {
    return [...known, up(0)]
  }
}

/** Nothing where there is no scanner. */
const ofScanner = async (scanner: Scanner | null): Promise<Gauge[]> =>
  scanner === null
    ? []
    : [
        {
          name: 'golden_thread_scanner_up',
          help: 'Whether the scanner of files answered',
          values: [{ value: Number(await scanner.answers()) }],
        },
        {
          name: 'golden_thread_files_scanned_total',
          help: 'Files that were brought, by what the scanner said of them',
          type: 'counter',
          values: Object.entries(scanner.counts).map(([verdict, value]) => ({ labels: { verdict }, value })),
        },
      ]

const up = (value: number): Gauge => ({
  name: 'golden_thread_database_up',
  help: 'Whether the database answered',
  values: [{ value }],
})

async function askedOfAll(database: Database): Promise<Gauge[]> {
  const jobs = { queued: 0, running: 0, failed: 0 }
  const loads: Gauge['values'] = []
  for (const { authorityId } of await listAuthorities(database)) {
    const found = await database.reading({ authority: authorityId, person: null }, db =>
      db.one<typeof jobs & { age: number | null }>(
        sql`
          select count(*) filter (where state = 'queued')::integer as queued, count(*) filter (where state = 'running')::integer as running,
                 count(*) filter (where state = 'failed')::integer as failed,
                 (select extract(epoch from now() - max(kept_at))::float8 from snapshot where state = 'kept') as age
          from job where state <> 'done'`,
        'jobs',
      ),
    )
    for (const state of ['queued', 'running', 'failed'] as const) jobs[state] += found[state]
    if (found.age !== null) loads.push({ labels: { authority: String(authorityId) }, value: Math.round(found.age) })
  }
  return [
    {
      name: 'golden_thread_jobs',
      help: 'Work beside the pages that waits, is under way or has failed',
      values: Object.entries(jobs).map(([state, value]) => ({ labels: { state }, value })),
    },
    { name: 'golden_thread_last_load_age_seconds', help: 'How long ago records were last kept', values: loads },
  ]
}
