/** The two roles of a database: the owner, who makes tables, and the service, which owns nothing and for which every policy holds. */
import type postgres from 'postgres'
import { CannotStart } from './cannot-start.ts'

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

/** Makes both roles and the database in a server of our own. Run by its first role; run again, it sets the passwords. */
export async function makeRoles(admin: postgres.Sql, passwords: { owner: string; service: string }): Promise<void> {
  for (const role of ['owner', 'service'] as const) {
    const name = `golden_thread_${role}`
    const [there] = await admin`select 1 from pg_roles where rolname = ${name}`
    const rights = 'login nosuperuser nocreatedb nocreaterole nobypassrls inherit'
    await admin.unsafe(`${there ? 'alter' : 'create'} role ${name} ${rights} password ${literal(passwords[role])}`)
  }
}

/** Makes a database that belongs to the owner, where it is not there yet. */
export async function makeDatabase(admin: postgres.Sql, name: string, template = 'template1'): Promise<void> {
  const [there] = await admin`select 1 from pg_database where datname = ${name}`
  if (!there) await admin.unsafe(`create database "${name}" owner golden_thread_owner template "${template}"`)
}

/**
 * Refuses a service role that policies would not hold for. Throws `CannotStart` for a superuser, a role that bypasses
 * row-level security, or one that owns a table.
 */
export async function checkServiceRole(service: postgres.Sql): Promise<void> {
  const [role] = await service<{ name: string; superuser: boolean; bypasses: boolean; owns: string | null }[]>`
    select rolname as name, rolsuper as superuser, rolbypassrls as bypasses,
           (select min(relname) from pg_class c where relkind in ('r', 'p') and pg_has_role(r.oid, relowner, 'member')) as owns
    from pg_roles r where rolname = current_user`
  const wrong =
    (role!.superuser && 'is a superuser') ||
    (role!.bypasses && 'bypasses row-level security') ||
    (role!.owns && `owns the table ${role!.owns}`)
  if (wrong)
    throw new CannotStart(
      `DATABASE_URL signs in as "${role!.name}", which ${wrong}: authorities would not be kept apart. ` +
        `Use golden_thread_service there, and the owner only in MIGRATION_DATABASE_URL.`,
    )
}
