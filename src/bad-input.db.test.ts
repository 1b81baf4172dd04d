/**
 * Every field of every form, one after the other, is given what breaks other services: markup, SQL, letters that look like others, text that runs
 * the other way, far too much of it, and the same field twice. The service answers in words, and the database holds nothing of it that it should not.
 */
import { beforeAll, expect, test } from 'vitest'
import { PAGES } from './app.ts'
import { connect } from './store/connect.ts'
import { testDatabase } from './store/test-database.ts'
import { type Role, ROLE, rolesThatMay } from './terms/permission.ts'
import { addressOf, type FullCouncil, openFullCouncil, QUERY } from './test-full-council.ts'
import type { Site, Typed } from './web/test-site.ts'

const { database, ownerUrl } = await testDatabase()
let here: FullCouncil
beforeAll(async () => {
  here = await openFullCouncil(database)
})

/** Decomposed letters, marks that turn the direction or take no room, markup, SQL, and a path: in one line, so that each field is asked once. */
const TRICK = `Zoe\u0301 \u202eevil\u2066\u200b\u200f\u00ad<script>alert(1)</script>"><img src=x onerror=alert(1)>'; drop table action; --../../etc/passwd`
const FAR_TOO_LONG = 'x'.repeat(30_000)
const SHOWN = /<script>alert|<img src=x/

/** Forms that end the session that sends them, or answer later with each wrong try; their own tests are in the people room. */
const APART = ['/account/password', '/account/prove', '/account/sessions', '/sign-out', '/sign-in', '/sign-in/passkey', '/sign-in/second-step', '/invitation'] // prettier-ignore
type FormOf = { path: string; role: Role; fields: string[] }
const FORMS: FormOf[] = PAGES.flatMap(page => {
  if (page.kind === 'open-page' || APART.includes(page.path)) return []
  if (page.kind === 'download') return page.asksWhy ? [{ path: page.path, role: roleFor(page.may), fields: ['why'] }] : []
  const fields = Object.entries(page.form ?? {}).filter(([, field]) => !(field as { isFile?: unknown }).isFile)
  return page.save ? [{ path: page.path, role: roleFor(page.may), fields: fields.map(([name]) => name) }] : []
})
  .sort((one, other) => Number(one.path.startsWith('/people')) - Number(other.path.startsWith('/people'))) // prettier-ignore

function roleFor(permission: Parameters<typeof rolesThatMay>[0]): Role {
  const may = permission === 'be-signed-in' ? [] : rolesThatMay(permission)
  return (
    may.find(role => role === 'programme-manager') ??
    may.find(role => role === 'director') ??
    may[0] ??
    'programme-manager'
  )
}

/** What a form would take, so that the odd value beside it comes as far as the database. */
const RIGHT: Record<string, string> = {
  reason: 'Said', why: 'Said', text: 'Said', title: 'Said', name: 'Said', note: 'Said', shortName: 'Said', agreedBy: 'Board', approver: 'Board',
  kind: 'audit', shows: 'impact', delivery: 'completed', impact: 'made', is: 'action', as: 'newer', change: 'update', outcome: 'met',
  fromOn: '2/11/2026', sinceOn: '1/11/2026', agreedOn: '22/11/2026', dueOn: '1/11/2027', meetsOn: '1/12/2026', asAt: '22/11/2026', from: '1/11/2026', value: '14', year: '2025',
} // prettier-ignore

const sites = new Map<Role, Promise<Site>>()
const siteAs = (role: Role) => sites.get(role) ?? sites.set(role, here.siteAs(role)).get(role)!

