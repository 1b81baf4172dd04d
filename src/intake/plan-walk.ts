/**
 * Walks a document from top to bottom and sets its plan's rows under their themes and sections. Headings above a table, rows across
 * it, sheet names and columns may each name a theme; a table cut by a page goes on under the one it began in.
 */
import { linesOfTitle, textOf } from './cell-words.ts'
import type { Block, Document, Paragraph } from './document.ts'
import { kindsGiven, type PlanCorrections } from './plan-corrections.ts'
import { themeOfHeading } from './plan-sections.ts'
import { findPlanTables, type PlanTable } from './plan-tables.ts'
import { keyOf } from './rating-key.ts'
import { kindOfRow } from './row-kind.ts'
import { gridOf, written, type GridRow } from './table-grid.ts'
import { isNamedByRows, themeAbove } from './theme-above.ts'
import { keepAbove, keepFootnotes, keepFragment, keepNewHeadings, keepRow } from './walk-kept.ts'
import { addRest, addRow, isNumbered } from './walk-rows.ts'
import { beginSection, beginTheme, meetSection } from './walk-titles.ts'
import type { Walk } from './walking.ts'

export function walk(document: Document, corrections: PlanCorrections): Walk {
  const { tables, layouts } = findPlanTables(document, corrections)
  const numbered = new Set(layouts.filter(layout => isNumbered(tables, layout)))
  const walking: Walk = {
    document, layouts, tables, numbered, namedByRows: isNamedByRows(tables), kinds: kindsGiven(corrections), themes: [], byTitle: new Map(),
    theme: null, section: null, last: null, counted: 0, key: null, above: [], afterBreak: false, surroundings: [], problems: [],
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

function walkTable(walking: Walk, table: PlanTable) {
  const { format } = walking.document
  const { named, sections, unused, unusedRows } = themeAbove(
    { format, above: walking.above, namedByRows: walking.namedByRows, hasTheme: walking.theme !== null },
    table,
  )
  keepAbove(walking, unused)
  for (const row of unusedRows) keepRow(walking, row)
  keepNewHeadings(walking, table, table.rows.slice(table.above.length, table.firstRow))
  walking.afterBreak = format !== 'xlsx'
  if (named) beginTheme(walking, named.theme, named.where)
  for (const section of sections) beginSection(walking, section.text, section.where)
  const numbered = walking.numbered.has(table.layout)
  for (const row of table.rows.slice(table.firstRow)) {
    const kind =
      given(walking, row) ?? kindOfRow(row, { table, last: walking.last, afterBreak: walking.afterBreak, numbered })
    meetRow(walking, table, row, kind, numbered)
  }
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
    case 'total':
      keepRow(walking, row)
      break
    case 'heading':
      keepNewHeadings(walking, table, [row])
      walking.afterBreak = true
      break
    case 'fragment':
      keepFragment(walking, table, row)
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
