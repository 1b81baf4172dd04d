import { expect, test } from 'vitest'
import { cells, problems, readParts, tables, texts, xlsxParts, zip } from './test-files.ts'
import { readDocument } from '../read-document.ts'

const data = (rows: string) => `<sheetData>${rows}</sheetData>`
const row = (r: number, ...given: string[]) => `<row r="${r}">${given.join('')}</row>`
const inline = (r: string, text: string, s = 0) => `<c r="${r}" s="${s}" t="inlineStr"><is><t>${text}</t></is></c>`
const sheet = (rows: string, after = '', name = 'Theme 1') => ({ name, xml: data(rows) + after })
const read = (rows: string, after = '', given = {}) => readParts('plan.xlsx', xlsxParts([sheet(rows, after)], given))

test('shared, rich and inline words, numbers, truth, errors and formulas are read as they are shown', async () => {
  const strings =
    '<si><t>Action</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">Rich </t></r><r><rPr><b/></rPr><t>words</t></r><rPh><t>kana</t></rPh></si><si><t>a_x000D_\nb</t></si>'
  const document = await read(
    row(1, '<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', '<c r="C1" t="s"><v>2</v></c>', inline('D1', 'own')) +
      row(2, '<c r="A2"><v>1.1</v></c>', '<c r="B2" t="b"><v>1</v></c>', '<c r="C2" t="e"><v>#N/A</v></c>', '<c r="D2" t="str"><f>A1&amp;"x"</f><v>Actionx</v></c>') +
      row(3, '<c r="A3"><f>1+1</f></c>', '<c r="B3" t="s"><v>99</v></c>', '<c r="C3"/>', '<c r="D3"><f>2*4</f><v>8</v></c>'),
    '',
    { strings },
  ) // prettier-ignore
  expect(texts(tables(document)[0])).toEqual([['Action', 'Rich words', 'a\nb', 'own'], ['1.1', 'TRUE', '#N/A', 'Actionx'], ['8']]) // prettier-ignore
  expect(cells(document)[1]?.paragraphs[0]?.bold).toBe(true)
  expect(cells(document)[3]?.where).toBe('sheet Theme 1, cell D1')
  expect(problems(document)).toContain('never worked out')
})

test('a date is shown in its format, also where days are counted from 1904 or written out', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/></numFmts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>'
  const rows = row(
    1,
    '<c r="A1" s="1"><v>42461</v></c>',
    '<c r="B1" s="2"><v>42461</v></c>',
    '<c r="C1" s="1" t="d"><v>2016-04-01</v></c>',
  )
  expect(texts(tables(await read(rows, '', { styles }))[0])).toEqual([['01/04/2016', 'Apr-16', '01/04/2016']])
  const later = await read(rows.replaceAll('42461', '40999'), '', { styles, workbook: '<workbookPr date1904="1"/>' })
  expect(texts(tables(later)[0])).toEqual([['01/04/2016', 'Apr-16', '01/04/2016']])
})

test('fill colours come from the cell, the theme with its tint, or the numbered palette', async () => {
  const fill = (colour: string, type = 'solid') =>
    `<fill><patternFill patternType="${type}">${colour}</patternFill></fill>`
  const fills = [fill('', 'none'), fill('<fgColor rgb="FF00B050"/><bgColor indexed="64"/>'), fill('<fgColor theme="5"/>'), fill('<fgColor theme="0" tint="-0.5"/>'), fill('<fgColor indexed="10"/>'), fill('<fgColor rgb="FFFFFFFF"/>'), fill('<fgColor rgb="FF000000"/>', 'gray125'), fill('<fgColor theme="5" tint="0.4"/>')] // prettier-ignore
  const styles = `<fills>${fills.join('')}</fills><cellStyleXfs><xf fillId="1"/></cellStyleXfs><cellXfs>${fills.map((_, n) => `<xf fillId="${n}"/>`).join('')}</cellXfs><dxfs><dxf><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></dxf></dxfs>` // prettier-ignore
  const theme =
    '<a:clrScheme><a:dk1><a:sysClr lastClr="000000"/></a:dk1><a:lt1><a:sysClr lastClr="FFFFFF"/></a:lt1><a:accent2><a:srgbClr val="ED7D31"/></a:accent2></a:clrScheme>'
  const document = await read(row(1, ...fills.map((_, n) => inline(`${'ABCDEFGH'[n]}1`, 'x', n))), '', {
    styles,
    theme,
  })
  expect(cells(document).map(cell => cell.colour)).toEqual([
    null,
    '00B050',
    'ED7D31',
    '808080',
    'FF0000',
    null,
    null,
    'F4B183',
  ])
})

