/** The theme that a table belongs to, by what stands above it: a row over its headings, a heading or title before it, its sheet's name. */
import type { Document, Paragraph } from './document.ts'
import { linesOfTitle, printed, textOf } from './cell-words.ts'
import { DOTTED, readSection, readThemeTitle, themeOfHeading, type ThemeTitle } from './plan-sections.ts'
import type { PlanTable } from './plan-tables.ts'
import { written, type GridRow } from './table-grid.ts'

export type NamedTheme = { theme: ThemeTitle; where: string; sections: { text: string; where: string }[] }

/** What stands above a table: `named` is null where nothing names a theme and the one before goes on; the rest is not used for it. */
export type Above = { named: NamedTheme | null; unusedRows: GridRow[]; unused: Paragraph[] }

/** What is known of the document when a table is met. */
export type Surrounding = { format: Document['format']; above: Paragraph[]; tables: PlanTable[]; hasTheme: boolean }

/** Names that say nothing of the theme. */
const GENERIC = /^(sheet|table|tabelle|feuil|blad)\s*\d*$|^((improvement|action|service|our|the) )*plan$/i
/** A sheet's name is cut at so many characters. */
export const LONGEST_SHEET_NAME = 31
const LONGEST_TITLE = 14

export function themeAbove(around: Surrounding, table: PlanTable): Above {
  const { above } = around
  const titles = table.above.filter(row => written(row).length === 1)
  const inTable =
    titles.findLast(row => readThemeTitle(titleIn(row))) ?? (isNamedByRows(around.tables) ? titles.at(-1) : undefined)
  const unusedRows = table.above.filter(row => row !== inTable)
  if (inTable)
    return {
      named: { theme: themeOfHeading(titleIn(inTable)), where: inTable.where, sections: [] },
      unusedRows,
      unused: above,
    }
  const heading = headingAbove(around, table)
  if (heading) return { ...withSections(above, heading), unusedRows }
  return { named: themeOfSheet(table), unusedRows, unused: above }
}

const titleIn = (row: GridRow) => linesOfTitle(textOf(written(row)[0]!))

const themeOfSheet = ({ table, rows, firstRow }: PlanTable): NamedTheme | null =>
  table.name === null || GENERIC.test(table.name.trim()) || namesItself(rows.slice(firstRow, firstRow + 2))
    ? null
    : { theme: themeOfHeading(table.name.trim()), where: table.where, sections: [] }

/** Tables that each begin with a title row of their own name their themes so; one title over all names the plan. */
function isNamedByRows(tables: PlanTable[]): boolean {
  const titles = tables.flatMap(table => table.above.filter(row => written(row).length === 1).slice(-1))
  return titles.length > 1 && new Set(titles.map(titleIn)).size > 1
}

/** The rows of the table name the theme before its first action. */
const namesItself = (rows: GridRow[]) =>
  rows.some(row => written(row).length === 1 && readThemeTitle(titleIn(row)) !== null)

/** The paragraph that names the theme: one that says so, else the last heading, else a short line that stands like a title. */
function headingAbove({ above, format, hasTheme }: Surrounding, table: PlanTable): Paragraph | undefined {
  const short = above.filter(one => one.list === 0 && one.text.split(/\s+/).length <= LONGEST_TITLE * 2)
  const said = short.findLast(
    one => readThemeTitle(printed(one)) !== null && !/^(section|part|chapter)\b/i.test(one.text),
  )
  if (said) return said
  const heading = short.findLast(one => one.heading > 0 && !isSection(one))
  if (heading) return heading
  if (table.goesOn || (format !== 'text' && hasTheme)) return undefined
  const nearest = above.at(-1)
  return nearest && short.includes(nearest) && looksLikeTitle(nearest, format) ? nearest : undefined
}

const isSection = (one: Paragraph) => DOTTED.test(printed(one)) || readSection(printed(one)).objectives.length > 0

const looksLikeTitle = ({ text, bold }: Paragraph, format: Document['format']) =>
  (bold || format === 'text') &&
  text.split(/\s+/).length <= LONGEST_TITLE &&
  /^[A-Z0-9]/.test(text) &&
  /[a-z]{3}/i.test(text) &&
  !/[.;:,]$/.test(text.trim())

/** The theme, and the headings and objectives that stand between it and its table. */
function withSections(above: Paragraph[], heading: Paragraph): Omit<Above, 'unusedRows'> {
  const after = above.slice(above.indexOf(heading) + 1)
  const used = after.filter(one => isSection(one) || one.heading > Math.max(1, heading.heading))
  const sections = used.map(one => ({ text: printed(one), where: one.where }))
  const unused = above.filter(one => one !== heading && !used.includes(one))
  return { named: { theme: themeOfHeading(printed(heading)), where: heading.where, sections }, unused }
}
