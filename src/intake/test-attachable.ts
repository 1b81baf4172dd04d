/** Small real files of the kinds that may be attached, made for tests, and what is wrong with others. */
import { crc32, deflateSync } from 'node:zlib'
import { type Parts, zip } from './sources/test-files.ts'

export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

/** A PDF of one empty page; `more` are objects beside it, `catalog` what its catalog says besides. */
export const pdf = (more = '', catalog = ''): Uint8Array =>
  latin(
    `%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog/Pages 2 0 R${catalog}>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n` +
      `3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n${more}\nxref\n0 4\ntrailer\n<</Root 1 0 R/Size 4>>\nstartxref\n9\n%%EOF\n`,
  )

/** Objects packed in a stream, as most writers of PDF do. */
export const packedObjects = (objects: string, about = '/Filter/FlateDecode'): string =>
  `9 0 obj\n<</Type/ObjStm/N 1/First 4${about}>>\nstream\n${deflateSync(Buffer.from(`5 0 ${objects}`)).toString('latin1')}\nendstream\nendobj`

const TYPES = 'application/vnd.openxmlformats-officedocument.'
export const MAIN: Record<string, [part: string, type: string]> = {
  docx: ['word/document.xml', `${TYPES}wordprocessingml.document.main+xml`],
  xlsx: ['xl/workbook.xml', `${TYPES}spreadsheetml.sheet.main+xml`],
  pptx: ['ppt/presentation.xml', `${TYPES}presentationml.presentation.main+xml`],
  docm: ['word/document.xml', 'application/vnd.ms-word.document.macroEnabled.main+xml'],
}

export function office(kind: string, more: Parts = {}): Promise<Uint8Array> {
  const [part, type] = MAIN[kind]!
  return zip({
    '[Content_Types].xml': `<Types><Override PartName="/${part}" ContentType="${type}"/></Types>`,
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="${part}"/></Relationships>`,
    [part]: '<x/>',
    ...more,
  })
}

export const openDocument = (kind: 'text' | 'spreadsheet' | 'presentation', more: Parts = {}): Promise<Uint8Array> =>
  zip({
    mimetype: `application/vnd.oasis.opendocument.${kind}`,
    'META-INF/manifest.xml': '<manifest/>',
    'content.xml': '<content/>',
    ...more,
  })

const chunk = (type: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}

/** One grey point, with chunks of words beside it. */
export const png = (beside: [type: string, text: string][] = [], width = 1): Uint8Array => {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  head.writeUInt32BE(width)
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', head),
      ...beside.map(([type, text]) => chunk(type, Buffer.from(text))),
      chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

const segment = (marker: number, body: Uint8Array): Buffer => {
  const size = Buffer.alloc(2)
  size.writeUInt16BE(body.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), size, body])
}

/** One grey point, as a camera that lay on its side and knows where it was would write it. */
export function jpeg({ turned = 6, after = '' } = {}): Uint8Array {
  const place = 'Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0' + String.fromCharCode(turned) + '\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x26\0\0\0\0GPS 53.4808N 2.2426W' // prettier-ignore
  const tables = Buffer.concat([segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])), segment(0xc4, Buffer.from([0, 1, ...Buffer.alloc(15), 0])), segment(0xc4, Buffer.from([0x10, 1, ...Buffer.alloc(15), 0]))]) // prettier-ignore
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0xff, 0xd8]),
      segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
      segment(0xe1, Buffer.from(place, 'latin1')),
      segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Manchester</x:xmpmeta>')),
      segment(0xfe, Buffer.from('taken at home')),
      tables,
      segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
      segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
      Buffer.from([0x3f]),
      Buffer.from([0xff, 0xd9]),
      Buffer.from(after, 'latin1'),
    ]),
  )
}
