/** A row of a plan on its way to being actions: its cells by column, and what it stands under. */
import type { Cell } from './document.ts'
import { wordsOf } from './cell-words.ts'
import type { ColumnMapping, PlanField } from './plan-reading.ts'
import type { RatingKey } from './rating-key.ts'

export type PlanRow = {
  where: string
  cells: Map<number, Cell>
  /** The words of each column, with what a page break cut off put back. */
  words: Map<number, string>
  columns: ColumnMapping[]
  key: RatingKey | null
  /** True where the plan's actions carry their number before their words. */
  numbered: boolean
  section: Section | null
  /** The row of the plan that it is part of: rows under one merged area of improvement are one. */
  number: number
  inTheme: number
  /** Its place among the parts of that row, from 1. */
  part: number
  /** True where its reference stands in a cell merged with the rows beside it. */
  sharesRef: boolean
}

/** A stretch of a theme under one heading. `order` counts the sections of the theme from 1. */
export type Section = {
  ref: string | null
  title: string
  order: number
  where: string
  objectives: { text: string; where: string }[]
}

export type ThemeRows = {
  ref: string
  title: string
  where: string
  sections: Section[]
  /** Its sections by the letters of their titles: the same title on the next page is the same section. */
  byTitle: Map<string, Section>
  rows: PlanRow[]
  counted: number
}

export const columnsOf = (columns: ColumnMapping[], field: PlanField): ColumnMapping[] =>
  columns.filter(column => column.fields.includes(field))

/** The words of a field: of every column that holds it, each on a line. */
export const fieldWords = (row: PlanRow, field: PlanField): string =>
  columnsOf(row.columns, field)
    .map(column => row.words.get(column.column) ?? '')
    .filter(words => words !== '')
    .join('\n')

export const fieldCell = (row: PlanRow, field: PlanField): Cell | undefined => {
  const column = columnsOf(row.columns, field)[0]
  return column && row.cells.get(column.column)
}

/** The words that the cells of a row have, by the column each stands over; a cell over several columns stands for the first of them. */
export function wordsByColumn(cells: Map<number, Cell>): Map<number, string> {
  const words = new Map<number, string>()
  const seen = new Set<Cell>()
  for (const [column, cell] of [...cells].sort(([one], [other]) => one - other)) {
    if (!seen.has(cell)) words.set(column, wordsOf(cell))
    seen.add(cell)
  }
  return words
}
