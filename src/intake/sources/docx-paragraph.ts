/** A paragraph of a Word document while it is being read. */
import type { Paragraph } from '../document.ts'
import type { Numbering } from './docx-numbering.ts'
import type { Style, Styles } from './docx-styles.ts'
import { clean } from './words.ts'

export type Draft = {
  style: string | null
  numbering: string | null
  level: number | null
  outline: number | null
  /** Its mark was deleted: with the deletion accepted it runs on into the next. */
  runsOn: boolean
  shade: string | null
  pieces: Piece[]
  /** Characters so far. */
  size: number
  footnotes: string[]
}
export type Piece = { text: string; bold: boolean; italic: boolean; shade: string | null }

export const draft = (): Draft => ({
  style: null, numbering: null, level: null, outline: null, runsOn: false, shade: null, pieces: [], size: 0, footnotes: [],
}) // prettier-ignore

export const isBlank = (one: Draft) => one.footnotes.length === 0 && one.pieces.every(piece => piece.text.trim() === '')

/** The finished paragraph. An item of a list is counted even where nothing else is known of it; an empty one is not. */
export function finish(one: Draft, styles: Styles, numbering: Numbering): Paragraph {
  const style = styles.find(one.style)
  const heading = headingOf(one, style)
  const list = one.numbering ?? style.numbering ?? '0'
  const level = Math.min(Math.max(one.level || style.level || 0, 0), 8)
  const label = list === '0' ? undefined : numbering.next(list, level)
  const worded = one.pieces.filter(piece => piece.text.trim() !== '')
  return {
    kind: 'paragraph',
    text: clean(one.pieces.map(piece => piece.text).join('')).trim(),
    heading,
    list: label === undefined || heading > 0 ? 0 : level + 1,
    label: label ?? null,
    bold: worded.length > 0 && worded.every(piece => piece.bold),
    italic: worded.length > 0 && worded.every(piece => piece.italic),
    footnotes: one.footnotes,
    where: '',
  }
}

function headingOf(one: Draft, style: Style): number {
  const outline = one.outline ?? style.outline ?? 9
  return outline >= 0 && outline < 9 ? outline + 1 : 0
}

/** The colour behind all of its words, where they have one and the same; null where not. Without words, its own; undefined where it has none. */
export function shadeOf(one: Draft): string | null | undefined {
  const shades = new Set(one.pieces.filter(piece => piece.text.trim() !== '').map(piece => piece.shade ?? one.shade))
  if (shades.size === 0) return one.shade ?? undefined
  return shades.size === 1 ? ([...shades][0] ?? null) : null
}
