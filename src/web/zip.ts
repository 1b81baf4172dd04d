/** Files to take away as one: a zip that any computer opens. Packed beside the service's own thread, a file after another. */
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

/** `name` may have folders in it; plain ASCII without a leading slash. */
export type FileInZip = { name: string; content: string | Uint8Array }

const pack = promisify(deflateRaw)

/** Files are taken one at a time, so that they may be made as they are asked for. The date of each is 1 January 1980: the same files make the same zip. */
export async function zipOf(
  files: Iterable<FileInZip> | AsyncIterable<FileInZip>,
  level = constants.Z_DEFAULT_COMPRESSION,
): Promise<Uint8Array> {
  const bodies: Buffer[] = []
  const entries: Buffer[] = []
  let offset = 0
  for await (const { name, content } of files) {
    const plain = Buffer.from(content)
    const packed = await pack(plain, { level })
    const facts = factsOf(name, crc32(plain), packed.length, plain.length)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    entries.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, place, Buffer.from(name)]))
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, Buffer.from(name)])
    bodies.push(local, packed)
    offset += local.length + packed.length
  }
  return Buffer.concat([...bodies, endOf(Buffer.concat(entries), entries.length, offset)])
}

/** What the header of a file and the directory say alike: version, method, date, checksum, sizes, length of the name. */
function factsOf(name: string, checksum: number, packed: number, size: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(8, 4)
  facts.writeUInt16LE(0x21, 8)
  facts.writeUInt32LE(checksum, 10)
  facts.writeUInt32LE(packed, 14)
  facts.writeUInt32LE(size, 18)
  facts.writeUInt16LE(name.length, 22)
  return facts
}

function endOf(directory: Buffer, files: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files, 8)
  end.writeUInt16LE(files, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([directory, end])
}
