/** Files on their way into the database: hashed and packed outside any transaction, and unpacked when they are read. */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Day } from '../terms/day.ts'
import type { GivenFile } from './read-ssd.ts'
import type { ValueMap } from './value-map.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** `parts` are of a size that one statement takes with ease. */
export type PackedFile = { name: string; bytes: number; sha256: string; parts: Buffer[] }

const PART = 4 * 1024 * 1024
/** Packing well takes three times as long as packing fast, and these are gone when the load is kept. */
const FAST = 1

export async function packFiles(files: readonly GivenFile[]): Promise<PackedFile[]> {
  const packed: PackedFile[] = []
  for (const { name, bytes } of files) {
    const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
    const whole = await pack(bytes, { level: FAST })
    const parts = Array.from({ length: Math.ceil(whole.length / PART) }, (_, at) =>
      whole.subarray(at * PART, (at + 1) * PART),
    )
    packed.push({ name, bytes: bytes.length, sha256: hash.toString('hex'), parts })
  }
  return packed
}

export const unpackFile = async (parts: readonly Buffer[]): Promise<Uint8Array> => unpack(Buffer.concat(parts))

/** The same for the same files of the same day, read with the same mappings, in whatever order and by whatever name they came. */
export function contentHash(files: readonly { sha256: string }[], asAt: Day, values: ValueMap): Buffer {
  const mapped = Object.keys(values)
    .sort()
    .flatMap(list =>
      Object.entries(values[list]!)
        .sort()
        .map(([words, code]) => [list, words, code]),
    )
  const content = [asAt, files.map(({ sha256 }) => sha256).sort(), ...(mapped.length > 0 ? [mapped] : [])]
  return createHash('sha256').update(JSON.stringify(content)).digest()
}
