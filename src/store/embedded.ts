/**
 * The database that comes with the product: PostgreSQL started on a data folder, for this machine only. One start keeps it;
 * a server left running by a start that was killed is taken over; a second start on the same folder is refused.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from './cannot-start.ts'
import { addressOf } from './connect.ts'
import { type Cluster, prepareCluster } from './embedded/cluster.ts'
import { type Hold, holdServer } from './embedded/keeper.ts'
import { launch, stopServer } from './embedded/launch.ts'
import { type Postmaster, findPostmaster } from './embedded/postmaster.ts'
import { findSealingKey, findSecrets, keepSecrets } from './embedded/secrets.ts'

type Role = 'admin' | 'owner' | 'service'

export type EmbeddedServer = {
  /** False where another start keeps the server and this one only uses it. */
  isKept: boolean
  /** True where a server left by a start that was killed was taken over. */
  wasLeft: boolean
  demoPassword(): string
  keepDemoPassword(password: string): void
  /** What secrets within the database are sealed with, kept beside it. */
  sealingKey(): Buffer
  password(role: Role): string
  /** The address of a database for a role of the server. */
  address(role: Role, database?: string): string
  /** Settles only when the server died and could not be brought back. */
  lost: Promise<Error>
  /** Stops the server cleanly; where another start keeps it, only lets go of it. */
  stop(): Promise<void>
}

export type Asked = {
  folder: string
  /** Who starts it, for the message to a second start: `start`, `plan read`. */
  who: string
  /** `keep` is refused where another start keeps the server; `join` then uses theirs. */
  mode?: 'keep' | 'join'
  /** False for a database that is thrown away, which then need not survive the machine losing power. */
  durable?: boolean
}

const THROWN_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Starts or takes over the server of a data folder. Throws `CannotStart` with what to do about it. */
export async function startEmbedded({ folder, who, mode = 'keep', durable = true }: Asked): Promise<EmbeddedServer> {
  const settings: Record<string, string> = durable ? {} : THROWN_AWAY
  const cluster = prepareCluster(folder, durable)
  const wasRunning = findPostmaster(cluster.cluster) !== null
  const launched = await launch(cluster, settings)
  const address = addressesOn(launched, cluster)
  const lost = Promise.withResolvers<Error>()
  const hold = await holdServer(address('admin', 'postgres'), who, () => {
    if (hold.isKept) bringBack(cluster, settings, hold).catch(lost.resolve)
  }).catch(async (error: unknown) => {
    if (launched.isOurs) await stopServer(cluster) // nobody would hold it, and so nobody would ever stop it
    throw error
  })
  if (!hold.isKept && mode === 'keep') await refuse(cluster, hold)
  return {
    isKept: hold.isKept,
    wasLeft: hold.isKept && wasRunning,
    demoPassword: () => findSecrets(cluster.folder).demo,
    keepDemoPassword: password => keepSecrets(cluster.folder, { ...cluster.secrets, demo: password }),
    sealingKey: () => findSealingKey(cluster.folder),
    password: role => cluster.secrets[role],
    address,
    lost: lost.promise,
    async stop() {
      await hold.end()
      if (hold.isKept) await stopServer(cluster)
    },
  }
}

/** Stops a server that was left running on the folder. False where none was. */
export async function stopLeft(folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'postgres', 'PG_VERSION'))) return false
  if (!findPostmaster(prepareCluster(folder).cluster)) return false
  const server = await startEmbedded({ folder, who: 'stop' })
  await server.stop()
  return true
}

const addressesOn = ({ host, port }: Postmaster, { secrets }: Cluster): EmbeddedServer['address'] => {
  return (role, database = 'golden_thread') =>
    addressOf({ host, port, database, user: `golden_thread_${role}`, password: secrets[role] })
}

async function refuse({ folder }: Cluster, hold: Hold): Promise<never> {
  const holder = await hold.findHolder()
  await hold.end()
  throw new CannotStart(
    `The data folder ${folder} is in use by ${holder}. Stop that first, or set GOLDEN_THREAD_DATA to another folder.`,
  )
}

const TRIES = 100

/** Starts a server again that died under us, and takes the lock again. What was committed is there: PostgreSQL replays its log. */
async function bringBack(cluster: Cluster, settings: Record<string, string>, hold: Hold): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    await wait(100)
    try {
      await launch(cluster, settings)
      if (await hold.take()) return
      throw new CannotStart(`Another start took the data folder ${cluster.folder} while its database was down.`)
    } catch (error) {
      if (tried >= TRIES) throw error
    }
  }
}
