/** The service: a database that is up to date, the demo where it is empty, and the pages over HTTP. */
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { type ServerType, serve } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config, SealingKeys } from './config.ts'
import { askEveryDay, WORKS } from './jobs.ts'
import { sealAtStart } from './people/seal-secrets.ts'
import { visitors } from './people/visitors.ts'
import { CannotStart } from './store/cannot-start.ts'
import { listAuthorities } from './store/authority.ts'
import { logLine } from './store/log.ts'
import { runJobs } from './store/jobs.ts'
import { type Store, openStore } from './store/open-store.ts'
import { dayInLondon } from './terms/day.ts'
import { Refusals } from './web/refusals.ts'

export type Service = {
  address: string
  /** What to print once it is up: the address and how to sign in. */
  greeting: string
  /** Settles only when the database died and could not be brought back. */
  lost: Promise<Error>
  /** Finishes the requests under way, then closes the database. */
  stop(): Promise<void>
}

/** `progress` is told what is being waited for. Throws `CannotStart`, with nothing left running. */
export async function startService(config: Config, progress: (text: string) => void): Promise<Service> {
  progress('Opening the database')
  const store = await openStore(config, 'start', 'keep')
  let server: ServerType | null = null
  let jobs: Jobs | null = null
  let refusals: Refusals | null = null
  let app: { fetch: Answer } | null = null
  try {
    server = await listen(config, (request, connection) => app?.fetch(request, connection) ?? NOT_YET())
    const address = addressOf(config, server)
    if (store.wasLeft) progress('Took over the database that a killed start left running')
    if (store.migrated.length > 0) progress(`Applied ${store.migrated.length} migrations`)
    const demo = config.demo ? await ensureDemo(config, store, progress) : null
    tellScanner(config)
    const signIn = { ...config.signIn, sealing: config.signIn.sealing ?? keysOf(store) }
    await sealAtStart(store.database, signIn.sealing)
    refusals = new Refusals(store.database, visitors)
    app = createApp({ database: store.database, config: { ...config, address, signIn }, refusals })
    jobs = beginJobs(store)
    return {
      address,
      greeting: greet(address, demo),
      lost: store.lost,
      stop: () => stop(server, jobs, store, refusals),
    }
  } catch (error) {
    await stop(server, jobs, store, refusals)
    throw error
  }
}

/** Whoever reads the log of a real service knows from its beginning whether files are looked into. */
function tellScanner({ scanner, demo }: Config): void {
  if (scanner === null && demo) return
  if (scanner === null)
    logLine({ level: 'info', event: 'no-scanner', told: 'files are not scanned: see GOLDEN_THREAD_SCANNER' })
  else
    logLine({
      level: 'info',
      event: 'scanner',
      clamd: 'path' in scanner ? scanner.path : `${scanner.host}:${scanner.port}`,
    })
}

function keysOf(store: Store): SealingKeys | null {
  const key = store.sealingKey()
  return key && { key, old: null }
}

const NOT_YET = () =>
  new Response('Golden Thread is starting. Try again in a few seconds.', {
    status: 503,
    headers: { 'retry-after': '2' },
  })

type Jobs = { stop(): Promise<void> }

/** A job under way when the service stops is given a moment to end; one that does not is taken again by the next start. */
function beginJobs({ database }: Store): Jobs {
  const stopping = new AbortController()
  const { signal } = stopping
  const running = Promise.all([runJobs({ database, works: WORKS, signal }), askEveryDay(database, signal)])
  return {
    async stop() {
      stopping.abort()
      const patience = new AbortController()
      await Promise.race([running, wait(5_000, null, { signal: patience.signal }).catch(() => {})])
      patience.abort()
    },
  }
}

async function stop(
  server: ServerType | null,
  jobs: Jobs | null,
  store: Store,
  refusals: Refusals | null,
): Promise<void> {
  await Promise.all([server && stopListening(server), jobs?.stop()])
  await refusals?.endMinute()
  await store.close()
}

async function stopListening(server: ServerType): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 10_000)
  await closed
  clearTimeout(patience)
}

/** `connection` says from which network address the request comes: without it nobody's is known, and everyone's tries count as one's. */
type Answer = (request: Request, connection: object) => Response | Promise<Response>

/** Takes the address before the pages are there, so that a taken one is known at once. */
function listen({ host, port }: Config, answer: Answer): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: answer, port, hostname: host }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => reject(cannotListen(error, host, port)))
  })
}

function cannotListen({ code, message }: NodeJS.ErrnoException, host: string, port: number): CannotStart {
  const at = `${host}:${port}`
  if (code === 'EADDRINUSE')
    return new CannotStart(
      `Another program listens on ${at}. Stop it, or set PORT to another number: PORT=3001 npm start`,
    )
  if (code === 'EACCES') return new CannotStart(`This user may not listen on port ${port}. Set PORT to 1024 or higher.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new CannotStart(`HOST is "${host}", which is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`)
  return new CannotStart(`The service cannot listen on ${at}: ${message}`)
}

/** As configured, with the port that was given where any would do (PORT=0). */
const addressOf = (config: Config, server: ServerType): string =>
  config.port === 0 ? `http://${config.host}:${(server.address() as AddressInfo).port}` : config.address

type Demo = { signIns: { name: string; post: string; email: string }[]; password: string; isNew: boolean }

/** Loads the invented council once, into a database that holds nobody. Null where it holds others only. */
async function ensureDemo(config: Config, store: Store, progress: (text: string) => void): Promise<Demo | null> {
  const held = await listAuthorities(store.database)
  if (held.length > 0 && !held.some(({ name }) => name.includes('Aldermere'))) return null
  const { loadDemo, listDemoSignIns } = await import('./demo/load-demo.ts')
  if (held.length === 0) {
    progress('Loading the invented council of Aldermere')
    if (config.demoPassword) store.keepDemoPassword(config.demoPassword)
    await loadDemo(store.database, dayInLondon(new Date()), store.demoPassword())
  }
  return { signIns: listDemoSignIns(), password: store.demoPassword(), isNew: held.length === 0 }
}

function greet(address: string, demo: Demo | null): string {
  const lines = ['', `Golden Thread is at ${address}`, '']
  if (demo) {
    const width = Math.max(...demo.signIns.map(({ email }) => email.length)) + 2
    lines.push(`Aldermere is an invented council. Sign in with the password ${demo.password} as`)
    lines.push(...demo.signIns.map(({ email, name, post }) => `  ${email.padEnd(width)}${name}, ${post}`), '')
    if (demo.isNew)
      lines.push('The records of its children are being brought in now, which takes about half a minute.', '')
  }
  return [...lines, 'Ctrl-C stops it.'].join('\n')
}
