/** Documents that were made to do harm, or that nobody would think of, on their way through the service: read, kept, shown and given out again. */
import { deflateRawSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { beforeAll, expect, test } from 'vitest'
import { allActions } from './plan/plan.ts'
import { sql } from './store/sql.ts'
import { testDatabase } from './store/test-database.ts'
import { fileOf, openCouncil, PLAN } from './test-council.ts'
import type { Site } from './web/test-site.ts'

const { database } = await testDatabase()
const here = await openCouncil(database)
let site: Site

beforeAll(async () => {
  site = await here.siteAs('programme-manager')
})

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const ODD_CELLS = [
  'constructor',
  '__proto__',
  'toString',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x","y")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\tTab',
  '＝1+1',
  "'; drop table action; --",
  'cut \ud83e',
  '\u202egpj.exe',
  'zero\u200bwidth',
  'Z\u0351\u036b\u0343a',
  '\ufffe\uffff',
  '{{7*7}}',
  '#ff0000',
  '$x^2$',
  '\\u{0}',
  'a'.repeat(33_000),
]
const HEADINGS = ['Ref', 'Action', 'Lead', 'Timescale', 'How will we measure it?', 'constructor', '__proto__', '=cmd()']
const plan = [
  HEADINGS,
  ...ODD_CELLS.map((cell, at) => [
    `1.${at + 1}`,
    `Do ${cell}`,
    cell.slice(0, 40),
    cell.slice(0, 40),
    cell,
    cell,
    cell,
    cell,
  ]),
]
  .map(row => row.map(quoted).join(','))
  .join('\n')

test('a plan full of markup, formulas, control characters and reserved words is read, kept and given out whole', async () => {
  const uploaded = await site.post('/plan/upload', {}, fileOf(plan, 'constructor.csv'))
  expect(uploaded.status).toBe(303)
  const draft = uploaded.headers.get('location')!
  for (const page of ['', '/columns', '/leads', '/keep', '/document']) {
    const answer = await site.visit(draft + page)
    expect([page, answer.status]).toEqual([page, 200])
    expect(await answer.text()).not.toContain('<script>alert')
  }
  const kept = await site.post(`${draft}/keep`, { as: 'own', title: '<b>Plan</b>', fromOn: '1/1/2026' })
  expect(kept.status).toBe(303)
  const actions = allActions(await here.plan())
  expect(actions.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Do constructor', "Do '; drop table action; --"]),
  )
  expect(actions[0]!.unmapped).toMatchObject({ constructor: 'constructor' })
  expect(Object.entries(actions[0]!.unmapped)).toContainEqual(['__proto__', 'constructor'])
  for (const address of [
    '/',
    '/plan',
    '/plan/on-a-page',
    '/plan/questions',
    '/plan/posts',
    '/findings',
    ...actions.map(({ actionId }) => `/plan/actions/${actionId}`),
  ]) {
    const answer = await site.visit(address)
    expect([address, answer.status]).toEqual([address, 200])
    expect(await answer.text()).not.toContain('<script>alert')
  }
})

test('words that are cut in the middle of a character do not keep a document out', async () => {
  for (let shift = 0; shift < 2; shift++) {
    const long = 'x'.repeat(shift) + '🦄'.repeat(3_000)
    const text = `${PLAN}1.4,${long},${long},${long},${long},${long},${long}\n`
    const uploaded = await site.post('/plan/upload', {}, fileOf(text, 'plan.csv'))
    expect(uploaded.status).toBe(303)
    expect((await site.visit(uploaded.headers.get('location')!)).status).toBe(200)
  }
})

test('the register given out as CSV holds no cell that a spreadsheet would run', async () => {
  const text = await (await site.visit('/plan/register.csv')).text()
  const cells = (parse(text) as string[][]).flat()
  expect(cells.length).toBeGreaterThan(ODD_CELLS.length * HEADINGS.length)
  expect(cells.filter(cell => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
  expect(cells).toContain("'=cmd()")
})

test('the register given out as Excel is a file that opens: text only, no cell too long, no character that XML does not have', async () => {
  const answer = await site.visit('/plan/register.xlsx')
  expect(answer.status).toBe(200)
  const book = await JSZip.loadAsync(await answer.arrayBuffer())
  for (const name of Object.keys(book.files).filter(name => name.endsWith('.xml'))) {
    const xml = await book.file(name)!.async('string')
    expect(xml, name).not.toMatch(/<f[ >]/)
    // eslint-disable-next-line no-control-regex
    expect(xml, name).not.toMatch(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
    )
    const cells = [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, words]) => words!.replaceAll(/&\w+;/g, '&'))
    expect(cells.filter(words => words.length > 32_767)).toEqual([])
  }
})

test('a pack of it is made, and its page, Word and PDF are written', async () => {
  const made = await site.post('/reports/packs/make', { asAt: '22/11/2026', since: '' })
  expect(made.status).toBe(303)
  const pack = made.headers.get('location')!
  for (const file of ['', '/pack.docx', '/pack.pdf'])
    expect([file, (await site.visit(pack + file)).status]).toEqual([file, 200])
  const word = await JSZip.loadAsync(await (await site.visit(`${pack}/pack.docx`)).arrayBuffer())
  const xml = await word.file('word/document.xml')!.async('string')
  // eslint-disable-next-line no-control-regex
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
})

test.each([
  ['../../../etc/cron.d/plan.csv', 'plan.csv'],
  ['C:\\Users\\ben\\plan.csv', 'plan.csv'],
  ['plan.csv\r\nSet-Cookie: a=b.csv', 'plan.csvSet-Cookie: a=b.csv'],
  ['"; filename="x.csv', '"; filename="x.csv'],
  ['<img src=x>.csv', '<img src=x>.csv'],
  ['\u202eplan\u200b.csv', 'plan.csv'],
  [`${'🦄'.repeat(250)}.csv`, `${'🦄'.repeat(196)}.csv`],
])('a document called %j comes back under a name that harms nothing', async (name, shown) => {
  const uploaded = await site.post('/plan/upload', {}, fileOf(PLAN, name))
  expect(uploaded.status).toBe(303)
  const page = await (await site.visit(uploaded.headers.get('location')!)).text()
  expect(page).not.toContain('<img src=x>')
  const { id } = await database.reading(here.council.on(), db =>
    db.one<{ id: number }>(sql`select max(document_id) as id from document`, 'document'),
  )
  const answer = await site.visit(`/plan/documents/${id}`)
  expect(answer.status).toBe(200)
  const disposition = answer.headers.get('content-disposition')!
  expect(disposition).toMatch(/^attachment; filename="[\w .()-]*"; filename\*=UTF-8''[\w.%!~*'()-]*$/)
  expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe(shown)
  expect([answer.headers.get('content-type'), answer.headers.get('set-cookie')]).toEqual([
    'application/octet-stream',
    null,
  ])
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})
test('an archive that would fill the memory is refused beside the field, in bounded time and memory', async () => {
  const file = new File([new Uint8Array(bomb(600))], 'plan.docx')
  const [before, began] = [process.memoryUsage().rss, Date.now()]
  const answer = await site.post('/plan/upload', {}, { file })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toContain('plan.docx')
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1_048_576)
})

/** A Word file whose document unpacks to so many megabytes of nothing, under a size that it declares falsely. */
function bomb(megabytes: number): Buffer {
  const name = Buffer.from('word/document.xml')
  const packed = deflateRawSync(Buffer.alloc(megabytes * 1_048_576, 32))
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(1000, 8)
  const local = Buffer.concat([
    Buffer.from('504b030414000000080000000000', 'hex'),
    sizes,
    Buffer.from([name.length, 0, 0, 0]),
    name,
    packed,
  ])
  const central = Buffer.concat([
    Buffer.from('504b01021400140000000800' + '00000000', 'hex'),
    sizes,
    Buffer.from([name.length, 0]),
    Buffer.alloc(16),
    name,
  ])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

test.each([
  ['a program', 'MZ\u0090\u0000\u0003', 'plan.docx'],
  ['a page', '<html><script>alert(1)</script>', 'plan.csv'],
  ['a picture', '\u0089PNG\r\n\u001a\n', 'plan.xlsx'],
  [
    'an entity that reads a file',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    'plan.csv',
  ],
  ['nothing', '', 'plan.csv'],
  ['a plan with characters that no document has', PLAN.replace('Visit', 'Vi\u0000sit'), 'plan.csv'],
  ['nothing but commas', ','.repeat(100_000), 'plan.csv'],
  ['one quotation mark', '"'.padEnd(100_000, 'x'), 'plan.csv'],
])('%s in place of a plan is refused in words, and nothing of it is kept or shown', async (_, content, name) => {
  for (const address of ['/plan/upload', '/findings/upload']) {
    const answer = await site.post(address, {}, fileOf(content, name))
    expect(answer.status).toBe(400)
    const shown = await answer.text()
    expect(shown).toContain(name)
    expect(shown).not.toMatch(/root:|<script>alert/)
  }
})
