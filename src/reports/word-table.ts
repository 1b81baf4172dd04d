/** A table of a report in Word: its heading row comes again on each page, its ratings are words on a tint. */
import {
  BorderStyle,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  AlignmentType,
} from 'docx'
import type { Table, Words } from './description.ts'
import { isKeptTogether, isRowKeptTogether } from './long-table.ts'
import { LOOK } from './tone.ts'
import { PALE, QUIET, RULE, textWidth } from './word-styles.ts'

export function wordTable(table: Table, wide: boolean, runs: (words: Words) => ParagraphChild[]): WordTable {
  const widths = widthsOf(table, textWidth(wide))
  const together = !wide && isKeptTogether(table)
  return new WordTable({
    width: { size: textWidth(wide), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
    margins: { top: 50, bottom: 50, left: 80, right: 80 },
    borders: { top: THICK, bottom: THIN, left: NONE, right: NONE, insideHorizontal: THIN, insideVertical: NONE },
    rows: [
      headingRow(table, widths),
      ...table.rows.map((row, at) => bodyRow(table, row, widths, runs, { at, together })),
    ],
  })
}

const THIN = { style: BorderStyle.SINGLE, size: 4, color: RULE }
const THICK = { style: BorderStyle.SINGLE, size: 10, color: QUIET }
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }

export function widthsOf({ columns }: Table, whole: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0)
  return columns.map(column => Math.floor((column.share / shares) * whole))
}

const headingRow = ({ columns }: Table, widths: number[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      (column, at) =>
        new TableCell({
          width: { size: widths[at]!, type: WidthType.DXA },
          verticalAlign: VerticalAlign.BOTTOM,
          shading: { type: ShadingType.CLEAR, color: 'auto', fill: PALE },
          children: [
            new Paragraph({ style: 'TableHeading', alignment: alignmentOf(column.numeric), text: column.heading }),
          ],
        }),
    ),
  })

const bodyRow = (
  table: Table,
  row: Words[],
  widths: number[],
  runs: (words: Words) => ParagraphChild[],
  { at, together }: { at: number; together: boolean },
): TableRow =>
  new TableRow({
    keepNext: together && at < table.rows.length - 1,
    cantSplit: isRowKeptTogether(row),
    children: row.map((words, column) => {
      const tint = tintOf(words)
      return new TableCell({
        width: { size: widths[column]!, type: WidthType.DXA },
        ...(tint && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: tint } }),
        children: [
          new Paragraph({
            style: 'TableText',
            alignment: alignmentOf(table.columns[column]?.numeric),
            children: runs(words),
          }),
        ],
      })
    }),
  })

const alignmentOf = (numeric: boolean | undefined) => (numeric ? AlignmentType.RIGHT : AlignmentType.LEFT)

/** A cell that is a rating takes its tint; the word stands in it all the same. */
function tintOf(words: Words): string | null {
  const [only, ...more] = words
  return more.length === 0 && typeof only === 'object' && 'tag' in only ? LOOK[only.tone].tint : null
}
