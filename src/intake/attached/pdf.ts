/**
 * A PDF that only shows pages. One that runs something, starts something, sends something or carries other files is refused, and so is
 * one that is locked: nobody could look into it. Format: ISO 32000-2, 7.3.5 (names), 7.5 (structure), 12.6.4 (actions).
 */
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { UnreadableFile } from '../unreadable-file.ts'
import { WEB_PAGE } from './other-kinds.ts'
import { broken, holds } from './refusal.ts'

const unpack = promisify(inflate)
/** All that is not a picture, together. */
const MOST_UNPACKED = 200 * 1024 * 1024

export async function checkPdf(given: Uint8Array): Promise<void> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const text = bytes.toString('latin1')
  if (!/^%PDF-[12]\.\d/.test(text)) throw broken()
  if (/<(!doctype|html|script|svg|body|iframe)\b/i.test(text.slice(0, 4096)))
    throw holds(WEB_PAGE.found, 'print it to PDF anew')
  const end = text.lastIndexOf('%%EOF')
  if (end === -1 || end < text.length - 1024) throw broken()
  if (holdsArchive(bytes)) throw holds('an archive after its end', 'print it to PDF anew')
  const plain = plainNames(text)
  if (/\/Encrypt[\s\d<[(]/.test(plain))
    throw new UnreadableFile(
      'it is locked, so that nobody can look into it, and was not kept: print it to PDF anew, without a password',
    )
  refuseActive(plain)
  await lookIntoStreams(bytes, text)
}

/** What makes a PDF more than pages, as whoever gave it would say it. */
const ACTIVE: [name: RegExp, found: string][] = [
  [/\/JavaScript(?![A-Za-z])/, 'a script'],
  [/\/Launch(?![A-Za-z])/, 'a command that starts a program'],
  [/\/(SubmitForm|ImportData)(?![A-Za-z])/, 'a form that sends what is typed'],
  [/\/EmbeddedFiles?(?![A-Za-z])|\/GoToE(?![A-Za-z])/, 'other files inside'],
  [/\/(RichMedia|Rendition)(?![A-Za-z])/, 'a film or sound'],
  [/\/XFA(?=[\s\d[(<])/, 'a form with a script of its own (XFA)'],
]

function refuseActive(plain: string): void {
  const found = ACTIVE.find(([name]) => name.test(plain))
  if (found) throw holds(found[1], 'print it to PDF anew, which leaves that out')
}

/** A name may be written with `#4a` for a letter; a writer of PDF does that for few. Throws where it is done more often than anyone would. */
function plainNames(text: string): string {
  const written = text.matchAll(WRITTEN)
  let count = 0
  while (!written.next().done) if (++count > MOST_WRITTEN) throw notLooked()
  return count === 0 ? text : text.replace(WRITTEN, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
const WRITTEN = /#([0-9a-f]{2})/gi
const MOST_WRITTEN = 50_000

/** Objects may stand packed in a stream; pictures apart, each is unpacked and looked into. */
async function lookIntoStreams(bytes: Buffer, text: string): Promise<void> {
  let left = MOST_UNPACKED
  let before = 0
  let last = 0
  if (/>>\s{0,16}stream(?![ \t]*[\r\n])/.test(text)) throw notLooked()
  for (const begin of text.matchAll(/(?<![A-Za-z])stream[ \t]*(\r\n|\n|\r)/g)) {
    const start = begin.index + begin[0].length
    const within = start < before // what seemed to be the stream before, which a comment or a string may have begun
    if (within && text.slice(last, begin.index).includes('>>')) throw notLooked()
    last = start
    if (within) continue
    const end = text.indexOf('endstream', start)
    if (end === -1) throw broken()
    const about = plainNames(text.slice(before, begin.index))
    before = end
    const objects = /\/ObjStm/.test(about) || (/\/N\s+\d/.test(about) && /\/First\s+\d+(?!\d|\s+\d+\s+R)/.test(about))
    if (!objects && /\/Subtype\s*\/Image/.test(about)) continue
    if (!/\/(FlateDecode|Fl)\b/.test(about)) {
      if (objects && /\/Filter/.test(about)) throw notLooked()
      continue
    }
    if (objects && (about.match(/\/(\w+Decode|Fl|AHx|A85|LZW|RL|Crypt)\b/g)?.length ?? 0) > 1) throw notLooked()
    if (objects && /\/(ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode|Crypt|Predictor\s+(?!1\b))/.test(about))
      throw notLooked()
    const plain = await unpacked(bytes.subarray(start, end), left, objects)
    left -= plain.length
    refuseActive(plainNames(plain.toString('latin1')))
  }
}

/** What cannot be unpacked shows nothing to a reader either; only where objects stand in it is that a reason to refuse. */
async function unpacked(packed: Buffer, most: number, objects: boolean): Promise<Buffer> {
  try {
    return await unpack(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE')
      throw new UnreadableFile(
        'it unpacks to more than 200 MB, so that it was not kept: print it to PDF anew, in smaller parts',
      )
    if (objects) throw notLooked()
    return Buffer.alloc(0)
  }
}

const notLooked = () =>
  new UnreadableFile('it is packed in a way that cannot be looked into, so that it was not kept: print it to PDF anew')

/** The directory of a zip archive, which readers of archives look for from the end (PKWARE APPNOTE, 4.3.16). */
function holdsArchive(bytes: Buffer): boolean {
  const tail = Math.max(0, bytes.length - 65_557)
  for (
    let at = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    at >= tail && at !== -1;
    at = at === 0 ? -1 : bytes.lastIndexOf('PK\x05\x06', at - 1, 'latin1')
  ) {
    if (at + 22 > bytes.length) continue
    const directory = at - bytes.readUInt32LE(at + 12)
    if (directory >= 0 && bytes.toString('latin1', directory, directory + 4) === 'PK\x01\x02') return true
  }
  return false
}
