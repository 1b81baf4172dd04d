/** One PostgreSQL for a whole run of the tests: started before the first, thrown away after the last. Set in vitest.config.ts. */
import { randomUUID } from 'node:crypto'
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
    /** Addresses of the run's server and its template database: null where the run needs none. */
    postgres: { admin: string; owner: string; service: string; template: string } | null
  }
}

type Role = 'admin' | 'owner' | 'service'
type Server = Pick<EmbeddedServer, 'address' | 'password' | 'stop'>

const PREFIX = 'golden-thread-test-'

export default async function startTestServer(project: TestProject) {
  if (process.env['GOLDEN_THREAD_UNIT_TESTS']) {
    project.provide('postgres', null)
    return
  }
  const given = process.env['GOLDEN_THREAD_TEST_DATABASE']
  const server = given ? useServer(given) : await startServer()
  const template = `golden_thread_template_${process.pid}`
  await makeTemplate(server, template)
  const [admin, owner, service] = (['admin', 'owner', 'service'] as const).map(role => server.address(role, 'postgres'))
  project.provide('postgres', { admin: admin!, owner: owner!, service: service!, template })
  return () => server.stop()
}

async function startServer(): Promise<Server> {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), PREFIX))
  chmodSync(folder, 0o711)
  writeFileSync(join(folder, 'run.pid'), String(process.pid))
  const server = await startEmbedded({ folder, who: 'test', durable: false })
  const stop = async () => {
    await server.stop()
    takeAway(folder)
  }
  return { ...server, stop }
}

/** A server of your own, by its superuser's address (GOLDEN_THREAD_TEST_DATABASE), to run the tests on another PostgreSQL. */
function useServer(superuser: string): Server {
  const passwords: Record<Role, string> = { admin: '', owner: randomUUID(), service: randomUUID() }
  const address = (role: Role, database = 'postgres') => {
    const url = new URL(superuser)
    url.pathname = `/${database}`
    if (role === 'admin') return url.href
    return Object.assign(url, { username: `golden_thread_${role}`, password: passwords[role] }).href
  }
  return { address, password: role => passwords[role], stop: async () => {} }
}

async function makeTemplate({ address, password }: Server, template: string) {
  const admin = connect(address('admin', 'postgres'), { max: 1 })
  await makeRoles(admin, { owner: password('owner'), service: password('service') })
  await makeDatabase(admin, template)
  await admin.end()
  const owner = connect(address('owner', template), { max: 1 })
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
