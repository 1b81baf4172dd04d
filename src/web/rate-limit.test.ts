/** How much may be asked: people at work never meet the limit, and one who does is told when to come back. */
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { limitRequests, RateLimit } from './rate-limit.ts'
import { NotTaken } from './refusal.ts'

const takeMany = (limit: RateLimit, times: number, now: number, key = 'one') =>
  Array.from({ length: times }, () => limit.take(key, 60, now))

test('a quarter of a minute’s may come at once, and then one a second', () => {
  const limit = new RateLimit()
  expect(takeMany(limit, 16, 0)).toEqual([...Array(15).fill(0), 1])
  expect(takeMany(limit, 2, 999)).toEqual([1, 1])
  expect(takeMany(limit, 2, 1_000)).toEqual([0, 1])
  expect(takeMany(limit, 16, 120_000)).toEqual([...Array(15).fill(0), 1])
})

test('one who asks too much keeps nobody else waiting', () => {
  const limit = new RateLimit()
  takeMany(limit, 100, 0)
  expect(limit.take('another', 60, 0)).toBe(0)
})

test('asking again and again while waiting makes the wait no longer', () => {
  const limit = new RateLimit()
  takeMany(limit, 15, 0)
  for (let now = 0; now < 900; now += 100) expect(limit.take('one', 60, now)).toBe(1)
  expect(limit.take('one', 60, 1_000)).toBe(0)
})

function serve(session: number, address: number) {
  const app = new Hono()
  const header = (name: string) => (c: { req: { header(name: string): string | undefined } }) => c.req.header(name)
  app.use(
    limitRequests(
      { session, address },
      c => header('x-from')(c) ?? '',
      c => header('x-session')(c) ?? null,
    ),
  )
  app.get('/', c => c.text('page'))
  app.onError((error, c) => c.text(error.message, error instanceof NotTaken ? error.status : 500))
  return (from: string, cookie?: string) =>
    app.request('/', { headers: { 'x-from': from, ...(cookie && { 'x-session': cookie }) } })
}

test('one session is stopped at its own limit, and made-up sessions at that of their address', async () => {
  const ask = serve(8, 40)
  const answers = [await ask('office', 'a'), await ask('office', 'a'), await ask('office', 'a')]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
  expect(answers[2]!.headers.get('retry-after')).toBe('8')
  expect(await answers[2]!.text()).toBe('This browser asks more than can be answered. Wait 8 seconds and try again.')
  expect((await ask('office', 'b')).status).toBe(200)
  const made = []
  for (let at = 0; at < 10; at++) made.push((await ask('office', `made up ${at}`)).status)
  expect(made.slice(-4)).toEqual([429, 429, 429, 429])
  expect((await ask('elsewhere', 'b')).status).toBe(200)
})
