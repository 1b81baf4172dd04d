/** The theme that a table belongs to, by what stands above it: a row over its headings, a heading or title before it, its sheet's name. */
import type { Document, Paragraph } from './document.ts'
import { linesOfTitle, printed, textOf } from './cell-words.ts'
import { DOTTED, readSection, readThemeTitle, themeOfHeading, type ThemeTitle } from './plan-sections.ts'
import type { PlanTable } from './plan-tables.ts'
import { written, type GridRow } from './table-grid.ts'

export type NamedTheme = { theme: ThemeTitle; where: string }

/** What stands above a table: `named` is null where nothing names a theme and the one before goes on; the rest is not used for it. */
export type Above = {
  named: NamedTheme | null
  /** Sections and objectives that stand over the table, under its theme. */
  sections: { text: string; where: string }[]
  unusedRows: GridRow[]
  unused: Paragraph[]
}

/** What is known of the document when a table is met. */
export type Surrounding = { format: Document['format']; above: Paragraph[]; namedByRows: boolean; hasTheme: boolean }

/** Names that say nothing of the theme. */
const GENERIC = /^(sheet|page|table|tabelle|feuil|blad)\s*\d*$|^((improvement|action|service|our|the) )*plan$/i
/** A sheet's name is cut at so many characters. */
export const LONGEST_SHEET_NAME = 31
const LONGEST_TITLE = 14

export function themeAbove(around: Surrounding, table: PlanTable): Above {
  const { above } = around
  const titles = table.above.filter(row => written(row).length === 1)
  const sectionRows = titles.filter(row => isSectionTitle(titleIn(row)))
  const inTable = themeRow(
    titles.filter(row => !sectionRows.includes(row)),
    around.namedByRows,
  )
  const unusedRows = table.above.filter(row => row !== inTable && !sectionRows.includes(row))
  const inRows = sectionRows.map(row => ({ text: titleIn(row), where: row.where }))
  if (inTable) {
    const named = { theme: themeOfHeading(titleIn(inTable)), where: inTable.where }
    return { named, sections: inRows, unusedRows, unused: above }
  }
  const heading = headingAbove(around, table)
  const below = withSections(above, heading)
  const named = heading ? { theme: themeOfHeading(printed(heading)), where: heading.where } : themeOfSheet(table)
  return { named, sections: [...below.sections, ...inRows], unusedRows, unused: below.unused }
}

/** The title row that names the theme: the last that says so; else the last where each table has one of its own. */
const themeRow = (titles: GridRow[], namedByRows: boolean) =>
  titles.findLast(row => readThemeTitle(titleIn(row))) ?? (namedByRows ? titles.at(-1) : undefined)

const titleIn = (row: GridRow) => linesOfTitle(textOf(written(row)[0]!))

const themeOfSheet = ({ table, rows, firstRow }: PlanTable): NamedTheme | null =>
  table.name === null || GENERIC.test(table.name.trim()) || namesItself(rows.slice(firstRow, firstRow + 2))
    ? null
    : { theme: themeOfHeading(table.name.trim()), where: table.where }

/** Tables that each begin with a title row of their own name their themes so; one title over all names the plan. */
export function isNamedByRows(tables: PlanTable[]): boolean {
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

const isSection = (one: Paragraph) => isSectionTitle(printed(one))
const isSectionTitle = (text: string) => DOTTED.test(text) || readSection(text).objectives.length > 0

const looksLikeTitle = ({ text, bold }: Paragraph, format: Document['format']) =>
  (bold || format === 'text') &&
  text.split(/\s+/).length <= LONGEST_TITLE &&
  /^[A-Z0-9]/.test(text) &&
  /[a-z]{3}/i.test(text) &&
  !/[.;:,]$/.test(text.trim())

/** The headings and objectives that stand between the theme's heading, or where there is none the table before, and the table. */
function withSections(above: Paragraph[], heading: Paragraph | undefined): Pick<Above, 'sections' | 'unused'> {
  const after = heading ? above.slice(above.indexOf(heading) + 1) : above
  const used = after.filter(
    one =>
      isShort(one) &&
      (isLabelled(one) || (one.heading > 0 && (heading === undefined || one.heading > Math.max(1, heading.heading)))),
  )
  const unused = above.filter(one => one !== heading && !used.includes(one))
  return { sections: used.map(one => ({ text: printed(one), where: one.where })), unused }
}

const isShort = ({ text }: Paragraph) => text.split(/\s+/).length <= 80
/** Ordinary paragraphs may be numbered like sections: only a heading or a labelled objective is taken for one. */
const isLabelled = (one: Paragraph) =>
  readSection(printed(one)).objectives.length > 0 || (isSection(one) && (one.heading > 0 || one.bold))
