/**
 * Excel workbooks (.xlsx, .xlsm, .xltx): each sheet is one table, its cells with the words and colour that Excel shows. Hidden
 * sheets, rows and columns are read and noticed. A table's rows are the sheet's rows, but where more than a hundred empty ones
 * follow each other they are left out; a cell's `where` is always its address. Empty cells without a colour are left out.
 */
import type { Block, Document } from '../document.ts'
import type { Allowance } from './allowance.ts'
import type { Archive } from './archive.ts'
import { readTheme } from './colour.ts'
import type { Notices } from './notices.ts'
import { partOfType, readRelationships, type OfficePackage } from './office-package.ts'
import { readSheet, type Sheet, type Workbook } from './xlsx-sheet.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readCellStyles } from './xlsx-styles.ts'
import { tableOf } from './xlsx-table.ts'
import { readXml } from './xml.ts'

const MAX_SHEETS = 500

export async function readXlsx(
  archive: Archive,
  office: OfficePackage,
  allowed: Allowance,
  odd: Notices,
): Promise<Omit<Document, 'file' | 'notices'>> {
  const blocks: Block[] = []
  for await (const { name, where, sheet } of sheetsOf(archive, office, allowed, odd))
    blocks.push(tableOf(sheet, name, where, odd))
  return { format: 'xlsx', title: office.title, blocks }
}

/** Each sheet of cells in the order of the workbook, read when it is asked for. */
export async function* sheetsOf(
  archive: Archive,
  office: OfficePackage,
  allowed: Allowance,
  odd: Notices,
): AsyncGenerator<{ name: string; where: string; sheet: Sheet; calendar: 1900 | 1904 }> {
  const related = await readRelationships(archive, office.mainPart)
  const part = (type: string) => partOfType(archive, related, type)
  const { calendar, sheets } = await readBook(archive, office.mainPart)
  const styleOf = await readCellStyles(archive, part('styles'), await readTheme(archive, part('theme')))
  const strings = await readSharedStrings(archive, part('sharedStrings'), allowed)
  const book: Workbook = { strings, styleOf, calendar, allowed, odd }
  if (related.some(one => one.type === 'externalLink'))
    odd.add('It takes values from another workbook, which was not opened: they are as they were last saved')
  for (const { name, id, hidden } of sheets.slice(0, MAX_SHEETS)) {
    const target = related.find(one => one.id === id && one.type === 'worksheet' && !one.external)?.target
    const where = `sheet ${name}`
    if (target === undefined || !archive.has(target)) {
      odd.add('This is no sheet of cells (a chart, say); it was not read', where)
      continue
    }
    if (hidden) odd.add('This sheet is hidden; it was read', where)
    await noticeAside(archive, target, where, odd)
    yield { name, where, sheet: await readSheet(archive, target, where, book), calendar }
  }
}

type Listed = { name: string; id: string; hidden: boolean }

async function readBook(archive: Archive, part: string): Promise<{ calendar: 1900 | 1904; sheets: Listed[] }> {
  const sheets: Listed[] = []
  let calendar: 1900 | 1904 = 1900
  await readXml(archive.open(part), {
    workbookPr: {
      open({ date1904 }) {
        if (date1904 === '1' || date1904 === 'true') calendar = 1904
      },
    },
    sheet: {
      open: ({ name = '', id = '', state = 'visible' }) => void sheets.push({ name, id, hidden: state !== 'visible' }),
    },
  })
  return { calendar, sheets }
}

async function noticeAside(archive: Archive, part: string, where: string, odd: Notices): Promise<void> {
  const types = new Set((await readRelationships(archive, part)).map(one => one.type))
  if (types.has('comments') || types.has('threadedComment'))
    odd.add('There are comments on cells; they were not read', where)
  if (types.has('drawing')) odd.add('Pictures, charts or text boxes lie over the cells; they were not read', where)
}
