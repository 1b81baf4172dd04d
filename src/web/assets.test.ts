/** The files that browsers take: fresh, and only those. */
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { stylesheet } from './build-assets.ts'
import { fileAddress, serveFiles } from './static-files.ts'
import { isReadable, themeAddress } from './theme.ts'

const app = new Hono()
serveFiles(app)
const ask = (address: string) => app.fetch(new Request(`http://127.0.0.1${address}`))

test('the committed stylesheet is what its sources make', () => {
  const committed = readFileSync(new URL('assets/built/golden-thread.css', import.meta.url), 'utf8')
  expect(committed === stylesheet(), 'run: node --import tsx src/web/build-assets.ts').toBe(true)
})

test('the stylesheet has neither the licensed font nor the crown, and fetches nothing', () => {
  expect(stylesheet()).not.toMatch(/GDS Transport|@font-face|crest|crown|url\(/)
})

test.each(['golden-thread.css', 'enhance.js', 'components.js', 'icon.svg'])(
  '%s is kept by browsers for ever',
  async name => {
    expect(fileAddress(name)).toMatch(/^\/assets\/[a-z-]+-[0-9a-f]{12}\.\w+$/)
    const answer = await ask(fileAddress(name))
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  },
)

test('the script asks for the components by the address they are served at', async () => {
  expect(await (await ask(fileAddress('enhance.js'))).text()).toContain(`from '${fileAddress('components.js')}'`)
})

test.each([
  '/assets/golden-thread.css',
  '/assets/enhance.js',
  '/assets/../app.ts',
  '/assets/%2e%2e/app.ts',
  '/assets/_frame.scss',
  '/assets/theme-xyz.css',
  '/assets/theme-1d4f6b.css.map',
])('%s is not served', async address => {
  expect((await ask(address)).status).toBe(404)
})

test('an authority’s colour comes as a stylesheet named by it', async () => {
  expect(themeAddress('#6B2D5C')).toBe('/assets/theme-6b2d5c.css')
  const css = await (await ask('/assets/theme-6b2d5c.css')).text()
  expect(css).toContain('--govuk-brand-colour:#6b2d5c')
  expect(css).toContain('--gt-brand-dark:#4d2042')
})

test.each([
  ['#1d4f6b', true],
  ['#767676', true], // 4.54 to white
  ['#777777', false], // 4.48 to white
  ['#ffdd00', false],
])('white on %s can be read: %s', (colour, readable) => {
  expect(isReadable(colour)).toBe(readable)
})
