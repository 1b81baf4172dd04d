import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { cells, docx, docxParts, external, paragraphs, problems, readParts, tables, texts, zip } from './test-files.ts'

const p = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const tc = (content: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`
const tr = (...given: string[]) => `<w:tr>${given.join('')}</w:tr>`
const tbl = (...rows: string[]) => `<w:tbl><w:tblPr><w:shd w:fill="00FF00"/></w:tblPr>${rows.join('')}</w:tbl>`
const words = async (body: string, others = {}) => paragraphs(await docx(body, others)).map(one => one.text)

test('headings are told by style, by what the style is based on, and by outline level', async () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Theme heading"/><w:basedOn w:val="H2"/></w:style>
    <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>`
  const read = await docx(
    p('Two', '<w:pStyle w:val="H2"/>') + p('Own', '<w:pStyle w:val="Own"/>') + p('Four', '<w:outlineLvl w:val="3"/>') +
      p('Body', '<w:outlineLvl w:val="9"/>') + p('Loop', '<w:pStyle w:val="Loop"/>') + p('Title', '<w:pStyle w:val="None"/>'),
    { styles },
  ) // prettier-ignore
  expect(paragraphs(read).map(one => [one.text, one.heading, one.bold])).toEqual([
    ['Two', 2, true], ['Own', 2, true], ['Four', 4, false], ['Body', 0, false], ['Loop', 0, false], ['Title', 0, false],
  ]) // prettier-ignore
  expect(read.title).toBe('A plan')
  expect(read.blocks[1]?.where).toBe('paragraph 2')
})

test('a paragraph is bold only where all of its words are', async () => {
  const read = await docx(
    `<w:p>${run('All', '<w:b/>')}${run(' ')}</w:p><w:p>${run('Some', '<w:b/>')}${run('not', '<w:b w:val="0"/>')}</w:p>`,
  )
  expect(paragraphs(read).map(one => one.bold)).toEqual([true, false])
})

