/** Which tables a backup holds: all that keep authorities apart. What is the same for every authority, migrations make again. */
import type postgres from 'postgres'
import { BackupProblem } from '../backup-problem.ts'

export type KeptTable = { table: string; columns: string[] }

/** Made by migrations, or only on its way from one statement to the next. */
const NOT_KEPT = ['migration', 'role_scope', 'letterbox_case']

/** Every table of the database with its columns, by name. Throws where one is neither kept nor known to need no keeping. */
export async function listKeptTables(db: postgres.ISql): Promise<KeptTable[]> {
  const tables = await db<(KeptTable & { apart: boolean })[]>`
    select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as apart,
           array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 and a.attgenerated = '' order by a.attnum) as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by c.relname`
  const unknown = tables.filter(({ table, apart }) => !apart && !NOT_KEPT.includes(table))
  if (unknown.length > 0)
    throw new BackupProblem(
      `The database holds a table that is none of Golden Thread's: ${unknown[0]!.table}. Take it out first.`,
    )
  return tables.filter(({ apart }) => apart).map(({ table, columns }) => ({ table, columns }))
}

/** The columns that number their rows by themselves, and the sequence behind each. */
export const listNumbers = (db: postgres.ISql) =>
  db<{ table: string; column: string; sequence: string }[]>`
    select c.relname as table, a.attname as column, pg_get_serial_sequence(format('%I', c.relname), a.attname) as sequence
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attidentity <> '' and not a.attisdropped order by 1, 2`

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** How COPY writes values, so that a backup reads the same wherever it is restored; and nothing is given up for taking long. */
export const PLAINLY = {
  max: 1,
  connection: {
    application_name: 'golden-thread backup',
    DateStyle: 'ISO, YMD',
    IntervalStyle: 'postgres',
    TimeZone: 'UTC',
    bytea_output: 'hex',
    extra_float_digits: 1,
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
  },
} as const
