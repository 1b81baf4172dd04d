/** Whether a PostgreSQL server is running on a folder, as its own `postmaster.pid` and the processes of this machine tell. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export type Postmaster = { pid: number; port: number; host: string; isReady: boolean }

/** What is running on the folder, or null. A file left by a server that is gone, whose number another process may carry now, is no server. */
export function findPostmaster(cluster: string): Postmaster | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const [pid, , , port, socketFolder, listens, , status] = readFileSync(file, 'utf8').split('\n')
  const number = Number(pid)
  if (!Number.isInteger(number) || !isPostgres(number)) return null
  const host = socketFolder?.trim() || listens?.trim() || '127.0.0.1'
  return { pid: number, port: Number(port) || 5432, host, isReady: status?.trim() === 'ready' }
}

/**
 * Takes away what a server that is gone left: PostgreSQL itself would believe its files where the number lives on in another
 * process, or in one that nobody has reaped.
 */
export function clearStale(cluster: string, socketFolder: string | null): void {
  if (findPostmaster(cluster)) return
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
  if (socketFolder) for (const name of SOCKET_FILES) rmSync(join(socketFolder, name), { force: true })
}

const SOCKET_FILES = ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return !isZombie(pid)
}

const isZombie = (pid: number): boolean => {
  try {
    return /^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

function isPostgres(pid: number): boolean {
  if (!isRunning(pid)) return false
  if (process.platform === 'linux') return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  if (process.platform === 'win32') return true
  return /postgres/.test(spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout)
}
