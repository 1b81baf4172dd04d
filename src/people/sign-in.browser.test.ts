/** Signing in as people do it: in a browser, with and without scripts, on a telephone. */
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { serveFiles } from '../web/static-files.ts'
import { expectAccessible, keepPictures, openBrowser } from '../web/test-browser.ts'
import { pages } from './pages.ts'
import { hashPassword } from './password.ts'
import { addAccount, letPasswordsDo } from './store.ts'
import { sessionOf } from './test-session.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const browser = await openBrowser(address => {
  const app = new Hono()
  serveFiles(app)
  servePages(app, { database, pages, visitors, address })
  return app
})
afterAll(() => browser.close())
beforeAll(async () => {
  const hash = await hashPassword('three odd words')
  const { personId } = council.posts.director
  await database.transaction(council.on(), async db => {
    await letPasswordsDo(db)
    await addAccount(db, personId, hash)
  })
})

test.each([
  { script: true, width: 1280 },
  { script: false, width: 320 },
])('one signs in, sees who one is, and signs out: %o', async visiting => {
  const page = await browser.visit('/account/sessions', visiting)
  await page.getByLabel('E-mail address').fill('ada.brook@testborough.example')
  await page.getByLabel('Password', { exact: true }).fill('three odd word')
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(await page.locator('.govuk-error-summary').innerText()).toContain('is not right')
  expect(await page.getByLabel('E-mail address').inputValue()).toBe('ada.brook@testborough.example')
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('')
  await page.getByLabel('Password', { exact: true }).fill('three odd words')
  await page.getByRole('button', { name: 'Sign in' }).click()
  expect(new URL(page.url()).pathname).toBe('/account/sessions')
  if (visiting.script) expect(await page.evaluate('document.cookie'), 'what scripts see of the session').toBe('')
  await page.locator('.gt-account summary').click()
  expect(await page.locator('.gt-account').innerText()).toContain('Ada Brook')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  expect(new URL(page.url()).pathname).toBe('/sign-in')
})

test.each([
  '/sign-in',
  '/account',
  '/account/sessions',
  '/account/password',
  '/account/second-step/recovery-codes',
  '/account/prove',
  '/sign-out',
  '/not-there',
])('%s is accessible, and fits, at 1280 and at 320', async path => {
  const session = path === '/sign-in' ? '' : await sessionOf(database, council)
  for (const width of [1280, 320]) {
    const page = await browser.visit(path, { session, width })
    await expectAccessible(page)
    if (width === 1280) await keepPictures(page, `people${path.replaceAll('/', '-')}`)
    await page.context().close()
  }
})
