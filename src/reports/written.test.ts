/** The same description in three forms: nothing that it says is missing from any. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import JSZip from 'jszip'
import { beforeAll, describe, expect, test } from 'vitest'
import { coverageOfSources } from '../plan/coverage.ts'
import { type Description, plain } from './description.ts'
import {
  AS_AT,
  inventedAction,
  inventedPlan,
  inventedProgramme,
  inventedSource,
  SINCE,
} from './examples/invented-plan.ts'
import { freeze, type Frozen } from './freeze.ts'
import { describePack } from './pack.ts'
import { writePdf } from './pdf.ts'
import { writeWeb } from './web.tsx'
import { writeWord } from './word.ts'

const ADDRESS = 'https://improvement.marlbeck.example'

const HOSTILE = [
  '#let x = 1 #panic() $a^2$ *bold* _it_ @ref <label> `raw` \\ // note /* note */ -- --- ~ [x] {y} #{',
  '<script>alert(1)</script> & &amp; "quoted" \u2019s',
  'family 👩‍👩‍👧 flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿 heart ❤️ 中文 한국어',
  'עברית and العربية and \u202ereversed',
  'W'.repeat(400),
  '=SUM(A1)\n+ list\n- list\n/ term: x',
  'word '.repeat(2500),
  '\u0000\u0007\ud800\ufeff\u00ad\u200b',
  '',
]

const programme = (): Frozen => {
  const plan = inventedProgramme(AS_AT)
  const source = inventedSource(1, 'Report', 'Inspection report', ['See children promptly', 'Hear what they say'])
  return freeze(
    describePack({
      authority: 'Marlbeck Council',
      plan,
      before: inventedProgramme(SINCE),
      coverage: coverageOfSources(plan, [source]),
      questions: [],
      meeting: { body: 'Improvement Board', meetsOn: AS_AT, place: 'Guildhall' },
      kept: true,
    }),
  )
}
const packOf = (plan: ReturnType<typeof inventedPlan>): Frozen =>
  freeze(
    describePack({
      authority: 'A & B <c> #d',
      plan,
      before: null,
      coverage: [],
      questions: [],
      meeting: null,
      kept: true,
    }),
  )

const hostile = (): Frozen =>
  packOf(
    inventedPlan(
      HOSTILE.map((text, at) =>
        inventedAction({
          actionId: at + 1,
          ref: `${at} #*$@<`,
          text,
          leads: [],
          leadText: text.slice(0, 200),
          reason: text,
          delivery: 'completed',
          impact: 'none',
        }),
      ),
    ),
  )

/** Everything that the description says, each as it should be found, whatever the lines and spaces. */
const allWords = ({ sections, facts, subtitle, authority }: Description): string[] =>
  [
    authority,
    subtitle,
    ...facts.flatMap(({ term, words }) => [term, plain(words)]),
    ...sections.flatMap(({ heading, blocks }) => [
      heading,
      ...blocks.flatMap(block => {
        if (block.kind === 'heading') return [block.text]
        if (block.kind === 'paragraph') return [plain(block.words)]
        if (block.kind === 'points') return block.points.map(plain)
        if (block.kind === 'callout') return [block.heading, ...block.points.map(plain)]
        if (block.kind === 'chart') return [block.caption]
        return [block.caption, ...block.columns.map(({ heading }) => heading), ...block.rows.flat().map(plain)]
      }),
    ]),
  ].map(squeezed)

const squeezed = (text: string) => text.replace(/[\s\u200b]+/g, '')
const missingFrom = (text: string, { description }: Frozen) => {
  const whole = squeezed(text)
  return allWords(description).filter(words => !whole.includes(words))
}

