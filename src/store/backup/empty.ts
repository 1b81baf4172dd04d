/** Whether a database may be restored into: it holds no authority, and nothing that is not ours. */
import type postgres from 'postgres'
import { BackupProblem } from '../backup-problem.ts'

/** Throws `BackupProblem` naming what is there. Every row of ours belongs to an authority, so none means no rows. */
export async function checkEmpty(tx: postgres.TransactionSql): Promise<void> {
  const [there] = await tx<{ ours: boolean; authorities: boolean; other: string | null }[]>`
    select to_regclass('public.migration') is not null as ours, to_regclass('public.authority') is not null as authorities,
           (select min(relname) from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')) as other`
  if (!there!.ours && there!.other !== null)
    throw new BackupProblem(
      `The database is not empty: it holds ${there!.other}, which is none of Golden Thread's. Use a new one.`,
    )
  if (!there!.authorities) return
  const held = await tx<{ name: string }[]>`select name from authority order by authority_id`
  if (held.length > 0)
    throw new BackupProblem(
      `The database is not empty: it holds ${held.map(({ name }) => name).join(', ')}. ` +
        `A backup is restored into an empty one only: make a new database, or set GOLDEN_THREAD_DATA to a new folder.`,
    )
}

/** Takes away the tables without rows that a newer version may have made, so that those of the backup's version can be made. */
export async function clear(tx: postgres.TransactionSql): Promise<void> {
  const tables = await tx<{ kind: string; name: string }[]>`
    select case c.relkind when 'v' then 'view' else 'table' end as kind, c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'r', 'p') order by c.relkind = 'v' desc`
  const functions = await tx<{ kind: string; name: string }[]>`
    select case p.prokind when 'p' then 'procedure' else 'function' end as kind, p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`
  for (const { kind, name } of [...tables, ...functions])
    if (await isThere(tx, kind, name)) await tx.unsafe(`drop ${kind} ${name} cascade`)
}

/** One may have gone with another that leaned on it. */
async function isThere(tx: postgres.TransactionSql, kind: string, name: string): Promise<boolean> {
  const [found] = /table|view/.test(kind)
    ? await tx`select to_regclass(${name}) is not null as there`
    : await tx`select to_regprocedure(${name}) is not null as there`
  return found!['there'] as boolean
}
