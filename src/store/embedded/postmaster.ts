/** Whether a PostgreSQL server is running on a folder, as its own `postmaster.pid` and the processes of this machine tell. */
import { readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export type Postmaster = { pid: number; port: number; host: string; isReady: boolean }

/** What is running on the folder, or null. A file left by a server that is gone, whose number another process may carry now, is no server. */
export function findPostmaster(cluster: string): Postmaster | null {
  const [pid, , , port, socketFolder, listens, , status] = read(join(cluster, 'postmaster.pid')).split('\n')
  if (!isPostgres(Number(pid))) return null
  const host = socketFolder?.trim() || listens?.trim() || '127.0.0.1'
  return { pid: Number(pid), port: Number(port) || 5432, host, isReady: status?.trim() === 'ready' }
}

/** Empty where it is not there, or not any more: a server may come or go while we look. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
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

const isZombie = (pid: number): boolean => /^\d+ \(.*\) Z/s.test(read(`/proc/${pid}/stat`))

/** 0, as in a file that is not written yet, would be ourselves. */
function isPostgres(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return false
  if (process.platform === 'linux') return /postgres/.test(read(`/proc/${pid}/cmdline`))
  if (process.platform === 'win32') return true
  return /postgres/.test(spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout)
}
