/**
 * The first ten minutes of a visitor, in a real browser, with scripts and without: the demo authority at a glance, a finding's
 * thread, a plan of their own brought in, and the board pack in hand. Then one form by keyboard alone.
 */
import { readFile } from 'node:fs/promises'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import JSZip from 'jszip'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { loadDemo } from './demo/load-demo.ts'
import { testDatabase } from './store/test-database.ts'
import { day } from './terms/day.ts'
import { openBrowser, type TestBrowser } from './web/test-browser.ts'

const TODAY = day('2026-11-22')
const NOW = () => new Date('2026-11-22T10:00:00Z')
const PASSWORD = 'a-long-enough-password'
const MANAGER = 'tobias.wrenfield@aldermere.example'

/** A browser on a demo authority of its own: what one visitor keeps, the next must not find. */
async function openDemo(): Promise<TestBrowser> {
  const { database } = await testDatabase()
  await loadDemo(database, TODAY, PASSWORD)
  return openBrowser(address => createApp({ database, config: { address }, now: NOW }))
}

async function signIn(browser: TestBrowser, script: boolean): Promise<Page> {
  const page = await browser.visit('/', { script })
  page.setDefaultTimeout(6000)
  await page.getByLabel('E-mail address').fill(MANAGER)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  return page
}

const heading = (page: Page) => page.locator('h1').first().innerText()
const words = async (page: Page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ')
/** Follows the first link with these words, whether it looks like a link or like a button. */
const follow = (page: Page, name: string) => page.locator('a:visible', { hasText: name }).first().click()

/** A plan as councils write them: a heading that spans columns, a row that begins a section, one lead for two rows. */
async function planDocument(): Promise<Buffer> {
  const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
    new TableCell({ children: [new Paragraph(text)], ...spans })
  const row = (...cells: TableCell[]) => new TableRow({ children: cells })
  const table = new Table({
    rows: [
      row(
        ...['Ref', 'Action', 'Lead', 'By when', 'How we will measure it', 'Where it is seen'].map(text => cell(text)),
      ),
      row(cell('1. Help at the right time', { columnSpan: 6 })),
      row(
        cell('1.1'),
        cell('Open a lantern-lit family room in every library (Ofsted PA 1)'),
        cell('Head of Help and Protection', { rowSpan: 2 }),
        cell('March 2027'),
        cell('90% of families say that they were helped, by March 2027'),
        cell('Executive Group'),
      ),
      row(
        cell('1.2'),
        cell('Answer every call to the front door within an hour (Ofsted PA 1)'),
        cell('June 2027'),
        cell('95% of calls by June 2027'),
        cell('Executive Group'),
      ),
    ],
  })
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('Improvement plan'), table] }] }))
}

describe.each([
  ['with scripts', true],
  ['without scripts', false],
])('a visitor %s', (_, script) => {
  let browser: TestBrowser
  let page: Page

  beforeAll(async () => {
    browser = await openDemo()
    page = await signIn(browser, script)
  })
  afterAll(() => browser?.close())

  test('sees at once how the programme stands, what changed, what is late, what will be asked and when', async () => {
    expect(await heading(page)).toMatch(/Improvement Board in 10 days, Wednesday 2 December 2026$/)
    const seen = await words(page)
    for (const part of [
      /24 of 60 actions completed/,
      /5 late/,
      /Delivery by theme/,
      /Impact for children by theme/,
      /Since the last board, 21 October 2026 4 completed: 1\.10, 2\.4, 3\.6, 5\.6/,
      /What the board will ask .*\?/,
      /Five actions are late/,
    ])
      expect(seen).toMatch(part)
  })

  test('is one click from the thread of a finding, and another from its action', async () => {
    await page.getByText('Go to a finding').last().click()
    await page.getByRole('link', { name: 'PA 1', exact: true }).click()
    expect(await heading(page)).toMatch(/Ofsted PA 1$/)
    expect(await words(page)).toMatch(/Objectives 1 .*Actions 3 .*Measures 3 .*Evidence 5 .*What is missing/)
    await page.locator('summary', { hasText: '1.4 Reissue the thresholds guide' }).click()
    await follow(page, 'Open action 1.4')
    expect(await heading(page)).toMatch(/Action 1\.4$/)
  })

  test('brings in a plan, sees what was found, corrects a column and keeps it', { timeout: 30_000 }, async () => {
    await page.goto(browser.address)
    await follow(page, 'Upload a plan')
    await page.locator('input[type=file]').setInputFiles({
      name: 'our plan.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: await planDocument(),
    })
    await page.getByRole('button', { name: 'Read the plan' }).click()
    expect(await heading(page)).toMatch(/What was found$/)
    expect(await words(page)).toMatch(/2 actions 1 theme .*Citations: 2 of Ofsted.*Open a lantern-lit family room/)
    await follow(page, '2. Columns')
    const column = page.getByLabel('What the column Where it is seen holds', { exact: true })
    await column.selectOption({ label: 'Kept as it is' })
    await page.getByRole('button', { name: 'Read it again' }).click()
    expect(await words(page)).toMatch(/Where it is seen Kept as it is/)
    await follow(page, '2. Columns')
    await column.selectOption({ label: 'Monitored by' })
    await page.getByRole('button', { name: 'Read it again' }).click()
    expect(await words(page)).toMatch(/Where it is seen Monitored by/)
    await follow(page, 'Keep this plan')
    expect(await words(page)).toContain('Open a lantern-lit family room')
    await page.getByRole('button', { name: 'Keep this plan' }).click()
    expect(await heading(page)).toMatch(/Plan register$/)
    expect(await words(page)).toContain('Version 3 of the plan is kept')
    expect(await words(page)).toMatch(/2 actions .*1\.1 Open a lantern-lit family room .*Head of Help and Protection/)
  })

  test('walks from the finding to the new action, and back to what it answers', async () => {
    await follow(page, 'Findings')
    await follow(page, 'Inspection of Aldermere City Council children')
    await follow(page, 'PA 1')
    await page.locator('summary', { hasText: 'Open a lantern-lit family room' }).click()
    await follow(page, 'Open action 1.1')
    expect(await words(page)).toMatch(/Monitored by Executive Group/)
    await follow(page, 'Ofsted PA 1')
    expect(await heading(page)).toMatch(/Ofsted PA 1$/)
    await follow(page, 'Findings')
    await follow(page, 'answered by nothing')
    expect(await words(page)).toMatch(/Answered by nothing .*privately fostered/)
  })

  test('makes the board pack and takes it away as Word and as PDF', { timeout: 30_000 }, async () => {
    await follow(page, 'Home')
    await follow(page, 'Make a board pack')
    await page.getByRole('button', { name: 'Make the pack' }).click()
    expect(await words(page)).toContain('Open a lantern-lit family room')
    const take = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent('download'), follow(page, name)])
      return readFile(await download.path())
    }
    const word = await JSZip.loadAsync(await take('Word'))
    expect(await word.file('word/document.xml')!.async('string')).toContain('Open a lantern-lit family room')
    const pdf = await take('PDF')
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF')
    expect(pdf.length).toBeGreaterThan(20_000)
  })
})

