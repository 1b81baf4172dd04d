/** The words of a cell. Text taken from a converted document may still carry marks of its web form: they are layout, not words. */
import type { Cell, Paragraph } from './document.ts'

const MARKUP = /<\/?(?:p|ul|ol|li|i|b|u|em|strong|br|div|span)\b[^>\n]*>/i
/** Each of these ends a line; the rest only dressed the words. */
const LINES = /\s*<(?:\/p|p|li|br|ul|ol|div|\/div|\/ul|\/ol)\b[^>\n]*\/?>\s*/gi

/** The words of the cell as they are printed, with the numbers that the document sets before them. */
export const wordsOf = (cell: Cell | undefined): string => (cell ? withoutMarkup(textOf(cell)) : '')

/** The cell's text before anything is taken out of it. */
export const textOf = (cell: Cell): string =>
  cell.paragraphs.some(one => one.label !== null) ? cell.paragraphs.map(printed).join('\n') : cell.text

/** A paragraph as it is printed: with the number or letter that the document sets before it. */
export const printed = ({ label, text }: Paragraph): string =>
  [label ?? '', text.trim()].filter(part => part !== '').join(' ')

export const footnotesOf = (cell: Cell): string[] => cell.paragraphs.flatMap(one => one.footnotes)

export const withoutMarkup = (text: string): string =>
  MARKUP.test(text)
    ? tidy(text.replace(LINES, '\n').replace(/<\/?(?:i|b|u|em|strong|span|li|p)\b[^>\n]*>/gi, ''))
    : text.trim()

/** The words of a row that stands across the table: there each run of italics is a line of its own. */
export const linesOfTitle = (text: string): string => tidy(withoutMarkup(text.replace(/<\/i>\s*(?=<i>)/gi, '</i>\n')))

const tidy = (text: string) =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')

/** Words cut in two by a page, put together again: a line of its own where a sentence had ended, else the same line. */
export function joinWords(before: string, after: string): string {
  if (before === '') return after
  if (after === '') return before
  if (/[a-z]-$/i.test(before) && /^[a-z]/.test(after)) return before + after
  return /[.;:!?]$/.test(before) && /^[A-Z0-9•▪●○-]/.test(after) ? `${before}\n${after}` : `${before} ${after}`
}

const UNFINISHED =
  /\b(?:the|a|an|of|and|or|to|for|with|in|on|by|at|from|that|which|where|when|is|are|be|been|will|their|its|our|as|than|if|who|not|this|these|all|any|into|against|between)$/i

/** True where the words stop in the middle of a phrase, so that more must follow. */
export const isUnfinished = (text: string): boolean => UNFINISHED.test(text.trim()) || /[,(/-]$/.test(text.trim())

/** True where the words go on from something before them; the letter of a list (`b) Review`) begins something new. */
export const goesOn = (text: string): boolean => /^(?![a-z]{1,4}[).]\s)[a-z,;)]/.test(text.trim())

/** A row that only draws a line: `-----`. */
export const isRule = (texts: string[]): boolean => texts.every(text => /^[\s\-–—_=.|:*]*$/.test(text))
