/** For what watches the service: `/health` says that it runs, `/ready` that it reaches its database. They tell nothing else. */
import type { Hono } from 'hono'
import type { Database } from '../store/database.ts'
import { sql } from '../store/sql.ts'

/** A database that has not answered by then is not ready. In milliseconds. */
const PATIENCE = 2_000

export function serveHealth(app: Hono, database: Database): void {
  app.get('/health', c => c.text('ok'))
  app.get('/ready', async c => ((await answers(database)) ? c.text('ok') : c.text('no database', 503)))
}

async function answers(database: Database): Promise<boolean> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>(resolve => (late = setTimeout(() => resolve(false), PATIENCE)))
  const asked = database.reading({ authority: null, person: null }, db => db.run(sql`select 1`))
  const answer = await Promise.race([asked.then(() => true).catch(() => false), tooLate])
  clearTimeout(late)
  return answer
}
