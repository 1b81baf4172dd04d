import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { cells, problems, refusal, tables, texts } from './test-files.ts'

const read = (text: string, encoding = 'utf-8', name = 'plan.csv') =>
  readDocument(name, iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }))

test.each([
  ['comma', 'Ref,Action\n1,"Do, then"\n'],
  ['semicolon', 'Ref;Action\n1;Do, then\n'],
  ['tab', 'Ref\tAction\n1\tDo, then\n'],
  ['bar', 'Ref|Action\n1|Do, then\n'],
  ['named by Excel', 'sep=;\nRef;Action\n1;Do, then\n'],
])('cells apart by %s are told apart', async (_, text) => {
  expect(texts(tables(await read(text))[0])).toEqual([['Ref', 'Action'], ['1', 'Do, then']]) // prettier-ignore
})

test.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
  '%s is read, with and without a byte order mark',
  async encoding => {
    const text = 'Ref,Action\n1,Children’s £5 – résumé\n'
    expect(texts(tables(await read(text, encoding))[0])[1]).toEqual(['1', 'Children’s £5 – résumé'])
    expect(texts(tables(await read(`\ufeff${text}`))[0])[0]).toEqual(['Ref', 'Action'])
    const bare = Buffer.from(iconv.encode(text.repeat(20), encoding, { addBOM: false }))
    expect(texts(tables(await readDocument('plan.csv', bare))[0])[1]).toEqual(['1', 'Children’s £5 – résumé'])
  },
)

test('a quoted cell may hold line breaks and quotes; a row says at which line it begins', async () => {
  const document = await read('Ref,Action\r\n1,"First\r\nsecond ""quoted"""\r\n2,x\r\n')
  expect(texts(tables(document)[0])).toEqual([['Ref', 'Action'], ['1', 'First\nsecond "quoted"'], ['2', 'x']]) // prettier-ignore
  expect(cells(document).map(cell => cell.where).slice(3)).toEqual(['line 2, column 2', 'line 4, column 1', 'line 4, column 2']) // prettier-ignore
  expect(cells(document)[3]?.paragraphs.map(one => one.text)).toEqual(['First', 'second "quoted"'])
})

test('every cell stays as it was written: no number, date or empty cell is changed', async () => {
  const document = await read('a,b,c,d\n001,1.10,01/04/2016,\n')
  expect(texts(tables(document)[0])[1]).toEqual(['001', '1.10', '01/04/2016', ''])
})

test('rows of unequal length are read and said', async () => {
  const document = await read('a,b,c\n1\n2,3,4,5\n')
  expect(texts(tables(document)[0])).toEqual([['a', 'b', 'c'], ['1'], ['2', '3', '4', '5']]) // prettier-ignore
  expect(tables(document)[0]?.width).toBe(4)
  expect(problems(document)).toBe('plan.csv: 2 rows have fewer cells than the longest')
})

test('a quotation mark that never closes is refused with the line it stands in', async () => {
  expect(await refusal('plan.csv', Buffer.from('a,b\n1,x\n2,"open\n3,y\n'))).toBe(
    'plan.csv, line 3: A quotation mark opens here and never closes: close it, or remove it',
  )
})

test('a tab-separated file is read as one', async () => {
  expect(texts(tables(await read('a\tb, c\n1\t2\n', 'utf-8', 'plan.tsv'))[0])).toEqual([['a', 'b, c'], ['1', '2']]) // prettier-ignore
})
