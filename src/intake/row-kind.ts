/** What a row of a plan's table is: an action, the rest of the row above, a title across the table, its headings again, or nothing. */
import { isSentence } from './align-table.ts'
import { goesOn, isRule, isUnfinished, linesOfTitle, textOf, wordsOf } from './cell-words.ts'
import { looksLikeHeading } from './heading-row.ts'
import { isLikeHeading, type PlanTable } from './plan-tables.ts'
import type { Cell } from './document.ts'
import { columnsOf, type PlanRow } from './plan-row.ts'
import type { PlanField } from './plan-reading.ts'
import { DOTTED, readSection, readThemeTitle } from './plan-sections.ts'
import { written, type GridRow } from './table-grid.ts'

export type FoundRow =
  | { kind: 'empty' | 'rule' | 'heading' | 'total' | 'action' | 'part' | 'continuation' | 'fragment' }
  | { kind: 'theme' | 'section'; text: string }

export type RowContext = {
  table: PlanTable
  last: PlanRow | null
  /** True for the first row after a page break. */
  afterBreak: boolean
  /** True where the plan's actions carry their number before their words. */
  numbered: boolean
}

export const NUMBER_BEFORE = /^(\d{1,3}(?:\.\d{1,3})*)\s*[.):]\s+(?=\S)|^(\d{1,3}(?:\.\d{1,3})*)\s+(?=[A-Z‘“"'])/

export function kindOfRow(row: GridRow, context: RowContext): FoundRow {
  const { table } = context
  const cells = written(row)
  if (cells.length === 0) return { kind: 'empty' }
  if (isRule(cells.map(cell => cell.text))) return { kind: 'rule' }
  if (looksLikeHeading(row) || isLikeHeading(row, table.layout)) return { kind: 'heading' }
  if (isTotal(cells)) return { kind: 'total' }
  const title = titleOf(row, context)
  if (title) return title
  if (isFragment(row, context)) return { kind: 'fragment' }
  if (context.last && continues(row, context)) return { kind: 'continuation' }
  return { kind: context.last && isPart(row, context) ? 'part' : 'action' }
}

/** `Total actions | 24`: the sum of a column, and no action. */
const isTotal = ([first, ...others]: Cell[]): boolean =>
  /^(?:grand |sub-?)?totals?\b/i.test(first!.text.trim()) &&
  first!.text.length < 60 &&
  others.every(cell => /^[\d\s%.,/()-]*$/.test(cell.text))

/** A single cell with words, from one side to the other or standing first with nothing beside it. */
function titleOf(row: GridRow, context: RowContext): FoundRow | null {
  const { table } = context
  const cells = written(row)
  const first = cells[0]!
  const text = linesOfTitle(textOf(first))
  if (isNumberedRow(row, context)) return { kind: 'section', text: numberedTitle(cells.map(wordsOf)) }
  if (cells.length > 1 || [...row.at.values()].some(cell => cell !== first && cell.text.trim() !== '')) return null
  const across = first.columnSpan >= Math.max(2, table.layout.columns.length * 0.6)
  const column = columnAt(table, first.column)
  if (column?.fields.includes('theme')) return { kind: 'theme', text }
  const isAction = column?.fields.includes('text') === true
  if (!across && (first.column > (table.layout.columns[0]?.column ?? 0) || (isAction && !isDressed(row)))) return null
  if (!across && context.afterBreak && goesOn(text)) return null
  if (!across && column?.fields.includes('ref') && text.split(' ').length === 1) return null
  const says = readThemeTitle(text) ? 'theme' : 'section'
  return { kind: says, text }
}

const columnAt = (table: PlanTable, at: number) => table.layout.columns.find(({ column }) => column === at)
const isDressed = (row: GridRow) => {
  const first = written(row)[0]!
  return (
    first.colour !== null ||
    first.paragraphs.some(one => one.bold || one.heading > 0) ||
    DOTTED.test(first.text) ||
    readSection(first.text).objectives.length > 0
  )
}

/** A whole number is printed with a stop, as where it stands before its title (`1. Early help`). */
const numberedTitle = ([ref, title]: string[]): string => `${ref}${/^\d+$/.test(ref!) ? '.' : ''} ${title}`

/** `1 | Early help` with nothing beside it, and the next row numbered `1.1`: the row names what the next ones belong to. */
function isNumberedRow(row: GridRow, { table }: RowContext): boolean {
  const ref = columnsOf(table.layout.columns, 'ref')[0]?.column
  const cells = written(row)
  if (ref === undefined || cells.length !== 2 || cells[0]!.column !== ref) return false
  const own = cells[0]!.text.trim().replace(/[.)]$/, '')
  const next = table.rows[row.index + 1]?.at.get(ref)?.text.trim() ?? ''
  return /\d/.test(own) && next.startsWith(`${own}.`)
}

/** A short line of plain text that begins with a sentence where a reference should stand. */
const isWithoutRef = (row: GridRow, { layout, isLoose }: PlanTable) =>
  isLoose && layout.columns[0]?.fields.includes('ref') === true && isSentence(row.own[0])

/** Too few columns to say under which headings its words stood, or a reference printed once too often with no action beside it. */
function isFragment(row: GridRow, { table }: RowContext): boolean {
  if (table.isFragment) return row.own.every(cell => cell.columnSpan === 1)
  if (row.own.length < table.layout.columns.length * 0.7 && isWithoutRef(row, table)) return true
  const [ref, text] = (['ref', 'text'] as const).map(field => columnsOf(table.layout.columns, field)[0]?.column ?? -1)
  const wordsAt = (at: GridRow | undefined, column: number | undefined) => wordsOf(at?.at.get(column ?? -1))
  const next = table.rows[row.index + 1]
  return (
    wordsAt(row, ref) !== '' &&
    wordsAt(row, text) === '' &&
    wordsAt(row, ref) === wordsAt(next, ref) &&
    wordsAt(next, text) !== ''
  )
}

const own = (row: GridRow, context: RowContext, ...fields: PlanField[]): string =>
  fields
    .flatMap(field => columnsOf(context.table.layout.columns, field))
    .map(({ column }) => row.at.get(column))
    .filter(cell => cell !== undefined && row.own.includes(cell))
    .map(wordsOf)
    .join('')

/** True where the row is the rest of the one above, cut off by a page break or by a line drawn too soon. */
function continues(row: GridRow, context: RowContext): boolean {
  const { last, numbered, afterBreak } = context
  if (own(row, context, 'ref', 'theme') !== '') return false
  const text = own(row, context, 'text')
  if (text === '') return own(row, context, 'objective', 'cites') === ''
  const before = last!.words.get(columnsOf(last!.columns, 'text')[0]?.column ?? -1) ?? ''
  const isRest = (goesOn(text) || (afterBreak && isUnfinished(before))) && !/[.!?]$/.test(before)
  const dates = own(row, context, 'timescale', 'start', 'end')
  if (numbered) return !NUMBER_BEFORE.test(text) && (afterBreak || (isRest && dates === ''))
  if (hasRefs(context)) return isRest || isUnfinished(before) || (dates === '' && own(row, context, 'lead') === '')
  const beside = own(row, context, 'objective')
  const isCut = afterBreak && own(row, context, 'cites') === '' && (beside === '' || goesOn(beside))
  return isRest && (dates === '' || (isCut && columnsOf(context.table.layout.columns, 'objective').length > 0))
}

const hasRefs = ({ table }: RowContext) => columnsOf(table.layout.columns, 'ref').length > 0

/** True where the row is one more action of the plan row above: it lies beside the same merged cells, or repeats none of them. */
function isPart(row: GridRow, context: RowContext): boolean {
  const columns = context.table.layout.columns
  if (columnsOf(columns, 'objective').length === 0) return sharesMerged(row, context, 'ref')
  if (own(row, context, 'objective') !== '') return false
  if (sharesMerged(row, context, 'objective', ...BESIDE_OBJECTIVE)) return true
  if (context.table.hasMerges) return false
  return own(row, context, 'desiredOutcome') === '' || own(row, context, ...BESIDE_OBJECTIVE.slice(1)) === ''
}

/** What the actions of one area of improvement have in common, where a plan merges it. */
const BESIDE_OBJECTIVE: PlanField[] = ['desiredOutcome', 'measure', 'evidence', 'monitoredBy']

/** True where a cell of these fields began above and covers this row and the one before it. */
const sharesMerged = (row: GridRow, { table, last }: RowContext, ...fields: PlanField[]): boolean =>
  fields
    .flatMap(field => columnsOf(table.layout.columns, field))
    .some(({ column }) => {
      const cell = row.at.get(column)
      return cell !== undefined && !row.own.includes(cell) && last!.cells.get(column) === cell
    })