const unescaped = (xml: string) =>
  xml
    .replace(/<w:br\/>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(#39|apos);/g, "'")
    .replace(/&amp;/g, '&')

const wordXml = async (file: Uint8Array) => (await JSZip.loadAsync(file)).file('word/document.xml')!.async('string')

describe('Word', () => {
  let frozen: Frozen
  let file: Uint8Array
  let xml: string
  beforeAll(async () => {
    frozen = programme()
    file = await writeWord(frozen, ADDRESS)
    xml = await wordXml(file)
  })

  test('says all that the description says', () => {
    expect(missingFrom(unescaped(xml), frozen)).toEqual([])
  })

  test('has its headings as headings, in order, and its numbers as numbering', () => {
    const headings = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*?w:pStyle w:val="(Heading\d|Title)".*?<\/w:p>/gs)]
    const levels = headings.map(([, style]) => style)
    expect(levels[0]).toBe('Title')
    expect(levels.filter(style => style === 'Heading1')).toHaveLength(frozen.description.sections.length)
    expect(xml.match(/w:pStyle w:val="NumberedParagraph"/g)!.length).toBe(
      frozen.description.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph')).length,
    )
  })

  test('repeats the heading row of every table', () => {
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/gs)!
    expect(tables).toHaveLength(
      frozen.description.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table')).length,
    )
    for (const table of tables) expect(table).toMatch(/^<w:tbl>.*?<w:tr>(?:(?!<\/w:tr>).)*<w:tblHeader\/>/s)
  })

  test('gives every picture words, and a picture for those who cannot show a drawing', async () => {
    const zip = await JSZip.loadAsync(file)
    const pictures = xml.match(/<wp:docPr [^>]*>/g)!
    expect(pictures).toHaveLength(2)
    for (const picture of pictures) expect(picture).toMatch(/descr="Bar chart of how many actions/)
    expect(Object.keys(zip.files).filter(name => /media\/.*\.(svg|png)$/.test(name))).toHaveLength(4)
  })

  test('is in English, titled, on A4 and on its side for the register', async () => {
    const zip = await JSZip.loadAsync(file)
    expect(await zip.file('word/styles.xml')!.async('string')).toContain('<w:lang w:val="en-GB"')
    expect(await zip.file('docProps/core.xml')!.async('string')).toMatch(/<dc:title>Improvement Board pack: Marlbeck/)
    const pages = xml.match(/<w:pgSz [^>]*>/g)!
    expect(pages.map(page => /w:orient="(\w+)"/.exec(page)?.[1])).toEqual(['portrait', 'landscape'])
  })

  test('has no empty paragraph and asks for no update when it is opened', () => {
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs)!
    const table = /<w:tc>.*?<\/w:tc>/gs
    const empty = paragraphs.filter(each => !/<w:t[ >]|<w:drawing>|<w:instrText|<w:fldChar|<w:sectPr/.test(each))
    const inCells = (xml.match(table) ?? []).filter(cell => !/<w:t[ >]/.test(cell)).length
    expect(empty.length).toBe(inCells)
    expect(xml).not.toContain('w:dirty="true"')
  })

  test('takes any words that a plan may hold', async () => {
    const given = hostile()
    expect(missingFrom(unescaped(await wordXml(await writeWord(given, ADDRESS))), given)).toEqual([])
  })

  test('names every figure as a link only where the service can be reached', async () => {
    expect(Object.keys((await JSZip.loadAsync(file)).files)).toContain('word/_rels/document.xml.rels')
    const links = await (await JSZip.loadAsync(file)).file('word/_rels/document.xml.rels')!.async('string')
    expect(links).toContain(`${ADDRESS}/plan/actions/1?as-at=2026-11-22`)
    const unlinked = await JSZip.loadAsync(await writeWord(frozen))
    expect(await unlinked.file('word/_rels/document.xml.rels')!.async('string')).not.toContain('/plan')
  })
})

/** What can be read of a PDF without a reader: its objects, those that are packed unpacked. */
function objectsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const packed = [...text.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    try {
      return inflateSync(bytes.subarray(index + length), { finishFlush: 2 }).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...packed].join('\n')
}

const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

function textOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'))
  try {
    writeFileSync(join(folder, 'pack.pdf'), pdf)
    return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', join(folder, 'pack.pdf'), '-'], {
      maxBuffer: 1e8,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).toString()
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('PDF', () => {
  let frozen: Frozen
  let pdf: Uint8Array
  beforeAll(async () => {
    frozen = programme()
    pdf = await writePdf(frozen, ADDRESS)
  })

  test('is PDF/UA-1: tagged, titled, in English', () => {
    const objects = objectsOf(pdf)
    expect(objects).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/)
    expect(objects).toMatch(/\/StructTreeRoot/)
    expect(objects).toMatch(/\/Marked true/)
    expect(objects).toMatch(/\/Lang\s*\(en-GB\)/)
    expect(objects).toMatch(/\/DisplayDocTitle true/)
  })

  test('tags headings, tables with their heading cells, lists and pictures with words, and has bookmarks', () => {
    const objects = objectsOf(pdf)
    for (const tag of ['/H1', '/H2', '/Table', '/TH', '/TD', '/LI', '/Figure', '/Outlines'])
      expect(objects, tag).toContain(tag)
    expect(objects.match(/\/Alt\s*\(/g)!.length).toBeGreaterThanOrEqual(2)
  })

  test('is the same file each time it is made of the same pack', async () => {
    expect(Buffer.from(await writePdf(frozen, ADDRESS)).equals(Buffer.from(pdf))).toBe(true)
  })

  test.skipIf(!hasPdftotext)('says all that the description says (needs pdftotext)', () => {
    // A line that ends in a hyphen is joined by the reader; the pages' own head and foot stand between the words of two pages.
    const text = textOf(pdf)
    const missing = missingFrom(text, frozen).filter(words => !squeezed(text).includes(words.slice(0, 20)))
    expect(missing).toEqual([])
  })

  test('takes any words that a plan may hold, and says how many characters it cannot show', async () => {
    const made = await writePdf(hostile(), ADDRESS)
    expect(objectsOf(made)).toMatch(/<pdfuaid:part>1/)
    if (hasPdftotext) expect(textOf(made)).toMatch(/\d+ characters of the plan cannot be shown in this file/)
  })

  test('takes an empty plan', async () => {
    expect((await writePdf(packOf(inventedPlan([], AS_AT, [])))).length).toBeGreaterThan(1000)
  })

  test('one report that cannot be made does not stop the next', async () => {
    const broken = structuredClone(frozen)
    broken.description.sections[0]!.blocks = [
      { kind: 'paragraph', number: '1.1', words: [{ link: 'nowhere', to: '#nowhere' }] },
    ]
    await expect(writePdf(broken)).rejects.toThrow(/could not be written/)
    expect((await writePdf(frozen)).length).toBeGreaterThan(1000)
  })
})

describe('web page', () => {
  test('says all that the description says', () => {
    const frozen = programme()
    expect(missingFrom(unescaped(writeWeb(frozen, ADDRESS)), frozen)).toEqual([])
  })

  test('takes any words that a plan may hold, as words', () => {
    const frozen = hostile()
    const html = writeWeb(frozen, ADDRESS)
    expect(html).not.toContain('<script>')
    expect(missingFrom(unescaped(html), frozen)).toEqual([])
  })

  test('has one first heading, sections below it, and every pointer leads to something on it', () => {
    const html = writeWeb(programme(), ADDRESS)
    expect(html.match(/<h1/g)).toHaveLength(1)
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(id)
  })
})

test('a pack of 60 actions is described and written as Word and PDF in under 3 seconds of processor time', async () => {
  expect(inventedProgramme(AS_AT).themes.flatMap(theme => theme.actions)).toHaveLength(60)
  await Promise.all([writeWord(programme(), ADDRESS), writePdf(programme(), ADDRESS)]) // the worker and its fonts are there from the first pack on
  const before = process.cpuUsage()
  const frozen = programme()
  await Promise.all([writeWord(frozen, ADDRESS), writePdf(frozen, ADDRESS)])
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(3000)
})
