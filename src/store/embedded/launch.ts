/** Starts PostgreSQL on a cluster, waits until it takes connections, and stops it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '../cannot-start.ts'
import { type Cluster, noSpace } from './cluster.ts'
import { type Postmaster, clearStale, findPostmaster, isRunning } from './postmaster.ts'

const SETTINGS = {
  listen_addresses: '',
  max_connections: '60',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_error_verbosity: 'terse', // the longer forms write row values into the log
}

const LOG = 'postgres.log'
const LOG_LIMIT = 10 * 1024 * 1024
const LONGEST_SOCKET = 100
/** Milliseconds that connections of a server that was killed may take to end. */
const LONGEST_LEFT_OVER = 20_000

/** The server that runs on the cluster, started where none does; `isOurs` where this call started it. Throws `CannotStart` with the end of its log where it does not start. */
export async function launch(
  cluster: Cluster,
  settings: Record<string, string>,
  waitUntil = Date.now() + LONGEST_LEFT_OVER,
): Promise<Postmaster & { isOurs: boolean }> {
  const child = findPostmaster(cluster.cluster) ? null : spawnServer(cluster, { ...SETTINGS, ...settings })
  try {
    const postmaster = await ready(cluster, child)
    return { ...postmaster, isOurs: postmaster.pid === child?.pid }
  } catch (error) {
    if (Date.now() > waitUntil || !leftOverIn(cluster)) throw error
    await wait(100)
    return launch(cluster, settings, waitUntil)
  }
}

/** In a session of its own, so that Ctrl-C reaches only us and we stop it after the last request. */
function spawnServer(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  const place = placeOf(cluster)
  clearStale(cluster.cluster, place['unix_socket_directories'] ?? null)
  const file = openLog(cluster)
  const asked = Object.entries({ ...settings, ...place }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(cluster.programs, 'bin', 'postgres'), ['-D', cluster.cluster, ...asked], {
    cwd: cluster.cluster,
    detached: true,
    stdio: ['ignore', file, file],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...(cluster.user && { uid: cluster.user.uid, gid: cluster.user.gid }),
  })
  child.on('error', () => {}) // seen by its having no number, in `ready`
  child.unref()
  closeSync(file)
  return child
}

function openLog({ folder }: Cluster): number {
  const log = join(folder, LOG)
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log)
  return openSync(log, 'a', 0o600)
}

/** Where it listens: a Unix socket, or on Windows a port of this machine alone, the same at every start. */
function placeOf(cluster: Cluster): Record<string, string> {
  if (process.platform !== 'win32') return { unix_socket_directories: socketFolder(cluster) }
  const port = 20_000 + (Number.parseInt(nameOf(cluster).slice(0, 6), 16) % 20_000)
  return { listen_addresses: '127.0.0.1', port: String(port) }
}

/** The cluster itself, or a short folder in the temporary one where that path is too long for a socket. */
function socketFolder({ cluster, user, ...rest }: Cluster): string {
  if (join(cluster, '.s.PGSQL.5432').length <= LONGEST_SOCKET) return cluster
  const short = join(tmpdir(), `golden-thread-${nameOf({ cluster, user, ...rest })}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  const owner = user?.uid ?? process.getuid?.()
  if (user && statSync(short).uid === 0) chownSync(short, user.uid, user.gid)
  if (statSync(short).uid !== owner) throw new CannotStart(`The folder ${short} belongs to another user: remove it.`)
  return short
}

const nameOf = ({ cluster }: Cluster): string => createHash('sha256').update(cluster).digest('hex').slice(0, 16)

/** Waits until the server takes connections: ours, or one that another start launched a moment before. */
async function ready(cluster: Cluster, child: ChildProcess | null, seconds = 60): Promise<Postmaster> {
  for (let waited = 0; waited < seconds * 1000; waited += 20) {
    const postmaster = findPostmaster(cluster.cluster)
    if (postmaster?.isReady) return postmaster
    const ended = child === null || child.exitCode !== null || child.signalCode !== null || child.pid === undefined
    if (ended && !postmaster) throw new CannotStart(explain(cluster))
    await wait(20)
  }
  throw new CannotStart(`PostgreSQL was not ready after ${seconds} seconds. ${explain(cluster)}`)
}

/** Whether it would not start because connections of a server that was killed are still ending: they do, by themselves, when they notice. */
const leftOverIn = (cluster: Cluster): boolean =>
  endOfLog(cluster, 2).some(line => /pre-existing shared memory block .* is still in use/.test(line))

function endOfLog({ folder }: Cluster, lines: number): string[] {
  const log = join(folder, LOG)
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-lines) : []
}

function explain(cluster: Cluster): string {
  const { folder } = cluster
  const log = join(folder, LOG)
  const said = endOfLog(cluster, 5).join('\n  ')
  if (/No space left/i.test(said)) return noSpace(folder)
  return `PostgreSQL did not start on ${folder}. Its log (${log}) ends:\n  ${said}`
}

/** Open transactions are rolled back and everything kept is written: what PostgreSQL calls a fast shutdown. */
export async function stopServer({ cluster }: Cluster): Promise<void> {
  const postmaster = findPostmaster(cluster)
  if (!postmaster) return
  process.kill(postmaster.pid, 'SIGINT')
  for (let waited = 0; waited < 30_000 && isRunning(postmaster.pid); waited += 20) await wait(20)
  if (isRunning(postmaster.pid)) process.kill(postmaster.pid, 'SIGQUIT')
}
