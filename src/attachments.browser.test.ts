/** Files given as evidence in a real browser: added with what is wrong put right, opened, removed with a reason; accessible at 1280 and at 320, without scripts too. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { pdf } from './intake/test-attachable.ts'
import { sessionOf } from './people/test-session.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN } from './test-council.ts'
import { expectAccessible, keepPictures, openBrowser, type TestBrowser } from './web/test-browser.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const { database } = await testDatabase()
const here = await openCouncil(database)
const PDF = { name: 'Audit of twenty assessments, October 2026.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf()) } // prettier-ignore
const PAGE = { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<!doctype html><p>Hello') }
const LONG = { name: `${'children-seen-alone-'.repeat(6)}.csv`, mimeType: 'text/csv', buffer: Buffer.from('Ward,Seen\nEast,12') } // prettier-ignore
let browser: TestBrowser
let action: number

beforeAll(async () => {
  browser = await openBrowser(address => createApp({ database, config: { address }, now: () => NOW }))
  const manager = await here.siteAs('programme-manager')
  const draft = (await manager.post('/plan/upload', {}, fileOf(PLAN, 'plan.csv'))).headers.get('location')!
  await manager.post(`${draft}/keep`, { as: 'own', title: 'Improvement plan', fromOn: '1/1/2026' })
  action = await here.actionId('1.1')
}, 60_000)
afterAll(() => browser?.close())

const words = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
async function accessibleAtBoth(page: Page, name: string) {
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 900 })
  await expectAccessible(page)
  await page.setViewportSize({ width: 1280, height: 900 })
  await keepPictures(page, name)
}

test.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)(
  '%s evidence is given with files, one of them wrong; they are opened and one is removed',
  { timeout: 120_000 },
  async (how, script) => {
    const session = await sessionOf(database, here.council, 'programme-manager', NOW)
    const page = await browser.visit(`/plan/actions/${action}`, { session, script })
    page.setDefaultTimeout(15_000)
    await page.getByRole('button', { name: 'Add evidence' }).click()
    const title = `Audit of twenty, ${how}`
    await page.getByLabel('Audit', { exact: true }).check()
    await page.getByLabel('What is it?').fill(title)
    await page.getByLabel('Impact for children').check()
    await page.getByLabel('Which day does it speak of?').fill('31/10/2026')
    await page.locator('input[type=file]').setInputFiles([PDF, PAGE])
    await page.getByRole('button', { name: 'Add evidence' }).click()
    expect(await words(page)).toContain('page.pdf: expected a PDF, as its name says; found a web page: save it as PDF')
    expect(await page.getByLabel('What is it?').inputValue()).toBe(title)
    expect(await page.getByLabel('People of the council who see its figures').isChecked()).toBe(true)
    if (script) await accessibleAtBoth(page, 'add-evidence-refused')
    await page.locator('input[type=file]').setInputFiles([PDF])
    await page.getByRole('button', { name: 'Add evidence' }).click()
    await page.getByRole('link', { name: `Add a file to ${title}` }).click()
    await page.getByLabel('Everyone who reads the plan').check()
    await page.locator('input[type=file]').setInputFiles([LONG])
    if (script) {
      await page.evaluate("document.querySelector('form[data-most-bytes]').dataset.mostBytes = '9'")
      await page.getByRole('button', { name: 'Add the files' }).click()
      await page.getByText('These files are larger together than 40.0 MB').waitFor()
      await accessibleAtBoth(page, 'add-files')
      await page.evaluate("document.querySelector('form[data-most-bytes]').dataset.mostBytes = '9999'")
      await page.waitForTimeout(1_100) // for a second the button takes a second press as the end of a double one
    }
    await page.getByRole('button', { name: 'Add the files' }).click()
    const [taken] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: PDF.name }).first().click()]) // prettier-ignore
    expect(taken.suggestedFilename()).toBe(PDF.name)
    expect(readFileSync(await taken.path()).equals(PDF.buffer)).toBe(true)
    await page
      .getByRole('link', { name: `Remove ${PDF.name}` })
      .first()
      .click()
    await page.getByRole('button', { name: 'Remove the file' }).click()
    expect(await words(page)).toContain('Enter why it is removed')
    await page.getByLabel('Why is it removed?').fill(`Another council's, ${how}`)
    await page.getByRole('button', { name: 'Remove the file' }).click()
    expect(await words(page)).toContain(
      `Removed 22 Nov 2026 by Ben Carter, Improvement Programme Manager: Another council's, ${how}`,
    )
    if (script) await accessibleAtBoth(page, 'action-with-a-removed-file')
    await page.context().close()
  },
)