const numbering = `
  <w:abstractNum w:abstractNumId="1">
    <w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
    <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>
  </w:abstractNum>
  <w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="8"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
const item = (text: string, level: number, list = 7) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)

test('the numbers and letters that Word prints before list items are worked out', async () => {
  const items = [item('a', 0), item('b', 1), item('c', 1), item('d', 2), item('e', 2), item('f', 3), item('g', 0), item('h', 1), item('i', 0, 8), item('none', 0, 0)] // prettier-ignore
  const read = await docx(items.join(''), { numbering })
  expect(paragraphs(read).map(one => [one.text, one.list, one.label])).toEqual([
    ['a', 1, '4.'], ['b', 2, '(a)'], ['c', 2, '(b)'], ['d', 3, '4.b.i'], ['e', 3, '4.b.ii'], ['f', 4, null],
    ['g', 1, '5.'], ['h', 2, '(a)'], ['i', 1, '1.'], ['none', 0, null],
  ]) // prettier-ignore
})

test('a list may come with the style, and a numbered heading is a heading with its number', async () => {
  const styles = `
    <w:style w:type="paragraph" w:styleId="L"><w:name w:val="List Number"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>`
  const read = await docx(p('item', '<w:pStyle w:val="L"/>') + p('heading', '<w:pStyle w:val="H"/>'), {
    styles,
    numbering,
  })
  expect(paragraphs(read).map(one => [one.heading, one.list, one.label])).toEqual([[0, 1, '4.'], [1, 0, '(a)']]) // prettier-ignore
})

test('merged cells stand once, across and down, and keep their place', async () => {
  const read = await docx(
    tbl(
      tr(tc('Title', '<w:gridSpan w:val="3"/>')),
      tr(tc('A', '<w:vMerge w:val="restart"/>'), tc('one'), tc('x')),
      tr(tc(p(''), '<w:vMerge/>'), tc('two'), tc('y')),
      '<w:tr><w:trPr><w:gridBefore w:val="1"/><w:tblHeader/></w:trPr>' + tc('three') + '</w:tr>',
      tr(tc('old', '<w:hMerge w:val="restart"/>'), tc(p(''), '<w:hMerge/>'), tc('z')),
    ),
  )
  const [table] = tables(read)
  expect(table?.width).toBe(3)
  expect(table?.rows.map(row => row.cells.map(cell => [cell.text, cell.column, cell.columnSpan, cell.rowSpan]))).toEqual([
    [['Title', 0, 3, 1]],
    [['A', 0, 1, 2], ['one', 1, 1, 1], ['x', 2, 1, 1]],
    [['two', 1, 1, 1], ['y', 2, 1, 1]],
    [['three', 1, 1, 1]],
    [['old', 0, 2, 1], ['z', 2, 1, 1]],
  ]) // prettier-ignore
  expect(table?.rows.map(row => row.heading ?? false)).toEqual([false, false, false, true, false])
  expect(table?.rows[2]?.cells[0]?.where).toBe('table 1, row 3, column 2')
})

test('words under a merged cell are not shown by Word: they are left out and said', async () => {
  const read = await docx(tbl(tr(tc('A', '<w:vMerge w:val="restart"/>')), tr(tc('unseen', '<w:vMerge/>'))))
  expect(cells(read).map(cell => cell.text)).toEqual(['A'])
  expect(problems(read)).toContain('‘unseen’')
})

test('a cell has the colour of its fill, or else of what lies behind all of its words', async () => {
  const read = await docx(
    tbl(
      tr(
        tc('fill', '<w:shd w:val="clear" w:color="auto" w:fill="00b050"/>'),
        tc('none', '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>'),
        tc('white', '<w:shd w:val="clear" w:fill="FFFFFF"/>'),
        tc(`<w:p>${run('high', '<w:highlight w:val="red"/>')}</w:p>`),
        tc(`<w:p>${run('part', '<w:highlight w:val="red"/>')}${run('ly')}</w:p>`),
        tc(p('shaded', '<w:shd w:fill="FFC000"/>')),
        tc(p('', '<w:shd w:fill="FFC000"/>')),
      ),
    ),
  )
  expect(cells(read).map(cell => cell.colour)).toEqual(['00B050', null, null, 'FF0000', null, 'FFC000', 'FFC000'])
})

test('a table in a cell is kept as text, row by row; a frame around the plan is taken away', async () => {
  const inner = tbl(tr(tc('Mar 15'), tc('35%')), tr(tc(p('Sept') + p('15')), tc('50%')))
  const inCell = await docx(tbl(tr(tc(p('Targets') + inner + p('end')), tc('other'))))
  expect(texts(tables(inCell)[0])).toEqual([['Targets\nMar 15\t35%\nSept\n15\n50%\nend', 'other']])
  const frame = await docx(tbl(tr(tc(p('Plan') + inner))))
  expect(frame.blocks.map(block => block.where)).toEqual(['paragraph 1', 'table 1'])
  expect(texts(tables(frame)[0])).toEqual([['Mar 15', '35%'], ['Sept\n15', '50%']]) // prettier-ignore
})

test('tracked changes are accepted and said', async () => {
  const change = 'w:id="1" w:author="x"'
  const read = await docx(
    `<w:p>${run('Due ')}<w:del ${change}><w:r><w:delText>May</w:delText><w:t>May</w:t></w:r></w:del><w:ins ${change}>${run('June')}</w:ins></w:p>` +
      `<w:p><w:moveFrom ${change}>${run('gone')}</w:moveFrom><w:moveTo ${change}>${run('here')}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del ${change}/></w:rPr></w:pPr>${run('runs ')}</w:p>${p('on')}` +
      `<w:p><w:pPr><w:pPrChange ${change}><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr>${run('plain')}</w:p>` +
      tbl(
        tr(tc('kept')),
        `<w:tr><w:trPr><w:del ${change}/></w:trPr>${tc('row')}</w:tr>`,
        tr(tc('cell', '<w:cellDel w:id="2"/>')),
      ),
  )
  expect(paragraphs(read).map(one => [one.text, one.heading])).toEqual([['Due June', 0], ['here', 0], ['runs on', 0], ['plain', 0]]) // prettier-ignore
  expect(texts(tables(read)[0])).toEqual([['kept'], ['']])
  expect(read.notices).toEqual([{ where: 'plan.docx', problem: expect.stringContaining('all were taken as accepted') }])
})

test('hidden text and hidden rows are left out and said; struck-through words are kept and said', async () => {
  const styles = '<w:style w:type="character" w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>'
  const body =
    `<w:p>${run('seen')}${run('direct', '<w:vanish/>')}${run('styled', '<w:rStyle w:val="Hid"/>')}${run(' shown', '<w:rStyle w:val="Hid"/><w:vanish w:val="0"/>')}${run(' old', '<w:strike/>')}</w:p>` +
    tbl(`<w:tr><w:trPr><w:hidden/></w:trPr>${tc('row')}</w:tr>`, tr(tc('x')))
  const read = await docx(body, { styles })
  expect(paragraphs(read)[0]?.text).toBe('seen shown old')
  expect(cells(read).map(cell => cell.text)).toEqual(['x'])
  expect(problems(read)).toMatch(/struck through.*1 pieces[^]*hidden rows/)
  expect(problems(read)).toMatch(/hidden text.*2 pieces/)
})

test('footnotes and endnotes stand apart from the text, with the paragraph that carries them', async () => {
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}${p('more')}</w:footnote>`
  const footnotes = `<w:footnote w:type="separator" w:id="0">${p('---')}</w:footnote>${note(1, 'See the Act')}`
  const endnotes = `<w:endnote w:id="1">${p('At the end')}</w:endnote>`
  const read = await docx(
    `<w:p>${run('agreed')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' with all')}</w:p>` +
      tbl(tr(tc(`<w:p>${run('cell')}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>`))),
    { footnotes, endnotes },
  )
  expect(paragraphs(read)[0]).toMatchObject({ text: 'agreed with all', footnotes: ['See the Act\nmore'] })
  expect(cells(read)[0]?.paragraphs[0]).toMatchObject({ text: 'cell', footnotes: ['At the end'] })
})

