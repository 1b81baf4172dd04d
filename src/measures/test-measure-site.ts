/** The measures' pages of one council, for tests: visited in a post, read as words. A page that writes a fault to the log is refused. */
import { Hono } from 'hono'
import { expect } from 'vitest'
import { sessionOf } from '../people/test-session.ts'
import { visitors } from '../people/visitors.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import type { Role } from '../terms/permission.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, type Site, siteOf, type Typed } from '../web/test-site.ts'
import { measurePages } from './pages.ts'

export const NOW = new Date('2026-11-22T09:00:00Z')

/** `usually` is whose post the pages are seen in where no other is named; a post signs in anew each time, a site is signed in already. */
export async function measureSite(usually: Role, { now = () => NOW, read = wordsOf } = {}) {
  const { database } = await testDatabase()
  const council = await aTestAuthority(database, 'Aldermouth')
  const app = new Hono()
  const faults: string[] = []
  servePages(app, {
    database,
    pages: measurePages(async () => []),
    visitors,
    address: ADDRESS,
    now,
    log: line => void faults.push(JSON.stringify(line)),
  })
  const as = async (role: Role, { of = council, provedAt }: { of?: typeof council; provedAt?: Date } = {}) =>
    siteOf(app, await sessionOf(database, of, role, now(), provedAt))
  const siteFor = async (who: Role | Site) => (typeof who === 'string' ? as(who) : who)
  const textOf = async (answer: Response) => {
    expect(faults).toEqual([])
    return read(await answer.text())
  }
  return {
    database,
    council,
    as,
    textOf,
    see: async (address: string, who: Role | Site = usually) => textOf(await (await siteFor(who)).visit(address)),
    /** Sends a form that is kept, and answers where it leads to. */
    keep: async (address: string, typed: Typed, who: Role | Site = usually) => {
      const answer = await (await siteFor(who)).post(address, typed)
      if (answer.status !== 303) throw new Error(`${address}: ${answer.status} ${await textOf(answer)}`)
      return answer.headers.get('location')!
    },
    /** Sends a form that comes back, and answers what it says. */
    refused: async (address: string, typed: Typed, who: Role | Site = usually) => {
      const answer = await (await siteFor(who)).post(address, typed)
      expect(answer.status).toBe(400)
      return textOf(answer)
    },
  }
}

export const wordsOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(quot|#39);/g, '"')
    .replace(/&nbsp;|\s+/g, ' ')
