/** Passkeys, from making one to signing in by it alone, in Chromium with a device of its own; and an app's code without scripts. */
import { Hono } from 'hono'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql } from '../store/sql.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { serveFiles } from '../web/static-files.ts'
import { expectAccessible, keepPictures, openBrowser } from '../web/test-browser.ts'
import { pages } from './pages.ts'
import { hashPassword } from './password.ts'
import { codeAt, stepAt } from './proof/code.ts'
import { addAccount } from './store.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const { director, 'head-of-service': head } = council.posts
/** Browsers make passkeys for a name, not for a number. */
const browser = await openBrowser(address => {
  const app = new Hono()
  serveFiles(app)
  servePages(app, { database, pages, visitors, address })
  return app
})
const HERE = browser.address.replace('127.0.0.1', 'localhost')
const SLOWLY = { timeout: 60_000 }
afterAll(() => browser.close())
beforeAll(async () => {
  const hash = await hashPassword('three odd words')
  await database.transaction(council.on(), async db => {
    for (const { personId } of [director, head]) await addAccount(db, personId, hash)
  })
})

/** Gives the page's browser a device that is unlocked by its owner, or not. */
async function giveDevice(page: Page, isUserVerified = true) {
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, isUserVerified, automaticPresenceSimulation: true },
  })
  return { device, authenticatorId }
}

async function signIn(page: Page, email: string) {
  page.setDefaultTimeout(8_000)
  await page.goto(`${HERE}/sign-in?next=%2Faccount`)
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('three odd words')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test(
  'a director adds a passkey with their recovery codes, and from then on signs in with it alone',
  SLOWLY,
  async () => {
    const page = await browser.visit('/sign-in')
    const { device, authenticatorId } = await giveDevice(page)
    await signIn(page, 'ada.brook@testborough.example')
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByLabel('What do you call this device?').fill('Council laptop')
    await keepPictures(page, 'people-add-passkey')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await page.waitForURL('**/recovery-codes')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'I have kept them' }).click()
    expect(await page.getByText('Council laptop').isVisible()).toBe(true)

    await page.locator('.gt-account summary').click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await page.getByRole('link', { name: 'Sign in with a passkey' }).click()
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.locator('.gt-account summary').waitFor()
    await page.goto(`${HERE}/account/sessions`)
    expect(await page.locator('tbody').innerText()).toContain('Passkey')

    await page.goto(`${HERE}/account/second-step/passkey`)
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await page.getByText('This device has a passkey for you already').waitFor()

    await page.locator('.gt-account summary').click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await signIn(page, 'ada.brook@testborough.example')
    expect(new URL(page.url()).pathname).toBe('/sign-in/second-step')
    await keepPictures(page, 'people-second-step')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Use a passkey' }).click()
    await page.waitForURL(url => url.pathname !== '/sign-in/second-step')
    await page.goto(`${HERE}/account`)
    expect(await page.locator('h1').innerText()).toBe('Your account')

    const { credentials } = await device.send('WebAuthn.getCredentials', { authenticatorId })
    expect(credentials.map(({ rpId, signCount }) => [rpId, signCount > 1])).toEqual([['localhost', true]])
    await page.context().close()
  },
)

