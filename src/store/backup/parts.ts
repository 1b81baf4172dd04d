/** What stands inside a sealed backup: parts one after another, each with a letter that says what it is, its length and its bytes. */
import { BackupProblem } from '../backup-problem.ts'
import { Taking } from './sealed.ts'

/** What the backup says of itself at its beginning. */
export type Header = {
  format: 1
  /** The version of the product that made it, and of PostgreSQL. */
  version: string
  postgres: string
  madeAt: string
  /** The migrations that its tables had, with what each said. */
  migrations: { name: string; sha256: string }[]
  authorities: { authorityId: number; name: string }[]
  /** How far the numbers of a table's column have been given out. */
  numbers: { table: string; column: string; last: number }[]
  /** How many rows follow, by table. */
  counts: Record<string, number>
  /** Fingerprints of reports made from these rows, to be made again from the restored ones. */
  reports: Record<string, string>
}

/** Rows of one table and authority, by COPY's text format, follow as `rows` until `end`. */
export type Begin = { table: string; columns: string[]; authorityId: number }
/** How many rows they were and the SHA-256 of their bytes. */
export type End = { rows: number; sha256: string }
/** The last part: how many rows in all, and the SHA-256 over the hashes of every table in order. */
export type Whole = { rows: number; sha256: string }

export type Part =
  | ({ is: 'header' } & Header)
  | ({ is: 'begin' } & Begin)
  | { is: 'rows'; bytes: Buffer }
  | ({ is: 'end' } & End)
  | ({ is: 'whole' } & Whole)

const ROWS = 'r'.charCodeAt(0)
const SAID = 's'.charCodeAt(0)
const MOST = 256 * 1024 * 1024

export function written(part: Part): Buffer {
  const bytes = part.is === 'rows' ? part.bytes : Buffer.from(JSON.stringify(part))
  const head = Buffer.alloc(5)
  head.writeUInt8(part.is === 'rows' ? ROWS : SAID)
  head.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([head, bytes])
}

export async function* partsIn(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const from = new Taking(stream)
  for (;;) {
    const head = await from.take(5)
    if (!head) return
    const length = head.readUInt32BE(1)
    const bytes = length > MOST ? null : await from.take(length)
    if (!bytes) throw new BackupProblem('The backup cannot be read: a part of it is missing.')
    yield head[0] === ROWS ? { is: 'rows', bytes } : (JSON.parse(bytes.toString()) as Part)
  }
}
