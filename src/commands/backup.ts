/** `golden-thread backup`: everything in the database as at one moment, in one sealed file. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { fingerprintRecords, fingerprintReports } from '../reports/regenerated.ts'
import { listAuthorities } from '../store/authority.ts'
import { findBackupKey } from '../store/backup-key.ts'
import { type Database, openDatabase } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE } from '../store/event.ts'
import { openAsOwner } from '../store/open-store.ts'
import { writeBackup } from '../store/write-backup.ts'
import { dayInLondon } from '../terms/day.ts'
import { command, WrongUsage } from './command.ts'

export default command({
  summary: 'Write everything in the database to one encrypted file',
  takes: [],
  options: { out: { type: 'string', value: 'FILE', about: 'The file to write; it must not be there yet' } },
  help: `People may go on working: the backup holds everything as at one moment. It is encrypted with the key in the file that
GOLDEN_THREAD_BACKUP_KEY_FILE names, or in GOLDEN_THREAD_BACKUP_KEY: 32 bytes, as "openssl rand -base64 32" makes them. Keep the key
apart from the backups: without it nothing comes back. With DATABASE_URL, set MIGRATION_DATABASE_URL to the owner of the tables.`,
  async run({ values: { out }, progress }) {
    if (!out) throw new WrongUsage('Say where to write it with --out FILE')
    const key = findBackupKey()
    const { ownerUrl, close } = await openAsOwner(readConfig(), 'backup', 'join')
    try {
      const file = resolve(out)
      const report = async (database: Database, held: number[], at: Date) => ({
        ...(await fingerprintReports(database, held, dayInLondon(at))),
        ...(await fingerprintRecords(database, held)),
      })
      const done = await writeBackup({ ownerUrl, key, file, version: versionHere(), progress, report })
      await record(ownerUrl, done.sha256)
      const size = `${(done.bytes / 1_048_576).toFixed(1)} MB`
      return {
        json: { file, ...done },
        text: `${done.rows.toLocaleString('en-GB')} rows of ${done.authorities} ${done.authorities === 1 ? 'authority' : 'authorities'} are in ${file} (${size}).`,
      }
    } finally {
      await close()
    }
  },
})

/** That it was taken is in the record of each authority, like every export. */
async function record(ownerUrl: string, sha256: string): Promise<void> {
  const database = openDatabase(ownerUrl, 1)
  try {
    for (const { authorityId } of await listAuthorities(database))
      await database.transaction({ authority: authorityId, person: null }, db =>
        addEvent(db, AT_THE_MACHINE, 'make-backup', 'authority', authorityId, { sha256 }),
      )
  } finally {
    await database.close()
  }
}

const versionHere = (): string =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as { version: string })
    .version
