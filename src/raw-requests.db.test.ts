/** Requests as no browser sends them, byte by byte to the listening service: refused or answered, and it goes on. */
import { connect } from 'node:net'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createApp } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { testDatabase } from './store/test-database.ts'
import { openCouncil } from './test-council.ts'

const { database } = await testDatabase()
const council = await openCouncil(database)
let app: { fetch(request: Request): Response | Promise<Response> }
const faults: string[] = []
const server = serve({ fetch: request => app.fetch(request), port: 0, hostname: '127.0.0.1' })
let host = ''
let cookie = ''

beforeAll(async () => {
  if (!server.listening) await once(server, 'listening')
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  app = createApp({ database, config: { address: `http://${host}` } })
  cookie = await sessionOf(database, council.council)
})
afterAll(() => void server.close())

/** Sends the lines and answers with everything that came back until the connection was closed. */
async function send(...lines: string[]): Promise<string> {
  const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
  socket.setTimeout(5_000, () => socket.destroy())
  socket.on('error', () => {})
  let answer = ''
  socket.on('data', piece => (answer += piece))
  socket.write(lines.join('\r\n').replaceAll('HOST', host))
  await new Promise(done => socket.on('close', done))
  return answer
}
const statusOf = (answer: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1])
const headerOf = (answer: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(answer)?.[1]?.trim()

test.each([
  ['//evil.example/'],
  ['///evil.example/plan'],
  ['/\\evil.example/'],
  ['/%5Cevil.example/'],
  ['/.//evil.example/'],
  ['/plan/..//evil.example/'],
  ['http://evil.example/plan/'],
  ['/sign-in?next=//evil.example'],
  ['/plan/%0d%0aSet-Cookie:%20a=b/'],
  ['/%E0%A4%A'],
  ['/plan/actions/%'],
  ['/plan/actions/1%2Fedit'],
  ['/plan?search=%E0%A4%A&%=%'],
  ['/plan/%00'],
  ['/plan/actions/1;a=b'],
])('%s leads nowhere else and breaks nothing', async path => {
  const answer = await send(`GET ${path} HTTP/1.1`, 'Host: HOST', `Cookie: ${cookie}`, 'Connection: close', '', '')
  expect(statusOf(answer)).toBeLessThan(500)
  expect(headerOf(answer, 'location') ?? '/').toMatch(/^\/(?![/\\])/)
  expect(headerOf(answer, 'set-cookie')).toBeUndefined()
  if (statusOf(answer) !== 400) expect(headerOf(answer, 'content-security-policy')).toContain("default-src 'none'")
  expect(answer).not.toMatch(/"(https?:)?[/\\]{2}evil/)
})

test.each([
  ['another host', 'Host: evil.example', 421],
  ['another port', 'Host: 127.0.0.1:1', 421],
  ['a host with a name before it', 'Host: HOST@evil.example', [400, 421]],
  ['a host that is none', 'Host: ???[', [400, 421]],
  ['an empty host', 'Host:', [400, 421]],
  ['no host', 'X-Forwarded-Host: HOST', 400],
])('a request for %s is refused', async (_, line, statuses) => {
  const answer = await send('GET /sign-in HTTP/1.1', line, 'Connection: close', '', '')
  expect([statuses].flat()).toContain(statusOf(answer))
  expect(answer).not.toMatch(/ at .*\.ts|node_modules/)
})

test.each([
  ['TRACE / HTTP/1.1'],
  ['OPTIONS * HTTP/1.1'],
  ['CONNECT evil.example:80 HTTP/1.1'],
  ['PROPFIND /plan HTTP/1.1'],
  ['DELETE /plan HTTP/1.1'],
  ['GET / HTTP/9.9'],
  ['no request at all'],
  ['a very long one'],
])('the line %j is refused, with nothing told', async line => {
  const first = line === 'a very long one' ? `GET /${'a'.repeat(70_000)} HTTP/1.1` : line
  const answer = await send(first, 'Host: HOST', `Cookie: ${cookie}`, 'Connection: close', '', '')
  expect(answer === '' || (statusOf(answer) >= 400 && statusOf(answer) < 500), answer.slice(0, 200)).toBe(true)
  expect(answer).not.toMatch(/ at .*\.ts|node_modules/)
})

test('a body under two lengths, which two servers would read differently, is refused', async () => {
  const both = ['Content-Length: 4', 'Transfer-Encoding: chunked']
  const answer = await send('POST /sign-in HTTP/1.1', 'Host: HOST', 'Origin: http://HOST', ...both, '', '0', '', '')
  expect(statusOf(answer)).toBe(400)
})

test('a request to look that carries a body is answered as if it had none', async () => {
  const answer = await send(
    'GET /sign-in HTTP/1.1',
    'Host: HOST',
    'Content-Length: 5',
    'Connection: close',
    '',
    'hello',
  )
  expect(statusOf(answer)).toBe(200)
})

test.each([
  ['a form without its type', ['Content-Length: 3', '', 'a=b'], 415],
  ['JSON', ['Content-Type: application/json', 'Content-Length: 2', '', '{}'], 415],
  ['parts without a boundary', ['Content-Type: multipart/form-data', 'Content-Length: 3', '', 'a=b'], 400],
  [
    'parts that break off',
    [
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 60',
      '',
      '--x\r\nContent-Disposition: form-data; name="file"; filen'.padEnd(60),
    ],
    400,
  ],
])('%s is refused in words', async (_, lines, status) => {
  const answer = await send(
    'POST /plan/upload HTTP/1.1',
    'Host: HOST',
    'Origin: http://HOST',
    `Cookie: ${cookie}`,
    'Connection: close',
    ...lines,
  )
  expect(statusOf(answer), answer.slice(0, 300)).toBe(status)
  expect(answer).toContain('That could not be done')
})

/** What is logged as a fault of ours. */
vi.spyOn(console, 'error').mockImplementation(line => void (String(line).includes('"error"') && faults.push(line)))

test('a form that never ends keeps nobody from the database, and a sender who goes away breaks nothing', async () => {
  const slow = Array.from({ length: 30 }, () => {
    const socket = connect(Number(host.split(':')[1]), '127.0.0.1')
    socket.on('error', () => {})
    const type = 'application/x-www-form-urlencoded'
    socket.write(
      [
        'POST /plan/upload HTTP/1.1',
        `Host: ${host}`,
        `Origin: http://${host}`,
        `Cookie: ${cookie}`,
        `Content-Type: ${type}`,
        'Content-Length: 1000',
        '',
        'a=',
      ].join('\r\n'),
    )
    return socket
  })
  await Promise.all(slow.map(socket => once(socket, 'connect')))
  const began = Date.now()
  expect((await fetch(`http://${host}/plan`, { headers: { Cookie: cookie } })).status).toBe(200)
  expect(Date.now() - began).toBeLessThan(3_000)
  for (const socket of slow) socket.destroy()
  await Promise.all(slow.map(socket => socket.closed || once(socket, 'close')))
  expect((await fetch(`http://${host}/plan`, { headers: { Cookie: cookie } })).status).toBe(200)
  expect(faults).toEqual([])
})

test.each([
  ['from another site', { origin: 'http://evil.example' }],
  ['from a page that says nothing of itself', {}],
  ['from a page without an origin', { origin: 'null' }],
  ['by a browser that says it came from elsewhere', { origin: `http://HOST`, 'sec-fetch-site': 'cross-site' }],
  ['from a neighbour of the same site', { origin: `http://HOST`, 'sec-fetch-site': 'same-site' }],
  ['from the same name on another port', { origin: 'http://127.0.0.1:1' }],
])('a form sent %s is refused before it is read', async (_, headers: Record<string, string>) => {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  for (const path of ['/plan/views', '/sign-out', '/sign-in', '/account']) {
    const form = [
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 9',
      'Connection: close',
      '',
      'name=Late',
    ]
    expect([
      path,
      statusOf(await send(`POST ${path} HTTP/1.1`, 'Host: HOST', `Cookie: ${cookie}`, ...lines, ...form)),
    ]).toEqual([path, 403])
  }
})
