/** What comes out of the printer, from a real browser: the plan on one sheet, registers across it, nothing that is only for the screen. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { sessionOf } from './people/test-session.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, TODAY } from './test-council.ts'
import { openBrowser, type TestBrowser } from './web/test-browser.ts'

const { database } = await testDatabase()
const LONG =
  'Visit every child who has a plan at least every ten working days, see them alone, and write down what they said in their own words (DfE Notice 4.1)'
let browser: TestBrowser
let session: string
let actionId: number

/** Nine themes of seven actions, as many and as wordy as a real plan has. */
const plan = (): string =>
  [1, 2, 3, 4, 5, 6, 7, 8, 9]
    .flatMap(theme => [
      `Theme ${theme}: Practice that children and families feel the good of,,,,`,
      'Ref,Action,Lead,Timescale,How will we measure it?',
      ...[1, 2, 3, 4, 5, 6, 7].map(
        at => `${theme}.${at},"${LONG}",Head of Assessment and Family Support,March 2027,90% by March 2027`,
      ),
    ])
    .join('\n')

beforeAll(async () => {
  const here = await openCouncil(database)
  const manager = await here.siteAs('programme-manager')
  const draft = (await manager.post('/plan/upload', {}, fileOf(plan(), 'plan.csv'))).headers.get('location')!
  await manager.post(`${draft}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026', note: '' })
  actionId = await here.actionId('1.1')
  session = await sessionOf(database, here.council, 'programme-manager')
  browser = await openBrowser(address =>
    createApp({ database, config: { address }, now: () => new Date(`${TODAY}T10:00:00Z`) }),
  )
}, 60_000)
afterAll(() => browser?.close())

/** The sheets of a page as it prints: width and height of each in points. Chromium writes them in clear in the file. */
async function sheets(page: Page): Promise<[number, number][]> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...file.matchAll(/\/Type\s*\/Page\b[^s][\s\S]*?\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(found => [
    Math.round(Number(found[1])),
    Math.round(Number(found[2])),
  ])
}
const [SHORT_SIDE, LONG_SIDE] = [595, 842]

const shown = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll(all => all.filter(one => (one as any).checkVisibility()).length)

test('the plan on a page is one sheet of A4 on its side, even with nine themes of long actions', async () => {
  const page = await browser.visit('/plan/on-a-page', { session })
  expect(await page.locator('.gt-one-page__theme').count()).toBe(9)
  expect(await sheets(page)).toEqual([[LONG_SIDE, SHORT_SIDE]])
})

test('the register lies across its sheets, its headings on each, its boxes and filters on none', async () => {
  const page = await browser.visit('/plan', { session })
  const printed = await sheets(page)
  expect(printed.length).toBeGreaterThan(2)
  expect(new Set(printed.map(String))).toEqual(new Set([`${LONG_SIDE},${SHORT_SIDE}`]))
  await page.emulateMedia({ media: 'print' })
  const heading = await page.locator('.gt-table thead').evaluate(one => getComputedStyle(one as any).display)
  expect(heading).toBe('table-header-group')
  expect(await shown(page, '.gt-filters, .gt-tick, .gt-navigation, .gt-as-at, main .govuk-button')).toBe(0)
  expect(await shown(page, 'tbody tr')).toBe(63)
})

test.each(['an action', 'its thread'])('%s prints upright, without navigation or things to press', async which => {
  const page = await browser.visit(`/plan/actions/${actionId}${which === 'an action' ? '' : '/thread'}`, { session })
  expect(await sheets(page)).toEqual([[SHORT_SIDE, LONG_SIDE]])
  await page.emulateMedia({ media: 'print' })
  expect(await shown(page, '.gt-navigation, .govuk-breadcrumbs, main .govuk-button, .gt-as-at, .gt-screen')).toBe(0)
  expect(await page.locator('main').innerText()).not.toMatch(/\bChange\b|Add a milestone/)
})
