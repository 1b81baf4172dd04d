/** Word and Excel files made for tests, part by part. */
import JSZip from 'jszip'
import { readDocument } from '../read-document.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Cell, Document, Paragraph, Table } from '../document.ts'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
const S =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const FORMAT = 'application/vnd.openxmlformats-officedocument'

export type Parts = { [name: string]: string | Uint8Array }

export async function zip(parts: Parts, compression: 'DEFLATE' | 'STORE' = 'DEFLATE'): Promise<Uint8Array> {
  const file = new JSZip()
  for (const [name, content] of Object.entries(parts)) file.file(name, content)
  return file.generateAsync({ type: 'uint8array', compression })
}

const types = (main: string, type: string) =>
  `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${type}"/></Types>`

const relationship = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${RELATIONSHIP}/${type}" Target="${target}"${mode}/>`

const relationships = (...all: string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

/** Parts of a Word file with `body` as its text; `others` are parts by kind: `{ styles: '<w:style .../>' }`. */
export function docxParts(body: string, others: { [kind: string]: string } = {}, links: string[] = []): Parts {
  const wrap: Record<string, string> = { theme: 'a:theme' }
  const parts = Object.entries(others).map(([kind, xml]) => [`word/${kind}.xml`, `<${wrap[kind] ?? `w:${kind}`} ${W} xmlns:a="a">${xml}</${wrap[kind] ?? `w:${kind}`}>`]) // prettier-ignore
  return {
    '[Content_Types].xml': types('word/document.xml', `${FORMAT}.wordprocessingml.document.main+xml`),
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', 'word/document.xml'), relationship('r2', 'metadata/core-properties', 'docProps/core.xml')), // prettier-ignore
    'docProps/core.xml': '<cp xmlns:dc="dc"><dc:title>A plan</dc:title></cp>',
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationships(...Object.keys(others).map(kind => relationship(kind, kind, `${kind}.xml`)), ...links), // prettier-ignore
    ...Object.fromEntries(parts),
  }
}

export const external = (type: string) => relationship('x1', type, 'http://example.org/x', ' TargetMode="External"')

export type SheetParts = { name: string; xml: string; state?: string }

/** Parts of an Excel file: each sheet's XML from `<sheetData>` on. */
export function xlsxParts(
  sheets: SheetParts[],
  given: { styles?: string; strings?: string; workbook?: string; theme?: string; type?: string } = {},
): Parts {
  // prettier-ignore
  const listed = sheets.map(({ name, state = 'visible' }, n) => `<sheet name="${name}" sheetId="${n + 1}" state="${state}" r:id="s${n + 1}"/>`)
  const others = [['styles', given.styles, 'styleSheet'], ['sharedStrings', given.strings, 'sst'], ['theme', given.theme, 'a:theme xmlns:a="a"']].filter(one => one[1] !== undefined) as string[][] // prettier-ignore
  return {
    '[Content_Types].xml': types('xl/workbook.xml', given.type ?? `${FORMAT}.spreadsheetml.sheet.main+xml`),
    '_rels/.rels': relationships(relationship('r1', 'officeDocument', '/xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${S}>${given.workbook ?? ''}<sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(...sheets.map((_, n) => relationship(`s${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)), ...others.map(([kind = '']) => relationship(kind, kind, `${kind}.xml`))), // prettier-ignore
    ...Object.fromEntries(
      sheets.map(({ xml }, n) => [`xl/worksheets/sheet${n + 1}.xml`, `<worksheet ${S}>${xml}</worksheet>`]),
    ),
    ...Object.fromEntries(others.map(([kind, xml, root = '']) => [`xl/${kind}.xml`, `<${root} ${root.startsWith('a:') ? '' : S}>${xml}</${root.split(' ')[0]}>`])), // prettier-ignore
  }
}

export const readParts = async (name: string, parts: Parts): Promise<Document> => readDocument(name, await zip(parts))

export const docx = (body: string, others = {}, links: string[] = []) =>
  readParts('plan.docx', docxParts(body, others, links))

export const paragraphs = (document: Document): Paragraph[] =>
  document.blocks.filter(block => block.kind === 'paragraph')
export const tables = (document: Document): Table[] => document.blocks.filter(block => block.kind === 'table')
export const texts = (table: Table | undefined): string[][] =>
  (table?.rows ?? []).map(row => row.cells.map(cell => cell.text))
export const cells = (document: Document): Cell[] =>
  tables(document).flatMap(table => table.rows.flatMap(row => row.cells))
export const problems = (document: Document): string =>
  document.notices.map(one => `${one.where}: ${one.problem}`).join('\n')

/** The problem with which a file is refused. */
export async function refusal(name: string, bytes: Uint8Array): Promise<string> {
  try {
    await readDocument(name, bytes)
  } catch (error) {
    if (error instanceof UnreadableFile) return `${error.problem.where}: ${error.problem.problem}`
    throw error
  }
  return 'read'
}
