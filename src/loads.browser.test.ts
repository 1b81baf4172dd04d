/** An extract brought in by an analyst in a real browser, with scripts and without: chosen, watched while it is read, looked at and kept. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { aWeek, doJobs } from './intake/test-loads.ts'
import { sessionOf } from './people/test-session.ts'
import { aTestAuthority, testDatabase } from './store/test-database.ts'
import { openBrowser, type TestBrowser } from './web/test-browser.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const { database } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'extract-'))
const paths = aWeek().map(({ name, bytes }) => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
})
let browser: TestBrowser

beforeAll(async () => {
  const config = { mostRecords: 1024 * 1024 }
  browser = await openBrowser(address => createApp({ database, config: { ...config, address }, now: () => NOW }))
}, 60_000)
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

const words = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
async function open(script: boolean, name: string): Promise<Page> {
  const council = await aTestAuthority(database, name)
  const session = await sessionOf(database, council, 'analyst', NOW)
  const page = await browser.visit('/data/bring-in', { script, session })
  page.setDefaultTimeout(10_000)
  return page
}

test.each([
  ['with scripts', true],
  ['without scripts', false],
] as const)('%s an extract is chosen, watched, looked at and kept', { timeout: 60_000 }, async (how, script) => {
  const page = await open(script, `Council ${how}`)
  await page.locator('input[type=file]').setInputFiles(paths)
  await page.getByLabel('As at which day?').fill('3/10/2026')
  await page.getByRole('button', { name: 'Read the files' }).click()
  await page.getByText('Waiting to begin').waitFor()
  await doJobs(database)
  if (!script) await page.getByRole('link', { name: 'See how far it is' }).click()
  await page.getByText('26 rows read').waitFor()
  expect(await words(page)).toContain('Nothing stands against keeping it.')
  await page.getByRole('button', { name: 'Keep this load' }).click()
  await page.getByRole('button', { name: 'Keep this load' }).click()
  await page.getByText('This goes on by itself').waitFor()
  await doJobs(database)
  if (!script) await page.getByRole('link', { name: 'See how far it is' }).click()
  await page.getByText('Kept by Noor Osman').waitFor()
  await page.context().close()
})

test('files that are too large are told before any of them is sent', { timeout: 60_000 }, async () => {
  const page = await open(true, 'Council of much')
  let sent = 0
  page.on('request', request => (sent += Number(request.method() === 'POST')))
  const buffer = Buffer.alloc(1_200_000, 'a')
  await page.locator('input[type=file]').setInputFiles([{ name: 'large.csv', mimeType: 'text/csv', buffer }])
  await page.getByLabel('As at which day?').fill('3/10/2026')
  await page.getByRole('button', { name: 'Read the files' }).click()
  await page.getByText('These files are larger together than 1 MB').waitFor()
  expect(sent).toBe(0)
  await page.context().close()
})
