/** What is told of a file that may not be attached: what its bytes are, and what to give instead. */

/** What was found, and what to do about it. */
export type Other = { found: string; instead: string }

const AS_PDF = 'save it as PDF, or in its own kind of today'
const AS_PICTURE = 'save it as PNG or JPEG'
const UNPACKED = 'unpack it and give the files inside, each on its own'
const NEVER = 'it is not taken'

type Test = (bytes: Uint8Array, start: string) => boolean
const begins =
  (...first: string[]): Test =>
  (_bytes, start) =>
    first.some(one => start.startsWith(one))

/** By their first bytes, as latin1; the first that fits. */
const OTHERS: [found: string, is: Test, instead: string][] = [
  ['a program', begins('MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', '\xce\xfa\xed\xfe', '\0asm'), NEVER],
  ['a script', (_, start) => /^(#!|@echo\b|<\?php)/i.test(start), NEVER],
  ['a shortcut', begins('L\0\0\0\x01\x14\x02\0'), 'give the file it leads to'],
  ['an RTF document', begins('{\\rtf'), 'save it as .docx'],
  ['a PostScript file', begins('%!PS', '\xc5\xd0\xd3\xc6'), 'save it as PDF'],
  ['a GIF picture', begins('GIF8'), AS_PICTURE],
  ['a TIFF picture', begins('II*\0', 'MM\0*'), AS_PICTURE],
  ['a WebP picture', (_, start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP', AS_PICTURE],
  ['a HEIC picture', (_, start) => /^....ftyp(hei|hev|mif|avi)/s.test(start), AS_PICTURE],
  ['a bitmap picture', (bytes, start) => start.startsWith('BM') && bytes[6] === 0 && bytes[7] === 0, AS_PICTURE],
  ['a video', (_, start) => /^....ftyp|^\x1aE\xdf\xa3|^RIFF....AVI /s.test(start), 'keep it where it is, and say here where'],
  ['a recording', (_, start) => /^ID3|^OggS|^fLaC|^RIFF....WAVE/s.test(start), 'keep it where it is, and say here where'],
  ['a compressed archive', begins('Rar!', "7z\xbc\xaf'\x1c", '\x1f\x8b', 'BZh', '\xfd7zXZ'), UNPACKED],
] // prettier-ignore

export function otherKind(bytes: Uint8Array): Other | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1')
  if (start.startsWith('\xd0\xcf\x11\xe0')) return olderOffice(bytes)
  const other = OTHERS.find(([, is]) => is(bytes, start))
  return other ? { found: other[0], instead: other[2] } : null
}

/** The container of Office files before 2007, of newer ones with a password, and of Outlook messages. Format: MS-CFB; names are UTF-16. */
function olderOffice(bytes: Uint8Array): Other {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => whole.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return { found: 'an Office file with a password', instead: 'take the password off and save it again' } // prettier-ignore
  if (has('__substg1.0_')) return E_MAIL
  if (has('WordDocument')) return { found: 'a Word 97-2003 document', instead: 'save it as .docx' }
  if (has('Workbook') || has('Book')) return { found: 'an Excel 97-2003 workbook', instead: 'save it as .xlsx' }
  if (has('PowerPoint Document')) return { found: 'a PowerPoint 97-2003 presentation', instead: 'save it as .pptx' }
  return { found: 'an older Office file', instead: AS_PDF }
}

/** An e-mail may hold files of any kind, one in another, so it is not looked into. */
export const E_MAIL: Other = {
  found: 'an e-mail',
  instead: 'save it as PDF, and give the files that came with it on their own',
}
export const WEB_PAGE: Other = { found: 'a web page', instead: 'save it as PDF' }
export const ARCHIVE: Other = { found: 'a zip archive', instead: UNPACKED }
