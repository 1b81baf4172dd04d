/**
 * The parts of a Word or Excel file, which is a zip archive. Only the parts asked for are unpacked, as a stream whose bytes
 * are counted while they come out. Nothing is written to disk and no archive inside the archive is opened.
 * Format: PKWARE APPNOTE 6.3.10, sections 4.3 (layout), 4.5.3 (zip64 sizes).
 */
import { setImmediate } from 'node:timers/promises'
import { createInflateRaw, crc32 } from 'node:zlib'
import { UnreadableFile } from '../unreadable-file.ts'
import { MAX_PARTS, type Allowance } from './allowance.ts'

export type Archive = {
  names: string[]
  has(name: string): boolean
  /** The unpacked bytes of a part. Throws UnreadableFile where it is damaged, encrypted or larger than allowed. */
  open(name: string): AsyncGenerator<Uint8Array>
}

type Entry = { name: string; method: number; flags: number; crc: number; packed: number; size: number; offset: number }

const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const STORED = 0
const DEFLATED = 8

export const damaged = () =>
  new UnreadableFile('This file is damaged or incomplete: open it in Word or Excel, save it, and give it again')

export function openArchive(bytes: Uint8Array, allowed: Pick<Allowance, 'unpack'>): Archive {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = new Map<string, Entry>()
  try {
    for (const entry of listEntries(zip)) {
      const key = entry.name.toLowerCase()
      if (entries.has(key))
        throw new UnreadableFile(`This file holds ${entry.name} twice: open it in Word or Excel and save it again`)
      entries.set(key, entry)
    }
  } catch (error) {
    throw error instanceof RangeError ? damaged() : error
  }
  const find = (name: string) => entries.get(name.toLowerCase())
  return {
    names: [...entries.values()].map(entry => entry.name),
    has: name => find(name) !== undefined,
    open(name) {
      const entry = find(name)
      if (!entry) throw damaged()
      return unpack(zip, entry, allowed)
    },
  }
}

function* listEntries(zip: Buffer): Generator<Entry> {
  const { count, size, offset, at } = findDirectory(zip)
  if (count > MAX_PARTS)
    throw new UnreadableFile(`This file holds more than ${MAX_PARTS.toLocaleString('en-GB')} parts, which no plan does`)
  const before = at - size - offset
  if (before < 0) throw damaged()
  let next = before + offset
  for (let n = 0; n < count; n++) {
    if (zip.readUInt32LE(next) !== CENTRAL) throw damaged()
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map(field => zip.readUInt16LE(next + field)) as [
      number,
      number,
      number,
    ]
    const name = zip.toString('utf8', next + 46, next + 46 + nameSize)
    const extra = zip.subarray(next + 46 + nameSize, next + 46 + nameSize + extraSize)
    const [size, packed, offset] = sizes(zip, next, extra)
    const entry = {
      name,
      flags: zip.readUInt16LE(next + 8),
      method: zip.readUInt16LE(next + 10),
      crc: zip.readUInt32LE(next + 16),
    }
    if (isPlainName(name)) yield { ...entry, size, packed, offset: before + offset }
    next += 46 + nameSize + extraSize + commentSize
  }
}

/** The last end record whose directory lies just before it: bytes after it (or before the archive) do no harm. */
function findDirectory(zip: Buffer): { count: number; size: number; offset: number; at: number } {
  for (let at = zip.length - 22; at >= 0 && at > zip.length - 22 - 0x10000; at--) {
    if (zip.readUInt32LE(at) !== END) continue
    const count = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 12)
    const offset = zip.readUInt32LE(at + 16)
    if (count < 0xffff && size < 0xffffffff && offset < 0xffffffff) return { count, size, offset, at }
    return findDirectory64(zip, at)
  }
  throw damaged()
}

function findDirectory64(zip: Buffer, end: number) {
  if (zip.readUInt32LE(end - 20) !== LOCATOR_64) throw damaged()
  const at = Number(zip.readBigUInt64LE(end - 20 + 8))
  if (zip.readUInt32LE(at) !== END_64) throw damaged()
  const [count, size, offset] = [32, 40, 48].map(field => Number(zip.readBigUInt64LE(at + field))) as [
    number,
    number,
    number,
  ]
  return { count, size, offset, at }
}

/** Unpacked size, packed size and offset; each that is all ones stands in the zip64 field, in this order. */
function sizes(zip: Buffer, at: number, extra: Buffer): [number, number, number] {
  const found = [24, 20, 42].map(field => zip.readUInt32LE(at + field))
  let wide = zip64Field(extra)
  return found.map(value => {
    if (value < 0xffffffff) return value
    if (wide.length < 8) throw damaged()
    const long = Number(wide.readBigUInt64LE(0))
    wide = wide.subarray(8)
    return long
  }) as [number, number, number]
}

function zip64Field(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2))
  }
  return Buffer.alloc(0)
}

const isPlainName = (name: string) => !/(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[a-z]:|\\|\/$|\0/i.test(name)

async function* unpack(zip: Buffer, entry: Entry, allowed: Pick<Allowance, 'unpack'>): AsyncGenerator<Uint8Array> {
  allowed.unpack(0, entry.size, entry.packed)
  if (entry.flags & 1)
    throw new UnreadableFile('This file is protected by a password: remove the password and save it again')
  let size = 0
  let crc = 0
  for await (const chunk of unpacked(packedBytes(zip, entry), entry.method)) {
    size += chunk.length
    allowed.unpack(chunk.length, size, entry.packed)
    crc = crc32(chunk, crc)
    yield chunk
  }
  if (crc !== entry.crc) throw damaged()
}

function packedBytes(zip: Buffer, entry: Entry): Buffer {
  const at = entry.offset
  if (at + 30 > zip.length || zip.readUInt32LE(at) !== LOCAL) throw damaged()
  const nameEnd = at + 30 + zip.readUInt16LE(at + 26)
  if (zip.toString('utf8', at + 30, nameEnd) !== entry.name) throw damaged()
  const start = nameEnd + zip.readUInt16LE(at + 28)
  if (start + entry.packed > zip.length) throw damaged()
  return zip.subarray(start, start + entry.packed)
}

async function* unpacked(packed: Buffer, method: number): AsyncGenerator<Uint8Array> {
  if (method === STORED) return yield* slices(packed)
  if (method !== DEFLATED) throw damaged()
  const inflate = createInflateRaw({ chunkSize: 64 * 1024 })
  inflate.end(packed)
  try {
    yield* inflate
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw damaged()
    throw error
  }
}

/** Lets others have their turn between one slice and the next, as unpacking does. */
async function* slices(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65536) {
    yield bytes.subarray(at, at + 65536)
    await setImmediate()
  }
}
