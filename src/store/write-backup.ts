/**
 * Writes a backup: every authority's rows as at one moment (one snapshot, so people go on working), packed and sealed as they come.
 * Asked as the owner of the tables, for whom the policies hold too: so each authority is set in turn, and no role may see more for it.
 */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type postgres from 'postgres'
import { BackupProblem } from './backup-problem.ts'
import { type Header, type Part, written } from './backup/parts.ts'
import { seal } from './backup/sealed.ts'
import { type KeptTable, listKeptTables, listNumbers, PLAINLY, quoted } from './backup/kept-tables.ts'
import { connect } from './connect.ts'
import { type Database, databaseWithin } from './database.ts'

export type Written = { authorities: number; tables: number; rows: number; bytes: number; sha256: string }

export type Writing = {
  /** The owner of the tables. */
  ownerUrl: string
  key: Buffer
  /** Refused where it is there already; nothing of that name is there until the backup is whole. */
  file: string
  version: string
  progress(words: string): void
  /** Makes reports from what is backed up, within the same snapshot, and answers their fingerprints. */
  report(database: Database, authorities: number[], at: Date): Promise<Record<string, string>>
}

/** Throws `BackupProblem` where it cannot be made; then no file is left. */
export async function writeBackup({ ownerUrl, key, file, version, progress, report }: Writing): Promise<Written> {
  if (await stat(file).catch(() => null)) throw new BackupProblem(`${file} is there already: give a new name.`)
  const making = `${file}.making-${process.pid}`
  const owner = connect(ownerUrl, PLAINLY)
  try {
    const done = await owner.begin('isolation level repeatable read read only', async tx => {
      const described = await describe(tx, version)
      const held = described.authorities.map(({ authorityId }) => authorityId)
      const header = { ...described, reports: await report(databaseWithin(tx), held, new Date(described.madeAt)) }
      const told = new Telling(header, progress)
      const into = createWriteStream(making, { flags: 'wx', mode: 0o600 })
      const sealing = (packed: AsyncIterable<Buffer>) => seal(key, packed)
      await pipeline(Readable.from(bytesOf(partsFrom(tx, header, told))), createGzip({ level: 4 }), sealing, into)
      return { authorities: header.authorities.length, tables: told.tables.size, rows: told.rows, sha256: told.sha256 }
    })
    await toDisk(making)
    await rename(making, file)
    return { ...done, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(making, { force: true })
    throw worded(error, file)
  } finally {
    await owner.end()
  }
}

async function describe(tx: postgres.TransactionSql, version: string): Promise<Omit<Header, 'reports'>> {
  const migrations = await tx<Header['migrations']>`select name, sha256 from migration order by name`
  const authorities = await tx<
    Header['authorities']
  >`select authority_id as "authorityId", name from authority order by authority_id`
  const [{ postgres }] = (await tx`select current_setting('server_version') as postgres`) as unknown as [
    { postgres: string },
  ]
  const numbers = []
  for (const { table, column, sequence } of await listNumbers(tx)) {
    const [given] = await tx.unsafe(`select last_value as last, is_called from ${sequence}`)
    if (given!['is_called']) numbers.push({ table, column, last: Number(given!['last']) })
  }
  const counts: Record<string, number> = {}
  const tables = await listKeptTables(tx)
  for (const { authorityId } of authorities)
    for (const { table, rows } of await countRows(tx, authorityId, tables)) counts[table] = (counts[table] ?? 0) + rows
  return { format: 1, version, postgres, madeAt: new Date().toISOString(), migrations, authorities, numbers, counts }
}

/** By one statement an authority; its tables without a row are left out. */
export async function countRows(tx: postgres.TransactionSql, authorityId: number, tables: KeptTable[]) {
  await actFor(tx, authorityId)
  const counted = tables.map(
    ({ table }) =>
      `select '${table}' as table, count(*)::integer as rows from ${quoted(table)} where authority_id = ${authorityId}`,
  )
  return (await tx.unsafe<{ table: string; rows: number }[]>(counted.join(' union all '))).filter(
    ({ rows }) => rows > 0,
  )
}

/** Both the authority and a name of work, so that where the owner is held to more policies than its own it still sees all. */
const actFor = (tx: postgres.TransactionSql, authorityId: number) =>
  tx.unsafe(`set local golden_thread.authority = '${authorityId}'; set local golden_thread.work = 'backup'`)

async function* partsFrom(tx: postgres.TransactionSql, header: Header, told: Telling): AsyncGenerator<Part> {
  yield { is: 'header', ...header }
  const tables = await listKeptTables(tx)
  const all = createHash('sha256')
  for (const { authorityId } of header.authorities) {
    const held = (await countRows(tx, authorityId, tables)).map(({ table }) => table)
    for (const { table, columns } of tables.filter(({ table }) => held.includes(table))) {
      yield { is: 'begin', table, columns, authorityId }
      const hash = createHash('sha256')
      let rows = 0
      const text = `copy (select ${columns.map(quoted).join(', ')} from ${quoted(table)} where authority_id = ${authorityId}) to stdout`
      const copied = await tx.unsafe(text).readable()
      for await (const bytes of copied as AsyncIterable<Buffer>) {
        hash.update(bytes)
        rows += linesIn(bytes)
        yield { is: 'rows', bytes }
      }
      copied._read(0) // postgres.js leaves its socket paused where the stream was full as its last rows came, and then waits for ever
      const sha256 = hash.digest('hex')
      all.update(sha256)
      told.add(table, rows)
      yield { is: 'end', rows, sha256 }
    }
  }
  told.sha256 = all.digest('hex')
  yield { is: 'whole', rows: told.rows, sha256: told.sha256 }
}

/** COPY's text format writes a line feed at the end of each row, and nowhere else. */
export function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

/** Rows come one by one: they are put together before they are packed. */
async function* bytesOf(parts: AsyncIterable<Part>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = []
  let size = 0
  for await (const part of parts) {
    if (part.is === 'rows') {
      waiting.push(part.bytes)
      if ((size += part.bytes.length) < 262_144) continue
    }
    if (size > 0) yield written({ is: 'rows', bytes: Buffer.concat(waiting) })
    waiting = []
    size = 0
    if (part.is !== 'rows') yield written(part)
  }
}

/** How far it is, told now and then. */
class Telling {
  readonly tables = new Set<string>()
  rows = 0
  sha256 = ''
  readonly #of: number
  readonly #progress: (words: string) => void
  #next = performance.now() + 2_000

  constructor({ counts, authorities }: Header, progress: (words: string) => void) {
    this.#of = Object.values(counts).reduce((sum, one) => sum + one, 0)
    this.#progress = progress
    const many = authorities.length === 1 ? '1 authority' : `${authorities.length} authorities`
    progress(`Backing up ${this.#of.toLocaleString('en-GB')} rows of ${many}`)
  }

  add(table: string, rows: number): void {
    this.tables.add(table)
    this.rows += rows
    if (performance.now() < this.#next) return
    this.#next = performance.now() + 2_000
    this.#progress(
      `${Math.floor((100 * this.rows) / Math.max(1, this.#of))}%: ${this.rows.toLocaleString('en-GB')} rows`,
    )
  }
}

async function toDisk(file: string): Promise<void> {
  const written = await open(file, 'r+')
  await written.sync()
  await written.close()
}

function worded(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return new BackupProblem(`The disk of ${file} is full. Nothing was left there.`)
  if (code === 'EACCES' || code === 'ENOENT' || code === 'EISDIR')
    return new BackupProblem(`${file} cannot be written (${code}).`)
  return error
}
