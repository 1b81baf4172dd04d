/**
 * For tests in a real browser: serves the service on a free port and opens Chromium on it.
 *
 *     const browser = await openBrowser(address => createApp({ database, config: { address } }))
 *     const page = await browser.visit('/plan', { session: await sessionOf(database, council, 'director'), width: 320 })
 *     await expectAccessible(page)
 */
import { existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

const FOUND_AT = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type Visiting = {
  /** The session cookie, from `sessionOf` of the people room. */
  session?: string
  /** 1280 unless said; 320 is the narrowest that must work. */
  width?: number
  /** False where the browser runs no scripts. */
  script?: boolean
}
export type TestBrowser = {
  address: string
  visit(address: string, visiting?: Visiting): Promise<Page>
  close(): Promise<void>
}

type App = { fetch(request: Request, env?: object): Response | Promise<Response> }

/** Serves what `create` makes for the address it is given, until `close`. */
export async function openBrowser(create: (address: string) => App): Promise<TestBrowser> {
  let app: App | undefined
  const server = serve({ fetch: (request, env) => app!.fetch(request, env), port: 0, hostname: '127.0.0.1' })
  await new Promise(resolve => server.once('listening', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  app = create(address)
  const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS })
  return {
    address,
    visit: (path, visiting) => visit(browser, address, path, visiting ?? {}),
    async close() {
      await browser.close()
      await new Promise(resolve => server.close(resolve))
    },
  }
}

/** CHROMIUM_PATH, or where systems put it. Throws with what to do. */
export function findChromium(): string {
  const found = [process.env['CHROMIUM_PATH'], ...FOUND_AT].find(path => path && existsSync(path))
  if (!found) throw new Error('No Chromium found: install it (apt-get install chromium) or set CHROMIUM_PATH to it')
  return found
}

async function visit(browser: Browser, address: string, path: string, visiting: Visiting): Promise<Page> {
  const { session, width = 1280, script = true } = visiting
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 900 } })
  if (session) {
    const [name, value] = session.split('=', 2) as [string, string]
    await context.addCookies([{ name, value, url: address, httpOnly: true, sameSite: 'Lax' }])
  }
  const page = await context.newPage()
  await page.goto(address + path)
  return page
}

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing that axe finds against WCAG 2.2 AA (in the page itself: there are no frames, and so no page beside it is needed), and nothing that makes the page scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(WCAG).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 200)).join(' | ')}`)).toEqual(
    [],
  )
  const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(sideways, 'pixels the page scrolls sideways').toBe(0)
}

/** Keeps pictures of the page at 1280 and 320 in the folder SCREENSHOTS names; does nothing without one. */
export async function keepPictures(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENSHOTS']
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const size = page.viewportSize()!
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize(size)
}
