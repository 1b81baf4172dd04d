/**
 * A report as a description: sections, numbered paragraphs, tables and charts as plain JSON, before it is a web page, a Word
 * file or a PDF. It is frozen as it stands, so a later product must still be able to show what an earlier one froze.
 */
import type { Day } from '../terms/day.ts'

export type Description = {
  /** The shape of this model; raised when an old description could no longer be read as it is. */
  form: 1
  authority: string
  title: string
  subtitle: string
  asAt: Day
  /** What the title page tells: `Board`, `Position as at`. */
  facts: Fact[]
  sections: Section[]
}

export type Fact = { term: string; words: Words }

/** `label` is what it is called by (`3`, `Annex B`); `wide` asks for a page on its side. Annexes follow the sections. */
export type Section = { id: string; label: string; heading: string; annex: boolean; wide: boolean; blocks: Block[] }

export type Block = Heading | Paragraph | Points | Callout | Table | Chart

export type Heading = { kind: 'heading'; id: string; text: string }
/** `number` is what a board member quotes: `4.2`, `A.1`. */
export type Paragraph = { kind: 'paragraph'; number: string; words: Words }
export type Points = { kind: 'points'; points: Words[] }
/** What must not be missed. */
export type Callout = { kind: 'callout'; heading: string; points: Words[] }

/** `label` is `Table 3`. The first column heads its row. */
export type Table = { kind: 'table'; id: string; label: string; caption: string; columns: Column[]; rows: Words[][] }
/** `share` is its part of the width, against the other columns. */
export type Column = { heading: string; share: number; numeric?: boolean }

/** Bars made of parts: one bar a theme, one part a rating. Every bar has as many counts as there are parts. */
export type Chart = {
  kind: 'chart'
  id: string
  label: string
  caption: string
  /** What the chart shows in words, for those who do not see it. */
  alt: string
  parts: { label: string; tone: Tone }[]
  bars: { label: string; counts: number[] }[]
}

/** Words in a row. A line feed within a piece is a new line. */
export type Words = Piece[]
export type Piece = string | Link | Figure | Tag | See

/** `to` is an address in the service (`/plan/actions/3.2`) or a section of the report (`#late`). */
export type Link = { link: string; to: string }

/** A number with what it was counted from: `count` of `of` (null where it is not a part of anything) as at a day, and where it opens. */
export type Figure = { figure: string; count: number; of: number | null; asAt: Day; to: string | null }

/** A rating or a severity: always its word, never only its tone. */
export type Tag = { tag: string; tone: Tone }

/** Stands for the label of another section until the sections are numbered. */
export type See = { see: string }

export const TONE = ['done', 'going', 'stopped', 'held', 'waiting', 'impact', 'some-impact', 'no-impact'] as const
export type Tone = (typeof TONE)[number]

export const paragraph = (...words: Words): Paragraph => ({ kind: 'paragraph', number: '', words })
export const heading = (id: string, text: string): Heading => ({ kind: 'heading', id, text })
export const points = (...given: Words[]): Points => ({ kind: 'points', points: given })
export const link = (text: string, to: string): Link => ({ link: text, to })

/** The words without their links and tags, as a screen reader would read them. */
export const plain = (words: Words): string => words.map(plainPiece).join('')

function plainPiece(piece: Piece): string {
  if (typeof piece === 'string') return piece
  if ('link' in piece) return piece.link
  if ('figure' in piece) return piece.figure
  return 'tag' in piece ? piece.tag : piece.see
}
