/** `golden-thread restore`: a backup into an empty database, whole and checked, or not at all. */
import { resolve } from 'node:path'
import { readConfig } from '../config.ts'
import { checkPacks, fingerprintRecords, fingerprintReports } from '../reports/regenerated.ts'
import { findBackupKey } from '../store/backup-key.ts'
import { BackupProblem } from '../store/backup-problem.ts'
import type { Database } from '../store/database.ts'
import { addEvent, AT_THE_MACHINE } from '../store/event.ts'
import { listMigrations } from '../store/migrate.ts'
import { openAsOwner } from '../store/open-store.ts'
import { type BackupHeader, restoreBackup } from '../store/restore-backup.ts'
import { dayInLondon } from '../terms/day.ts'
import { command } from './command.ts'

export default command({
  summary: 'Bring an encrypted backup into an empty database',
  takes: ['FILE'],
  options: {},
  help: `Stop the service first. The database must be empty: a new one, or a new folder in GOLDEN_THREAD_DATA. The key is the one the
backup was made with (GOLDEN_THREAD_BACKUP_KEY_FILE). A backup of an older version is brought up to this one. What came back is checked
before it is kept: rows by table, the whole record of who did what, every frozen pack, and reports made anew.`,
  async run({ positionals: [file], progress }) {
    const key = findBackupKey()
    const { ownerUrl, close } = await openAsOwner(readConfig(), 'restore', 'keep')
    try {
      const checked = { events: 0, packs: 0, reports: 0 }
      const verify = (database: Database, header: BackupHeader) => check(database, header, checked)
      const { rows, authorities, migrated, madeAt } = await restoreBackup({
        ownerUrl,
        key,
        file: resolve(file!),
        progress,
        verify,
      })
      const names = authorities.map(({ name }) => name)
      return {
        json: { rows, madeAt, authorities: names, migrated, checked },
        text: [
          `${rows.toLocaleString('en-GB')} rows of ${names.length === 1 ? names[0] : `${names.length} authorities`} are back, as they were at ${madeAt}.`,
          `Checked: rows of every table, ${checked.events.toLocaleString('en-GB')} events of the record, ${checked.packs} frozen packs, ${checked.reports} reports made anew.`,
          ...(migrated.length > 0 ? [`Brought up to this version: ${migrated.join(', ')}.`] : []),
          'Everyone signs in again as they did.',
        ].join('\n'),
      }
    } finally {
      await close()
    }
  },
})

/** Reports are compared where the same version made them: a newer one may word them otherwise. The record is compared in any case. */
async function check(
  database: Database,
  header: BackupHeader,
  checked: { events: number; packs: number; reports: number },
) {
  const held = header.authorities.map(({ authorityId }) => authorityId)
  const sameVersion = header.migrations.length === listMigrations().length
  const again = {
    ...(await fingerprintRecords(database, held)),
    ...(sameVersion && (await fingerprintReports(database, held, dayInLondon(new Date(header.madeAt))))),
  }
  for (const [what, found] of Object.entries(again))
    if (found !== header.reports[what])
      throw new BackupProblem(
        /record/.test(what)
          ? `The record of who did and saw what (${what}) is not what it was: ${found}, and was ${header.reports[what]}. Nothing was kept.`
          : `A report of authority ${what} made anew is not what it was when the backup was made. Nothing was kept.`,
      )
  for (const authority of held) checked.packs += await checkPacks(database, authority)
  checked.reports = Object.keys(again).length - held.length
  checked.events = header.counts['event'] ?? 0
  for (const authority of held)
    await database.transaction({ authority, person: null, work: 'restore' }, db =>
      addEvent(db, AT_THE_MACHINE, 'restore-backup', 'authority', authority, { madeAt: header.madeAt }),
    )
}