test('what a passkey answered is taken once, and not at another time, place or by another person', SLOWLY, async () => {
  const page = await browser.visit('/sign-in')
  const { device, authenticatorId } = await giveDevice(page)
  await signIn(page, 'cora.dean@testborough.example')
  await page.goto(`${HERE}/account/second-step/passkey`)
  await page.getByRole('button', { name: 'Make a passkey' }).click()
  await page.waitForURL('**/recovery-codes')
  const sent: string[] = []
  page.on('request', request => void (request.method() === 'POST' && sent.push(request.postData() ?? '')))
  await page.goto(`${HERE}/sign-in/passkey`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.waitForURL(url => url.pathname !== '/sign-in/passkey')
  const [answered] = sent
  const send = async (change: (form: URLSearchParams) => void) => {
    const form = new URLSearchParams(answered)
    change(form)
    const answer = await fetch(`${HERE}/sign-in/passkey`, {
      method: 'POST',
      headers: { Origin: HERE, 'Sec-Fetch-Site': 'same-origin' },
      body: form,
      redirect: 'manual',
    })
    return [answer.status, answer.headers.get('set-cookie')]
  }
  const fresh = async (form: URLSearchParams) => {
    const html = await (await fetch(`${HERE}/sign-in/passkey`)).text()
    form.set('attempt', /name="attempt" value="([^"]+)"/.exec(html)![1]!)
  }
  const attempt = { value: '' }
  const form = new URLSearchParams()
  await fresh(form)
  attempt.value = form.get('attempt')!
  for (const change of [
    () => {}, // the same again
    (form: URLSearchParams) => form.set('attempt', attempt.value), // to another question
    (form: URLSearchParams) => form.set('answer', '{'),
    (form: URLSearchParams) => form.set('answer', 'x'.repeat(30_000)),
    (form: URLSearchParams) => form.append('answer', form.get('answer')!),
    (form: URLSearchParams) => {
      const answer = JSON.parse(form.get('answer')!)
      answer.response.userHandle = Buffer.from(`${council.authorityId}.${director.personId}`).toString('base64url')
      form.set('answer', JSON.stringify(answer))
    },
  ])
    expect(await send(change)).toEqual([400, null])

  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await page.goto(`${HERE}/sign-in/passkey`)
  await page.getByRole('button', { name: 'Use a passkey' }).click()
  await page.getByText('The device did not answer').waitFor()
  await expectAccessible(page)

  const [kept] = await database.reading(council.on(), db =>
    db.rows<{ person: number; uses: number }>(
      sql`select person_id as person, uses::int as uses from passkey where person_id = ${head.personId}`,
    ),
  )
  expect(kept!.uses).toBeGreaterThan(0)
  await page.context().close()
})

test.each([
  { script: true, width: 1280 },
  { script: false, width: 320 },
])('an app is added and its code signs in: %o', SLOWLY, async visiting => {
  const { 'team-manager': manager, 'social-worker': worker } = council.posts
  const { personId, name } = visiting.script ? manager : worker
  const email = `${name.toLowerCase().replaceAll(/[^a-z]/g, '.')}@app.example`
  const hash = await hashPassword('three odd words')
  await database.transaction(council.on(), async db => {
    await db.run(sql`update person set email = ${email} where person_id = ${personId}`)
    await addAccount(db, personId, hash)
  })
  const page = await browser.visit('/sign-in', visiting)
  await signIn(page, email)
  await keepPictures(page, `people-add-second-step-${visiting.width}`)
  await page.getByRole('button', { name: 'Add an authenticator app' }).click()
  const letters = (await page.locator('code').first().innerText()).replaceAll(' ', '')
  const bits = [...letters].map(letter =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const key = Buffer.from(
    bits
      .join('')
      .match(/.{8}/g)!
      .map(byte => Number.parseInt(byte, 2)),
  )
  await keepPictures(page, `people-add-app-${visiting.width}`)
  if (visiting.script) await expectAccessible(page)
  await page.getByLabel('Code', { exact: true }).fill(codeAt(key, stepAt(new Date()) - 1))
  await page.getByRole('button', { name: 'Add this app' }).click()
  await page.getByRole('button', { name: 'I have kept them' }).click()
  expect(await page.getByText('8 left').isVisible()).toBe(true)
  await page.context().clearCookies()
  await signIn(page, email)
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('That code is not right')
  if (visiting.script) await expectAccessible(page)
  await page.getByLabel('Code', { exact: true }).fill(codeAt(key, stepAt(new Date()) + 1))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.goto(`${HERE}/account`)
  expect(await page.locator('h1').innerText()).toBe('Your account')
  await page.context().close()
})
