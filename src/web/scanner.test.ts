/** The scanner of files, asked as clamd(8) says it wants to be: what it finds, what it does not answer, and ClamAV's own where it is installed. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { clamdAt, ScannerAway } from './scanner.ts'
import { EICAR, hasClamd, plainAnswer, realClamd, speakingClamd, type TestClamd } from './test-clamd.ts'

const began: TestClamd[] = []
const speaking = async (answer?: (bytes: Buffer) => string | null, patience = 60_000) => {
  const clamd = await speakingClamd(answer)
  began.push(clamd)
  return clamdAt(clamd.address, { scan: patience, answer: patience })
}
afterAll(() => Promise.all(began.map(one => one.close())))
const away = (why: ScannerAway['why']) => expect.objectContaining({ name: 'ScannerAway', why })

test('a file comes to it whole, in pieces, however large it is', async () => {
  const seen: number[] = []
  const scanner = await speaking(bytes => {
    seen.push(bytes.length)
    return plainAnswer(bytes)
  })
  const large = new Uint8Array(5 * 1024 * 1024 + 1)
  large.set(Buffer.from(EICAR), large.length - EICAR.length)
  expect(await scanner.scan(new Uint8Array(1))).toEqual({ clean: true })
  expect(await scanner.scan(large)).toEqual({ clean: false, signature: 'Win.Test.EICAR_HDB-1' })
  expect(seen).toEqual([1, large.length])
  expect(scanner.counts).toEqual({ clean: 1, found: 1, unchecked: 0 })
  expect(await scanner.answers()).toBe(true)
})

test.each([
  ['', 'odd-answer'],
  ['stream: ', 'odd-answer'],
  ['OK', 'odd-answer'],
  ['stream: OK stream: OK', 'odd-answer'],
  ['HTTP/1.1 200 OK', 'odd-answer'],
  ['stream: lstat() failed: No such file or directory. ERROR', 'odd-answer'],
  ['INSTREAM size limit exceeded. ERROR', 'too-large'],
  ['x'.repeat(9_000), 'odd-answer'],
] as const)('the answer %j says nothing of the file', async (said, why) => {
  const scanner = await speaking(() => said)
  await expect(scanner.scan(new Uint8Array(9))).rejects.toEqual(away(why))
  expect(scanner.counts).toEqual({ clean: 0, found: 0, unchecked: 1 })
})

test('what it calls a find is kept to letters that a log and a page can hold', async () => {
  const scanner = await speaking(() => 'stream: <b>"Bad\u0007 FOUND')
  expect(await scanner.scan(new Uint8Array(9))).toEqual({ clean: false, signature: '_b__Bad_' })
})

test('one that says nothing is not waited for without end, and one that is not there is away', async () => {
  const silent = await speaking(() => null, 300)
  await expect(silent.scan(new Uint8Array(9))).rejects.toEqual(away('no-answer'))
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  const none = clamdAt({ host: '127.0.0.1', port })
  await expect(none.scan(new Uint8Array(9))).rejects.toEqual(away('no-answer'))
  expect(await none.answers()).toBe(false)
  expect(await clamdAt({ path: '/nowhere/clamd.ctl' }).answers()).toBe(false)
})

test('one that hangs up in the middle says nothing of the file', async () => {
  const server = createServer(socket => socket.once('data', () => socket.destroy())).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const scanner = clamdAt({ host: '127.0.0.1', port })
  await expect(scanner.scan(new Uint8Array(3_000_000))).rejects.toEqual(away('no-answer'))
  await new Promise(done => server.close(done))
})

describe.skipIf(!hasClamd)('ClamAV itself (skipped where clamd is not installed)', () => {
  test('answers, lets a plain file through, finds the test file, and takes no more than it is set to', async () => {
    const clamd = await realClamd()
    began.push(clamd)
    const scanner = clamdAt(clamd.address)
    expect(await scanner.answers()).toBe(true)
    expect(await scanner.scan(Buffer.from('Minutes of the board'))).toEqual({ clean: true })
    expect(await scanner.scan(Buffer.from(EICAR))).toEqual({ clean: false, signature: 'Eicar-Test.UNOFFICIAL' })
    for (const bytes of [1_048_577, 20_000_000])
      await expect(scanner.scan(new Uint8Array(bytes))).rejects.toBeInstanceOf(ScannerAway)
  }, 60_000)
})
