/** What whoever runs the service sees of it: metrics and lines of the log, to whom, and that neither names a person or what was looked for. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { createApp } from './app.ts'
import { openFullCouncil, addressOf } from './test-full-council.ts'
import { openDatabase } from './store/database.ts'
import { testDatabase } from './store/test-database.ts'
import { ADDRESS, siteOf } from './web/test-site.ts'
import { sessionOf } from './people/test-session.ts'
import { PAGES } from './app.ts'

const { database, url } = await testDatabase()
const said = vi.spyOn(console, 'error').mockImplementation(() => {})
afterEach(() => said.mockClear())
afterAll(() => database.close())

const TOKEN = 'a-token-of-twenty-letters'
const asked = (app: ReturnType<typeof createApp>, headers: Record<string, string> = {}) =>
  app.fetch(new Request(`${ADDRESS}/metrics`, { headers }))

test('metrics are for who shows the token; to anybody else they are not there', async () => {
  const app = createApp({ database, config: { address: ADDRESS, metricsToken: TOKEN } })
  expect((await asked(app)).status).toBe(404)
  expect((await asked(app, { authorization: 'Bearer another' })).status).toBe(404)
  expect((await asked(app, { authorization: `Bearer ${TOKEN}` })).status).toBe(200)
})

test('without a token they are for this machine alone, and for nobody where a proxy stands in front', async () => {
  const status = async (config: object, headers = {}) => {
    const server = serve({
      fetch: createApp({ database, config: { address: ADDRESS, ...config } }).fetch,
      port: 0,
      hostname: '127.0.0.1',
    })
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`, { headers })
    await answer.text()
    await new Promise(done => server.close(done))
    return answer.status
  }
  expect(await status({})).toBe(200)
  expect(await status({}, { 'x-forwarded-for': '203.0.113.9' })).toBe(404)
  expect(await status({ trustedProxies: 1 })).toBe(404)
  expect((await asked(createApp({ database, config: { address: ADDRESS } }))).status).toBe(404)
})

test('every page asked for is counted and logged by its path as written: no child, person or search is in either', async () => {
  const here = await openFullCouncil(database)
  const app = createApp({ database, config: { address: ADDRESS, metricsToken: TOKEN, logsRequests: true } })
  const site = siteOf(app, await sessionOf(database, here.council, 'director'))
  const opened = PAGES.filter(page => page.kind === 'page' && page.path.startsWith('/c'))
  for (const page of opened) await site.visit(addressOf(page.path, here.ids))
  await site.visit('/plan?q=Jade+Smithson')
  await site.visit('/children/Jade-Smithson/nowhere')
  await siteOf(app).post('/sign-in', { email: 'jade.smithson@example.org', password: 'JadeSmithson1' })
  const broken = createApp({
    database: openDatabase(url.replace(/\/[^/]*$/, '/no_such_database'), 1),
    config: { address: ADDRESS, logsRequests: true },
  })
  await siteOf(broken, 'nonsense').visit('/')
  const away = await siteOf(broken).post('/sign-in', { email: 'jade.smithson@example.org', password: 'JadeSmithson1' })
  expect([away.status, await away.text()]).toEqual([503, expect.stringContaining('cannot reach its database')])
  const text = await (await asked(app, { authorization: `Bearer ${TOKEN}` })).text()
  const lines = said.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>)
  expect(lines.length).toBeGreaterThan(opened.length)
  for (const line of lines)
    expect(line).toMatchObject({
      at: expect.stringMatching(/^20.*Z$/),
      level: expect.stringMatching(/^(info|error)$/),
      event: expect.any(String),
    })
  const all = `${text}\n${JSON.stringify(lines)}`
  expect(all).toContain('"/plan"')
  for (const secret of ['Jade', 'jade', 'Smithson', 'Ada Brook', 'P-undefined', 'P-Testborough', TOKEN])
    expect(all).not.toContain(secret)
  expect(text).toMatch(/golden_thread_requests_total\{method="GET",page="\/plan",status="200"\} 1/)
  expect(text).toMatch(/golden_thread_request_seconds_bucket\{method="GET",page="\/plan",le="\+Inf"\} 1/)
  for (const name of ['pool', 'jobs', 'last_load_age_seconds', 'event_loop_delay_seconds', 'database_up'])
    expect(text).toContain(`golden_thread_${name}`)
}, 60_000)
