/** The council's own scanner of files: ClamAV's clamd, spoken to as its manual says (clamd(8): PING, INSTREAM). */
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import type { ScannerAddress } from '../config.ts'

export type Verdict = { clean: true } | { clean: false; signature: string }

export type Scanner = {
  /** Throws `ScannerAway` where nothing can be said of the file: it must not be kept then. */
  scan(bytes: Uint8Array): Promise<Verdict>
  /** Whether it answers now. */
  answers(): Promise<boolean>
  /** How many files had which end since the start. */
  readonly counts: Readonly<Record<'clean' | 'found' | 'unchecked', number>>
}

/** The scanner did not say whether a file is safe. `too-large` where the file is larger than it is set to take (its StreamMaxLength). */
export class ScannerAway extends Error {
  override name = 'ScannerAway'
  readonly why: 'no-answer' | 'odd-answer' | 'too-large'
  constructor(why: ScannerAway['why']) {
    super(`the scanner of files gave ${why}`)
    this.why = why
  }
}

/** How long to wait, in milliseconds: for a word while something goes on, and whether it is there at all. A file of 20 MB takes a second or two. */
const PATIENCE = { scan: 60_000, answer: 2_000 }
/** Small enough that what it answers in the middle, such as that it is too much, is heard before the next. */
const PIECE = 64 * 1024

export function clamdAt(address: ScannerAddress, patience = PATIENCE): Scanner {
  const counts = { clean: 0, found: 0, unchecked: 0 }
  return {
    counts,
    async scan(bytes) {
      try {
        const verdict = verdictOf(await ask(address, streamed(bytes), patience.scan))
        counts[verdict.clean ? 'clean' : 'found'] += 1
        return verdict
      } catch (error) {
        counts.unchecked += 1
        throw error
      }
    },
    answers: () =>
      ask(address, [Buffer.from('zPING\0')], patience.answer)
        .then(answer => answer === 'PONG')
        .catch(() => false),
  }
}

/** The file in pieces, each after its length in four bytes, the last of length 0. */
function* streamed(bytes: Uint8Array): Generator<Uint8Array> {
  yield Buffer.from('zINSTREAM\0')
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = bytes.subarray(at, at + PIECE)
    yield lengthOf(piece.length)
    yield piece
  }
  yield lengthOf(0)
}

function lengthOf(size: number): Uint8Array {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(size)
  return four
}

/** `stream: OK`, `stream: Win.Test.EICAR_HDB-1 FOUND`; anything else is not an answer to go by. */
function verdictOf(answer: string): Verdict {
  if (answer === 'stream: OK') return { clean: true }
  const found = /^stream: (\S.*) FOUND$/.exec(answer)?.[1]
  if (found !== undefined) return { clean: false, signature: found.replace(/[^\w.-]/g, '_').slice(0, 100) }
  throw new ScannerAway(/size limit exceeded/i.test(answer) ? 'too-large' : 'odd-answer')
}

const LONGEST_ANSWER = 4_096

/** Sends the pieces and gives what comes back up to its closing NUL. Throws `ScannerAway` where nothing whole does in time. */
function ask(address: ScannerAddress, pieces: Iterable<Uint8Array>, patience: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(address)
    let answer = Buffer.alloc(0)
    const late = setTimeout(() => end(), patience)
    const end = (whole?: string) => {
      clearTimeout(late)
      socket.destroy()
      if (whole === undefined) reject(new ScannerAway('no-answer'))
      else resolve(whole)
    }
    socket.on('data', piece => {
      answer = Buffer.concat([answer, piece])
      const nul = answer.indexOf(0)
      if (nul !== -1 || answer.length > LONGEST_ANSWER) end(answer.toString('latin1', 0, nul === -1 ? 0 : nul))
    })
    socket.on('error', () => end())
    socket.on('close', () => end())
    socket.on('connect', () => void Readable.from(pieces).pipe(socket, { end: false }))
  })
}
