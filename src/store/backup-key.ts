/** The key of backups: 32 random bytes from the surroundings, never from the command line, where every user of the machine could read it. */
import { readFileSync } from 'node:fs'
import { BackupProblem } from './backup-problem.ts'
import { keyIn } from './key-in.ts'

const HOW =
  'Make one with "openssl rand -base64 32", and keep it apart from the backups: without it nothing comes back.'

/** From GOLDEN_THREAD_BACKUP_KEY, or the file that GOLDEN_THREAD_BACKUP_KEY_FILE names. Throws `BackupProblem`. */
export function findBackupKey(env: Record<string, string | undefined> = process.env): Buffer {
  const given = env['GOLDEN_THREAD_BACKUP_KEY']?.trim() || fromFile(env['GOLDEN_THREAD_BACKUP_KEY_FILE']?.trim())
  if (!given)
    throw new BackupProblem(
      `Set GOLDEN_THREAD_BACKUP_KEY_FILE to a file with the key, or GOLDEN_THREAD_BACKUP_KEY. ${HOW}`,
    )
  const key = keyIn(given)
  if (!key) throw new BackupProblem(`The backup key is not 32 bytes in base64 or hexadecimal digits. ${HOW}`)
  return key
}

function fromFile(file: string | undefined): string | null {
  if (!file) return null
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new BackupProblem(`The file of GOLDEN_THREAD_BACKUP_KEY_FILE cannot be read. ${HOW}`)
  }
}
