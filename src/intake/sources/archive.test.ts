import { createDeflateRaw, crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { allowance } from './allowance.ts'
import { openArchive } from './archive.ts'
import { cells, docxParts, paragraphs, readParts, refusal, xlsxParts, zip } from './test-files.ts'
import { readDocument } from '../read-document.ts'

const MB = 1024 * 1024
const p = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

/** 1 GB of spaces, packed as a stream. */
async function packedGigabyte(): Promise<Buffer> {
  const deflate = createDeflateRaw()
  const packed: Buffer[] = []
  const chunk = Buffer.alloc(MB, 0x20)
  const done = new Promise<void>(resolve => deflate.on('data', (part: Buffer) => packed.push(part)).on('end', resolve))
  for (let n = 0; n < 1024; n++) if (!deflate.write(chunk)) await new Promise(resolve => deflate.once('drain', resolve))
  deflate.end()
  await done
  return Buffer.concat(packed)
}

function container(name: string, packed: Buffer, declared: number, crc = 0): Buffer {
  const header = (signature: number, rest: number) => {
    const bytes = Buffer.alloc(rest)
    bytes.writeUInt32LE(signature, 0)
    return bytes
  }
  const local = header(0x04034b50, 30)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  const central = header(0x02014b50, 46)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(crc, 16)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(declared, 24)
  central.writeUInt16LE(name.length, 28)
  const end = header(0x06054b50, 22)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

async function measured(work: () => Promise<string>): Promise<{ answer: string; seconds: number; grownBy: number }> {
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5)
  const start = performance.now()
  const answer = await work()
  const seconds = (performance.now() - start) / 1000
  clearInterval(watch)
  return { answer, seconds, grownBy: (Math.max(most, process.memoryUsage().rss) - before) / MB }
}

test(
  'a bomb of 1 GB is refused at once, in little memory, whatever size it claims to have',
  { timeout: 60_000 },
  async () => {
    const packed = await packedGigabyte()
    for (const declared of [1000, 1024 * MB]) {
      const bytes = container('_rels/.rels', packed, declared)
      expect(bytes.length).toBeLessThan(2 * MB)
      const { answer, seconds, grownBy } = await measured(() => refusal('plan.docx', bytes))
      expect(answer).toMatch(/plan.docx: This file unpacks to more than 100 MB/)
      expect(seconds).toBeLessThan(10)
      expect(grownBy).toBeLessThan(300)
    }
  },
)

test('a bomb in the text of a proper file is refused too', { timeout: 60_000 }, async () => {
  const parts = docxParts('')
  parts['word/document.xml'] = Buffer.concat([
    Buffer.from('<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>'),
    Buffer.alloc(30 * MB, 0x61),
  ])
  const bytes = await zip(parts)
  const { answer, seconds, grownBy } = await measured(() => refusal('plan.docx', bytes))
  expect(answer).toMatch(/unpacks to more than/)
  expect(seconds).toBeLessThan(10)
  expect(grownBy).toBeLessThan(300)
})

test('a bomb in a part that is not read does no harm', async () => {
  const parts = {
    ...docxParts(p('text')),
    'word/media/image1.png': Buffer.alloc(20 * MB),
    'nested.zip': await zip({ a: 'b' }),
  }
  const document = await readParts('plan.docx', parts)
  expect(paragraphs(document).map(one => one.text)).toEqual(['text'])
})

test('entities that grow are refused', async () => {
  const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
  const parts = docxParts(p('x'))
  parts['word/document.xml'] = laughs + parts['word/document.xml']
  expect(await refusal('plan.docx', await zip(parts))).toMatch(/defines its own XML entities/)
  parts['word/document.xml'] =
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&undefined;</w:t></w:r></w:p></w:body></w:document>'
  expect(await refusal('plan.docx', await zip(parts))).toMatch(/damaged/)
})

test('nesting without end is refused; a table ten deep is read', async () => {
  const nested = (deep: number): string =>
    deep === 0 ? p('core') : `<w:tbl><w:tr><w:tc>${nested(deep - 1)}</w:tc></w:tr></w:tbl>`
  expect(await refusal('deep.docx', await zip(docxParts(nested(1000))))).toMatch(/nested more than 400 levels/)
  expect(JSON.stringify(await readParts('ten.docx', docxParts(nested(10))))).toContain('core')
})

test('more parts than any plan has are refused', async () => {
  const many = Buffer.from(await zip({ a: 'x' }))
  many.writeUInt16LE(5001, many.lastIndexOf(Buffer.from('PK\x05\x06')) + 10)
  expect(await refusal('many.docx', many)).toMatch(/more than 5,000 parts/)
})

test(
  'a cell of a million characters, and a million cells, are refused with where they stand',
  { timeout: 30_000 },
  async () => {
    const cell = `<sheetData><row r="1"><c r="B1" t="str"><v>${'x'.repeat(1_000_000)}</v></c></row></sheetData>`
    expect(await refusal('a.xlsx', await zip(xlsxParts([{ name: 'S', xml: cell }])))).toMatch(
      /a.xlsx, sheet S, cell B1: There are more than 200,000/,
    )
    const many = `<sheetData>${`<row>${'<c><v>1</v></c>'.repeat(100)}</row>`.repeat(10_001)}</sheetData>`
    const bytes = await zip(xlsxParts([{ name: 'S', xml: many }]), 'STORE')
    const { answer, grownBy } = await measured(() => refusal('b.xlsx', bytes))
    expect(answer).toMatch(/far more than a plan can/)
    expect(grownBy).toBeLessThan(500)
  },
)

test('shared words used again and again are counted each time', async () => {
  const strings = `<si><t>${'x'.repeat(32_000)}</t></si>`
  const xml = `<sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(5000)}</sheetData>`
  expect(await refusal('a.xlsx', await zip(xlsxParts([{ name: 'S', xml }], { strings })))).toMatch(
    /far more than a plan can/,
  )
})

test('a part that stands twice is refused, whichever a reader might take', async () => {
  const one = Buffer.from(await zip(docxParts(p('shown'))))
  const twice = Buffer.from(one.toString('latin1').replaceAll('docProps/core.xml', 'word/documenT.xml'), 'latin1')
  expect(await refusal('twice.docx', twice)).toMatch(/holds word\/document.xml twice|holds word\/documenT.xml twice/)
})

test('names that climb out of the archive, absolute names and folders are passed over', async () => {
  const document = await readParts('plan.docx', {
    ...docxParts(p('text')),
    '../../etc/passwd': 'x',
    '/root/x': 'x',
    'C:\\x': 'x',
  })
  expect(paragraphs(document).length).toBe(1)
  const packed = await new Promise<Buffer>(resolve => {
    const deflate = createDeflateRaw()
    deflate.on('data', resolve)
    deflate.end('x')
  })
  expect(openArchive(container('../x', packed, 1, crc32('x')), allowance()).names).toEqual([])
})

test('bytes after the archive, and before it, do no harm', async () => {
  const bytes = await zip(docxParts(p('text')))
  for (const given of [[bytes, Buffer.alloc(500, 7)], [Buffer.alloc(500, 7), bytes]]) {
    const file = Buffer.concat(given)
    file.write('PK', 0, 'latin1')
    expect(paragraphs(await readDocument('plan.docx', file)).length).toBe(1)
  } // prettier-ignore
})

test('an archive in the long form (zip64), as some programs write every file, is read; its lies are not believed', async () => {
  const bytes = Buffer.from(await zip(docxParts(p('text'))))
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06'))
  const long = Buffer.alloc(56 + 20)
  long.write('PK\x06\x06', 0, 'latin1')
  long.writeBigUInt64LE(BigInt(bytes.readUInt16LE(end + 10)), 32)
  long.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 12)), 40)
  long.writeBigUInt64LE(BigInt(bytes.readUInt32LE(end + 16)), 48)
  long.write('PK\x06\x07', 56, 'latin1')
  long.writeBigUInt64LE(BigInt(end), 64)
  const short = Buffer.from(bytes.subarray(end))
  short.fill(0xff, 8, 20)
  const file = Buffer.concat([bytes.subarray(0, end), long, short])
  expect(paragraphs(await readDocument('long.docx', file)).map(one => one.text)).toEqual(['text'])
  for (const field of [32, 40, 48, 64]) {
    const lies = Buffer.from(file)
    lies.writeBigUInt64LE(2n ** 60n, end + field)
    expect(await refusal('lies.docx', lies)).toMatch(/damaged|parts/)
  }
})

