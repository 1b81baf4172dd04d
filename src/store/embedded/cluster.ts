/** The folder of a database on disk: made once by `initdb`, in a place that the OS user who runs the server can reach. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { SHARED, findPrograms } from './program.ts'
import { type OsUser, canReach, serverUser } from './os-user.ts'
import { type Secrets, findSecrets } from './secrets.ts'

export type Cluster = { folder: string; cluster: string; programs: string; user: OsUser | null; secrets: Secrets }

/** What a new database takes on disk, with room to work in. */
const NEEDED_BYTES = 200 * 1024 * 1024

/** Makes the data folder and the database in it where they are not there yet. Throws `CannotStart` where they cannot be. */
export function prepareCluster(given: string, durable = true): Cluster {
  const folder = makeFolder(resolve(given))
  const link = join(folder, 'postgres')
  const user = serverUser(existsSync(link) ? realpathSync(link) : link)
  const programs = findPrograms(user)
  const secrets = findSecrets(folder)
  if (!existsSync(join(link, 'PG_VERSION'))) makeCluster({ folder, cluster: link, programs, user, secrets }, durable)
  const cluster = realpathSync(link)
  checkVersion(cluster, programs)
  return { folder, cluster, programs, user, secrets }
}

function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    const probe = join(folder, `.written-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
    return folder
  } catch (error) {
    const who = process.getuid?.() === undefined ? 'you' : `user number ${process.getuid!()}`
    throw new CannotStart(
      `The data folder ${folder} cannot be written by ${who} (${(error as NodeJS.ErrnoException).code}). ` +
        `Make it writable, or set GOLDEN_THREAD_DATA to a folder that is.`,
    )
  }
}

/** Made beside and renamed into place: a start that is cut short leaves nothing, and of two at once one wins. */
function makeCluster(wanted: Cluster, durable: boolean): void {
  const { folder, cluster: link, user } = wanted
  checkSpace(folder)
  const outside = user !== null && !canReach(folder, user)
  const target = outside ? join(SHARED, `data-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`) : link
  const making = `${target}.making-${process.pid}`
  if (outside) mkdirSync(SHARED, { recursive: true, mode: 0o755 })
  mkdirSync(making, { mode: 0o700 })
  try {
    initialise({ ...wanted, cluster: making }, durable)
    if (!existsSync(join(target, 'PG_VERSION'))) renameSync(making, target)
    if (outside && !existsSync(link)) symlinkSync(target, link)
  } catch (error) {
    if (!existsSync(join(link, 'PG_VERSION'))) throw error // else another start made it meanwhile
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

function initialise({ cluster, programs, user, secrets }: Cluster, durable: boolean): void {
  const passwordFile = `${cluster}.password`
  writeFileSync(passwordFile, secrets.admin, { mode: 0o600 })
  if (user) for (const path of [cluster, passwordFile]) chownSync(path, user.uid, user.gid)
  const asked = ['-D', cluster, '-U', 'golden_thread_admin', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const words = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  try {
    const made = spawnSync(join(programs, 'bin', 'initdb'), [...asked, ...words, ...(durable ? [] : ['--no-sync'])], {
      encoding: 'utf8',
      cwd: cluster,
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    if (made.status !== 0) throw new CannotStart(explainInitialising(cluster, made.stderr ?? '', made.error))
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

const explainInitialising = (making: string, said: string, error?: Error): string => {
  if (/No space left/i.test(said)) return noSpace(making)
  return `The database could not be made in ${making}: ${error?.message ?? said.trim().split('\n').slice(-3).join(' ')}`
}

function checkSpace(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize < NEEDED_BYTES) throw new CannotStart(noSpace(folder))
}

export const noSpace = (folder: string): string =>
  `There is not enough space for the database in ${folder}: it needs ${NEEDED_BYTES / 1_048_576} MB. ` +
  `Free some, or set GOLDEN_THREAD_DATA to a folder on a larger disk.`

function checkVersion(cluster: string, programs: string): void {
  const has = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const asked = spawnSync(join(programs, 'bin', 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? ''
  const runs = /(\d+)\./.exec(asked)?.[1]
  if (runs && runs !== has)
    throw new CannotStart(
      `The database in ${cluster} was made by PostgreSQL ${has}, and PostgreSQL ${runs} is installed now. ` +
        `Put back the version it was made by, export it, and bring it into a new folder.`,
    )
}
