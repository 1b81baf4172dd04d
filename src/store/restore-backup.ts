/**
 * Brings a backup into an empty database, in one transaction: its tables as they were when it was made, its rows, what newer versions
 * changed since, and everything checked; or nothing at all. Run as the owner of the tables, with no service on the database.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type postgres from 'postgres'
import { BackupProblem } from './backup-problem.ts'
import { type Header, type Part, partsIn } from './backup/parts.ts'
import { unseal } from './backup/sealed.ts'
import { checkEmpty, clear } from './backup/empty.ts'
import { listKeptTables, listNumbers, PLAINLY, quoted } from './backup/kept-tables.ts'
import { openTables } from './backup/open-tables.ts'
import { connect } from './connect.ts'
import { type Database, databaseWithin } from './database.ts'
import { applyWithin, layMigrations, listMigrations, type Migration } from './migrate.ts'
import { countRows, linesIn } from './write-backup.ts'

export type BackupHeader = Header

export type Restored = Pick<Header, 'version' | 'madeAt' | 'authorities'> & {
  rows: number
  tables: number
  migrated: string[]
}

export type Restoring = {
  ownerUrl: string
  key: Buffer
  file: string
  progress(words: string): void
  /** Checks what rows and hashes cannot: what it throws undoes the whole. It is given the restored rows before they are kept. */
  verify(database: Database, header: Header): Promise<void>
  /** This version's own; another list is for tests. */
  migrations?: Migration[]
}

/** Throws `BackupProblem` for a backup that cannot be trusted and a database that is not empty; nothing of it is then kept. */
export async function restoreBackup(given: Restoring): Promise<Restored> {
  const { ownerUrl, progress, migrations = listMigrations() } = given
  const parts = await openBackup(given)
  const header = await beginning(parts)
  const then = levelOf(header, migrations)
  progress(`A backup of ${header.madeAt}, made by version ${header.version}`)
  const owner = connect(ownerUrl, PLAINLY)
  try {
    return await owner.begin(async tx => {
      await tx`select pg_advisory_xact_lock(7305013)`
      await checkEmpty(tx)
      await clear(tx)
      await layMigrations(tx)
      for (const migration of then) await applyWithin(tx, migration)
      const rows = await fill(tx, parts, header, progress)
      await checkCounts(tx, header)
      const newer = migrations.slice(then.length)
      for (const migration of newer) await applyWithin(tx, migration)
      progress('Checking that all of it is there and as it was')
      await given.verify(databaseWithin(tx), header)
      const { version, madeAt, authorities } = header
      return {
        version,
        madeAt,
        authorities,
        rows,
        tables: Object.keys(header.counts).length,
        migrated: newer.map(({ name }) => name),
      }
    })
  } finally {
    await owner.end()
  }
}

async function openBackup({ key, file }: Restoring): Promise<AsyncGenerator<Part>> {
  if (!(await stat(file).catch(() => null))?.isFile()) throw new BackupProblem(`There is no file ${file}.`)
  const unpacked = createGunzip()
  pipeline(Readable.from(unseal(key, createReadStream(file))), unpacked).catch(() => {}) // told by reading from it
  return partsIn(unpacked)
}

async function beginning(parts: AsyncGenerator<Part>): Promise<Header> {
  const { value } = await parts.next()
  if (value?.is !== 'header' || value.format !== 1)
    throw new BackupProblem('The backup was made by a newer version. Use that.')
  return value
}

/** The migrations that its tables had: the same as ours, as far as they go. */
function levelOf({ migrations: had }: Header, ours: Migration[]): Migration[] {
  const other = had.find(({ name, sha256 }, at) => ours[at]?.name !== name || ours[at]?.sha256 !== sha256)
  if (!other) return ours.slice(0, had.length)
  throw new BackupProblem(
    had.length > ours.length
      ? `The backup has had ${had.at(-1)!.name}, which this version does not know: it is older. Use the newer one.`
      : `The backup's ${other.name} is not the one of this version. Restore it with the version that made it, then upgrade.`,
  )
}

