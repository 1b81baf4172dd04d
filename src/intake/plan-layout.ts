/** The layouts of a plan's tables: most plans have one, and a table whose columns mean the same is of the same layout. */
import { mapColumns, type Samples } from './columns.ts'
import type { Cell, Table } from './document.ts'
import { likeness, type HeadingRow } from './heading-row.ts'
import { plainHeading } from './plan-headings.ts'
import type { ColumnMapping, Layout } from './plan-reading.ts'
import { written, type GridRow } from './table-grid.ts'

const SAMPLED = 200

/** What stands below each set of headings through the whole document: one sheet alone may be too short to tell. */
export function pooled(known: { rows: GridRow[]; heading: HeadingRow | null }[]): Map<string, Samples> {
  const pools = new Map<string, Samples>()
  for (const { rows, heading } of known) {
    if (!heading) continue
    const pool = pools.get(signature(heading)) ?? new Map<number, Cell[]>()
    pools.set(signature(heading), pool)
    for (const row of rows.slice(heading.last + 1, heading.last + 1 + SAMPLED))
      if (written(row).length > 1) for (const cell of row.own) samplesOf(pool, cell.column).push(cell)
  }
  return pools
}

function samplesOf(pool: Samples, column: number): Cell[] {
  const cells = pool.get(column) ?? []
  pool.set(column, cells)
  return cells
}

export const signature = (heading: HeadingRow) => [...heading.headings.values()].map(plainHeading).join('|')

/** The layout that these headings are: one met before where the columns mean the same, else a new one. */
export function layoutOf(
  table: Table,
  heading: HeadingRow,
  before: Layout | null,
  layouts: Layout[],
  samples: Samples,
): Layout {
  const name = table.name ?? table.where
  const headings = [...heading.headings.values()]
  const columns = mapColumns(heading.headings, samples)
  const same =
    layouts.find(layout => layout.columns.length === columns.length && meansTheSame(layout.columns, columns)) ??
    (before && before.columns.length === columns.length && likeness(headings, before.headingRow) >= 0.9 ? before : null)
  if (same) {
    if (!same.tables.includes(name)) same.tables.push(name)
    return same
  }
  const layout = { tables: [name], headingRow: headings, columns }
  layouts.push(layout)
  return layout
}

const meansTheSame = (one: ColumnMapping[], other: ColumnMapping[]) =>
  one.every((column, index) => {
    const against = other[index]!
    return (
      column.column === against.column &&
      column.fields.join() === against.fields.join() &&
      (!column.fields.includes('unmapped') || column.heading === against.heading)
    )
  })
