/**
 * A file that is to be kept and handed on as it is: what it is, told by its bytes and not by its name or what a browser says, and whether
 * it is one of the kinds that only show something. What it would tell beside that, such as where a picture was taken, is taken out.
 */
import { ALLOWED, type FileKind, kindByEnding, KINDS_IN_WORDS } from './attachable.ts'
import { type Other, otherKind } from './attached/other-kinds.ts'
import { packageKind } from './attached/packages.ts'
import { checkPdf } from './attached/pdf.ts'
import { cleanJpeg, cleanPng } from './attached/pictures.ts'
import { refuseCommands, textOf } from './attached/plain-text.ts'
import { UnreadableFile } from './unreadable-file.ts'

export const MOST_FILE = 20 * 1024 * 1024

/** `cleaned` is true where something was taken out, so that it is not byte for byte what was given. */
export type CheckedFile = { name: string; kind: FileKind; bytes: Uint8Array; cleaned: boolean }

/** Throws `UnreadableFile`, which names the file, what was expected and what was found. */
export async function checkFile(given: string, bytes: Uint8Array): Promise<CheckedFile> {
  const name = plainName(given)
  const expected = expectedOf(name)
  try {
    if (bytes.length === 0) throw new UnreadableFile('it is empty, so that there is nothing to keep')
    if (bytes.length > MOST_FILE) throw new UnreadableFile(tooLarge(bytes.length))
    const found = await kindOf(bytes, expected)
    if (typeof found !== 'string') throw notThat(expected, found)
    if (expected === null) throw nameIt(found)
    if (found !== expected) throw notThat(expected, { found: ALLOWED[found].words, instead: `name it .${ALLOWED[found].endings[0]} if that is what it should be` }) // prettier-ignore
    return { name, kind: found, ...(await checked(found, bytes)) }
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    throw new UnreadableFile(lowerFirst(error.message), name, name)
  }
}

/** The names of what runs hidden before the ending that shows, as in `minutes.exe.pdf`. */
const RUNS =
  /\.(exe|com|scr|bat|cmd|pif|js|jse|vbs|vbe|wsf|hta|ps1|msi|jar|lnk|html?|svg|xhtml|php|sh|app|docm|xlsm|pptm)(?=\.|$)/i

function expectedOf(name: string): FileKind | null {
  const runs = RUNS.exec(name.replace(/\.[^.]*$/, ''))?.[0]
  if (runs !== undefined)
    throw new UnreadableFile(
      `its name holds ${runs.toLowerCase()}, as if it were something that runs: give it another name`,
      name,
      name,
    )
  return kindByEnding(/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '')
}

async function kindOf(bytes: Uint8Array, expected: FileKind | null): Promise<FileKind | Other> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8)).toString('latin1')
  if (start.startsWith('%PDF-')) return 'pdf'
  if (start === '\x89PNG\r\n\x1a\n') return 'png'
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('PK\x03\x04')) return packageKind(bytes)
  const other = otherKind(bytes)
  if (other) return other
  const text = textOf(bytes)
  return typeof text !== 'string' ? text : expected === 'csv' ? 'csv' : 'text'
}

async function checked(kind: FileKind, bytes: Uint8Array): Promise<{ bytes: Uint8Array; cleaned: boolean }> {
  if (kind === 'pdf') await checkPdf(bytes)
  if (kind === 'csv') refuseCommands(String(textOf(bytes)))
  if (kind !== 'jpeg' && kind !== 'png') return { bytes, cleaned: false }
  const { bytes: clean, told } = kind === 'jpeg' ? cleanJpeg(bytes) : cleanPng(bytes)
  return { bytes: clean, cleaned: told }
}

const notThat = (expected: FileKind | null, { found, instead }: Other) =>
  new UnreadableFile(
    `expected ${expected === null ? KINDS_IN_WORDS : `${ALLOWED[expected].words}, as its name says`}; found ${found}: ${instead}`,
  )

const nameIt = (found: FileKind) =>
  new UnreadableFile(
    `its name says nothing that may be kept; found ${ALLOWED[found].words}: name it .${ALLOWED[found].endings[0]}`,
  )

const tooLarge = (size: number) =>
  `it has ${(size / 1024 / 1024).toFixed(1)} MB, and the most is ${MOST_FILE / 1024 / 1024} MB: save it smaller, or in parts`

/** As any computer can keep it: no folder, nothing that shows nothing or turns the direction of writing, no end that Windows drops. */
function plainName(given: string): string {
  const name = given.normalize('NFC').split(/[\\/]/).at(-1)!.replace(/\p{C}/gu, '').replace(/[<>:"|?*]/g, '_').replace(/^[\s.]+|[\s.]+$/g, '') // prettier-ignore
  return name === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) ? `file ${name}`.trim() : name
}

const lowerFirst = (words: string) => (/^This file /.test(words) ? words.replace(/^This file /, 'it ') : words)
