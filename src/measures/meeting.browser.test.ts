/** A weekly performance meeting in a real browser: by keyboard alone, without script, and on a narrow screen. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hono } from 'hono'
import { keepTestSnapshot } from '../children/test-snapshot.ts'
import { sessionOf } from '../people/test-session.ts'
import { visitors } from '../people/visitors.ts'
import { aTestAuthority, testDatabase } from '../store/test-database.ts'
import { day } from '../terms/day.ts'
import { servePages } from '../web/serve-pages.tsx'
import { serveFiles } from '../web/static-files.ts'
import { expectAccessible, keepPictures, openBrowser, type TestBrowser } from '../web/test-browser.ts'
import { recordsOf } from './measure-example.ts'
import { measurePages } from './pages.ts'
import { runMeasures } from './run-measures.ts'

const { database } = await testDatabase()
const council = await aTestAuthority(database, 'Aldermouth')
const NOW = new Date('2026-11-20T09:00:00Z')
const NAMES = ['Robin', 'Sam', 'Alex']

let browser: TestBrowser
let session: string
beforeAll(async () => {
  const records = recordsOf(
    {
      people: NAMES.map((forename, at) => ({ id: `P${at}`, forename, surname: 'Ashdown', bornOn: '2012-01-01' })),
      teams: [{ id: 'T1', name: 'Assessment North' }],
      professionals: [{ id: 'W-social-worker', name: 'Iris Joyce', registration: 'SW1' }],
      referrals: NAMES.map((_, at) => ({ id: `r${at}`, personId: `P${at}`, referredOn: `2026-09-0${at + 1}` })),
      assessments: NAMES.map((_, at) => ({ id: `a${at}`, personId: `P${at}`, referralId: `r${at}`, startedOn: '2026-09-05' })),
      involvements: NAMES.map((_, at) => ({
        id: `i${at}`, personId: `P${at}`, workerId: 'W-social-worker', role: 'CW', teamId: 'T1', fromOn: '2026-09-01',
      })),
    },
    day('2026-11-18'),
  ) // prettier-ignore
  await runMeasures(database, council.authorityId, await keepTestSnapshot(database, council.authorityId, records))
  session = await sessionOf(database, council, 'team-manager', NOW)
  browser = await openBrowser(address => {
    const app = new Hono()
    serveFiles(app)
    servePages(app, { database, pages: measurePages(async () => []), visitors, address, now: () => NOW })
    return app
  })
})
afterAll(() => browser.close())

test('is held by keyboard alone, and minuted', { timeout: 60_000 }, async () => {
  const page = await browser.visit('/children/meetings', { session })
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Open the meeting' }).press('Enter')
  await page.waitForURL(/meetings\/\d+$/)
  await keepPictures(page, 'meeting-in-use')
  await expectAccessible(page)

  const focused = () => page.evaluate('document.activeElement.id')
  await page.locator('#row-1').focus()
  await page.keyboard.press('ArrowDown')
  expect(await focused()).toBe('row-2')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('r')
  expect(await focused()).toBe('reason-1')
  await page.keyboard.type('Fam')
  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await page.keyboard.type('rns: letters are letters in a field')
  await page.keyboard.press('Escape')
  await page.locator('#note-3').fill('Typed, without a reason yet')
  await page.locator('#row-1').focus()
  await page.keyboard.press('s')
  await page.getByText('There is a problem').waitFor()
  expect(await page.locator('#note-1').inputValue()).toBe('rns: letters are letters in a field')
  await expectAccessible(page)
  await page.locator('#reason-3').selectOption('partner')
  await page.locator('#review-3').fill('27/11/2026')
  await page.locator('#review-3').press('Enter')
  await page.waitForURL(/#row-3$/)
  expect(await focused()).toBe('row-3')
  expect(await page.locator('#reason-1').inputValue()).toBe('family')
  expect(await page.locator('#review-3').inputValue()).toBe('27/11/2026')

  await page.setViewportSize({ width: 320, height: 900 })
  await expectAccessible(page)
  await page.getByLabel('Who was there').fill('Iris Joyce')
  await page.getByRole('button', { name: 'Save and close' }).click()
  await page.getByText('Closed by Hugh Innes').waitFor()
  await page.goto(`${page.url().replace(/#.*/, '')}/minutes`)
  expect(await page.locator('main').innerText()).toMatch(
    /Family unavailable or refused[^]*none given[^]*Partner not available/,
  )
  await expectAccessible(page)
  await page.context().close()
})

test('is held without script, each row saved by its own button', { timeout: 60_000 }, async () => {
  const page = await browser.visit('/children/meetings', { session, script: false, width: 320 })
  await page.getByLabel('Held on').fill('12/11/2026')
  await page.getByRole('button', { name: 'Open the meeting' }).click()
  expect(await page.locator('main').innerText()).toContain('No records of children had been brought in by this day')
  await page.goto(`${browser.address}/children/meetings`)
  await page.getByLabel('Held on').fill('23/11/2026')
  await page.getByRole('button', { name: 'Open the meeting' }).click()
  await page.locator('#reason-2').selectOption('system')
  await page.getByRole('button', { name: /^Save Sam Ashdown/ }).click()
  expect(page.url()).toMatch(/#row-2$/)
  expect(await page.locator('#reason-2').inputValue()).toBe('system')
  expect(await page.locator('[data-keys]').isVisible()).toBe(false)
  await page.context().close()
})
