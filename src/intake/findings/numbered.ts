/** What stands before and around a paragraph: its number, whether it is a heading, a footnote, a list item. */
import type { Paragraph } from '../document.ts'

/** A paragraph's own number (`4.` is 4; `4.3` is 4 with part `3`), printed by the document or typed into the text, and its words without it. */
export type Numbered = { number: number | null; part: string | null; text: string }

const TYPED = /^(\d{1,3})(?:\.(\d{1,2}(?:\.\d{1,2})?))?[.)]?\s+(?=\S)/
const TYPED_WHOLE = /^(\d{1,3})[.)]\s*(?=[A-Z\S])/
const LETTERED = /^\(?(?:[ivx]{1,5}|[a-z])\)\s+/i

export function numbered(paragraph: Paragraph): Numbered {
  const text = withoutMarks(paragraph.text).replace(BULLET, '')
  const printed = /^\(?(\d{1,3})(?:\.(\d{1,2}(?:\.\d{1,2})?))?[.)]*$/.exec(paragraph.label?.trim() ?? '')
  if (printed) return { number: Number(printed[1]), part: printed[2] ?? null, text }
  const typed = TYPED.exec(text)
  const isNumber = typed && (typed[2] !== undefined || TYPED_WHOLE.test(text))
  if (isNumber) return { number: Number(typed[1]), part: typed[2] ?? null, text: text.slice(typed[0].length) }
  return { number: null, part: null, text: isItem(paragraph) ? text.replace(LETTERED, '') : text }
}

const BULLET = /^(?:[-–•▪◦●*]|o(?= [a-z]{2}))\s+/

/** An item of a list, made by the document or with a bullet that was typed. */
export const isItem = (paragraph: Paragraph): boolean => paragraph.list > 0 || BULLET.test(paragraph.text.trim())

/** The mark of a footnote after a word: `Safeguard Children (2013)¹`. */
const FOOTNOTE_MARK = /(?<=[).,;:’”"']|[a-z]{3})[¹²³⁰⁴-⁹]+/g

/** A paragraph's words, one space between them, without footnote marks and the asterisks that plain text uses for bold and italics. */
export const withoutMarks = (text: string): string =>
  text
    .replaceAll('**', '')
    .replace(/\*(\S(?:[^*]*\S)?)\*/g, '$1')
    .replace(FOOTNOTE_MARK, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A heading or the words that introduce what follows: short, and not a sentence. */
export function isHeading(paragraph: Paragraph): boolean {
  if (paragraph.heading > 0) return true
  const text = withoutMarks(paragraph.text)
  return !isItem(paragraph) && text.length <= 160 && !/[.;,]$/.test(text)
}

/** What the foot of a page puts between two paragraphs: a footnote (`¹ <http://...>`), a page number. */
export function isPageFoot(paragraph: Paragraph): boolean {
  const text = paragraph.text.trim()
  if (paragraph.list > 0 || paragraph.heading > 0) return false
  return /^(?:[¹²³⁴-⁹]|page \d{1,3}\b|\d{1,3}$)/i.test(text) || /^(?:\[?\d{1,2}\]? )?<?https?:\S+>?$/.test(text)
}
