/** Starting again after PostgreSQL was killed, while what it left behind is still ending. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { addressOf, connect } from '../connect.ts'
import { prepareCluster } from './cluster.ts'
import { launch, stopServer } from './launch.ts'
import { findPostmaster, isRunning } from './postmaster.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-launch-'))
chmodSync(folder, 0o711)
const cluster = prepareCluster(folder, false)
afterAll(async () => {
  await stopServer(cluster)
  rmSync(folder, { recursive: true, force: true })
})

test.runIf(process.platform === 'linux')(
  'a server that was killed and left a connection behind starts again when that has ended',
  async () => {
    const { host, port, pid } = await launch(cluster, {})
    const user = 'golden_thread_admin'
    const admin = connect(addressOf({ host, port, database: 'postgres', user, password: cluster.secrets.admin }), {
      max: 1,
    })
    const [left] = await admin<{ pid: number }[]>`select pg_backend_pid() as pid`
    const others = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)
    process.kill(left!.pid, 'SIGSTOP')
    for (const one of [pid, ...others.filter(one => one !== left!.pid)]) process.kill(one, 'SIGKILL')
    await vi.waitFor(() => expect(findPostmaster(cluster.cluster)).toBeNull(), 10_000)

    const again = launch(cluster, {})
    const log = join(folder, 'postgres.log')
    await vi.waitFor(() => expect(readFileSync(log, 'utf8')).toContain('pre-existing shared memory block'), 10_000)
    process.kill(left!.pid, 'SIGKILL')
    expect((await again).isOurs).toBe(true)
    await vi.waitFor(() => expect(isRunning(left!.pid)).toBe(false), 10_000)
    await admin.end()
  },
  60_000,
)