describe('by keyboard alone', () => {
  let browser: TestBrowser
  let page: Page
  const press = (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve())

  /** What has the focus: its name or words, and whether the page shows that it has. */
  const focused = () =>
    page.evaluate<{ is: string; seen: boolean }>(`(() => {
      const on = document.activeElement, style = getComputedStyle(on)
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
      return { is: on.name || on.innerText.trim().split('\\n')[0], seen: outlined || style.boxShadow !== 'none' }
    })()`)

  beforeAll(async () => {
    browser = await openDemo()
    page = await signIn(browser, true)
    await page.goto(`${browser.address}/plan?search=thresholds`)
    await page.getByRole('link', { name: '1.4', exact: true }).click()
    await follow(page, 'Add a milestone')
  })
  afterAll(() => browser?.close())

  test('every stop shows itself, from the link past the navigation to the button, in the order of the page', async () => {
    const stops: string[] = []
    for (let at = 0; at < 25 && stops.at(-1) !== 'Add milestone'; at++) {
      await press('Tab')
      const { is, seen } = await focused()
      expect(seen, `the focus on ${is} can be seen`).toBe(true)
      stops.push(is)
    }
    expect(stops).toEqual([
      'Skip to main content',
      'Aldermere City Council',
      'Tobias Wrenfield',
      'Home',
      'Findings',
      'Plan',
      'Measures',
      'Boards',
      'Reports',
      'Data',
      'Plan',
      'Action 1.4',
      'text',
      'dueOn',
      'Add milestone',
    ])
  })

  test('a form sent empty brings the focus to what is wrong, and from there to the field', async () => {
    await press('Enter')
    await page.waitForSelector('.govuk-error-summary')
    expect((await focused()).is).toBe('There is a problem')
    expect(await page.title()).toMatch(/^Error: /)
    await press('Tab')
    expect((await focused()).is).toBe('Enter the milestone')
    await press('Enter')
    expect(await focused()).toEqual({ is: 'text', seen: true })
    await page.keyboard.type('Every school has the guide on its wall')
    await press('Tab')
    await page.keyboard.type('31/1/2027')
    await press('Enter')
    await page.waitForSelector('#milestones')
    expect(await words(page)).toMatch(/Every school has the guide on its wall 31 Jan 2027/)
  })

  test('a menu opens, closes by Escape and gives the focus back', async () => {
    await page.locator('.gt-account__who').focus()
    await press('Enter', 'Tab')
    expect((await focused()).is).toBe('Your account')
    await press('Escape')
    expect((await focused()).is).toBe('Tobias Wrenfield')
  })

  test('the filters of the register stand open where there is room, and one press away where there is little', async () => {
    await page.goto(`${browser.address}/plan`)
    const search = page.getByLabel('Search', { exact: true })
    expect(await search.isVisible()).toBe(true)
    await page.setViewportSize({ width: 320, height: 900 })
    expect(await search.isVisible()).toBe(false)
    await page.locator('.gt-fold__summary').focus()
    await press('Enter', 'Tab')
    expect((await focused()).is).toBe('search')
  })
})
