/** For tests: something that speaks as clamd(8) says, on this machine; and ClamAV's own clamd where it is installed. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ScannerAddress } from '../config.ts'
import { clamdAt } from './scanner.ts'

/** The file that every scanner finds, harmless by agreement (eicar.org), put together here so that none finds this one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS', '-TEST-FILE!$H+H*'].join('')

export type TestClamd = { address: ScannerAddress; close(): Promise<void> }

/** `answer` is given the whole of what was streamed and says what comes back, without the NUL that ends it; null says nothing, ever. */
export async function speakingClamd(answer = plainAnswer): Promise<TestClamd> {
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    const come: Buffer[] = []
    socket.on('error', () => {})
    socket.on('data', piece => {
      come.push(piece)
      if (!mayBeWhole(come)) return
      const whole = commandIn(Buffer.concat(come))
      if (whole === null) return
      const said = whole === 'PING' ? 'PONG' : answer(whole)
      if (said !== null) socket.end(`${said}\0`)
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { address: { host: '127.0.0.1', port }, close: () => closed(server, open) }
}

export const plainAnswer = (bytes: Buffer): string | null =>
  bytes.includes(EICAR) ? 'stream: Win.Test.EICAR_HDB-1 FOUND' : 'stream: OK'

const closed = (server: Server, open: Set<Socket>) =>
  new Promise<void>(done => {
    for (const socket of open) socket.destroy()
    server.close(() => done())
  })

/** Each ends in a NUL: a command, and the length of 0 after what was streamed. */
const mayBeWhole = (come: Buffer[]): boolean => come.at(-1)!.at(-1) === 0

/** What was asked once it has come whole: `PING`, or what was streamed. */
function commandIn(come: Buffer): 'PING' | Buffer | null {
  if (come.subarray(0, 6).equals(Buffer.from('zPING\0'))) return 'PING'
  const begin = Buffer.from('zINSTREAM\0')
  if (!come.subarray(0, begin.length).equals(begin)) return null
  const pieces: Buffer[] = []
  for (let at = begin.length; at + 4 <= come.length;) {
    const size = come.readUInt32BE(at)
    if (size === 0) return Buffer.concat(pieces)
    pieces.push(come.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return null
}

const CLAMD = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(path => existsSync(path))
export const hasClamd = CLAMD !== undefined

/** ClamAV's own, with one signature: that of the test file. It takes a stream of up to 1 MB. */
export async function realClamd(): Promise<TestClamd> {
  const folder = mkdtempSync(join(tmpdir(), 'clamd-'))
  const path = join(folder, 'ctl')
  writeFileSync(join(folder, 'eicar.ndb'), `Eicar-Test:0:*:${Buffer.from(EICAR).toString('hex')}\n`)
  const settings = { LocalSocket: path, DatabaseDirectory: folder, Foreground: 'yes', StreamMaxLength: '1M' }
  const lines = Object.entries(settings).map(([name, value]) => `${name} ${value}\n`)
  writeFileSync(join(folder, 'clamd.conf'), lines.join(''))
  const child = spawn(CLAMD!, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  await expectAnswer({ path }, 60)
  const close = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true })
  }
  return { address: { path }, close }
}

/** Until it listens, which takes it a second. */
async function expectAnswer(address: ScannerAddress, tries: number): Promise<void> {
  for (let tried = 0; tried < tries; tried++) {
    if (await clamdAt(address).answers()) return
    await new Promise(done => setTimeout(done, 500))
  }
  throw new Error('clamd did not come up')
}
