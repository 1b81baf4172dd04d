/** What a file is by its first bytes, whatever it is called; and what to say of one that cannot be read. */
import { UnreadableFile } from '../unreadable-file.ts'

const starts = (bytes: Uint8Array, ...first: number[]) => first.every((byte, at) => bytes[at] === byte)
const contains = (bytes: Uint8Array, words: string, encoding: BufferEncoding) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(words, encoding))

export function kindOf(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new UnreadableFile('This file is empty: give the file that holds the plan')
  if (starts(bytes, 0x50, 0x4b)) return 'zip'
  const refusal = refuse(bytes)
  if (refusal) throw new UnreadableFile(refusal)
  return 'text'
}

const OTHERS: [name: string, is: (bytes: Uint8Array) => boolean, whatToDo: string][] = [
  [
    'a PDF',
    bytes => startsWith(bytes, '%PDF'),
    'ask for the Word or Excel file it was made from, or open it in Word and save it as .docx',
  ],
  ['an RTF document', bytes => startsWith(bytes, '{\\rtf'), 'open it in Word and save it as .docx'],
  [
    'a web page',
    bytes => /^\s*<(!doctype html|html)/i.test(beginning(bytes)),
    'open it in Word or Excel and save it as .docx or .xlsx',
  ],
  [
    'an XML file',
    bytes => /^\s*<\?xml/i.test(beginning(bytes)),
    'open it in Word or Excel and save it as .docx or .xlsx',
  ],
  ['a picture', isPicture, 'give the Word, Excel, CSV or text file that it was taken from'],
  [
    'a compressed archive',
    bytes => starts(bytes, 0x1f, 0x8b) || startsWith(bytes, 'Rar!') || startsWith(bytes, '7z\xbc\xaf'),
    'unpack it and give the document inside',
  ],
  [
    'a program',
    bytes => startsWith(bytes, 'MZ') && bytes.includes(0),
    'it was not opened; give a Word, Excel, CSV or text file',
  ],
]

function refuse(bytes: Uint8Array): string | null {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseOle(bytes)
  const found = OTHERS.find(([, is]) => is(bytes))
  return found ? `This is ${found[0]}, which cannot be read: ${found[2]}` : null
}

/** The container of Word and Excel files before 2007, and of newer ones that are encrypted. Format: MS-CFB; names are UTF-16. */
function refuseOle(bytes: Uint8Array): string {
  const has = (name: string) => contains(bytes, name, 'utf16le')
  if (has('EncryptedPackage'))
    return 'This file is protected by a password: open it, remove the password (File, Info, Protect), and save it again'
  if (has('WordDocument')) return 'This is a Word 97-2003 file: open it in Word and save it as .docx'
  if (has('Workbook') || has('Book')) return 'This is an Excel 97-2003 file: open it in Excel and save it as .xlsx'
  if (has('PowerPoint Document')) return 'This is a PowerPoint file: copy its table into Word or Excel'
  return 'This is an older Office file: open it and save it as .docx or .xlsx'
}

function isPicture(bytes: Uint8Array): boolean {
  const magic = [[0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x49, 0x49, 0x2a, 0], [0x4d, 0x4d, 0, 0x2a]] // prettier-ignore
  return (
    magic.some(first => starts(bytes, ...first)) ||
    (startsWith(bytes, 'RIFF') && bytes[8] === 0x57) ||
    (startsWith(bytes, 'BM') && bytes[6] === 0)
  )
}

const beginning = (bytes: Uint8Array) =>
  Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
const startsWith = (bytes: Uint8Array, words: string) => beginning(bytes).startsWith(words)
