/**
 * A stream sealed with AES-256-GCM in chunks: each carries its place and whether it is the last in what its tag is over, so that a file
 * which was cut short, altered, reordered, lengthened or put together from two is refused at the chunk where it is so.
 *
 *     "GTBACKUP" version salt(32) check(16)   then chunks of   length(4, top bit: the last) ciphertext tag(16)
 *
 * The key of a file is made from the backup key and its salt (HKDF-SHA256), so no nonce is ever used twice with a key.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { BackupProblem } from '../backup-problem.ts'

const BEGINS = Buffer.from('GTBACKUP\x01')
const SALT = 32
const CHECK = 16
const TAG = 16
const LAST = 0x8000_0000
const CHUNK = 1024 * 1024

const derive = (key: Buffer, salt: Buffer, use: string, length: number) =>
  Buffer.from(hkdfSync('sha256', key, salt, `golden-thread backup ${use}`, length))

const nonceOf = (place: number): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(place), 4)
  return nonce
}

const lengthOf = (length: number, isLast: boolean): Buffer => {
  const written = Buffer.alloc(4)
  written.writeUInt32BE(isLast ? (length | LAST) >>> 0 : length)
  return written
}

/** Seals whatever comes, in chunks of a megabyte. */
export async function* seal(key: Buffer, plain: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const salt = randomBytes(SALT)
  const preamble = Buffer.concat([BEGINS, salt, derive(key, salt, 'check', CHECK)])
  const own = derive(key, salt, 'key', 32)
  let place = 0
  const sealed = (chunk: Buffer, isLast: boolean): Buffer => {
    const length = lengthOf(chunk.length, isLast)
    const cipher = createCipheriv('aes-256-gcm', own, nonceOf(place++)).setAAD(Buffer.concat([preamble, length]))
    return Buffer.concat([length, cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  }
  yield preamble
  const waiting = new Gathered()
  for await (const piece of plain) {
    waiting.add(piece)
    while (waiting.length > CHUNK) yield sealed(waiting.take(CHUNK), false)
  }
  yield sealed(waiting.take(waiting.length), true)
}

/** Opens what `seal` made; nothing of a chunk is given before its tag was found right. Throws `BackupProblem`. */
export async function* unseal(key: Buffer, file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const from = new Taking(file)
  const preamble = await from.take(BEGINS.length + SALT + CHECK)
  if (!preamble?.subarray(0, BEGINS.length).equals(BEGINS))
    throw new BackupProblem('This is no backup of Golden Thread, or one that a newer version made.')
  const salt = preamble.subarray(BEGINS.length, BEGINS.length + SALT)
  if (!timingSafeEqual(preamble.subarray(BEGINS.length + SALT), derive(key, salt, 'check', CHECK)))
    throw new BackupProblem('This backup was made with another key.')
  const own = derive(key, salt, 'key', 32)
  for (let place = 0, isLast = false; !isLast; place++) {
    const length = await from.take(4)
    if (!length) throw new BackupProblem('The backup is cut short. Nothing of it can be trusted: use another.')
    const said = length.readUInt32BE()
    isLast = said >= LAST
    const size = isLast ? said - LAST : said
    const sealed = size > CHUNK ? null : await from.take(size + TAG)
    if (!sealed)
      throw new BackupProblem('The backup is cut short or altered. Nothing of it can be trusted: use another.')
    yield opened(own, place, Buffer.concat([preamble, length]), sealed)
  }
  if (await from.take(1)) throw new BackupProblem('Something was added behind the end of the backup. Use another.')
}

function opened(key: Buffer, place: number, beside: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place)).setAAD(beside)
  decipher.setAuthTag(sealed.subarray(-TAG))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  } catch {
    throw new BackupProblem(`The backup was altered: its part ${place + 1} is not what was written. Use another.`)
  }
}

/** Bytes that wait until there are enough of them. */
class Gathered {
  length = 0
  #pieces: Uint8Array[] = []

  add(piece: Uint8Array): void {
    this.#pieces.push(piece)
    this.length += piece.length
  }

  take(length: number): Buffer {
    const all = Buffer.concat(this.#pieces)
    this.#pieces = length < all.length ? [all.subarray(length)] : []
    this.length = all.length - length
    return all.subarray(0, length)
  }
}

/** Takes so many bytes at a time from a stream. */
export class Taking {
  readonly #from: AsyncIterator<Uint8Array>
  readonly #waiting = new Gathered()

  constructor(stream: AsyncIterable<Uint8Array>) {
    this.#from = stream[Symbol.asyncIterator]()
  }

  /** Null where the stream ends before. */
  async take(length: number): Promise<Buffer | null> {
    while (this.#waiting.length < length) {
      const { done, value } = await this.#from.next()
      if (done) return null
      this.#waiting.add(value)
    }
    return this.#waiting.take(length)
  }
}
