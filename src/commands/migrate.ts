/** `golden-thread migrate`: brings the database up to date without starting the service. */
import { readConfig } from '../config.ts'
import { openStore } from '../store/open-store.ts'
import { command } from './command.ts'

export default command({
  summary: 'Bring the database up to date',
  takes: [],
  options: {},
  help: 'With DATABASE_URL, set MIGRATION_DATABASE_URL to the owner of the tables. Run again, it changes nothing.',
  async run() {
    const store = await openStore(readConfig(), 'migrate', 'keep')
    await store.close()
    const { migrated } = store
    const text = migrated.length === 0 ? 'The database is up to date.' : `Applied ${migrated.join(', ')}.`
    return { json: { applied: migrated }, text }
  },
})