async function send({ path, role, fields }: FormOf, odd: Typed): Promise<{ status: number; shown: string }> {
  const right = Object.fromEntries(fields.flatMap(field => (RIGHT[field] ? [[field, RIGHT[field]]] : [])))
  const address = addressOf(path, here.ids) + (QUERY[path] ?? (path === '/plan/bulk' ? `?action=${here.ids.action}` : ''))
  const ask = async () => (await siteAs(role)).post(address, { ...right, ...odd })
  let answer = await ask()
  if (isSignIn(answer)) {
    sites.delete(role) // a form before this one ended their session, as it may
    answer = await ask()
  }
  expect([path, isSignIn(answer)]).toEqual([path, false])
  const isPage = answer.headers.get('content-type')?.startsWith('text/html') ?? false
  return { status: answer.status, shown: isPage ? await answer.text() : '' }
} // prettier-ignore
const isSignIn = (answer: Response) => answer.headers.get('location')?.startsWith('/sign-in') ?? false

const EACH = FORMS.flatMap(form => form.fields.map(field => ({ form, field })))

test('there are many forms, and every role’s are among them', () => {
  expect(FORMS.length).toBeGreaterThan(60)
  expect(new Set(FORMS.map(({ role }) => role)).size).toBeGreaterThan(3)
  for (const { role } of FORMS) expect(Object.keys(ROLE)).toContain(role)
})

test('markup, SQL and letters that deceive break no form, and never come back as markup', { timeout: 120_000 }, async () => {
  let found = 0
  for (const { form, field } of EACH) {
    const { status, shown } = await send(form, { [field]: TRICK })
    expect([form.path, field, status]).toEqual([form.path, field, expect.toBeOneOf([200, 303, 400, 403, 404, 409])])
    expect([form.path, field, SHOWN.exec(shown)?.[0]]).toEqual([form.path, field, undefined])
    found += Number([200, 303, 400].includes(status))
  }
  expect(found / EACH.length, 'most are read as far as their fields').toBeGreaterThan(0.8)
}) // prettier-ignore

test('a field that is far too long is told so on the page, or is not read at all', { timeout: 120_000 }, async () => {
  for (const { form, field } of EACH) {
    const { status } = await send(form, { [field]: FAR_TOO_LONG })
    expect([form.path, field, status]).toEqual([form.path, field, expect.toBeOneOf([200, 303, 400, 403, 404])])
  }
}) // prettier-ignore

test('fields that come twice, or five times, break no form', { timeout: 60_000 }, async () => {
  for (const form of FORMS)
    for (const times of [2, 5]) {
      const odd = form.fields.map(field => [field, [RIGHT[field] ?? '1', ...Array(times - 1).fill(TRICK)]])
      const { status, shown } = await send(form, Object.fromEntries(odd) as Typed)
      expect([form.path, status]).toEqual([form.path, expect.toBeOneOf([200, 303, 400, 403, 404])])
      expect([form.path, SHOWN.exec(shown)?.[0]]).toEqual([form.path, undefined])
    }
})

/** Marks that turn the direction of text, or take no room. */
const DECEIVING = String.raw`[\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\u2060\ufeff\u00ad]`

test('after all that the database holds every table, no text that deceives, none that is far too long, and each letter in one form', async () => {
  const owner = connect(ownerUrl, { max: 1 })
  await owner.unsafe(`set golden_thread.authority = '${here.council.authorityId}'; set golden_thread.work = 'test-sweep'`)
  const columns = await owner.unsafe<{ tab: string; col: string }[]>(
    `select table_name as tab, column_name as col from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and data_type = 'text' and table_type = 'BASE TABLE'`,
  )
  expect(columns.length).toBeGreaterThan(150)
  const found = await owner.unsafe<{ at: string; rows: number }[]>(
    columns.map(({ tab, col }) =>
        `select '${tab}.${col}' as at, count(*)::int as rows from "${tab}"
         where "${col}" ~ '${DECEIVING}' or "${col}" is not nfc normalized or "${col}" like '%xxxxxxxxxxxxxxxxxxxx%' having count(*) > 0`,
      ).join(' union all '),
  )
  const trick = await owner.unsafe<{ kept: number }[]>(`select count(*)::int as kept from action_update where text like '%drop table%'`)
  await owner.end()
  expect([...found]).toEqual([])
  expect(trick[0]!.kept, 'what is plain text of it is kept as text').toBeGreaterThan(0)
}) // prettier-ignore
