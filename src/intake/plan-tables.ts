/** Which tables of a document hold its plan, and by which headings: with a heading row of their own, or going on from the table before. */
import type { Cell, Document, Table } from './document.ts'
import type { Samples } from './columns.ts'
import { alignTable } from './align-table.ts'
import { isRule } from './cell-words.ts'
import { findHeadingRow, headingsOf, likeness, type HeadingRow } from './heading-row.ts'
import { kindsGiven, type PlanCorrections } from './plan-corrections.ts'
import { plainHeading } from './plan-headings.ts'
import type { Layout } from './plan-reading.ts'
import { layoutOf, pooled, signature } from './plan-layout.ts'
import { keyOf } from './rating-key.ts'
import { gridOf, written, type GridRow } from './table-grid.ts'

export type PlanTable = {
  /** The place of the table among the document's blocks. */
  at: number
  table: Table
  rows: GridRow[]
  layout: Layout
  /** Rows from here on are the plan's; before it stand titles and headings. */
  firstRow: number
  /** The rows above the headings. */
  above: GridRow[]
  /** True where the table has no headings and goes on from the one before. */
  goesOn: boolean
  /** True for plain text, where a row may have lost a cell. */
  isLoose: boolean
  /** True where it merges cells downwards: a row that none covers then stands by itself. */
  hasMerges: boolean
  /** True where it goes on with too few columns to tell which they are. */
  isFragment: boolean
}

/** So many paragraphs may stand between two parts of a table that a page break has cut. */
const MOST_BETWEEN = 3
const LIKE_ENOUGH = 0.6
/** A part of a table with fewer of its columns than this share cannot be told apart. */
const ENOUGH = 0.7

export function findPlanTables(
  document: Document,
  corrections: PlanCorrections,
): { tables: PlanTable[]; layouts: Layout[] } {
  const layouts: Layout[] = []
  const tables: PlanTable[] = []
  const known = withHeadings(document, corrections)
  const samples = pooled(known)
  for (const one of known) {
    const found = planTable(one, document, tables.at(-1) ?? null, layouts, samples)
    if (found) tables.push(found)
  }
  if (tables.length === 0) tables.push(...offered(known, layouts))
  for (const { layout, column, fields } of corrections.columns ?? []) {
    const mapping = layouts[layout]?.columns.find(one => one.column === column)
    if (mapping)
      Object.assign(mapping, {
        fields: fields.length > 0 ? fields : ['unmapped'],
        confidence: 1,
        why: 'Put right by a person',
      })
  }
  return {
    tables: tables.filter(({ layout }) => layout.columns.some(column => column.fields.includes('text'))),
    layouts,
  }
}

type Known = { at: number; table: Table; rows: GridRow[]; heading: HeadingRow | null }

/** Every table that is not a key, with its headings where it has a plan's, or where a person said which row they are. */
function withHeadings(document: Document, corrections: PlanCorrections): Known[] {
  const kinds = kindsGiven(corrections)
  return document.blocks.flatMap((block, at) => {
    if (block.kind !== 'table') return []
    const rows = gridOf(block)
    const given = rows.find(row => kinds.get(row.where) === 'heading')
    if (given)
      return [
        { at, table: block, rows, heading: { first: given.index, last: given.index, headings: headingsOf(given) } },
      ]
    return keyOf(block) === null ? [{ at, table: block, rows, heading: findHeadingRow(rows, 0) }] : []
  })
}

function planTable(
  { at, table, rows, heading }: Known,
  document: Document,
  before: PlanTable | null,
  layouts: Layout[],
  samples: Map<string, Samples>,
): PlanTable | null {
  const named = heading ?? (before && damagedHeading(rows, before.layout))
  if (named) {
    const layout = layoutOf(table, named, before?.layout ?? null, layouts, samples.get(signature(named)) ?? new Map())
    const placed = aligned(table, rows, layout, document)
    const above = rows.slice(0, named.first)
    return { at, table, ...placed, layout, firstRow: named.last + 1, above, goesOn: false, isFragment: false }
  }
  if (!before || !isContinued(table, at, document, before)) return null
  const { layout } = before
  const isFragment = table.width < widthOf(layout) * ENOUGH
  return {
    at,
    table,
    ...aligned(table, rows, layout, document),
    layout,
    firstRow: 0,
    above: [],
    goesOn: true,
    isFragment,
  }
}