test('content controls, links, smart tags, breaks, tabs, hyphens and symbols are read as they look', async () => {
  const body =
    `<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>${p('in a control')}</w:sdtContent></w:sdt>` +
    `<w:p><w:sdt><w:sdtContent>${run('Amber')}</w:sdtContent></w:sdt><w:hyperlink>${run(' link')}</w:hyperlink><w:smartTag>${run(' tag')}</w:smartTag></w:p>` +
    `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d\u00a0e\u00adf</w:t></w:r></w:p>` +
    `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> done \uf0a7</w:t></w:r></w:p>`
  expect(await words(body)).toEqual(['in a control', 'Amber link tag', 'a\tb\nc-d ef', '✓ done ▪'])
})

test('of a field only what it shows is read, also where a field stands in the instruction of another', async () => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const code = '<w:r><w:instrText> REF x </w:instrText></w:r>'
  const inner = mark('begin') + code + mark('separate') + run('unseen') + mark('end')
  const body =
    `<w:p>${run('See ')}${mark('begin')}${code}${inner}${mark('separate')}${run('page 4')}${mark('end')}${run('.')}</w:p>` +
    `<w:p>${mark('begin')}${code}</w:p>${p('not lost')}<w:p><w:fldSimple w:instr="DATE">${run('today')}</w:fldSimple></w:p>`
  expect(await words(body)).toEqual(['See page 4.', 'not lost', 'today'])
})

test('a box of a form is read by what is chosen or ticked in it, and not by its prompt', async () => {
  const form = (properties: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${properties}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const list = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/><w:listEntry w:val="Amber"/></w:ddList>'
  const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('Choose an item.')}</w:sdtContent></w:sdt>`
  const read = await docx(
    `<w:p>${form(list)}${run(' ')}${form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>')}${prompt}${run(' end')}</w:p>`,
  )
  expect(paragraphs(read)[0]?.text).toBe('Amber ☑ end')
  expect(problems(read)).toContain('nobody has filled in')
})

test('a text box is read once, after the paragraph that holds it', async () => {
  const box = `<w:txbxContent>${p('boxed')}${tbl(tr(tc('in box')))}</w:txbxContent>`
  const body = `<w:p>${run('before')}<w:r><mc:AlternateContent><mc:Choice><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box}</v:textbox></mc:Fallback></mc:AlternateContent></w:r>${run(' after')}</w:p>`
  const read = await docx(body)
  expect(paragraphs(read).map(one => one.text)).toEqual(['before after', 'boxed'])
  expect(cells(read).map(cell => cell.text)).toEqual(['in box'])
})

test('empty paragraphs are left out of the text; between the lines of a cell they are kept', async () => {
  const read = await docx(
    p('') + p('one') + p(' ') + p('two') + tbl(tr(tc(p('') + p('April') + p('') + p('May') + p('')))),
  )
  expect(paragraphs(read).map(one => one.text)).toEqual(['one', 'two'])
  expect(cells(read)[0]?.text).toBe('April\n\nMay')
})

test('comments, templates elsewhere and parts from other files are left alone, and said; links are no matter', async () => {
  const body = `<w:p>${run('x')}<w:r><w:commentReference w:id="1"/></w:r></w:p><w:altChunk/>`
  expect(problems(await docx(body, {}, [external('attachedTemplate')]))).toMatch(
    /another file or address[^]*comments.*\(1\)[^]*inserted/,
  )
  expect(problems(await docx(p('x'), {}, [external('hyperlink')]))).toBe('')
})

test('prefixes, macros and where the parts lie make no difference', async () => {
  const parts = docxParts(p('same'))
  const moved = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name.replace('document.xml', 'document2.xml'), String(xml).replaceAll('document.xml', 'document2.xml').replaceAll('w:', 'ns0:').replaceAll('xmlns:ns0:', 'xmlns:ns0')])) // prettier-ignore
  moved['[Content_Types].xml'] = moved['[Content_Types].xml']?.replace('openxmlformats-officedocument.wordprocessingml.document.main', 'ms-word.document.macroEnabled.main') ?? '' // prettier-ignore
  const read = await readParts('plan.docm', JSON.parse(JSON.stringify(moved).replaceAll('xmlns:w=', 'xmlns:ns0=')))
  expect(paragraphs(read).map(one => one.text)).toEqual(['same'])
  expect(problems(read)).toContain('macros; they were set aside')
})

test('a table of 10,000 rows and ten columns is read in good time', { timeout: 60_000 }, async () => {
  const row = (n: number) =>
    tr(...Array.from({ length: 10 }, (_, column) => tc(`Words of action ${n}.${column}, at some length`)))
  const bytes = await zip(docxParts(tbl(...Array.from({ length: 10_000 }, (_, n) => row(n)))))
  const start = performance.now()
  const read = await readDocument('long.docx', bytes)
  expect(performance.now() - start).toBeLessThan(10_000) // 1 s on two idle cores
  expect(tables(read)[0]?.rows.length).toBe(10_000)
  expect(cells(read).at(-1)).toMatchObject({ row: 9999, column: 9, where: 'table 1, row 10000, column 10' })
})
