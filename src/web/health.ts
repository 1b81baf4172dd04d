/** For what watches the service: `/health` says that it runs, `/ready` that it reaches its database, and whether files can be scanned. They tell nothing else. */
import type { Hono } from 'hono'
import type { Database } from '../store/database.ts'
import { sql } from '../store/sql.ts'
import type { Scanner } from './scanner.ts'

/** A database that has not answered by then is not ready. In milliseconds. */
const PATIENCE = 2_000

/** Without the scanner everything but bringing files works, so such an instance stays ready; its answer says so. */
export function serveHealth(app: Hono, database: Database, scanner: Scanner | null = null): void {
  app.get('/health', c => c.text('ok'))
  app.get('/ready', async c => {
    const [isThere, scans] = await Promise.all([answers(database), scanner?.answers() ?? true])
    if (!isThere) return c.text('no database', 503)
    return c.text(scans ? 'ok' : 'ok, but the scanner does not answer: no file is taken')
  })
}

async function answers(database: Database): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>(resolve => (late = setTimeout(() => resolve(false), PATIENCE)))
  const asked = database.reading({ authority: null, person: null }, db => db.run(sql`select 1`))
  const answer = await Promise.race([asked.then(() => true).catch(() => false), tooLate])
  clearTimeout(late)
  return answer
}
