/**
 * Walks a document from top to bottom and sets its plan's rows under their themes and sections. Headings above a table, rows across
 * it, sheet names and columns may each name a theme; a table cut by a page goes on under the one it began in.
 */
import type { Block, Cell, Document, Paragraph } from './document.ts'
import { footnotesOf, joinWords, linesOfTitle, printed, textOf, wordsOf } from './cell-words.ts'
import { kindsGiven, type PlanCorrections, type RowKind } from './plan-corrections.ts'
import { plainHeading } from './plan-headings.ts'
import { columnsOf, wordsByColumn, type PlanRow, type Section, type ThemeRows } from './plan-row.ts'
import type { Layout, PlanReading } from './plan-reading.ts'
import { isNumberedTitle, readSection, themeOfHeading, type ThemeTitle } from './plan-sections.ts'
import { findPlanTables, type PlanTable } from './plan-tables.ts'
import { keyOf, type RatingKey } from './rating-key.ts'
import { kindOfRow, NUMBER_BEFORE } from './row-kind.ts'
import { gridOf, written, type GridRow } from './table-grid.ts'
import { themeAbove } from './theme-above.ts'

export type Walk = {
  document: Document
  kinds: Map<string, RowKind>
  corrections: PlanCorrections
  layouts: Layout[]
  tables: PlanTable[]
  themes: ThemeRows[]
  theme: ThemeRows | null
  section: Section | null
  last: PlanRow | null
  /** Plan rows counted through the document. */
  counted: number
  key: RatingKey | null
  /** Paragraphs since the last table. */
  above: Paragraph[]
  afterBreak: boolean
  surroundings: PlanReading['surroundings']
  problems: PlanReading['problems']
}

export function walk(document: Document, corrections: PlanCorrections): Walk {
  const { tables, layouts } = findPlanTables(document, corrections)
  const walking: Walk = {
    document, corrections, layouts, tables, kinds: kindsGiven(corrections), themes: [], theme: null, section: null, last: null, counted: 0,
    key: null, above: [], afterBreak: false, surroundings: [], problems: [],
  } // prettier-ignore
  walking.key = document.blocks.map(keyOf).find(key => key !== null) ?? null
  const byPlace = new Map(tables.map(table => [table.at, table]))
  document.blocks.forEach((block, at) => {
    if (block.kind === 'paragraph') return meetParagraph(walking, block)
    const plan = byPlace.get(at)
    if (plan) walkTable(walking, plan)
    else meetOther(walking, block)
  })
  keepAbove(walking, walking.above)
  return walking
}

function meetParagraph(walking: Walk, paragraph: Paragraph) {
  if (paragraph.text.trim() === '' && paragraph.footnotes.length === 0) return
  walking.above.push(paragraph)
  meetKey(walking, paragraph)
}

/** A key holds for the tables after it, until the next. */
function meetKey(walking: Walk, block: Block) {
  const key = keyOf(block)
  if (key) walking.key = key
}

/** A table that is not the plan's: kept word for word, row by row. */
function meetOther(walking: Walk, block: Block) {
  if (block.kind !== 'table') return
  meetKey(walking, block)
  for (const row of gridOf(block)) keepRow(walking, row)
}

/** Keeps a row's words and footnotes among those around the plan. */
const keepRow = (walking: Walk, row: GridRow) => {
  const text = [written(row).map(wordsOf).join(' | '), ...row.own.flatMap(footnotesOf)]
    .filter(words => words !== '')
    .join('\n')
  if (text !== '') walking.surroundings.push({ where: row.where, text })
}

const keepAbove = (walking: Walk, paragraphs: Paragraph[]) => {
  for (const one of paragraphs) {
    const text = [printed(one), ...one.footnotes].filter(words => words !== '').join('\n')
    if (text !== '') walking.surroundings.push({ where: one.where, text })
  }
  walking.above = []
}

function walkTable(walking: Walk, table: PlanTable) {
  const { format } = walking.document
  const { named, sections, unused, unusedRows } = themeAbove(
    { format, above: walking.above, tables: walking.tables, hasTheme: walking.theme !== null },
    table,
  )
  keepAbove(walking, unused)
  for (const row of unusedRows) keepRow(walking, row)
  keepNewHeadings(walking, table, table.rows.slice(table.above.length, table.firstRow))
  walking.afterBreak = format !== 'xlsx'
  if (named) beginTheme(walking, named.theme, named.where)
  for (const section of sections) beginSection(walking, section.text, section.where)
  const numbered = isNumbered(walking.tables, table.layout)
  for (const row of table.rows.slice(table.firstRow)) {
    const kind =
      given(walking, row) ?? kindOfRow(row, { table, last: walking.last, afterBreak: walking.afterBreak, numbered })
    meetRow(walking, table, row, kind, numbered)
  }
}

/** Headings that say it otherwise than the layout's own: `Actions` where it has `Action`. */
const keepNewHeadings = (walking: Walk, { layout }: PlanTable, rows: GridRow[]) => {
  const known = new Set(layout.headingRow.flatMap(heading => plainHeading(heading).split(' ')))
  for (const row of rows)
    if (
      written(row).some(cell =>
        plainHeading(wordsOf(cell))
          .split(' ')
          .some(word => !known.has(word)),
      )
    )
      keepRow(walking, row)
}

type Kind = ReturnType<typeof kindOfRow> | { kind: 'left-out' }

/** What a person said the row is. */
function given(walking: Walk, row: GridRow): Kind | null {
  const kind = walking.kinds.get(row.where)
  if (!kind) return null
  return kind === 'section' || kind === 'theme'
    ? {
        kind,
        text: written(row)
          .map(cell => linesOfTitle(textOf(cell)))
          .join(' '),
      }
    : { kind }
}

