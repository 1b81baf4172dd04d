/**
 * Reads a file into a document. What the file is, is told by its bytes; its name only tells CSV from other text. Files are taken
 * to be hostile: what they unpack to is bounded, nothing they point to is followed, and nothing in them is run.
 */
import { wordIn } from '../terms/word-in.ts'
import type { Document } from './document.ts'
import { allowance, MAX_FILE } from './sources/allowance.ts'
import { damaged, openArchive } from './sources/archive.ts'
import { readCsv } from './sources/csv.ts'
import { readDocx } from './sources/docx.ts'
import { kindOf } from './sources/file-kind.ts'
import { notices, type Notices } from './sources/notices.ts'
import { readPackage } from './sources/office-package.ts'
import { readText } from './sources/text.ts'
import { readXlsx } from './sources/xlsx.ts'
import { UnreadableFile } from './unreadable-file.ts'

export const TOO_LARGE = 'This file is larger than 100 MB, which no plan is: save the plan alone in a new file'

type Read = Omit<Document, 'file' | 'notices'>

/** Throws UnreadableFile, which says what the file is and what to do, where it cannot be read. */
export async function readDocument(name: string, bytes: Uint8Array): Promise<Document> {
  const odd = notices()
  try {
    const { format, title, blocks } = await read(name, bytes, odd)
    const expected = extension(name)
    if ((wordIn(FORMATS, expected) ?? format) !== format)
      odd.add(`It is called .${expected} but is ${NAMES[format]}, and was read as that`)
    return {
      file: name,
      format,
      title,
      blocks,
      notices: odd.list().map(({ where, problem }) => ({ where: where || name, problem })),
    }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    const { where, problem } = error.problem
    throw new UnreadableFile(problem, where, name)
  }
}

const NAMES = { docx: 'a Word document', xlsx: 'an Excel workbook', csv: 'CSV', text: 'plain text' }
const FORMATS: Record<string, Document['format']> = {
  docx: 'docx', docm: 'docx', dotx: 'docx', doc: 'docx', xlsx: 'xlsx', xlsm: 'xlsx', xltx: 'xlsx', xls: 'xlsx', csv: 'csv', tsv: 'csv', txt: 'text',
} // prettier-ignore

const extension = (name: string) => /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

async function read(name: string, bytes: Uint8Array, odd: Notices): Promise<Read> {
  const allowed = allowance()
  if (bytes.length > MAX_FILE) throw new UnreadableFile(TOO_LARGE)
  if (kindOf(bytes) === 'text')
    return FORMATS[extension(name)] === 'csv' ? readCsv(bytes, allowed, odd) : readText(bytes, allowed, odd)
  const archive = openArchive(bytes, allowed)
  const office = await readPackage(archive)
  if (!office) throw notOffice(archive.names)
  const { contentType } = office
  if (/macroEnabled/i.test(contentType)) odd.add('There are macros; they were set aside and not run')
  if (/wordprocessingml|ms-word/.test(contentType)) return readDocx(archive, office, allowed, odd)
  if (/spreadsheetml|ms-excel\.(sheet|template)\.macroEnabled/.test(contentType))
    return readXlsx(archive, office, allowed, odd)
  throw new UnreadableFile('This is another kind of Office file: open it and save it as .docx or .xlsx')
}

function notOffice(names: string[]): UnreadableFile {
  if (names.includes('mimetype') && names.includes('content.xml')) {
    return new UnreadableFile(
      'This is an OpenDocument file: open it in Word or Excel (or LibreOffice) and save it as .docx or .xlsx',
    )
  }
  if (names.length === 0) return damaged()
  return new UnreadableFile('This is a zip archive, not a Word or Excel file: unpack it and give the document inside')
}
