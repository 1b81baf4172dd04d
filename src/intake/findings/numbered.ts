/** What stands before and around a paragraph: its number, whether it is a heading, a footnote, a list item. */
import type { Paragraph } from '../document.ts'

/** A paragraph's own number (`4.` is 4; `4.3` is 4 with part `3`), printed by the document or typed into the text, and its words without it. */
export type Numbered = { number: number | null; part: string | null; text: string }

const TYPED = /^(\d{1,3})(?:\.(\d{1,2}(?:\.\d{1,2})?))?[.)]?\s+(?=\S)/
const TYPED_WHOLE = /^(\d{1,3})[.)]\s*(?=[A-Z\S])/
const LETTERED = /^\(?(?:[ivx]{1,5}|[a-z])\)\s+/i

export function numbered(paragraph: Paragraph): Numbered {
  const text = withoutMarks(paragraph.text)
  const printed = /^\(?(\d{1,3})(?:\.(\d{1,2}(?:\.\d{1,2})?))?[.)]*$/.exec(paragraph.label?.trim() ?? '')
  if (printed) return { number: Number(printed[1]), part: printed[2] ?? null, text }
  const typed = TYPED.exec(text)
  const isNumber = typed && (typed[2] !== undefined || TYPED_WHOLE.test(text))
  if (isNumber) return { number: Number(typed[1]), part: typed[2] ?? null, text: text.slice(typed[0].length) }
  return { number: null, part: null, text: paragraph.list > 0 ? text.replace(LETTERED, '') : text }
}

/** A paragraph's words, one space between them, without the asterisks that plain text uses for bold. */
export const withoutMarks = (text: string): string => text.replaceAll('**', '').replace(/\s+/g, ' ').trim()

/** A heading or the words that introduce what follows: short, and not a sentence. */
export function isHeading(paragraph: Paragraph): boolean {
  const text = withoutMarks(paragraph.text)
  if (paragraph.heading > 0) return true
  return paragraph.list === 0 && text.length <= 160 && !/[.;,]$/.test(text)
}

/** A footnote that the file has as a paragraph of its own: `¹ <http://...>`. */
export const isFootnote = (paragraph: Paragraph): boolean =>
  paragraph.list === 0 &&
  (/^[¹²³⁴-⁹]/.test(paragraph.text.trim()) || /^(?:\[?\d{1,2}\]? )?<?https?:\S+>?$/.test(paragraph.text.trim()))