function meetRow(walking: Walk, table: PlanTable, row: GridRow, found: Kind, numbered: boolean) {
  switch (found.kind) {
    case 'empty':
    case 'rule':
      break
    case 'left-out':
      keepRow(walking, row)
      break
    case 'heading':
      keepNewHeadings(walking, table, [row])
      walking.afterBreak = true
      break
    case 'fragment':
      meetFragment(walking, table, row)
      break
    case 'theme':
      keepFootnotes(walking, row)
      beginTheme(walking, themeOfHeading(found.text), row.where)
      walking.afterBreak = true
      break
    case 'section':
      keepFootnotes(walking, row)
      meetSection(walking, found.text, row.where)
      break
    case 'continuation':
      if (walking.last === null) addRow(walking, table, row, false, numbered)
      else addRest(walking, row)
      walking.afterBreak = false
      break
    default:
      addRow(walking, table, row, found.kind === 'part', numbered)
      walking.afterBreak = false
  }
}

/** Words that cannot be placed are kept, and said once for each piece of table. */
function meetFragment(walking: Walk, { table, isFragment }: PlanTable, row: GridRow) {
  keepRow(walking, row)
  const where = isFragment ? table.where : row.where
  const problem =
    'Too little of a row to tell its columns: its words are kept with those around the plan. Add them to the row before if they belong there'
  if (walking.problems.at(-1)?.where !== where) walking.problems.push({ where, problem })
}

const keepFootnotes = (walking: Walk, row: GridRow) => {
  for (const text of row.own.flatMap(footnotesOf)) walking.surroundings.push({ where: row.where, text })
}

/** A number alone (`1. Leadership`) is a theme where none is known yet by a word or a heading; else a section. */
function meetSection(walking: Walk, text: string, where: string) {
  const isTheme =
    isNumberedTitle(text) &&
    readSection(text).objectives.length === 0 &&
    (walking.theme === null || walking.theme.where.startsWith('number'))
  if (isTheme) beginTheme(walking, themeOfHeading(text), `number ${where}`)
  else beginSection(walking, text, where)
}

function beginTheme(walking: Walk, { ref, title }: ThemeTitle, where: string) {
  const known = walking.themes.find(
    theme => alike(theme.title, title) && (theme.ref === ref || ref === '' || theme.ref === ''),
  )
  if (known === walking.theme && known) return
  walking.theme = known ?? { ref, title, where, sections: [], rows: [], counted: 0 }
  if (!known) walking.themes.push(walking.theme)
  walking.section = null
  walking.last = null
}

const alike = (one: string, other: string) => letters(one) === letters(other)
const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

function beginSection(walking: Walk, text: string, where: string) {
  const theme = themeOf(walking, where)
  const words = readSection(text)
  const isAddition = words.title === '' && walking.section !== null && !hasActions(walking)
  const isUnlabelled =
    words.title !== '' &&
    words.objectives.length === 0 &&
    isOpen(walking) &&
    words.title.split(' ').length > 8 &&
    words.ref === null
  if (isUnlabelled) return void walking.section!.objectives.push({ text: words.title, where })
  if (!isAddition) {
    const known = theme.sections.find(section => words.title !== '' && alike(section.title, words.title))
    const { ref, title } = words.title === '' && walking.section ? walking.section : words
    walking.section = known ?? { ref, title, order: theme.sections.length + 1, where, objectives: [] }
    if (!known) theme.sections.push(walking.section)
    walking.last = known ? walking.last : null
  }
  for (const objective of words.objectives)
    if (!walking.section!.objectives.some(one => one.text === objective))
      walking.section!.objectives.push({ text: objective, where })
}

/** A section that has a title and nothing else yet. */
const isOpen = (walking: Walk) =>
  walking.section !== null && walking.section.objectives.length === 0 && !hasActions(walking)
const hasActions = (walking: Walk) => walking.theme!.rows.at(-1)?.section === walking.section

/** The theme of here; a plan that names none is one theme with the plan's own name. */
function themeOf(walking: Walk, where: string): ThemeRows {
  if (walking.theme === null) beginTheme(walking, { ref: '', title: '' }, where)
  return walking.theme!
}

function addRow(walking: Walk, table: PlanTable, row: GridRow, isPart: boolean, numbered: boolean) {
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
  theme.rows.push(next)
  walking.last = next
}

/** A column that names the theme of each row: merged, repeated, or written once and left blank below. */
function meetThemeColumn(walking: Walk, table: PlanTable, row: GridRow) {
  const column = columnsOf(table.layout.columns, 'theme')[0]
  const title = column && wordsOf(row.at.get(column.column))
  if (title) beginTheme(walking, themeOfHeading(title), row.where)
}

/** Puts back what a page break cut off, each word under its own heading. A row has one reference: another is kept beside the plan. */
function addRest(walking: Walk, row: GridRow) {
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
function isNumbered(tables: PlanTable[], layout: Layout): boolean {
  const text = columnsOf(layout.columns, 'text')[0]!.column
  if (columnsOf(layout.columns, 'ref').length > 0) return false
  const cells = tables
    .filter(table => table.layout === layout)
    .flatMap(table => table.rows.slice(table.firstRow, table.firstRow + 300))
    .map(row => row.own.find(cell => cell.column === text && cell.columnSpan === 1))
    .filter(cell => cell !== undefined && cell.text.trim() !== '')
    .map(wordsOf)
  return cells.length > 0 && cells.filter(words => NUMBER_BEFORE.test(words)).length >= cells.length * 0.6
}
