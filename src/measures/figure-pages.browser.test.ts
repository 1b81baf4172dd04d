/** The book and a figure's difference in a real browser: on paper, by keyboard, on a phone, without script. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hono } from 'hono'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { sessionOf } from '../people/test-session.ts'
import { visitors } from '../people/visitors.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { servePages } from '../web/serve-pages.tsx'
import { serveFiles } from '../web/static-files.ts'
import { expectAccessible, openBrowser, type TestBrowser } from '../web/test-browser.ts'
import { type ExampleRecords, recordsOf } from './measure-example.ts'
import { measurePages } from './pages.ts'
import { runMeasures } from './run-measures.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database, 'Aldermouth')
const NOW = new Date('2026-11-22T09:00:00Z')
let browser: TestBrowser
let session: string

/** An assessment a month, late in every other one; the last is known only from the second extract. */
const recordsOfMonths = (months: number): ExampleRecords => ({
  referrals: Array.from({ length: months }, (_, at) => ({ id: `r${at}`, personId: `P${at}`, referredOn: `2026-0${at + 1}-05` })),
  assessments: Array.from({ length: months }, (_, at) => ({ id: `a${at}`, personId: `P${at}`, referralId: `r${at}`, startedOn: `2026-0${at + 1}-06`, authorisedOn: at % 2 ? `2026-0${at + 1}-20` : `2026-0${at + 4}-20` })),
}) // prettier-ignore

beforeAll(async () => {
  for (const [asAt, months] of [
    ['2026-11-13', 5],
    ['2026-11-20', 6],
  ] as const)
    await runMeasures(
      database,
      council.authorityId,
      await keepTestSnapshot(database, council.authorityId, recordsOf(recordsOfMonths(months), day(asAt))),
    )
  session = await sessionOf(database, council, 'director', NOW)
  browser = await openBrowser(address => {
    const app = new Hono()
    serveFiles(app)
    servePages(app, { database, pages: measurePages(async () => []), visitors, address, now: () => NOW })
    return app
  })
}, 60_000)
afterAll(() => browser?.close())

test('the book prints across the sheet, without what is only for the screen', async () => {
  const page = await browser.visit('/measures', { session })
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('form[aria-label="Narrow the book"]').isVisible()).toBe(false)
  expect(await page.locator('table').first().isVisible()).toBe(true)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)!
  expect(Number(width)).toBeGreaterThan(Number(height))
  await page.context().close()
})

test('the book is narrowed by keyboard alone, and without script', async () => {
  const page = await browser.visit('/measures', { session, script: false })
  await page.locator('#area').focus()
  await page.keyboard.type('Asse')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(/area=assessment/)
  expect(await page.locator('h2').allInnerTexts()).toContain('Assessment')
  expect(await page.locator('h2').allInnerTexts()).not.toContain('Front door')
  await page.context().close()
})

test('what changed since a report reads on a phone, and the page never goes sideways', async () => {
  const page = await browser.visit('/measures/of/assessments-45wd?kind=rolling-year&to=2026-10-31', { session, width: 320 })
  await page.getByRole('link', { name: /What changed since/ }).click()
  expect(await page.locator('#then').innerText()).toContain('One case came')
  await expectAccessible(page)
  await page.context().close()
}) // prettier-ignore
