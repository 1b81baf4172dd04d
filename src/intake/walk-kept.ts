/** What a plan's document holds around its rows, kept word for word so that nothing is lost. */
import { footnotesOf, printed, wordsOf } from './cell-words.ts'
import type { Paragraph } from './document.ts'
import { plainHeading } from './plan-headings.ts'
import type { PlanTable } from './plan-tables.ts'
import { written, type GridRow } from './table-grid.ts'
import type { Walk } from './walking.ts'

/** Keeps a row's words and footnotes among those around the plan. */
export const keepRow = (walking: Walk, row: GridRow) => {
  const text = [written(row).map(wordsOf).join(' | '), ...row.own.flatMap(footnotesOf)]
    .filter(words => words !== '')
    .join('\n')
  if (text !== '') walking.surroundings.push({ where: row.where, text })
}

export const keepAbove = (walking: Walk, paragraphs: Paragraph[]) => {
  for (const one of paragraphs) {
    const text = [printed(one), ...one.footnotes].filter(words => words !== '').join('\n')
    if (text !== '') walking.surroundings.push({ where: one.where, text })
  }
  walking.above = []
}

/** Headings that say it otherwise than the layout's own: `Actions` where it has `Action`. */
export const keepNewHeadings = (walking: Walk, { layout }: PlanTable, rows: GridRow[]) => {
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

/** Words that cannot be placed are kept, and said once for each piece of table. */
export function keepFragment(walking: Walk, { table, isFragment }: PlanTable, row: GridRow) {
  keepRow(walking, row)
  const where = isFragment ? table.where : row.where
  const problem =
    'Too little of a row to tell its columns: its words are kept with those around the plan. Add them to the row before if they belong there'
  if (walking.problems.at(-1)?.where !== where) walking.problems.push({ where, problem })
}

export const keepFootnotes = (walking: Walk, row: GridRow) => {
  for (const text of row.own.flatMap(footnotesOf)) walking.surroundings.push({ where: row.where, text })
}