test('merged cells stand once with what they span; words under them are said', async () => {
  const document = await read(
    row(1, inline('A1', 'Title'), '<c r="B1"/>') + row(2, inline('A2', 'Area'), inline('B2', 'one')) + row(3, inline('A3', 'unseen'), inline('B3', 'two')) + row(4, inline('B4', 'x'), inline('C4', 'y')),
    '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>',
  ) // prettier-ignore
  const [table] = tables(document)
  expect(table?.rows.map(each => each.cells.map(cell => [cell.text, cell.column, cell.row, cell.columnSpan, cell.rowSpan]))).toEqual([
    [['Title', 0, 0, 3, 1]],
    [['Area', 0, 1, 1, 2], ['one', 1, 1, 1, 1]],
    [['two', 1, 2, 1, 1]],
    [['x', 1, 3, 1, 1], ['y', 2, 3, 1, 1]],
  ]) // prettier-ignore
  expect(problems(document)).toBe(
    'sheet Theme 1, cell A3: There are words under a merged cell, where Excel does not show them; they were left out: ‘unseen’',
  )
})

test('sheets stand in their order; what is hidden is read and said', async () => {
  const sheets = [sheet(row(1, inline('A1', 'one')), '', 'B'), { ...sheet('<row r="2" hidden="1">' + inline('A2', 'two') + '</row>', '', 'A'), state: 'veryHidden' }] // prettier-ignore
  sheets[1]!.xml =
    '<cols><col min="2" max="4" hidden="1"/></cols>' +
    sheets[1]!.xml +
    '<conditionalFormatting><cfRule/></conditionalFormatting>'
  const document = await readParts('plan.xlsx', xlsxParts(sheets))
  expect(tables(document).map(table => [table.name, table.where])).toEqual([['B', 'sheet B'], ['A', 'sheet A']]) // prettier-ignore
  expect(texts(tables(document)[1])).toEqual([[], ['two']])
  expect(problems(document)).toMatch(
    /sheet A: This sheet is hidden[^]*hidden columns; they were read \(3\)[^]*hidden rows; they were read \(1\)[^]*by a rule/,
  )
})

test('line breaks in a cell begin new paragraphs', async () => {
  const [cell] = cells(await read(row(1, inline('A1', '\n First&#13;\nSecond\n\nThird \n'))))
  expect(cell?.paragraphs.map(one => one.text)).toEqual(['First', 'Second', '', 'Third'])
  expect(cell?.text).toBe('First\nSecond\n\nThird')
})

test('coloured but empty cells count within the table and not past its end', async () => {
  const styles =
    '<fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills><cellXfs><xf fillId="0"/><xf fillId="1"/></cellXfs>'
  const rows =
    row(1, inline('A1', 'Action'), inline('B1', 'RAG')) +
    row(2, inline('A2', 'x'), '<c r="B2" s="1"/>', '<c r="C2" s="1"/>') +
    row(3, '<c r="B3" s="1"/>')
  const [table] = tables(await read(rows, '', { styles }))
  expect(table?.width).toBe(2)
  expect(table?.rows.map(each => each.cells.map(cell => cell.colour))).toEqual([[null, null], [null, 'FF0000']]) // prettier-ignore
})

test('a sheet that claims a million rows and 16,384 columns is read by what it holds', async () => {
  const rows = row(1, inline('A1', 'first')) + row(1_048_576, inline('XFD1048576', 'last'))
  const document = await readParts(
    'plan.xlsx',
    xlsxParts([{ name: 'S', xml: `<dimension ref="A1:XFD1048576"/>${data(rows)}` }]),
  )
  const [table] = tables(document)
  expect(table?.rows.length).toBe(2)
  expect(cells(document)[1]).toMatchObject({ text: 'last', row: 1, column: 16_383, where: 'sheet S, cell XFD1048576' })
  expect(problems(document)).toContain('1,048,574 empty rows')
})

test('a workbook with macros or values from elsewhere is read, and that is said', async () => {
  const parts = xlsxParts([sheet(row(1, inline('A1', 'x')))], {
    type: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
  })
  parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace('</Relationships>', '<Relationship Id="e" Type="x/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>') // prettier-ignore
  const document = await readParts('plan.xlsm', parts)
  expect(cells(document).map(cell => cell.text)).toEqual(['x'])
  expect(problems(document)).toMatch(/macros[^]*another workbook/)
})

test('cells without addresses follow one another', async () => {
  const document = await read(
    '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c t="str"><v>c</v></c></row>',
  )
  expect(texts(tables(document)[0])).toEqual([['a', 'b'], ['c']]) // prettier-ignore
})

test('a plan of 10,000 rows and ten columns is read in good time', { timeout: 30_000 }, async () => {
  const letters = [...'ABCDEFGHIJ']
  const rows = Array.from({ length: 10_000 }, (_, n) =>
    row(n + 1, ...letters.map(letter => inline(letter + (n + 1), `Words of action ${n} in ${letter}, at some length`))),
  )
  const bytes = await zip(xlsxParts([sheet(rows.join(''))]))
  const start = performance.now()
  const document = await readDocument('long.xlsx', bytes)
  expect(performance.now() - start).toBeLessThan(10_000) // 1 s on two idle cores
  expect(tables(document)[0]?.rows.length).toBe(10_000)
  expect(cells(document).length).toBe(100_000)
})
