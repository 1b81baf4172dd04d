/** Retention as the data protection officer goes through it in a browser, wide and narrow, having shown who they are a moment ago. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { keepTestSnapshot } from './children/test-snapshot.ts'
import { recordsOf } from './measures/measure-example.ts'
import { sessionOf } from './people/test-session.ts'
import { aTestAuthority, testDatabase } from './store/test-database.ts'
import { day } from './terms/day.ts'
import { expectAccessible, openBrowser, type TestBrowser } from './web/test-browser.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const { database } = await testDatabase()
let browser: TestBrowser

beforeAll(async () => {
  browser = await openBrowser(address => createApp({ database, config: { address }, now: () => NOW }))
}, 60_000)
afterAll(() => browser?.close())

/** A council with two children whom nobody has worked with for long, at its officer's page of retention. */
async function open(name: string, width: number, provedAt: Date): Promise<Page> {
  const council = await aTestAuthority(database, name)
  const ids = ['P-OLD', 'P-OLDER']
  const records = recordsOf(
    {
      people: ids.map(id => ({ id, forename: 'Oda', surname: 'Cray', bornOn: '1999-03-02' })),
      involvements: ids.map(id => ({ id, personId: id, workerId: 'W-1', role: 'CW' as const, teamId: 'T1', fromOn: '2012-01-02', untilOn: '2014-05-01' })),
    },
    day('2026-11-20'),
  ) // prettier-ignore
  await keepTestSnapshot(database, council.authorityId, records)
  const session = await sessionOf(database, council, 'data-protection-officer', NOW, provedAt)
  const page = await browser.visit('/retention', { session, width })
  page.setDefaultTimeout(15_000)
  return page
}
const said = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ')

test.each([1280, 320])('at %i: a period is changed and put back, a hold added and lifted, what is due reviewed and disposed of', { timeout: 90_000 }, async width => {
  const page = await open(`Council of ${width}`, width, new Date(NOW.getTime() - 5 * 60_000))
  const press = (button: string) => page.getByRole('button', { name: button }).click()
  const follow = async (link: string | RegExp) => {
    const before = page.url()
    await page.locator('main a').filter({ hasText: link }).first().click()
    await page.waitForURL(url => url.href !== before)
    await expectAccessible(page)
  }
  const period = async (years: string, why: string) => {
    await follow(/Change\s*: All that is held of a child/)
    await page.getByLabel('Years from the day the council last worked with them').fill(years)
    await page.getByLabel('Why?').fill(why)
    await press('Change it')
  }
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Review 2 children' }).waitFor()

  await period('0', 'A slip')
  await page.getByText('There is a problem').waitFor()
  await expectAccessible(page)
  expect(await page.getByLabel('Why?').inputValue()).toBe('A slip')
  await page.goto(new URL('/retention', page.url()).href)
  await period('20', 'Schedule 4')
  await page.getByText('20 years from the day the council last worked with them').waitFor()
  expect(await page.getByRole('link', { name: /^Review/ }).count()).toBe(0)
  await period('', 'As it comes')
  await page.getByRole('link', { name: 'Review 2 children' }).waitFor()

  await follow('Add a legal hold')
  await page.getByLabel('What is held of one child').check()
  await page.getByLabel('Number of the child in the case system').fill('P-OLD')
  await page.getByLabel('Reason').fill('Inquiry')
  await press('Add it')
  await follow('Review 1 child')
  expect(await said(page)).toContain('On legal hold, and left out here: 1')
  await page.getByLabel('Who reviewed it, and why may it go?').fill('Reviewed by the panel')
  await press('Dispose of it')
  await page.getByText('Reviewed by the panel').waitFor()
  expect(await said(page)).toContain('1 child')

  await follow(/Lift hold/)
  await page.getByLabel('Why?').fill('Inquiry closed')
  await press('Lift it')
  await follow('Review 1 child')
  await page.getByLabel('Who reviewed it, and why may it go?').fill('Reviewed again')
  await press('Dispose of it')
  await page.getByText('Reviewed again').waitFor()
  await expectAccessible(page)
  await page.goto(new URL('/retention/dispose', page.url()).href)
  expect(await said(page)).toContain('Nothing is due')
  await page.context().close()
}) // prettier-ignore

test('whoever showed who they are an hour ago is asked again before any of it', { timeout: 60_000 }, async () => {
  const page = await open('Council of later', 1280, new Date(NOW.getTime() - 60 * 60_000))
  expect(new URL(page.url()).pathname).toBe('/account/prove')
  await expectAccessible(page)
  await page.context().close()
})
