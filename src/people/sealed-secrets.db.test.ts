/** Secrets of apps in the database: sealed as they are added and as the service starts, under a key that can be replaced, and lost. */
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { PLAIN_SIGN_IN, type SealingKeys } from '../config.ts'
import type { Line } from '../store/log.ts'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { ADDRESS, siteOf } from '../web/test-site.ts'
import { pages } from './pages.ts'
import { hashPassword } from './password.ts'
import { codeAt, stepAt } from './proof/code.ts'
import { hashOfRecoveryCode } from './proof/recovery-code.ts'
import { seal } from './proof/sealed-secret.ts'
import { addAuthenticator, addRecoveryCodes } from './proof/store.ts'
import { sealAtStart, sealSecrets } from './seal-secrets.ts'
import { addAccount } from './store.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const PASSWORD = 'three odd words here'
const RECOVERY = 'abcd-efgh-jkmn-pqrs-tvwx-yz23'
const { personId } = council.posts.director
const other = council.posts.analyst.personId
const keys: SealingKeys = { key: randomBytes(32), old: null }
let now = new Date('2026-11-22T09:00:00Z')
let secret: Buffer

const on = { authority: council.authorityId, person: null }
const keptOf = async (id = personId) =>
  (
    await database.reading(on, db =>
      db.one<{ secret: Uint8Array }>(
        sql`select secret from authenticator where person_id = ${id} and removed_at is null`,
        'app',
      ),
    )
  ).secret
/** An app of theirs, kept as given. */
const add = (kept: Uint8Array, id = personId) => database.transaction(on, db => addAuthenticator(db, id, kept, 0, now))

beforeAll(async () => {
  const hash = await hashPassword(PASSWORD)
  await database.transaction(on, async db => {
    await addAccount(db, personId, hash)
    await addRecoveryCodes(db, personId, [hashOfRecoveryCode(RECOVERY)!], now)
  })
})
beforeEach(async () => {
  await database.transaction(on, db => db.run(sql`update authenticator set secret = null, removed_at = now()`))
  secret = randomBytes(20)
  now = new Date(now.getTime() + 60_000)
})

/** Signs in with the password, and then with what is typed; answers the page of the second step, and what came of it. */
async function enter(sealing: SealingKeys | null, typed = codeAt(secret, stepAt(now))) {
  const app = new Hono()
  servePages(app, { database, pages, visitors, address: ADDRESS, now: () => now, signIn: { ...PLAIN_SIGN_IN, sealing } })
  const first = await siteOf(app).post('/sign-in', { email: 'ada.brook@testborough.example', password: PASSWORD })
  const site = siteOf(app, first.headers.get('set-cookie')!.split(';')[0]!)
  const page = await (await site.visit('/sign-in/second-step')).text()
  const answer = await site.post('/sign-in/second-step', { code: typed })
  const inside = siteOf(app, (answer.headers.get('set-cookie') ?? '').split(';')[0]!)
  return { page, status: answer.status, inside }
} // prettier-ignore

test('an app that is added is kept sealed, and its codes are taken', async () => {
  await add(secret)
  const { inside } = await enter(keys)
  const html = await (await inside.visit('/account/second-step/app')).text()
  const shown = /<code>([A-Z2-7 ]{39})<\/code>/.exec(html)![1]!.replaceAll(' ', '')
  const bits = [...shown].map(letter => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
  secret = Buffer.from(bits.join('').match(/.{8}/g)!.map(byte => Number.parseInt(byte, 2))) // prettier-ignore
  expect((await inside.post('/account/second-step/app', { code: codeAt(secret, stepAt(now)) })).status).toBe(303)
  expect((await keptOf()).length).toBe(53)
  now = new Date(now.getTime() + 60_000)
  expect((await enter(keys)).status).toBe(303)
})

test('one that was kept in clear is sealed when its code is taken', async () => {
  await add(secret)
  expect((await enter(keys)).status).toBe(303)
  const kept = Buffer.from(await keptOf())
  expect([kept.length, kept.includes(secret)]).toEqual([53, false])
})

test('without a key nothing changes, and the start says which setting is missing', async () => {
  await add(secret)
  expect((await enter(null)).status).toBe(303)
  expect(Buffer.from(await keptOf())).toEqual(secret)
  const lines: Line[] = []
  await sealAtStart(database, null, line => lines.push(line))
  expect(lines).toEqual([{ level: 'info', event: 'secrets-not-sealed', missing: 'GOLDEN_THREAD_SECRETS_KEY_FILE' }])
})

test('a start seals what is in clear, and what is under the key before; the next start has nothing to do', async () => {
  await add(secret)
  await add(randomBytes(20), other)
  const lines: Line[] = []
  await sealAtStart(database, keys, line => lines.push(line))
  expect(lines).toEqual([{ level: 'info', event: 'secrets-sealed', count: 2 }])
  expect(await sealSecrets(database, keys)).toEqual({ sealed: 0, unreadable: 0 })
  const next = { key: randomBytes(32), old: keys.key }
  expect((await enter(next)).status).toBe(303)
  expect(await sealSecrets(database, next)).toEqual({ sealed: 1, unreadable: 0 })
  now = new Date(now.getTime() + 60_000)
  expect((await enter({ key: next.key, old: null })).status).toBe(303)
})

test.each([
  ['the key is lost', () => seal({ key: randomBytes(32), old: null }, secret, { ...council, personId })],
  ['the row is another person’s', () => seal(keys, secret, { ...council, personId: other })],
])('where %s no code is taken, the page says why, and a recovery code leads to adding the app again', async (_, sealed) => {
  await database.transaction(on, db => db.run(sql`update recovery_code set used_at = null`))
  await add(sealed())
  const refused = await enter(keys)
  expect([refused.status, refused.page]).toEqual([400, expect.stringContaining('cannot be checked any more')])
  const { status, inside } = await enter(keys, RECOVERY)
  expect(status).toBe(303)
  expect(await (await inside.visit('/account/second-step')).text()).toContain('cannot be checked any more')
  expect((await inside.visit('/account/second-step/app')).status).toBe(200)
  now = new Date(now.getTime() + 16 * 60_000)
  await database.transaction(on, db => db.run(sql`update recovery_code set used_at = null`))
  expect(await (await inside.visit('/account/prove')).text()).toMatch(/cannot be checked any more.*Recovery code/s)
  expect((await inside.post('/account/prove', { code: RECOVERY, next: '/account' })).status).toBe(303)
  const lines: Line[] = []
  await sealAtStart(database, keys, line => lines.push(line))
  expect(lines.at(-1)).toEqual({ level: 'error', event: 'secrets-unreadable', count: 1 })
}) // prettier-ignore

test('the database takes a secret in no other form', async () => {
  await expect(add(randomBytes(53).fill(2, 0, 1))).rejects.toThrow('authenticator_secret_form')
  await expect(add(randomBytes(19))).rejects.toThrow('authenticator_secret_form')
})
