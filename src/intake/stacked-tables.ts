/** A sheet may hold several tables one below the other: a key to the ratings, then a plan, then a plan with other columns. Each is a table of its own. */
import type { Block, Document, Table } from './document.ts'
import { findHeadingRow, headingsOf, likeness, looksLikeHeading } from './heading-row.ts'
import { matchHeading } from './plan-headings.ts'
import { keyOf } from './rating-key.ts'
import { gridOf, written, type GridRow } from './table-grid.ts'

/** The document with each of its stacked tables apart; where each row stands is as it was. */
export const unstacked = (document: Document): Document => ({
  ...document,
  blocks: document.blocks.flatMap((block): Block[] => (block.kind === 'table' ? partsOf(block) : [block])),
})

function partsOf(table: Table): Table[] {
  const rows = gridOf(table)
  const cuts = [...new Set([0, ...keyEdges(table, rows), ...laterHeadings(rows), rows.length])].sort((a, b) => a - b)
  if (cuts.length <= 2) return [table]
  return cuts
    .slice(0, -1)
    .map((from, index) => partOf(table, from, cuts[index + 1]!))
    .filter(part => part.rows.some(row => row.cells.length > 0))
}

function partOf(table: Table, from: number, to: number): Table {
  const run = runOf(table, from, to)
  return keyOf(run) === null ? { ...run, width: table.width } : run
}

/** Where the rows of a key begin and end: a run of rows between blank ones that reads as one. */
function keyEdges(table: Table, rows: GridRow[]): number[] {
  const runs: [from: number, to: number][] = []
  rows.forEach((row, index) => {
    if (isEmpty(row)) return
    const last = runs.at(-1)
    if (last && last[1] === index) last[1] = index + 1
    else runs.push([index, index + 1])
  })
  if (runs.length < 2) return []
  return runs.filter(([from, to]) => keyOf(runOf(table, from, to)) !== null).flat()
}

const isEmpty = (row: GridRow) => written(row).length === 0 && row.own.every(cell => cell.colour === null)

/** As wide as its own cells: the plan below may be much wider than its key. */
function runOf(table: Table, from: number, to: number): Table {
  const rows = table.rows.slice(from, to)
  const first = Math.min(...rows.flatMap(row => row.cells.map(cell => cell.column)))
  const width =
    Math.max(
      0,
      ...rows.flatMap(row =>
        row.cells.filter(cell => cell.text !== '' || cell.colour !== null).map(cell => cell.column + 1),
      ),
    ) - first
  return { ...table, rows, width }
}

const LIKE = 0.6
const SURE = 3

/** Headings further down that name other columns than those above, from the title rows that stand right over them. */
function laterHeadings(rows: GridRow[]): number[] {
  const first = findHeadingRow(rows, 0)
  if (!first) return []
  const cuts: number[] = []
  let headings = [...first.headings.values()]
  for (const row of rows.slice(first.last + 1)) {
    if (!looksLikeHeading(row) || written(row).filter(isSure).length < SURE) continue
    const own = [...headingsOf(row).values()]
    if (likeness(own, headings) >= LIKE) continue
    cuts.push(withTitles(rows, row.index))
    headings = own
  }
  return cuts
}

const isSure = (cell: { text: string }) => (matchHeading(cell.text)?.confidence ?? 0) >= 0.9

function withTitles(rows: GridRow[], heading: number): number {
  let from = heading
  while (from > 0 && written(rows[from - 1]!).length <= 1 && heading - from < 4) from--
  return from
}
