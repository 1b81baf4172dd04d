/** Opens the database that the surroundings name, up to date: the built-in one, or one of your own by its address. */
import { CannotStart } from './cannot-start.ts'
import { connect } from './connect.ts'
import { type Database, openDatabase } from './database.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { checkMigrated, migrate } from './migrate.ts'
import { checkServiceRole, makeDatabase, makeRoles } from './roles.ts'

export type Store = {
  database: Database
  /** The password of the demo sign-ins: made with the data folder, or the one kept since. */
  demoPassword(): string
  keepDemoPassword(password: string): void
  /** What secrets within the database are sealed with unless the settings say; null for a database of your own. */
  sealingKey(): Buffer | null
  /** The migrations that were applied in opening it. */
  migrated: string[]
  /** True where a database left running by a killed start was taken over. */
  wasLeft: boolean
  /** Settles only when the database died and could not be brought back. */
  lost: Promise<Error>
  /** Closes every connection, and stops the built-in database where this process keeps it. */
  close(): Promise<void>
}

/** The parts of `config.ts` that say which database. */
export type Where = { folder: string; databaseUrl: string | null; migrationUrl: string | null }

/** `who` names the command for a second start's message; `join` uses the server of a start that is running. Throws `CannotStart`. */
export const openStore = (where: Where, who: string, mode: 'keep' | 'join'): Promise<Store> =>
  where.databaseUrl === null ? openEmbedded(where.folder, who, mode) : openOwn(where.databaseUrl, where.migrationUrl)

async function openEmbedded(folder: string, who: string, mode: 'keep' | 'join'): Promise<Store> {
  const server = await startEmbedded({ folder, who, mode })
  try {
    const migrated = server.isKept ? await bringUpToDate(server) : await checkUpToDate(server.address('service'))
    const database = openDatabase(server.address('service'))
    const close = async () => {
      await database.close()
      await server.stop()
    }
    return { ...server, database, migrated, close }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function bringUpToDate(server: EmbeddedServer): Promise<string[]> {
  await makeHouse(server)
  return migrateAt(server.address('owner'))
}

async function makeHouse(server: EmbeddedServer): Promise<void> {
  const admin = connect(server.address('admin', 'postgres'), { max: 1 })
  await makeRoles(admin, { owner: server.password('owner'), service: server.password('service') })
  await makeDatabase(admin, 'golden_thread')
  await admin.end()
}

async function checkUpToDate(address: string): Promise<[]> {
  const service = connect(address, { max: 1 })
  try {
    await checkServiceRole(service)
    await checkMigrated(service)
    return []
  } finally {
    await service.end()
  }
}

async function openOwn(databaseUrl: string, migrationUrl: string | null): Promise<Store> {
  const migrated = migrationUrl ? await reached('MIGRATION_DATABASE_URL', () => migrateAt(migrationUrl)) : []
  await reached('DATABASE_URL', () => checkUpToDate(databaseUrl))
  const database = openDatabase(databaseUrl)
  const never = new Promise<Error>(() => {})
  let password = 'it was loaded with'
  return {
    database,
    migrated,
    wasLeft: false,
    lost: never,
    demoPassword: () => password,
    keepDemoPassword: chosen => (password = chosen),
    sealingKey: () => null,
    close: () => database.close(),
  }
}

async function migrateAt(address: string): Promise<string[]> {
  const owner = connect(address, { max: 1 })
  try {
    return await migrate(owner)
  } finally {
    await owner.end()
  }
}

/** Says which variable leads nowhere, where the database could not be reached or let us in. */
async function reached<Result>(variable: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof CannotStart) throw error
    throw new CannotStart(`The database of ${variable} could not be used: ${(error as Error).message || String(error)}`)
  }
}

/** A database by its owner, for what is done to all of it: a backup, a restore. `close` lets go of the built-in server. */
export type Owned = { ownerUrl: string; close(): Promise<void> }

/**
 * The database that the surroundings name, as its owner. `join` works beside a service that is running; `keep` refuses where one uses the
 * built-in database, and makes that where it is not there. Throws `CannotStart`.
 */
export async function openAsOwner(
  { folder, databaseUrl, migrationUrl }: Where,
  who: string,
  mode: 'keep' | 'join',
): Promise<Owned> {
  if (databaseUrl !== null) {
    if (migrationUrl === null)
      throw new CannotStart(`Set MIGRATION_DATABASE_URL to the owner of the tables: ${who} needs to see all of them.`)
    return { ownerUrl: migrationUrl, close: async () => {} }
  }
  const server = await startEmbedded({ folder, who, mode })
  try {
    if (server.isKept) await makeHouse(server)
    return { ownerUrl: server.address('owner'), close: () => server.stop() }
  } catch (error) {
    await server.stop()
    throw error
  }
}