test('a file that is cut off, changed or claims sizes it has not is refused as damaged', async () => {
  const bytes = await zip(docxParts(p('text')))
  expect(await refusal('cut.docx', bytes.subarray(0, bytes.length / 2))).toMatch(
    /cut.docx: This file is damaged or incomplete: open it/,
  )
  const changed = Buffer.from(await zip(docxParts(p('text')), 'STORE'))
  changed.write('tExt', changed.indexOf('text<'))
  expect(await refusal('changed.docx', changed)).toMatch(/damaged/)
  for (const [field, value] of [[20, 0xfffffffe], [42, 0x7fffffff], [24, 0xffffffff]] as const) {
    const lies = Buffer.from(bytes)
    lies.writeUInt32LE(value, lies.indexOf(Buffer.from('PK\x01\x02')) + field)
    expect(await refusal('lies.docx', lies)).toMatch(/damaged|unpacks/)
  } // prettier-ignore
  const end = Buffer.from(bytes)
  end.writeUInt32LE(0xffffffff, end.lastIndexOf(Buffer.from('PK\x05\x06')) + 16)
  expect(await refusal('lies.docx', end)).toMatch(/damaged/)
})

test('whatever bytes are changed, a file is read or refused, and nothing else', { timeout: 60_000 }, async () => {
  const bytes = await zip(
    xlsxParts([{ name: 'S', xml: '<sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row></sheetData>' }]),
  )
  for (let at = 0; at < bytes.length; at += 3) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] as number) ^ 0xff
    if (changed[0] === 0x50 && changed[1] === 0x4b) expect(await refusal('x.xlsx', changed)).toBeTypeOf('string')
  }
  expect(cells(await readDocument('x.xlsx', bytes)).length).toBe(1)
})
