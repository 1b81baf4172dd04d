/** A report as `report.typ` takes it: the same words, each piece with where it leads, charts as drawings. Values only, no markup. */
import { longDay } from '../terms/day.ts'
import { type Block, type Piece, plain, type Section, type Words } from './description.ts'
import { printedDrawing } from './drawing.ts'
import { type Frozen, shortFingerprint } from './freeze.ts'
import { isKeptTogether, isRowKeptTogether } from './long-table.ts'
import { LOOK } from './tone.ts'

/** What the worker is given; `note` says of characters that could not be shown. */
export type PdfPages = ReturnType<typeof pdfPages> & { note: string | null }

/** `shown` makes text into what the fonts can show; `address` is where the service is found, for links. */
export function pdfPages({ description, sha256 }: Frozen, shown: (text: string) => string, address: string | null) {
  const pieces = (words: Words, longest = LONGEST_WORD) =>
    words.map(piece => pdfPiece(piece, text => breakable(shown(text), longest), address))
  const block = (given: Block, next: Block | undefined, wide: boolean): object => {
    switch (given.kind) {
      case 'heading':
        return { ...given, text: shown(given.text) }
      case 'paragraph':
        return { ...given, words: pieces(given.words), sticky: next?.kind === 'table' || next?.kind === 'chart' }
      case 'points':
        return { ...given, points: given.points.map(point => pieces(point)) }
      case 'callout':
        return { ...given, heading: shown(given.heading), points: given.points.map(point => pieces(point)) }
      case 'chart':
        return { ...given, alt: shown(given.alt), caption: shown(given.caption), drawing: shown(printedDrawing(given)) }
      case 'table':
        return {
          ...given,
          caption: shown(given.caption),
          columns: given.columns.map(column => ({ numeric: false, ...column, heading: shown(column.heading) })),
          rows: given.rows.map(row => ({
            breakable: !isRowKeptTogether(row),
            cells: row.map((words, at) => pieces(words, at === 0 ? LONGEST_IN_FIRST : LONGEST_WORD)),
          })),
          breakable: wide || !isKeptTogether(given),
        }
    }
  }
  const section = (given: Section, at: number) => ({
    ...given,
    heading: shown(given.heading),
    newPage: !given.wide && (at < 2 || given.annex),
    blocks: given.blocks.map((each, at) => block(each, given.blocks[at + 1], given.wide)),
  })
  return {
    authority: shown(description.authority),
    title: shown(description.title),
    subtitle: shown(description.subtitle),
    asAt: longDay(description.asAt),
    fingerprint: sha256,
    fingerprintShort: shortFingerprint(sha256),
    facts: description.facts.map(({ term, words }) => ({ term: shown(term), words: pieces(words) })),
    sections: description.sections.map(section),
  }
}

/** Longer words may break within, so that none runs out of its column; in a first column, which is narrow, sooner. */
const LONGEST_WORD = 24
const LONGEST_IN_FIRST = 12

const breakable = (text: string, longest: number): string =>
  text.replace(/\S+/gu, word => {
    const letters = [...word]
    if (letters.length <= longest) return word
    const part = longest / 3
    return Array.from({ length: Math.ceil(letters.length / part) }, (_, at) =>
      letters.slice(at * part, (at + 1) * part).join(''),
    ).join(BREAK_HERE)
  })

/** Zero-width space: shown as nothing. */
const BREAK_HERE = '\u200b'

function pdfPiece(piece: Piece, shown: (text: string) => string, address: string | null) {
  const text = shown(plain([piece]))
  if (typeof piece === 'string' || 'see' in piece) return { text }
  if ('tag' in piece) return { text, tint: LOOK[piece.tone].tint }
  if (piece.to?.startsWith('#')) return { text, inside: piece.to.slice(1) }
  return piece.to && address ? { text, address: address + piece.to } : { text }
}
