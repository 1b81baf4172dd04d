/** One PostgreSQL for a whole run of the tests: started before the first, thrown away after the last. Set in vitest.config.ts. */
import { chmodSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect } from './connect.ts'
import { type EmbeddedServer, startEmbedded, stopLeft } from './embedded.ts'
import { isRunning } from './embedded/postmaster.ts'
import { migrate } from './migrate.ts'
import { makeDatabase, makeRoles } from './roles.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the run's server, without a database's name: null where the run needs none. */
    postgres: { folder: string; admin: string; owner: string; service: string } | null
  }
}

export const TEMPLATE = 'golden_thread_template'
const PREFIX = 'golden-thread-test-'

export default async function startTestServer(project: TestProject) {
  if (process.env['GOLDEN_THREAD_UNIT_TESTS']) {
    project.provide('postgres', null)
    return
  }
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'run.pid'), String(process.pid))
  const server = await startEmbedded({ folder, who: 'test', durable: false })
  await makeTemplate(server)
  const address = (role: 'admin' | 'owner' | 'service') => server.address(role, '')
  project.provide('postgres', {
    folder,
    admin: address('admin'),
    owner: address('owner'),
    service: address('service'),
  })
  return async () => {
    await server.stop()
    takeAway(folder)
  }
}

async function makeTemplate({ address, password }: EmbeddedServer) {
  const admin = connect(address('admin', 'postgres'), { max: 1 })
  await makeRoles(admin, { owner: password('owner'), service: password('service') })
  await makeDatabase(admin, TEMPLATE)
  await admin.end()
  const owner = connect(address('owner', TEMPLATE), { max: 1 })
  await migrate(owner)
  await owner.end()
}

/** With the cluster itself, which stands elsewhere where its OS user could not reach the folder. */
function takeAway(folder: string) {
  rmSync(realpathSync(join(folder, 'postgres')), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** Stops and takes away what runs that were killed left behind. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter(name => name.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    try {
      if (isRunning(Number(readFileSync(join(folder, 'run.pid'), 'utf8')))) continue
      await stopLeft(folder)
      takeAway(folder)
    } catch {
      // another user's, or another run is at it
    }
  }
}
