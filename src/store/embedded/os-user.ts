/** Who runs PostgreSQL on this machine: it refuses to run as root, so root hands it to an OS user of its own. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'

export type OsUser = { uid: number; gid: number; name: string }

export const runsAsRoot = (): boolean => process.getuid?.() === 0

/**
 * The OS user for a server on this data folder, or null where it runs as whoever started us. Root runs it as the folder's
 * owner, or as `postgres`, who is created where missing. Throws `CannotStart` where the folder is someone else's.
 */
export function serverUser(cluster: string): OsUser | null {
  const owner = existsSync(cluster) ? statSync(cluster).uid : null
  if (!runsAsRoot()) {
    const me = process.getuid?.()
    if (owner !== null && me !== undefined && owner !== me)
      throw new CannotStart(
        `The database in ${cluster} belongs to another user of this machine (number ${owner}). ` +
          `Start as that user, or as root if root made it, or set GOLDEN_THREAD_DATA to a folder of your own.`,
      )
    return null
  }
  if (owner) return { uid: owner, gid: statSync(cluster).gid, name: `number ${owner}` }
  return findUser('postgres') ?? addPostgres()
}

function findUser(name: string): OsUser | null {
  const ask = (flag: string) => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout, 10)
  const [uid, gid] = [ask('-u'), ask('-g')]
  return uid > 0 && gid > 0 ? { uid, gid, name } : null
}

function addPostgres(): OsUser {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  const added = findUser('postgres')
  if (added) return added
  throw new CannotStart(
    'PostgreSQL does not run as root, and the user "postgres" could not be created. ' +
      'Create it ("useradd --system postgres"), start as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether the user may pass through every folder down to this one. Access lists beyond the mode bits are not looked at. */
export function canReach(folder: string, user: OsUser): boolean {
  const at = resolve(folder)
  if (existsSync(at)) {
    const { mode, uid, gid } = statSync(at)
    const may = uid === user.uid ? mode & 0o100 : gid === user.gid ? mode & 0o010 : mode & 0o001
    if (!may) return false
  }
  return dirname(at) === at || canReach(dirname(at), user)
}
