/** TLS to a server of its own with a certificate made here: only the right name and a known authority are let through. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from './connect.ts'
import { type Cluster, prepareCluster } from './embedded/cluster.ts'
import { launch, stopServer } from './embedded/launch.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
let folder: string
let cluster: Cluster
let certificate: string
let port: number

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  await new Promise(done => probe.close(done))
  return port
}

beforeAll(async () => {
  if (!hasOpenssl) return
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-tls-'))
  chmodSync(folder, 0o711)
  cluster = prepareCluster(folder, false)
  certificate = join(cluster.cluster, 'server.crt')
  const key = join(cluster.cluster, 'server.key')
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
      ...name,
      '-keyout',
      key,
      '-out',
      certificate,
    ],
    { stdio: 'ignore' },
  )
  chmodSync(key, 0o600)
  if (cluster.user) for (const file of [key, certificate]) chownSync(file, cluster.user.uid, cluster.user.gid)
  port = await freePort()
  await launch(cluster, { fsync: 'off', ssl: 'on', listen_addresses: '127.0.0.1', port: String(port) })
}, 60_000)
afterAll(async () => {
  if (!hasOpenssl) return
  await stopServer(cluster)
  rmSync(realpathSync(cluster.cluster), { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
})

async function reach(host: string, query: string): Promise<boolean> {
  const db = connect(`postgres://golden_thread_admin:${cluster.secrets.admin}@${host}:${port}/postgres${query}`, {
    max: 1,
  })
  try {
    const [session] = await db`select ssl from pg_stat_ssl where pid = pg_backend_pid()`
    return session!['ssl'] as boolean
  } finally {
    await db.end({ timeout: 1 })
  }
}

test.skipIf(!hasOpenssl)('a server whose certificate is known, and is its own, is reached by TLS', async () => {
  expect(await reach('localhost', `?sslmode=verify-full&sslrootcert=${certificate}`)).toBe(true)
})

test.skipIf(!hasOpenssl)('one that nobody vouches for, or that has another name, is not', async () => {
  await expect(reach('localhost', '?sslmode=verify-full')).rejects.toThrow(/self-signed|unable to verify/)
  await expect(reach('127.0.0.1', `?sslmode=verify-full&sslrootcert=${certificate}`)).rejects.toThrow(
    /not in the cert|does not match/,
  )
})

test.skipIf(!hasOpenssl)(
  'without asking for it TLS is left out on this machine only; what is asked for wrongly is said',
  async () => {
    expect(await reach('localhost', '')).toBe(false)
    expect(await reach('localhost', '?sslmode=require')).toBe(true)
    await expect(reach('localhost', '?sslmode=prefer')).rejects.toThrow('give verify-full, require or disable')
    await expect(reach('localhost', '?sslmode=verify-full&sslrootcert=/no/such')).rejects.toThrow('cannot be read')
  },
)
