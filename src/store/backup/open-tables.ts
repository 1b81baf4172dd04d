/**
 * Opens the tables to rows that come from a backup: COPY is refused where policies hold, keys point both ways, and what changes of rows
 * set off must not happen again. All of it within the transaction that restores, so nobody else ever sees them open.
 */
import type postgres from 'postgres'
import { type KeptTable, quoted } from './kept-tables.ts'

/** Answers what closes them again, as they were: keys (which are checked for every row), triggers, and policies for the owner too. */
export async function openTables(tx: postgres.TransactionSql, tables: KeptTable[]): Promise<() => Promise<void>> {
  const keys = await tx<{ table: string; name: string; text: string }[]>`
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by k.conname`
  for (const { table, name } of keys) await tx.unsafe(`alter table ${quoted(table)} drop constraint ${quoted(name)}`)
  for (const { table } of tables)
    await tx.unsafe(`alter table ${quoted(table)} no force row level security, disable trigger user`)
  return async () => {
    for (const { table, name, text } of keys)
      await tx.unsafe(`alter table ${quoted(table)} add constraint ${quoted(name)} ${text}`)
    for (const { table } of tables)
      await tx.unsafe(`alter table ${quoted(table)} force row level security, enable trigger user`)
  }
}
