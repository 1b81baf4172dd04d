import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Document, Table } from './document.ts'
import { readDocument } from './read-document.ts'
import { cells, docxParts, paragraphs, problems, refusal, tables, xlsxParts, zip } from './sources/test-files.ts'

const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(500), Buffer.from(stream, 'utf16le')])
const CONTENT = '[Content_Types].xml'

test.each([
  ['plan.doc', ole('WordDocument'), 'plan.doc: This is a Word 97-2003 file: open it in Word and save it as .docx'],
  ['plan.xls', ole('Workbook'), 'is an Excel 97-2003 file: open it in Excel and save it as .xlsx'],
  ['plan.docx', ole('EncryptedPackage'), 'is protected by a password'],
  ['plan.ppt', ole('PowerPoint Document'), 'is a PowerPoint file'],
  ['plan.docx', Buffer.from('%PDF-1.7\n'), 'is a PDF, which cannot be read: ask for the Word or Excel file'],
  ['plan.docx', Buffer.from('89504e470d0a1a0a', 'hex'), 'is a picture'],
  ['plan.docx', Buffer.from('ffd8ffe0', 'hex'), 'is a picture'],
  ['plan.doc', Buffer.from('{\\rtf1 x}'), 'is an RTF document'],
  ['plan.xls', Buffer.from('<html><table>'), 'is a web page'],
  ['plan.doc', Buffer.from('<?xml version="1.0"?><w/>'), 'is an XML file'],
  ['plan.docx', Buffer.alloc(0), 'plan.docx: This file is empty'],
  ['plan.txt', Buffer.from([1, 0, 2, 3, 0, 0]), 'is not a document that can be read'],
])('%s that is something else is refused with what it is and what to do', async (name, bytes, expected) => {
  expect(await refusal(name, bytes)).toContain(expected)
})

test.each([
  [{ 'readme.txt': 'x' }, 'is a zip archive, not a Word or Excel file'],
  [{ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }, 'is an OpenDocument file'],
  [{ ...docxParts(''), [CONTENT]: String(docxParts('')[CONTENT]).replace('wordprocessingml.document', 'presentationml.presentation') }, 'another kind of Office file'],
  [{ ...docxParts(''), 'word/document.xml': '<w:document><w:body>' }, 'damaged'],
])('a zip archive of another kind is refused (%#)', async (parts, expected) => {
  expect(await refusal('plan.docx', await zip(parts))).toContain(expected)
}) // prettier-ignore

test('what a file is, is told by its content, and a wrong name is said', async () => {
  const sheet = await zip(
    xlsxParts([{ name: 'S', xml: '<sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row></sheetData>' }]),
  )
  const read = await readDocument('plan.docx', sheet)
  expect(read).toMatchObject({ format: 'xlsx', file: 'plan.docx' })
  expect(read.notices).toEqual([
    { where: 'plan.docx', problem: 'It is called .docx but is an Excel workbook, and was read as that' },
  ])
  expect(problems(await readDocument('plan', sheet))).toBe('')
  expect((await readDocument('plan.docx', Buffer.from('Ref\tAction\n'))).format).toBe('text')
})

const shared = join(import.meta.dirname, '../../../shared')
const PLANS = ['coventry-improvement-plan-2016-17', 'hillingdon-service-improvement-action-plan-2015-16', 'leicester-refreshed-improvement-plan-2016-18'] // prettier-ignore
const SEEDS = ['coventry-improvement-plan-and-progress-note-2016', 'coventry-progress-note-2018', 'dfe-improvement-notice-2014', 'hillingdon-improvement-action-plan-2015-16', 'leicester-refreshed-improvement-plan-2016-18'] // prettier-ignore
const read = (path: string): Promise<Document> =>
  readDocument(path.slice(path.lastIndexOf('/') + 1), readFileSync(join(shared, path)))

const folded = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Each cell that has words or a colour: where it stands, what it spans, what it says. */
const positions = (table: Table, from = 0) =>
  table.rows.flatMap(row =>
    row.cells
      .filter(cell => cell.row >= from && (cell.text !== '' || cell.colour !== null))
      .map(cell => [cell.row - from, cell.column, cell.columnSpan, cell.rowSpan, cell.colour, folded(cell.text)]),
  )

const colours = (document: Document) => {
  const counts: Record<string, number> = {}
  for (const { colour } of cells(document)) if (colour !== null) counts[colour] = (counts[colour] ?? 0) + 1
  return counts
}

