/** Documents made by hand, for tests: a table as a picture of itself, each row a line, cells between bars. */
import type { Block, Cell, Document, Paragraph, Table } from './document.ts'

export const paragraph = (text: string, given: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph', text, heading: 0, list: 0, label: null, bold: false, italic: false, footnotes: [], where: `paragraph "${text.slice(0, 20)}"`, ...given,
}) // prettier-ignore

export const heading = (text: string, level = 1): Paragraph => paragraph(text, { heading: level, bold: true })

/**
 * A table from lines such as `1.1 | Improve recording | HoS`. A cell `^` goes on from the cell above (merged down), `<` from the one
 * before it (merged across); `/` stands for a line end; `#00B050` at the end of a cell is its colour.
 */
export function table(picture: string, given: Partial<Table> = {}): Table {
  const name = given.where ?? 'table 1'
  const lines = picture
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
  const grid: Cell[][] = []
  const rows = lines.map((line, row) => {
    const cells: Cell[] = []
    grid.push([])
    line.split('|').forEach((words, column) => {
      const said = words.trim()
      const before = said === '^' ? grid[row - 1]?.[column] : said === '<' ? grid[row]![column - 1] : undefined
      if (before) {
        if (said === '^') before.rowSpan = row - before.row + 1
        else before.columnSpan = column - before.column + 1
        grid[row]!.push(before)
        return
      }
      const colour = /#([0-9A-F]{6})$/.exec(said)?.[1] ?? null
      const text = said.replace(/\s*#[0-9A-F]{6}$/, '').replace(/ \/ /g, '\n')
      const cell = { column, row, columnSpan: 1, rowSpan: 1, text, paragraphs: text.split('\n').map(one => paragraph(one)), colour, where: `${name}, row ${row + 1}, column ${column + 1}` }
      cells.push(cell)
      grid[row]!.push(cell)
    })
    return { cells, where: `${name}, row ${row + 1}` }
  }) // prettier-ignore
  return { kind: 'table', name: null, width: Math.max(...grid.map(line => line.length)), rows, where: name, ...given }
}

/** A document of these blocks; tables are numbered as they come. */
export const documentOf = (blocks: Block[], given: Partial<Document> = {}): Document => ({
  file: 'plan.docx',
  format: 'docx',
  title: null,
  blocks,
  notices: [],
  ...given,
})
