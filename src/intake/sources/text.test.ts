import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { cells, paragraphs, tables, texts } from './test-files.ts'

const read = (text: string) => readDocument('plan.txt', Buffer.from(text))
const parts = async (text: string) => paragraphs(await read(text)).map(one => [one.text, one.list])

test('lines apart by tabs are rows, other lines paragraphs, each with its line', async () => {
  const document = await read('Plan\n\nRef\tAction\tLead\n1\tDo\t\nAfter\n')
  expect(document.blocks.map(block => block.where)).toEqual(['line 1', 'table 1, from line 3', 'line 5'])
  expect(texts(tables(document)[0])).toEqual([['Ref', 'Action', 'Lead'], ['1', 'Do', '']]) // prettier-ignore
  expect(cells(document)[4]?.where).toBe('line 4, column 2')
})

const heading = 'Ref\tAction\tLead\tWhen'

test.each([
  ['blank line', '\n'],
  ['form feed', '\f\n'],
  ['many blank lines', '\n\n\n\n'],
])('a table goes on after a %s', async (_, gap) => {
  const found = tables(await read(`${heading}\n1\ta\tb\tc\n${gap}\tgoes on\t\t\n2\td\te\tf\n`))
  expect(found.map(table => table.rows.length)).toEqual([4])
  expect(found[0]?.rows[2]?.cells[1]).toMatchObject({ text: 'goes on', row: 2 })
})

test('a repeated heading, with or without its banner, begins a table; so do rows of another width', async () => {
  const banner = 'THEME 1\t\t\t'
  expect(tables(await read(`${heading}\n1\ta\tb\tc\n\n${heading}\n2\td\te\tf\n`)).length).toBe(2)
  expect(
    tables(
      await read(
        `${banner}\n${heading}\n1\ta\tb\tc\n\n${banner}\n${heading.replace('Action', 'Actions')}\n2\td\te\tf\n`,
      ),
    ).length,
  ).toBe(2)
  expect(tables(await read(`${heading}\n1\ta\tb\tc\n\nx\ty\n`)).length).toBe(2)
  expect(tables(await read(`${heading}\n1\ta\tb\tc\n\nGovernance\t\t\n2\td\te\tf\n`)).length).toBe(1) // a section of the same table
})

test('a line without tabs between two rows is the rest of the cell before it', async () => {
  const document = await read('1\ta\tbegins\nand goes on\n2\tb\tc\n')
  expect(texts(tables(document)[0])).toEqual([['1', 'a', 'begins\nand goes on'], ['2', 'b', 'c']]) // prettier-ignore
})

test('the tab-delimited text of Excel, whose cells hold line breaks within quotation marks, is read like CSV', async () => {
  const document = await read('Ref\tAction\n1\t"First\nand ""second"""\n2\t"quoted"\n')
  expect(document.format).toBe('text')
  expect(texts(tables(document)[0])).toEqual([['Ref', 'Action'], ['1', 'First\nand "second"'], ['2', 'quoted']]) // prettier-ignore
  expect(texts(tables(await read('1\t"quoted" word\n2\tsaid "x\n'))[0])[0]).toEqual(['1', '"quoted" word'])
})

test('a row of dashes is a line under a heading, not a row', async () => {
  expect(texts(tables(await read('a\tb\n---\t-----\n1\t-\n'))[0])).toEqual([['a', 'b'], ['1', '-']]) // prettier-ignore
})

test('bullets become list items, and emphasis marks go', async () => {
  expect(await parts('- one\n  - two\n• three\n– four\n5. five\n-5 degrees\n**Bold** and *slanted* * star\n')).toEqual([
    ['one', 1], ['two', 2], ['three', 1], ['four', 1], ['5. five', 0], ['-5 degrees', 0], ['Bold and slanted * star', 0],
  ]) // prettier-ignore
  const bold = paragraphs(await read('2. **Implement it by:**\n3. **Part** of it\n# Heading\n- 6. Half a mark** by\n'))
  expect(bold.map(one => [one.text, one.bold, one.heading])).toEqual([['2. Implement it by:', true, 0], ['3. Part of it', false, 0], ['Heading', false, 1], ['6. Half a mark by', false, 0]]) // prettier-ignore
})

test('tags become breaks and list items; every word is kept', async () => {
  const [cell] = cells(
    await read('<p>Aim &amp; end</p> <ul style="x"> <li>One</li><li>Two <i>three</i></li></ul><br/>Last 5 < 6\tx\n'),
  )
  expect(cell?.paragraphs.map(one => [one.text, one.list])).toEqual([['Aim & end', 0], ['One', 1], ['Two three', 1], ['Last 5 < 6', 0]]) // prettier-ignore
})

test('bullets within the one line of a cell begin a paragraph each', async () => {
  const [first, second, third] = cells(await read('Do: • this • that\t<ul> ▪ only one </ul>\tone • only\n'))
  expect(first?.paragraphs.map(one => [one.text, one.list])).toEqual([['Do:', 0], ['this', 1], ['that', 1]]) // prettier-ignore
  expect(second?.paragraphs.map(one => [one.text, one.list])).toEqual([['only one', 1]])
  expect(third?.text).toBe('one • only')
})

test('a footnote is put with what carries it, and the sentence it broke is whole', async () => {
  const document = await read(
    '- stated in *Working Together*¹;\n- with timescales agreed with\n\n¹ <http://example.org/a>\n\n- other professionals;\n- last\n',
  )
  expect(paragraphs(document).map(one => [one.text, one.footnotes])).toEqual([
    ['stated in Working Together;', ['http://example.org/a']],
    ['with timescales agreed with other professionals;', []],
    ['last', []],
  ])
})