/** Keys between tables and what changes of rows set off are put back as they were once all rows are in. */
async function fill(
  tx: postgres.TransactionSql,
  parts: AsyncGenerator<Part>,
  header: Header,
  progress: (words: string) => void,
) {
  const tables = await listKeptTables(tx)
  const closeTables = await openTables(tx, tables)
  const all = createHash('sha256')
  const of = Object.values(header.counts).reduce((sum, one) => sum + one, 0)
  let rows = 0
  let next = performance.now() + 2_000
  let whole: Part | undefined
  for await (const part of parts) {
    if (part.is === 'whole') whole = part
    if (part.is !== 'begin') continue
    const kept = tables.find(({ table }) => table === part.table)
    if (!kept || part.columns.some(column => !kept.columns.includes(column)))
      throw new BackupProblem(`The backup holds ${part.table} with columns that this version does not have.`)
    const end = await copyIn(tx, part, parts)
    all.update(end.sha256)
    rows += end.rows
    if (performance.now() > next) {
      next += 2_000
      progress(`${Math.floor((100 * rows) / Math.max(1, of))}%: ${rows.toLocaleString('en-GB')} rows`)
    }
  }
  if (whole?.is !== 'whole' || whole.rows !== rows || whole.sha256 !== all.digest('hex'))
    throw new BackupProblem('The backup does not hold what it says at its end. Use another.')
  await continueNumbers(tx, header)
  progress('Putting the keys between the tables back')
  await closeTables()
  return rows
}

async function copyIn(
  tx: postgres.TransactionSql,
  { table, columns }: Part & { is: 'begin' },
  parts: AsyncGenerator<Part>,
) {
  const hash = createHash('sha256')
  let rows = 0
  let end: (Part & { is: 'end' }) | null = null
  const bytes = async function* () {
    for (;;) {
      const { value: part } = await parts.next()
      if (part?.is === 'end') return void (end = part)
      if (part?.is !== 'rows') throw new BackupProblem(`The backup's rows of ${table} have no end. Use another.`)
      hash.update(part.bytes)
      rows += linesIn(part.bytes)
      yield part.bytes
    }
  }
  const into = await tx.unsafe(`copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`).writable()
  await pipeline(Readable.from(bytes()), into)
  const said = end as (Part & { is: 'end' }) | null
  if (said?.rows !== rows || said.sha256 !== hash.digest('hex'))
    throw new BackupProblem(`The backup's rows of ${table} are not what they were when it was made. Use another.`)
  return said
}

/** A number that was given out is not given again, though its row may be gone. */
async function continueNumbers(tx: postgres.TransactionSql, { numbers }: Header): Promise<void> {
  for (const { table, column, sequence } of await listNumbers(tx)) {
    const last = numbers.find(one => one.table === table && one.column === column)?.last ?? 0
    const [highest] = await tx.unsafe(`select max(${quoted(column)})::text as highest from ${quoted(table)}`)
    const to = Math.max(last, Number(highest!['highest'] ?? 0))
    if (to > 0) await tx`select setval(${sequence}::regclass, ${to}::bigint)`
  }
}

/** Asked of the tables themselves, with every policy in force again. */
async function checkCounts(tx: postgres.TransactionSql, header: Header): Promise<void> {
  const found: Record<string, number> = {}
  const tables = await listKeptTables(tx)
  for (const { authorityId } of header.authorities)
    for (const { table, rows } of await countRows(tx, authorityId, tables)) found[table] = (found[table] ?? 0) + rows
  await tx.unsafe(`set local golden_thread.authority = ''; set local golden_thread.work = ''`)
  for (const { table } of tables)
    if ((found[table] ?? 0) !== (header.counts[table] ?? 0))
      throw new BackupProblem(
        `${table} has ${found[table] ?? 0} rows, and had ${header.counts[table] ?? 0}. Nothing was kept.`,
      )
}
