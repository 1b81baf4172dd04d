/** A table in its section while it is short; the most pressing rows of a long one, with the whole of it as an annex. */
import { type Block, type Column, plain, type Table, type Words } from './description.ts'
import { grouped } from './figure.ts'
import type { Draft } from './number.ts'

/** More rows than this make a section a list to leaf through. */
export const ROWS_IN_PLACE = 20

export const table = (id: string, caption: string, columns: Column[], rows: Words[][]): Table => ({
  kind: 'table',
  id,
  label: '',
  caption,
  columns,
  rows,
})

/** `annexHeading` names the annex where one is needed: `All late actions`. Rows come most pressing first. */
export function longTable(whole: Table, annexHeading: string): { blocks: Block[]; annexes: Draft[] } {
  const { rows } = whole
  if (rows.length <= ROWS_IN_PLACE) return { blocks: rows.length === 0 ? [] : [whole], annexes: [] }
  const caption = `${whole.caption}: the first ${ROWS_IN_PLACE} of ${grouped(rows.length)}`
  const annexId = `${whole.id}-all`
  return {
    blocks: [
      { kind: 'paragraph', number: '', words: [`All ${grouped(rows.length)} are in `, { see: annexId }, '.'] },
      { ...whole, caption, rows: rows.slice(0, ROWS_IN_PLACE) },
    ],
    annexes: [{ id: annexId, heading: annexHeading, annex: true, blocks: [{ ...whole, id: `${annexId}-table` }] }],
  }
}

/** Small enough to stand on one page: about half of one. */
export const isKeptTogether = ({ rows }: Table): boolean =>
  rows.length <= 10 && rows.flat().map(plain).join('').length <= 2000

/** Small enough to stand on one page by itself; a taller row may break across pages, or it could not be shown. */
export const isRowKeptTogether = (row: Words[]): boolean => row.map(plain).join('').length <= 1200
