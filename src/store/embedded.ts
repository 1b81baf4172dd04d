/**
 * The database that comes with the product: PostgreSQL started on a data folder, for this machine only. One start keeps it;
 * a server left running by a start that was killed is taken over; a second start on the same folder is refused.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'
import { addressOf, connect } from './connect.ts'
import { type Cluster, noSpace, prepareCluster } from './embedded/cluster.ts'
import { clearStale, findPostmaster, isRunning, type Postmaster } from './embedded/postmaster.ts'

export type EmbeddedServer = {
  /** False where another start keeps the server and this one only uses it. */
  kept: boolean
  /** True where a server left by a start that was killed was taken over. */
  adopted: boolean
  demoPassword: string
  /** The address of a database for a role of the server. */
  address(role: 'admin' | 'owner' | 'service', database?: string): string
  password(role: 'admin' | 'owner' | 'service'): string
  /** Stops the server cleanly; where another start keeps it, only lets go of it. */
  stop(): Promise<void>
}

export type Asked = {
  folder: string
  /** Who starts it, for the message to a second start: `start`, `plan read`. */
  who: string
  /** `keep` is refused where another start keeps the server; `join` then uses theirs. */
  mode?: 'keep' | 'join'
  /** PostgreSQL settings beyond ours. */
  settings?: Record<string, string>
}

const SETTINGS = {
  listen_addresses: '',
  max_connections: '60',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_error_verbosity: 'terse', // the longer forms write row values into the log
}

/** Starts or takes over the server of a data folder. Throws `CannotStart` with what to do about it. */
export async function startEmbedded({ folder, who, mode = 'keep', settings = {} }: Asked): Promise<EmbeddedServer> {
  const cluster = prepareCluster(folder)
  const running = findPostmaster(cluster.cluster)
  const postmaster = await ready(cluster, running ? null : launch(cluster, { ...SETTINGS, ...settings }))
  const address = addressesOn(postmaster, cluster)
  const hold = connect(address('admin', 'postgres'), {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connection: { application_name: `golden-thread ${who} (process ${process.pid})` },
  })
  const kept = await keep(hold)
  if (!kept && mode === 'keep') {
    const holder = await findHolder(hold)
    await hold.end()
    throw new CannotStart(
      `The data folder ${cluster.folder} is in use by ${holder}. Stop that first, or set GOLDEN_THREAD_DATA to another folder.`,
    )
  }
  return {
    kept,
    adopted: kept && running !== null,
    demoPassword: cluster.secrets.demo,
    address,
    password: role => cluster.secrets[role],
    async stop() {
      await hold.end({ timeout: 2 })
      if (kept) await stopPostmaster(cluster)
    },
  }
}

/** Stops a server that was left running on the folder. False where none was. */
export async function stopLeft(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'postgres', 'PG_VERSION'))) return false
  const cluster = prepareCluster(folder)
  if (!findPostmaster(cluster.cluster)) return false
  const server = await startEmbedded({ folder, who: 'stop' })
  await server.stop()
  return true
}

const addressesOn = ({ host, port }: Postmaster, { secrets }: Cluster): EmbeddedServer['address'] => {
  return (role, database = 'golden_thread') =>
    addressOf({ host, port, database, user: `golden_thread_${role}`, password: secrets[role] })
}

/** The folder of the Unix socket: the database's own, or a short one in the temporary folder where that path is too long for a socket. */
function socketFolder({ cluster, user }: Cluster): string {
  if (`${cluster}/.s.PGSQL.5432`.length <= 100) return cluster
  const name = createHash('sha256').update(cluster).digest('hex').slice(0, 16)
  const short = join(tmpdir(), `golden-thread-${name}`)
  mkdirSync(short, { recursive: true, mode: 0o700 })
  if (user) chownSync(short, user.uid, user.gid)
  const owner = user?.uid ?? process.getuid?.()
  if (statSync(short).uid !== owner) throw new CannotStart(`The folder ${short} belongs to someone else: remove it.`)
  return short
}

const LOG = 'postgres.log'
const LOG_LIMIT = 10 * 1024 * 1024

/** In a session of its own, so that Ctrl-C reaches only us and we stop it after the last request. */
function launch(cluster: Cluster, settings: Record<string, string>): ChildProcess {
  clearStale(cluster.cluster)
  const place =
    process.platform === 'win32'
      ? { listen_addresses: '127.0.0.1', port: String(20_000 + (process.pid % 20_000)) }
      : { unix_socket_directories: socketFolder(cluster) }
  const log = join(cluster.folder, LOG)
  if (existsSync(log) && statSync(log).size > LOG_LIMIT) truncateSync(log)
  const file = openSync(log, 'a', 0o600)
  const asked = Object.entries({ ...settings, ...place }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(cluster.programs, 'bin', 'postgres'), ['-D', cluster.cluster, ...asked], {
    cwd: cluster.cluster,
    detached: true,
    stdio: ['ignore', file, file],
    env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...(cluster.user && { uid: cluster.user.uid, gid: cluster.user.gid }),
  })
  child.on('error', () => {}) // told by its exit, below
  child.unref()
  closeSync(file)
  return child
}

/** Waits until the server takes connections: ours, or one that another start launched a moment before. */
async function ready(cluster: Cluster, child: ChildProcess | null, seconds = 60): Promise<Postmaster> {
  for (let waited = 0; waited < seconds * 1000; waited += 20) {
    const postmaster = findPostmaster(cluster.cluster)
    if (postmaster?.isReady) return postmaster
    const ended = child !== null && (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    if (ended && !postmaster) throw new CannotStart(explain(cluster))
    await wait(20)
  }
  throw new CannotStart(`PostgreSQL was not ready after ${seconds} seconds. ${explain(cluster)}`)
}

function explain(cluster: Cluster): string {
  const log = join(cluster.folder, LOG)
  const said = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').slice(-5).join('\n  ') : ''
  if (/No space left/i.test(said)) return noSpace(cluster.folder)
  return `PostgreSQL did not start on ${cluster.folder}. Its log (${log}) ends:\n  ${said}`
}

/** One session holds this lock for as long as its process lives; PostgreSQL lets go of it when the process is gone. */
const KEEPER = 7_305_011

const keep = async (hold: postgres.Sql): Promise<boolean> =>
  (await hold<{ kept: boolean }[]>`select pg_try_advisory_lock(${KEEPER}) as kept`)[0]!.kept

async function findHolder(hold: postgres.Sql): Promise<string> {
  const [holder] = await hold<{ name: string; since: string }[]>`
    select a.application_name as name, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI') as since
    from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.objid = ${KEEPER} and l.granted`
  return holder ? `${holder.name}, since ${holder.since} UTC` : 'another start'
}

/** Open transactions are rolled back, everything kept is written: what PostgreSQL calls a fast shutdown. */
async function stopPostmaster({ cluster }: Cluster): Promise<void> {
  const postmaster = findPostmaster(cluster)
  if (!postmaster) return
  process.kill(postmaster.pid, 'SIGINT')
  for (let waited = 0; waited < 30_000 && isRunning(postmaster.pid); waited += 20) await wait(20)
  if (isRunning(postmaster.pid)) process.kill(postmaster.pid, 'SIGQUIT')
}
