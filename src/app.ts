/** The service as one list of pages: what a request meets, from the top. */
import { Hono } from 'hono'
import type { Config } from './config.ts'
import { pages as governancePages } from './governance/pages.ts'
import { pages as homePages } from './home/pages.ts'
import { pages as intakePages } from './intake/pages.ts'
import { nameMeasures } from './measures/name-measures.ts'
import { measurePages } from './measures/pages.ts'
import { pages as peoplePages, recordPages } from './people/pages.ts'
import { serveDirectory } from './people/serve-directory.ts'
import { visitors } from './people/visitors.ts'
import { listReliance } from './plan/action-measure-store.ts'
import { pages as planPages } from './plan/pages.ts'
import { pages as reportsPages } from './reports/pages.ts'
import type { Database } from './store/database.ts'
import { httpsOnly } from './web/guard.ts'
import { serveHealth } from './web/health.ts'
import { serveMetrics } from './web/serve-metrics.ts'
import { clamdAt } from './web/scanner.ts'
import type { AnyPage } from './web/page.tsx'
import { Refusals } from './web/refusals.ts'
import { servePages } from './web/serve-pages.tsx'
import { serveFiles } from './web/static-files.ts'

/** Every page there is, a room after the other. */
export const PAGES: AnyPage[] = [
  ...homePages,
  ...planPages,
  ...intakePages,
  ...measurePages(listReliance),
  ...governancePages,
  ...reportsPages,
  ...peoplePages,
  ...recordPages(nameMeasures),
]

/** `address` is where people open it. `now` is for tests that look at another day. */
export type App = {
  database: Database
  config: { address: string } & Partial<
    Pick<
      Config,
      | 'scanner'
      | 'mostAttached'
      | 'trustedProxies'
      | 'signIn'
      | 'mostRecords'
      | 'mostRequests'
      | 'metricsToken'
      | 'logsRequests'
    >
  >
  now?: () => Date
  /** What was refused is counted here, and told when its minute is over; whoever gives it ends the last minute. */
  refusals?: Refusals
}

export function createApp({ database, config, now, refusals = new Refusals(database, visitors) }: App): Hono {
  const app = new Hono()
  app.use('*', httpsOnly(config.address))
  const scanner = config.scanner ? clamdAt(config.scanner) : null
  const { metricsToken: token = null, logsRequests = false } = config
  const behindProxy = Array.isArray(config.trustedProxies)
    ? config.trustedProxies.length > 0
    : Boolean(config.trustedProxies)
  serveMetrics(app, { database, token, scanner, behindProxy, refusals, logsRequests })
  serveHealth(app, database, scanner)
  serveFiles(app)
  const { address, trustedProxies = 0, signIn, mostRecords, mostAttached, mostRequests } = config
  const serving = {
    database,
    pages: PAGES,
    visitors,
    refusals,
    address,
    trustedProxies,
    ...(signIn && { signIn }),
    ...(scanner && { scanner }),
    ...(mostRecords && { mostRecords }),
    ...(mostAttached && { mostAttached }),
    ...(mostRequests && { mostRequests }),
    ...(now && { now }),
  }
  servePages(app, serving)
  serveDirectory(app, serving)
  return app
}
