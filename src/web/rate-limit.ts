/**
 * How much one browser, and one network address, may ask in a minute: so that one that has gone wild does not slow everybody down.
 * A quarter of it may come at once. Kept in the memory of each instance; forgotten when it starts again.
 */
import { createHash } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { NotTaken } from './refusal.ts'

/** Requests a minute. A whole council may come from one address. */
export type MostRequests = { session: number; address: number }

const MINUTE = 60_000
const MOST_REMEMBERED = 20_000

type Bucket = { left: number; at: number }

export class RateLimit {
  #buckets = new Map<string, Bucket>()

  /** Takes one of what is left; answers 0, or in how many seconds there is another. `now` is in milliseconds. */
  take(key: string, aMinute: number, now: number): number {
    const most = Math.max(1, aMinute / 4)
    const known = this.#buckets.get(key) ?? { left: most, at: now }
    const left = Math.min(most, known.left + (Math.max(0, now - known.at) / MINUTE) * aMinute)
    this.#remember(key, { left: left < 1 ? left : left - 1, at: now })
    return left < 1 ? Math.ceil(((1 - left) / aMinute) * 60) : 0
  }

  /** Those used longest ago are forgotten first. */
  #remember(key: string, bucket: Bucket) {
    this.#buckets.delete(key)
    if (this.#buckets.size >= MOST_REMEMBERED) this.#buckets.delete(this.#buckets.keys().next().value!)
    this.#buckets.set(key, bucket)
  }
}

/** The session is known by the hash of its cookie before anyone looks it up: asking with made-up ones is stopped by the address. */
export function limitRequests(
  most: MostRequests,
  addressOf: (c: Context) => string,
  sessionOf: (c: Context) => string | null,
): MiddlewareHandler {
  const limit = new RateLimit()
  return async (c, next) => {
    const now = performance.now()
    const session = sessionOf(c)
    const wait = Math.max(
      limit.take(`address ${addressOf(c)}`, most.address, now),
      session === null ? 0 : limit.take(createHash('sha256').update(session).digest('base64'), most.session, now),
    )
    if (wait > 0) {
      c.header('Retry-After', String(wait))
      throw new NotTaken(429, `This browser asks more than can be answered. Wait ${seconds(wait)} and try again.`)
    }
    await next()
  }
}

const seconds = (count: number): string => (count === 1 ? 'a second' : `${count} seconds`)
