/**
 * Office and OpenDocument files, which are archives: every part is unpacked, counted and looked at. One with macros, with a program or
 * an older Office file inside, or that fetches a template from elsewhere is refused. A workbook inside a document is looked into as well.
 */
import { type Archive, damaged, openArchive } from '../sources/archive.ts'
import { readPackage } from '../sources/office-package.ts'
import { readXml } from '../sources/xml.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { FileKind } from '../attachable.ts'
import { ARCHIVE, type Other, otherKind } from './other-kinds.ts'
import { refuseActiveMarkup } from './active-markup.ts'
import { checkPdf } from './pdf.ts'
import { fetches, holds, WITHOUT } from './refusal.ts'

const MB = 1024 * 1024
/** A part may unpack to 10 MB; beyond, it is a bomb where it is more than 200 times its packed size. All together 200 MB. [D] */
const MOST = { part: 100 * MB, all: 200 * MB, ratio: 200, ratioFrom: 10 * MB, within: 2 }

type Count = { unpack(size: number, part: number, packed: number): void }

function counting(): Count {
  let all = 0
  return {
    unpack(size, part, packed) {
      all += size
      if (part > MOST.part || all > MOST.all || (part > MOST.ratioFrom && part > packed * MOST.ratio))
        throw new UnreadableFile(
          'it unpacks to far more than it should, so that it was not kept: save it again, or in smaller parts',
        )
    },
  }
}

/** What an archive is. Throws where it is one of ours and holds what it must not. */
export async function packageKind(bytes: Uint8Array): Promise<FileKind | Other> {
  return look(bytes, counting(), 0)
}

async function look(bytes: Uint8Array, count: Count, depth: number): Promise<FileKind | Other> {
  const archive = openArchive(bytes, count)
  const kind = await kindOf(archive)
  if (typeof kind !== 'string') return kind
  refuseNames(archive)
  for (const name of archive.names) await lookAt(archive, name, count, depth)
  return kind
}

async function kindOf(archive: Archive): Promise<FileKind | Other> {
  const open = archive.has('mimetype') ? (await whole(archive, 'mimetype')).toString('latin1').trim() : null
  if (open !== null) return OPEN_DOCUMENT[open] ?? ARCHIVE
  const office = await readPackage(archive)
  if (!office) return archive.names.length === 0 ? Promise.reject(damaged()) : ARCHIVE
  await refuseTypes(archive)
  const found = OFFICE.find(([type]) => type.test(office.contentType))
  return found ? found[1] : { found: 'another kind of Office file', instead: 'save it as .docx, .xlsx or .pptx' }
}

const OPEN_DOCUMENT: Record<string, FileKind> = Object.assign(Object.create(null), {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
})
const OFFICE: [RegExp, FileKind | Other][] = [
  [
    /macroEnabled/i,
    { found: 'an Office file with macros', instead: 'save it without macros, as .docx, .xlsx or .pptx' },
  ],
  [/wordprocessingml\.document\.main\+xml/, 'docx'],
  [/spreadsheetml\.sheet\.main\+xml/, 'xlsx'],
  [/presentationml\.presentation\.main\+xml/, 'pptx'],
]

/** A part is what its type says, whatever it is called. */
async function refuseTypes(archive: Archive): Promise<void> {
  const types = (await whole(archive, '[Content_Types].xml')).toString('latin1').replaceAll('\0', '')
  if (/vbaProject|macrosheet|vbaData/i.test(types)) throw holds('macros', WITHOUT)
  if (/vnd\.ms-office\.activeX/i.test(types)) throw holds('controls that run (ActiveX)', WITHOUT)
}

const NAMES: [RegExp, string][] = [
  [/vbaProject|vbaData|(^|\/)macrosheets\//i, 'macros'],
  [/(^|\/)(Basic|Scripts)\//, 'macros'],
  [/(^|\/)activeX\//i, 'controls that run (ActiveX)'],
  [/(^|\/)webextensions?\//i, 'an add-in from the web'],
]
function refuseNames({ names }: Archive): void {
  const found = NAMES.find(([pattern]) => names.some(name => pattern.test(name)))
  if (found) throw holds(found[1], WITHOUT)
}

async function lookAt(archive: Archive, name: string, count: Count, depth: number): Promise<void> {
  if (/\.rels$/i.test(name)) await refuseFetching(archive, name)
  const part = await whole(archive, name)
  if (part.subarray(0, 4).toString('latin1') === 'PK\x03\x04') {
    if (depth + 1 >= MOST.within) throw holds('archives within archives', WITHOUT)
    const inside = await look(part, count, depth + 1)
    if (typeof inside !== 'string') throw holds(inside.found, WITHOUT)
    return
  }
  const other = /\.(bin|ole|exe|dll|dat)$|(^|\/)(embeddings|Object|ObjectReplacements)/i.test(name) || RUNS.test(part.toString('latin1', 0, 4)) ? otherKind(part) : null // prettier-ignore
  if (other && !/picture/.test(other.found)) throw holds(`${other.found} inside`, WITHOUT)
  if (/^META-INF\/manifest\.xml$/.test(name) && part.includes('encryption-data'))
    throw new UnreadableFile(
      'it has a password, so that nobody can look into it, and was not kept: take the password off and save it again',
    )
  if (part.toString('latin1', 0, 5) === '%PDF-') await checkPdf(part)
  await refuseActiveMarkup(part)
}

/** Beginnings of what runs or holds what runs, whatever the part is called. */
const RUNS = /^(MZ|\x7fELF|\xd0\xcf\x11\xe0|\{\\rt)/

/** Links for a reader to follow are fine, and pictures elsewhere; what is opened with the document is not. */
const FETCHED = ['attachedTemplate', 'oleObject', 'package', 'frame', 'subDocument', 'control']
async function refuseFetching(archive: Archive, name: string): Promise<void> {
  let fetched = false
  await readXml(archive.open(name), {
    Relationship: {
      open({ Type = '', TargetMode }) {
        if (TargetMode === 'External' && FETCHED.includes(Type.slice(Type.lastIndexOf('/') + 1))) fetched = true
      },
    },
  })
  if (fetched) throw fetches()
}

async function whole(archive: Archive, name: string): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of archive.open(name)) pieces.push(piece)
  return Buffer.concat(pieces)
}
