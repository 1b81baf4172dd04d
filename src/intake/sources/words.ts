/** Words as a person reads them: invisible characters gone, every kind of space a space, symbol fonts turned to letters. */
import type { Paragraph } from '../document.ts'

/** What the commonest characters of Wingdings and Symbol look like; Word keeps them at U+F000 and up. */
const SYMBOL: Record<string, string> = {
  '\uf06c': '●', '\uf06e': '■', '\uf06f': '□', '\uf071': '❑', '\uf072': '❒', '\uf075': '◆', '\uf076': '❖', '\uf0a7': '▪',
  '\uf0a8': '◻', '\uf0b7': '•', '\uf0d8': '➢', '\uf0e0': '→', '\uf0e8': '➔', '\uf0fb': '✗', '\uf0fc': '✓', '\uf0fd': '☒',
  '\uf0fe': '☑', '\uf04a': '☺', '\uf04b': '😐', '\uf04c': '☹', '\uf0b3': '≥', '\uf0a3': '≤', '\uf0b0': '°',
} // prettier-ignore

/** A symbol that we have no letter for stands as a bullet, so that a person sees that something was there. */
export const symbol = (character: string): string => SYMBOL[character] ?? '•'

export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff\u0000-\u0008\u000e-\u001f]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(/[\u000b\u000c\u0085\u2028]/g, '\n')
    .replace(/\u2029/g, '\n')
    .replace(/[\uf000-\uf0ff]/g, symbol)

/** A paragraph of ordinary text. */
export const plain = (text: string, where: string): Paragraph => ({
  kind: 'paragraph', text, heading: 0, list: 0, label: null, bold: false, italic: false, footnotes: [], where,
}) // prettier-ignore

/** Without the empty paragraphs at its start and end; those in between show what belongs together. */
export function trimBlank(paragraphs: Paragraph[]): Paragraph[] {
  const isBlank = (one: Paragraph | undefined) => one !== undefined && one.text === '' && one.footnotes.length === 0
  let start = 0
  let end = paragraphs.length
  while (isBlank(paragraphs[start])) start += 1
  while (end > start && isBlank(paragraphs[end - 1])) end -= 1
  return paragraphs.slice(start, end)
}
