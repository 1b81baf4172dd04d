/** Signing in with the council's account as people do it, through a real provider and back, with and without scripts. */
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLAIN_SIGN_IN } from '../config.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { servePages } from '../web/serve-pages.tsx'
import { serveFiles } from '../web/static-files.ts'
import { expectAccessible, keepPictures, openBrowser } from '../web/test-browser.ts'
import { pages } from './pages.ts'
import { addInvitation } from './proof/store.ts'
import { serveDirectory } from './serve-directory.ts'
import { hashOf, newSecret } from './session.ts'
import { openProvider, type TestProvider } from './test-provider.ts'
import { visitors } from './visitors.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database)
const { director, 'head-of-service': head } = council.posts
let app: Hono
let provider: TestProvider
const browser = await openBrowser(() => ({ fetch: (request, env) => app.fetch(request, env) }))
const { address } = browser

beforeAll(async () => {
  provider = await openProvider({ 'ada-1': {}, 'cora-1': {} }, address)
  app = new Hono()
  serveFiles(app)
  const signIn = { ...PLAIN_SIGN_IN, directory: provider.settings }
  const serving = { database, pages, visitors, address, signIn }
  servePages(app, serving)
  serveDirectory(app, serving)
})
afterAll(async () => {
  await browser.close()
  await provider.stop()
})

async function invite(personId: number): Promise<string> {
  const secret = newSecret(council.authorityId)
  const [now, endsAt] = [new Date(), new Date(Date.now() + 60_000)]
  await database.transaction(council.on(), db =>
    addInvitation(db, { personId, hash: hashOf(secret), madeBy: null, now, endsAt }),
  )
  return `/invitation?with=${secret}`
}

test.each([
  { script: true, width: 1280, subject: 'ada-1', personId: director.personId, name: director.name },
  { script: false, width: 320, subject: 'cora-1', personId: head.personId, name: head.name },
])(
  'an invited person links their council account, signs in with it, and leaves both: script $script',
  { timeout: 60_000 },
  async ({ script, width, subject, personId, name }) => {
    provider.signsIn(subject)
    const page = await browser.visit(await invite(personId), { script, width })
    expect(await page.locator('h1').innerText()).toContain(`Welcome, ${name}`)
    if (script) await expectAccessible(page)
    await keepPictures(page, 'people-invitation-directory')
    await page.getByRole('button', { name: 'Link your council account' }).click()
    await page.goto(`${address}/account`)
    await page.locator('.gt-account summary').click()
    await page.getByRole('button', { name: 'Sign out', exact: true }).click()
    expect(await page.locator('main').innerText()).toContain('may still be signed in with your council account')
    if (script) await expectAccessible(page)
    await keepPictures(page, 'people-sign-in-directory')

    await page.goto(`${address}/sign-in?next=%2Faccount%2Fsessions`)
    await page.getByRole('button', { name: 'Sign in with your council account' }).click()
    expect(new URL(page.url()).pathname).toBe('/account/sessions')
    expect(await page.locator('tbody').innerText()).toContain('Council account')
    await page.goto(`${address}/account/second-step`)
    expect(await page.locator('main').innerText()).toContain('You need none here')

    await page.goto(`${address}/sign-out`)
    await page.locator('main').getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('link', { name: 'sign out there too' }).click()
    expect(new URL(page.url()).origin).toBe(provider.settings.issuer)
    await page.context().close()
  },
)