describe.skipIf(!existsSync(join(shared, 'plans')))('the published plans (skipped where ../shared is absent)', () => {
  test('Coventry says the same in Word and in Excel, cell by cell', async () => {
    const [word, excel] = [await read(`plans/${PLANS[0]}.docx`), await read(`plans/${PLANS[0]}.xlsx`)]
    expect(tables(word).map(table => positions(table))).toEqual(tables(excel).map(table => positions(table)))
    expect(tables(word).map(table => table.rows.length)).toEqual([19, 21, 14, 12, 19])
    expect(tables(excel).map(table => table.name)).toEqual(['Theme 1', 'Theme 2', 'Theme 3', 'Theme 4', 'Theme 5'])
    expect(paragraphs(word).map(one => [one.heading, one.text])).toEqual([
      [1, "Coventry Children's Services Improvement Plan 2016/17"],
      [1, 'Section 8: Action Plan'],
    ])
    expect([...word.notices, ...excel.notices]).toEqual([])
  })

  test('Hillingdon too, but that each sheet begins with its title, and leaves its first banner empty', async () => {
    const [word, excel] = [await read(`plans/${PLANS[1]}.docx`), await read(`plans/${PLANS[1]}.xlsx`)]
    const banner = [0, 0, 6, 1, null, 'Action / Process']
    expect(tables(word).map(table => positions(table))).toEqual(
      tables(excel).map(table => [banner, ...positions(table, 1)]),
    )
    const titles = tables(excel).map(table => table.rows[0]?.cells[0]?.text)
    expect(paragraphs(word).map(one => one.text)).toEqual(expect.arrayContaining(titles))
    expect(tables(word).map(table => table.rows.length)).toEqual([11, 9, 10, 10, 8, 8, 9])
    expect([...word.notices, ...excel.notices]).toEqual([])
  })

  test('Leicester too, but that only Word has the key of each area and the recommendations', async () => {
    const [word, excel] = [await read(`plans/${PLANS[2]}.docx`), await read(`plans/${PLANS[2]}.xlsx`)]
    const areas = tables(word).filter(table => table.width === 10)
    expect(areas.map(table => positions(table))).toEqual(tables(excel).map(table => positions(table)))
    expect(areas.map(table => table.rows.length)).toEqual([12, 21, 13, 10, 18, 21, 7, 22, 11])
    expect(tables(word).filter(table => table.width === 3).map(table => table.rows.length)).toEqual([...Array<number>(9).fill(4), 7, 20, 4, 7]) // prettier-ignore
    expect(colours(excel)).toEqual({ '00B050': 6, FFFF00: 6 })
    expect(colours(word)).toEqual({ '00B050': 6 + 9, FFFF00: 6 + 9, FF0000: 9 }) // nine keys of three colours
    expect([...word.notices, ...excel.notices]).toEqual([])
  })

  test('nothing of a published text is lost: every word of every line is somewhere', async () => {
    for (const name of SEEDS) {
      const words = (text: string) => new Set(text.replace(/<[^<>]*>/g, ' ').match(/[\p{L}\p{N}]+/gu))
      const found = words(JSON.stringify((await read(`seeds/${name}.txt`)).blocks).replace(/\\[nt]/g, ' '))
      const given = words(readFileSync(join(shared, `seeds/${name}.txt`), 'utf8').replace(/¹/g, ' '))
      expect([name, [...given].filter(word => !found.has(word))]).toEqual([name, []])
    }
  })

  test('the tables of a published text go on over its pages', async () => {
    const counts = async (name: string, columns: number) => tables(await read(`seeds/${name}.txt`)).filter(table => table.rows[0]?.cells.length === columns).length // prettier-ignore
    expect(await counts('coventry-improvement-plan-and-progress-note-2016', 5)).toBe(16) // each page repeats theme and heading
    expect(await counts('leicester-refreshed-improvement-plan-2016-18', 10)).toBe(19) // as does each page here
    const notice = paragraphs(await read('seeds/dfe-improvement-notice-2014.txt'))
    const five = notice.findIndex(one => one.text.startsWith('5. Improve'))
    expect(notice.slice(five + 1, five + 7).map(one => one.list)).toEqual([1, 1, 1, 1, 1, 1])
    expect(notice[five + 3]?.text).toBe('plans include review and evaluation points, with timescales agreed with other professionals along with information about their contributions;') // prettier-ignore
    expect(notice[five + 7]?.text).toMatch(
      /^6\. Improve the timeliness of adoptions in order to achieve scorecard thresholds by/,
    )
  })

  test('files of the sector are read with their dates as days', async () => {
    const document = await read('samples/annex-a/liia-tools-history/Annex_A_a9d3f73.xlsx')
    expect(tables(document)[0]?.rows[1]?.cells.map(cell => cell.text)).toContain('16/09/2020')
    expect(
      await refusal(
        'example.xls',
        readFileSync(join(shared, 'samples/annex-a/sfdata-annexa-clean/example-A-2005.xls')),
      ),
    ).toMatch(/Excel 97-2003/)
  })
})