/** In plain text a cell may have slipped out of its column. */
function aligned(table: Table, rows: GridRow[], layout: Layout, { format }: Document) {
  const placed = format === 'text' ? gridOf(alignTable(table, layout)) : rows
  return { rows: placed, hasMerges: mergesDown(placed), isLoose: format === 'text' }
}

const mergesDown = (rows: GridRow[]) => rows.some(row => row.own.some(cell => cell.rowSpan > 1))

/** How many columns have headings: blank ones at the end are not the plan's. */
const widthOf = ({ columns }: Layout) =>
  Math.max(...columns.map(({ column, heading }) => (heading === '' ? 0 : column + 1)))

const NOT_KNOWN = { fields: ['unmapped' as const], confidence: 0, why: 'The table was not known for a plan' }

/** Where nothing is known for a plan, the tables that could be one, their columns kept as they are until a person says what they hold. */
function offered(known: Known[], layouts: Layout[]): PlanTable[] {
  return known
    .filter(({ table, rows }) => table.width >= 3 && rows.length >= 2 && written(rows[0]!).length >= 2)
    .map(({ at, table, rows }) => {
      const name = table.name ?? table.where
      const columns = [...headingsOf(rows[0]!)].map(([column, heading]) => ({ column, heading, ...NOT_KNOWN }))
      const layout: Layout = { tables: [name], headingRow: columns.map(({ heading }) => heading), columns }
      layouts.push(layout)
      return {
        at,
        table,
        rows,
        layout,
        firstRow: 1,
        above: [],
        goesOn: false,
        isFragment: false,
        hasMerges: mergesDown(rows),
        isLoose: false,
      }
    })
}

/** A heading row too broken to be read by itself, but with the words of the table before. */
function damagedHeading(rows: GridRow[], layout: Layout): HeadingRow | null {
  for (const row of rows.slice(0, 4)) {
    if (written(row).length < 3 || !isLikeHeading(row, layout)) continue
    let last = row.index
    while (rows[last + 1] && written(rows[last + 1]!).every(cell => isWithin(cell, layout))) last++
    return { first: row.index, last, headings: new Map(layout.columns.map(one => [one.column, one.heading])) }
  }
  return null
}

export const isLikeHeading = (row: GridRow, layout: Layout): boolean =>
  written(row).length > 1 &&
  written(row).every(cell => cell.text.length < 80) &&
  likeness(headingsOf(row).values(), layout.headingRow) >= LIKE_ENOUGH

const isWithin = (cell: Cell, layout: Layout) => {
  const known = new Set(layout.headingRow.flatMap(heading => plainHeading(heading).split(' ')))
  return plainHeading(cell.text)
    .split(' ')
    .every(word => known.has(word))
}

/** A page break cuts a table in two: the second part has the columns of the first and little stands between them. */
function isContinued(table: Table, at: number, document: Document, before: PlanTable): boolean {
  const between = document.blocks.slice(before.at + 1, at)
  const paragraphs = between.filter(block => block.kind === 'paragraph' && block.text.trim() !== '')
  const tables = between.filter(block => block.kind === 'table' && !isRuled(block))
  if (tables.length > 0 || paragraphs.length > MOST_BETWEEN) return false
  if (paragraphs.some(block => block.kind === 'paragraph' && block.heading > 0)) return false
  const width = widthOf(before.layout)
  if (document.format === 'xlsx') return false
  if (document.format !== 'text') return table.width === before.layout.columns.length
  return table.width <= width + 3 && (table.width >= width * ENOUGH || paragraphs.length === 0)
}

const isRuled = (table: Table) => table.rows.every(row => isRule(row.cells.map(cell => cell.text)))
