/** Rows of a plan as a walk meets them: a row of its own, one more action of the row before, or the rest of it. */
import { joinWords, wordsOf } from './cell-words.ts'
import type { Cell } from './document.ts'
import type { Layout, PlanField } from './plan-reading.ts'
import { columnsOf, wordsByColumn, type PlanRow } from './plan-row.ts'
import type { PlanTable } from './plan-tables.ts'
import { NUMBER_BEFORE } from './row-kind.ts'
import type { GridRow } from './table-grid.ts'
import { meetThemeColumn, themeOf } from './walk-titles.ts'
import type { Walk } from './walking.ts'

export function addRow(walking: Walk, table: PlanTable, row: GridRow, isPart: boolean, numbered: boolean) {
  const columns = table.layout.columns
  meetThemeColumn(walking, table, row)
  const theme = themeOf(walking, row.where)
  if (!isPart || walking.last === null) {
    walking.counted++
    theme.counted++
  }
  const ref = columnsOf(columns, 'ref')[0]?.column
  const refCell = ref === undefined ? undefined : row.at.get(ref)
  const next: PlanRow = {
    where: row.where, cells: new Map(row.at), words: wordsByColumn(row.at), columns, numbered, key: walking.key, section: walking.section,
    number: walking.counted, inTheme: theme.counted, part: isPart && walking.last ? walking.last.part + 1 : 1, sharesRef: refCell !== undefined && refCell.rowSpan > 1,
  } // prettier-ignore
  if (isPart && table.isLoose && walking.last) takeShared(walking, next, walking.last)
  theme.rows.push(next)
  walking.last = next
}

/** What the actions of one area of improvement have in common stands once, in a cell beside them all. */
const SHARED: PlanField[] = ['desiredOutcome', 'measure', 'evidence', 'monitoredBy', 'impact']

/** Plain text cannot show that a cell is merged: where such cells are all blank, they are those of the row above. */
function takeShared(walking: Walk, row: PlanRow, above: PlanRow) {
  const columns = SHARED.flatMap(field => columnsOf(row.columns, field)).map(({ column }) => column)
  if (columns.some(column => (row.words.get(column) ?? '') !== '')) return
  const cites = columnsOf(row.columns, 'cites').map(({ column }) => column)
  const taken = [...columns, ...cites].filter(
    column => (row.words.get(column) ?? '') === '' && (above.words.get(column) ?? '') !== '',
  )
  for (const column of taken) row.words.set(column, above.words.get(column)!)
  const problem = `Its cells beside the action are blank and were taken from the row above (${above.where}), as if they were merged; check that they are`
  if (taken.length > 0) walking.problems.push({ where: row.where, problem })
}

/** Puts back what a page break cut off, each word under its own heading. A row has one reference: another is kept beside the plan. */
export function addRest(walking: Walk, row: GridRow) {
  const last = walking.last!
  const refs = columnsOf(last.columns, 'ref').map(({ column }) => column)
  for (const cell of row.own) {
    const [before, words] = [last.words.get(cell.column) ?? '', wordsOf(cell)]
    if (isBlank(last.cells.get(cell.column))) last.cells.set(cell.column, cell)
    if (before !== '' && words !== '' && refs.includes(cell.column))
      walking.surroundings.push({ where: cell.where, text: words })
    else last.words.set(cell.column, joinWords(before, words))
  }
  const problem = `Read as the rest of the row before it (${last.where}); check that it is`
  if (!walking.kinds.has(row.where)) walking.problems.push({ where: row.where, problem })
}

const isBlank = (cell: Cell | undefined) => cell === undefined || (wordsOf(cell) === '' && cell.colour === null)

/** Most actions of the layout begin with a number, so a number there is a reference and not a count. */
export function isNumbered(tables: PlanTable[], layout: Layout): boolean {
  const text = columnsOf(layout.columns, 'text')[0]?.column
  if (columnsOf(layout.columns, 'ref').length > 0) return false
  const cells = tables
    .filter(table => table.layout === layout)
    .flatMap(table => table.rows.slice(table.firstRow, table.firstRow + 300))
    .map(row => row.own.find(cell => cell.column === text && cell.columnSpan === 1))
    .filter(cell => cell !== undefined && cell.text.trim() !== '')
    .map(wordsOf)
  return cells.length > 0 && cells.filter(words => NUMBER_BEFORE.test(words)).length >= cells.length * 0.6
}
