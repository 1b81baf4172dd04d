/** Brings a database up to date: the files of `migrations/` in order, each once, forward only. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'

export type Migration = { name: string; text: string; sha256: string }

/** Every migration there is, in order. */
export const listMigrations = (folder = join(import.meta.dirname, 'migrations')): Migration[] =>
  readdirSync(folder)
    .filter(name => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map(name => {
      const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') }
    })

/** Held while a database is brought up to date, so that of many instances starting together one does it and the others wait. */
const MIGRATING = 7_305_012

/**
 * Applies what is missing and answers the names applied. Run as the owner. Throws `CannotStart` where an applied file has
 * since changed or gone, or where one fails; what was applied before it stays.
 */
export async function migrate(owner: postgres.Sql, migrations = listMigrations()): Promise<string[]> {
  const connection = await owner.reserve()
  try {
    await connection`select pg_advisory_lock(${MIGRATING})`
    await layMigrations(connection)
    const missing = await listMissing(connection, migrations)
    for (const migration of missing) await apply(connection, migration)
    return missing.map(({ name }) => name)
  } finally {
    await connection`select pg_advisory_unlock(${MIGRATING})`.catch(() => {})
    connection.release()
  }
}

/** Refuses a database that is not up to date, for an instance that may not bring it there itself. */
export async function checkMigrated(service: postgres.Sql, migrations = listMigrations()): Promise<void> {
  const [laid] = await service`select to_regclass('migration') is not null as there`
  const missing = laid!['there'] ? await listMissing(service, migrations) : migrations
  if (missing.length > 0)
    throw new CannotStart(
      `The database lacks ${missing.map(({ name }) => name).join(', ')}. ` +
        `Run "golden-thread migrate" with MIGRATION_DATABASE_URL set to the owner of its tables, then start again.`,
    )
}

/** What stands before the first migration: the record of them, and nobody else making anything here. */
export async function layMigrations(owner: postgres.ISql): Promise<void> {
  const [role] = await owner`select 1 from pg_roles where rolname = 'golden_thread_service'`
  if (!role)
    throw new CannotStart(
      `The role golden_thread_service is missing from the database server. Its administrator makes it: ` +
        `create role golden_thread_service login nosuperuser nobypassrls password '...';`,
    )
  const [laid] = await owner`select to_regclass('migration') is not null as there`
  if (laid!['there']) return
  await owner.unsafe(`
    do $$ begin execute format('revoke all on database %I from public', current_database());
      execute format('grant connect on database %I to golden_thread_service', current_database()); end $$;
    revoke all on schema public from public;
    grant usage on schema public to golden_thread_service;
    create table migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
    comment on table migration is 'Which files of store/migrations were applied, and what they said then';
    grant select on migration to golden_thread_service;`)
}

async function listMissing(db: postgres.Sql, migrations: Migration[]): Promise<Migration[]> {
  const applied = await db<{ name: string; sha256: string }[]>`select name, sha256 from migration order by name`
  for (const { name, sha256 } of applied) {
    const file = migrations.find(migration => migration.name === name)
    if (!file)
      throw new CannotStart(
        `The database has had ${name}, which this version does not know: it is older. Use the newer one.`,
      )
    if (file.sha256 !== sha256)
      throw new CannotStart(
        `${name} was applied and has changed since. Put it back, and write the change as a new file.`,
      )
  }
  return migrations.filter(({ name }) => !applied.some(done => done.name === name))
}

/** The same within a transaction that is under way, for a restore that is whole or not at all. */
export async function applyWithin(tx: postgres.TransactionSql, { name, text, sha256 }: Migration): Promise<void> {
  await tx.unsafe(`${text}\n;insert into migration (name, sha256) values ('${name}', '${sha256}')`)
  await tx`set constraints all immediate`
  await tx`set constraints all deferred`
}

async function apply(owner: postgres.ReservedSql, { name, text, sha256 }: Migration): Promise<void> {
  try {
    await owner.unsafe(`begin;\n${text}\n;insert into migration (name, sha256) values ('${name}', '${sha256}'); commit`)
  } catch (error) {
    await owner`rollback`
    throw new CannotStart(`${name} failed and was undone: ${(error as Error).message}`)
  }
}
