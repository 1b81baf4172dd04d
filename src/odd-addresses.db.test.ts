/**
 * Every page and form there is, by whoever may open it: the children, the measures, the people, the record, retention, requests for access. Each is
 * asked with odd words at random, seeded, in whatever it reads from its address; nothing of it is kept by a cache or runs in a page.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { PAGES } from './app.ts'
import { testDatabase } from './store/test-database.ts'
import { type Role, rolesThatMay } from './terms/permission.ts'
import { addressOf, type FullCouncil, openFullCouncil, QUERY } from './test-full-council.ts'
import type { AnyPage } from './web/page.tsx'
import type { Site } from './web/test-site.ts'

const { database } = await testDatabase()
let here: FullCouncil
beforeAll(async () => {
  here = await openFullCouncil(database)
})

/** Those who answer for children before others, so that pages of children are asked by who reaches the child. */
const FIRST: Role[] = ['director', 'analyst', 'administrator', 'data-protection-officer']
const roleFor = (page: Exclude<AnyPage, { kind: 'open-page' }>): Role => {
  const may = page.may === 'be-signed-in' ? FIRST : rolesThatMay(page.may)
  return FIRST.find(role => may.includes(role)) ?? may[0]!
}
/** Those that end the session that asks, or answer later with each wrong try, have tests of their own in the people room. */
const APART = ['/sign-out', '/account/password', '/account/prove', '/account/sessions', '/sign-in/second-step']
const ALL = PAGES.flatMap(page =>
  page.kind === 'open-page' || APART.includes(page.path) ? [] : [{ page, path: page.path, role: roleFor(page) }],
)
const sites = new Map<Role, Promise<Site>>()
const siteAs = (role: Role) => sites.get(role) ?? sites.set(role, here.siteAs(role)).get(role)!

/** What any page reads from its address, as the source has it. */
const READ = (readdirSync(import.meta.dirname, { recursive: true }) as string[])
  .filter(name => /\.tsx?$/.test(name) && !/test/.test(name))
  .flatMap(name => [
    ...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/query\.(?:get|getAll|has)\('([a-z-]+)'\)/g),
  ]) // prettier-ignore
  .map(([, name]) => name!)
const NAMES = [...new Set([...READ, 'person', 'child', 'id', '__proto__'])]

const ODD = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', `'; drop table child; --`, '\u0000', '\u202e', '\ud83e', '-1', '0', '1e3', '2147483648', '9007199254740993', '99999999999999999999', 'null', '__proto__', 'constructor', '0001-01-01', '9999-12-31', '2026-02-30', 'x'.repeat(4000), '%ff', '../../etc/passwd', 'P-undefined', 'all', 'month', 'child', 'files', 'staff', 'team/T1', '=1+1', ' ', ''] // prettier-ignore
const oneOdd = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.integer({ min: -5, max: 10_000 }).map(String),
  fc.date({ noInvalidDate: true }).map(at => at.toISOString().slice(0, 10)),
)
const seeded = { seed: 20261122, endOnFailure: true }
const answered = async (address: string, answer: Response) => {
  if (answer.status >= 500) throw new Error(`${answer.status} at ${address}`)
  if (/<script>alert|<img src=x/i.test(await answer.text())) throw new Error(`markup that was sent came back at ${address}`)
} // prettier-ignore

test('what pages read from their addresses is known', () => {
  expect(NAMES.length).toBeGreaterThan(30)
})

test('no page of any role breaks, whatever stands in its address', async () => {
  const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), oneOdd), { maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...ALL), query, fc.boolean(), async ({ path, role }, pairs, whole) => {
      const asked = new URLSearchParams([...(whole ? new URLSearchParams(QUERY[path] ?? '') : []), ...pairs])
      const address = `${addressOf(path, here.ids)}?${asked}`
      await answered(address, await (await siteAs(role)).visit(address))
    }),
    { ...seeded, numRuns: 250 },
  )
}, 120_000)

test('no form of any role breaks, whatever is typed in it', async () => {
  const forms = ALL.flatMap(({ page, path, role }) => {
    if (page.kind === 'download') return page.asksWhy ? [{ path, role, fields: ['why'] }] : []
    return page.save ? [{ path, role, fields: Object.keys(page.form ?? {}) }] : []
  })
  const typed = fc.constantFrom(...forms).chain(form =>
    fc.tuple(
      fc.constant(form),
      fc.dictionary(fc.constantFrom(...form.fields, 'other'), fc.oneof(oneOdd.map(one => [one]), fc.array(oneOdd, { maxLength: 3 })), { maxKeys: 5 }), // prettier-ignore
    ),
  )
  await fc.assert(
    fc.asyncProperty(typed, async ([{ path, role }, odd]) => {
      const address = addressOf(path, here.ids) + (QUERY[path] ?? '')
      await answered(`${address} ${JSON.stringify(odd)}`, await (await siteAs(role)).post(address, odd))
    }),
    { ...seeded, numRuns: 250 },
  )
}, 120_000)

test('no answer is kept by a cache, holds a script in itself, or is anything but what it says; no file opens in the browser', async () => {
  for (const { page, path, role } of ALL) {
    const site = await siteAs(role)
    const address = addressOf(path, here.ids) + (QUERY[path] ?? '')
    const answers = [await site.visit(address)]
    if (page.kind === 'download' && page.asksWhy) answers.push(await site.post(address, { why: 'Tried' }))
    for (const { status, headers } of answers) {
      expect([path, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([path, 'no-store', 'nosniff']) // prettier-ignore
      expect(headers.get('content-security-policy'), path).toMatch(/^default-src 'none'.*(frame-ancestors 'none'|sandbox)/) // prettier-ignore
      if (page.kind === 'download' && !headers.get('content-type')?.startsWith('text/html'))
        expect([path, status, headers.get('content-disposition')?.split(';')[0]]).toEqual([path, 200, 'attachment'])
    }
    const shown = await answers[0]!.text()
    if (answers[0]!.headers.get('content-type')?.startsWith('text/html'))
      expect(shown, path).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=["']|javascript:|(?:src|href|action)="(?:https?:)?\/\//i) // prettier-ignore
  }
}, 60_000)

test('no number of a child or of a worker stands in an address on any page', async () => {
  for (const { page, path, role } of ALL) {
    if (page.kind === 'download') continue
    const shown = await (await (await siteAs(role)).visit(addressOf(path, here.ids) + (QUERY[path] ?? ''))).text()
    const links = [...shown.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(([, to]) => to!)
    expect([path, links.filter(to => /P-undefined|Ashdown|Robin\b|W-social-worker/i.test(decodeURIComponent(to)))]).toEqual([path, []]) // prettier-ignore
  }
}, 60_000)
