/** Remnants of markup in plain text: emphasis marks, list marks and a few tags of web pages, taken for what they meant. */
import type { Paragraph } from '../document.ts'
import { clean, plain, trimBlank } from './words.ts'

const BULLETS = '•▪●○■❖➤➢◦◆▸►✓'
const LEADING_BULLET = new RegExp(`^(\\s*)(?:[${BULLETS}]|[-*–](?=\\s))\\s*`)
const INLINE_BULLET = new RegExp(`\\s{0,20}[${BULLETS}]\\s{1,20}`)
const BREAKS = /<\/?(?:p|br|ul|ol|div|h[1-6]|tr)\b[^<>]*>/gi
const ITEM = /<li\b[^<>]*>/gi
/** One run of italics after another is one item after another: what was a list in the document that the text was made from. */
const ITALIC_RUNS = /<\/(i|em)>\s+(?=<\1>)/gi
const OTHER_TAGS = /<\/?(?:i|b|em|strong|u|span|sup|sub|li|td|th|table|tbody|thead|font|a)\b[^<>]*>/gi
const ENTITY: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" }

/** A line of ordinary text; more than one paragraph where markup breaks it. */
export function readLine(text: string, where: string): Paragraph[] {
  const heading = /^\s{0,3}(#{1,6})\s(.*)$/.exec(text)
  if (heading)
    return [{ ...paragraph((heading[2] ?? '').replace(/#{1,6}$/, ''), where), heading: heading[1]?.length ?? 1 }]
  return unmarked(text).flatMap(line => (line.trim() === '' ? [] : [paragraph(line, where)]))
}

/** A cell: bullets that stand in its one line begin a new paragraph each, if there are several or it says that it is a list. */
export function readCell(text: string, where: string): Paragraph[] {
  const lines = unmarked(text).flatMap(line => {
    const pieces = clean(line).split(INLINE_BULLET)
    if (pieces.length < 2 || (pieces.length === 2 && pieces[0]?.trim() !== '' && !/<ul|<li/i.test(text))) return [line]
    return pieces.flatMap((piece, at) => (piece.trim() === '' ? [] : [at === 0 ? piece : `• ${piece}`]))
  })
  return trimBlank(lines.flatMap(line => (line.trim() === '' ? [] : [paragraph(line, where)])))
}

const unmarked = (text: string): string[] =>
  text
    .replace(ITALIC_RUNS, '\n')
    .replace(ITEM, '\n• ')
    .replace(BREAKS, '\n')
    .replace(OTHER_TAGS, '')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|#39);/g, (_, name: string) => ENTITY[name] ?? '')
    .split('\n')

function paragraph(line: string, where: string): Paragraph {
  const text = clean(line)
  const bullet = LEADING_BULLET.exec(text)
  const words = (bullet ? text.slice(bullet[0].length) : text).trim()
  const list = bullet ? 1 + Math.min(Math.floor((bullet[1]?.length ?? 0) / 2), 8) : 0
  return { ...plain(unemphasised(words), where), list, bold: isAll(words, BOLD), italic: isAll(words, ITALIC) }
}

const BOLD = /(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1/g
const ITALIC = /(?<![*\w])([*_])(?=[^\s*_])([^*\n]{0,300}?[^\s*_])\1(?![*\w])/g

const unemphasised = (text: string) => text.replace(BOLD, '$2').replace(ITALIC, '$2').replaceAll('**', '').trim() // prettier-ignore

/** Whether all of the words are so marked, apart from a number that stands before them. */
const isAll = (text: string, mark: RegExp) => text.match(mark) !== null && text.replace(mark, '').replace(/^[\s(]*[\w.]{1,5}[.)]\s*/, '').trim() === '' // prettier-ignore
