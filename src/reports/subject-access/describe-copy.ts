/** A copy of what is held of somebody as a document: contents, a section for each part, and what they are told with it. */
import { type Block, type Description, heading, paragraph, points, type Table } from '../description.ts'
import { amount } from '../figure.ts'
import { type Draft, numbered } from '../number.ts'
import { printable } from '../printable.ts'
import { type Copy, isTall, linesOf, type Part } from './copy.ts'
import { RIGHTS } from './rights.ts'

export const describeCopy = (copy: Copy): Description =>
  printable({
    form: 1,
    authority: copy.authority,
    title: copy.title,
    subtitle: 'For the person it is about',
    asAt: copy.madeOn,
    facts: copy.facts.map(([term, words]) => ({ term, words: [words] })),
    sections: numbered([aboutSection(copy), ...copy.parts.map(partSection)]),
  })

const aboutSection = (copy: Copy): Draft => ({
  id: 'about',
  heading: 'About this copy',
  blocks: [
    ...RIGHTS.flatMap(([term, words], at): Block[] => [heading(`right-${at}`, term), paragraph(words)]),
    heading('left-out', 'What is not in it'),
    points(...copy.leftOut.map(words => [words])),
  ],
})

const partSection = (part: Part): Draft => ({
  id: part.id,
  heading: part.heading,
  blocks: [...(part.about ? [paragraph(part.about)] : []), ...(isTall(part) ? tallTables(part) : [flatTable(part)])],
})

const flatTable = (part: Part): Table => ({
  kind: 'table',
  id: `${part.id}-table`,
  label: '',
  caption: captionOf(part),
  columns: part.columns.map((name, at) => ({ heading: name, share: shareOf(part, at) })),
  rows: part.rows.map(row => row.map(words => [words])),
})

/** A column takes room by its longest words, within bounds; a day needs what stands on one line. */
function shareOf({ columns, rows }: Part, at: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, row[at]!.length), columns[at]!.length)
  const hasDays = rows.some(row => /^\d{1,2} [A-Z][a-z]+ \d{4}/.test(row[at]!))
  return Math.min(28, Math.max(hasDays ? 20 : 9, longest))
}

const captionOf = ({ heading, rows }: Part) => `${heading}, ${amount(rows.length, 'row')}`

const tallTables = (part: Part): Table[] =>
  part.rows.map((row, at) => ({
    kind: 'table',
    id: `${part.id}-${at + 1}`,
    label: '',
    caption: part.rows.length === 1 ? part.heading : `${part.heading}, ${at + 1} of ${part.rows.length}`,
    columns: [
      { heading: 'What', share: 2 },
      { heading: 'Held', share: 3 },
    ],
    rows: linesOf(part, row).map(([name, words]) => [[name], [words]]),
  }))
