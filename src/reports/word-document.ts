/** A report as a Word document: headings, lists, tables and numbering are Word's own. Runs in the worker. */
import {
  AlignmentType,
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  InternalHyperlink,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  TabStopType,
  TextRun,
  type FileChild,
} from 'docx'
import { longDay } from '../terms/day.ts'
import { type Block, type Chart, type Piece, plain, type Section, type Words } from './description.ts'
import { type Frozen, shortFingerprint } from './freeze.ts'
import { pictureOf } from './picture.ts'
import { contentsOf, pageNumbersOf } from './word-contents.ts'
import { ACCENT, NUMBERING, pageOf, STYLES, textWidth } from './word-styles.ts'
import { wordTable } from './word-table.ts'

/** `drawings` are the charts by their id: as they are shown, and with the letters of the product's own fonts for the picture beside. */
export type WordWriting = { frozen: Frozen; address: string | null; drawings: Drawings }
type Drawings = Record<string, { drawing: string; printed: string }>

export async function makeWord({ frozen, address, drawings }: WordWriting): Promise<Uint8Array> {
  const { description } = frozen
  const runs = runsOfPages(description.sections)
  const document = new Document({
    title: `${description.title}: ${description.subtitle}`,
    subject: `Position as at ${longDay(description.asAt)}`,
    creator: description.authority,
    lastModifiedBy: description.authority,
    description: `Fingerprint ${frozen.sha256}`,
    styles: STYLES,
    numbering: NUMBERING,
    ...pageNumbersOf(description),
    sections: runs.map(({ wide, sections }, at) =>
      wordSection(frozen, wide, [
        ...(at === 0 ? titlePage(frozen) : []),
        ...sections.flatMap((section, index) => sectionParts(section, at === 0 && index < 2, { address, drawings })),
        ...(at === runs.length - 1
          ? [new Paragraph({ style: 'PageFoot', text: `End of ${description.title}. Fingerprint ${frozen.sha256}` })]
          : []),
      ]),
    ),
  })
  return Packer.toBuffer(document)
}

/** Sections that follow each other on pages of the same kind. */
function runsOfPages(sections: Section[]): { wide: boolean; sections: Section[] }[] {
  const runs: { wide: boolean; sections: Section[] }[] = []
  for (const section of sections) {
    const last = runs.at(-1)
    if (last && last.wide === section.wide) last.sections.push(section)
    else runs.push({ wide: section.wide, sections: [section] })
  }
  return runs.length > 0 ? runs : [{ wide: false, sections: [] }]
}

function wordSection({ description, sha256 }: Frozen, wide: boolean, children: FileChild[]): ISectionOptions {
  const right = [{ type: TabStopType.RIGHT, position: textWidth(wide) }]
  const head = new Paragraph({
    style: 'PageFoot',
    tabStops: right,
    text: `${description.authority}\t${description.title}`,
  })
  const foot = new Paragraph({
    style: 'PageFoot',
    tabStops: right,
    children: [
      new TextRun(`Position as at ${longDay(description.asAt)}. Fingerprint ${shortFingerprint(sha256)}`),
      new TextRun({ children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
    ],
  })
  return {
    properties: { page: pageOf(wide) },
    headers: { default: new Header({ children: [head] }) },
    footers: { default: new Footer({ children: [foot] }) },
    children,
  }
}

const titlePage = ({ description, sha256 }: Frozen): FileChild[] => [
  new Paragraph({ style: 'Authority', text: description.authority }),
  new Paragraph({ heading: HeadingLevel.TITLE, text: description.title }),
  new Paragraph({ style: 'Subtitle', text: description.subtitle }),
  ...description.facts.map(({ term, words }) => titleFact(term, plain(words))),
  titleFact('Fingerprint', sha256.match(/.{16}/g)!.join(' ')),
  new Paragraph({ style: 'ContentsHeading', text: 'Contents' }),
  contentsOf(description, bookmarkOf),
]

const titleFact = (term: string, text: string) =>
  new Paragraph({
    style: 'TitleFact',
    children: [new TextRun({ text: term, bold: true }), new TextRun({ children: ['\t'] }), ...lines(text)],
  })

type Around = Pick<WordWriting, 'address' | 'drawings'>

function sectionParts(section: Section, newPage: boolean, around: Around): FileChild[] {
  const reference = section.annex ? 'annexes' : 'sections'
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      numbering: { reference, level: 0 },
      pageBreakBefore: newPage || (section.annex && !section.wide),
      children: [new Bookmark({ id: bookmarkOf(section.id), children: [new TextRun(section.heading)] })],
    }),
    ...section.blocks.flatMap(block => blockParts(block, { ...around, wide: section.wide, reference })),
  ]
}

type Place = Around & { wide: boolean; reference: string }

function blockParts(block: Block, { wide, reference, address, drawings }: Place): FileChild[] {
  const runs = (words: Words) => words.flatMap(piece => runsOf(piece, address, block.kind !== 'table'))
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          children: [new Bookmark({ id: bookmarkOf(block.id), children: [new TextRun(block.text)] })],
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({ style: 'NumberedParagraph', numbering: { reference, level: 1 }, children: runs(block.words) }),
      ]
    case 'points':
      return block.points.map(
        words => new Paragraph({ style: 'Point', numbering: { reference: 'points', level: 0 }, children: runs(words) }),
      )
    case 'callout':
      return [
        new Paragraph({ style: 'CalloutHeading', text: block.heading }),
        ...block.points.map(
          words =>
            new Paragraph({
              style: 'CalloutPoint',
              numbering: { reference: 'callout-points', level: 0 },
              children: runs(words),
            }),
        ),
      ]
    case 'table':
      return [captionOf(block), wordTable(block, wide, runs)]
    case 'chart':
      return [captionOf(block), chartPicture(block, drawings[block.id]!, wide)]
  }
}

const captionOf = ({ label, caption }: { label: string; caption: string }) =>
  new Paragraph({ style: 'Caption', text: `${label}: ${caption}` })

function chartPicture(chart: Chart, { drawing, printed }: Drawings[string], wide: boolean): Paragraph {
  const fallback = pictureOf(printed)
  const width = Math.round((textWidth(wide) / 1440) * 96)
  const transformation = { width, height: Math.round((fallback.height / fallback.width) * width) }
  return new Paragraph({
    style: 'ChartPicture',
    alignment: AlignmentType.LEFT,
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(drawing),
        transformation,
        fallback: { type: 'png', data: Buffer.from(fallback.png) },
        altText: { name: chart.label, title: `${chart.label}: ${chart.caption}`, description: chart.alt },
      }),
    ],
  })
}

/** Within a text a link is underlined; in a table, where it stands by itself, it is not. */
function runsOf(piece: Piece, address: string | null, underlined: boolean): ParagraphChild[] {
  if (typeof piece === 'string') return lines(piece)
  const text = plain([piece])
  const to = 'to' in piece ? piece.to : null
  if (to?.startsWith('#'))
    return [
      new InternalHyperlink({
        anchor: bookmarkOf(to.slice(1)),
        children: [new TextRun({ text, color: ACCENT, ...(underlined && { underline: {} }) })],
      }),
    ]
  if (to && address)
    return [
      new ExternalHyperlink({
        link: address + to,
        children: [new TextRun({ text, color: ACCENT, ...(underlined && { underline: {} }) })],
      }),
    ]
  return lines(text)
}

const lines = (text: string): TextRun[] =>
  text.split('\n').map((line, at) => new TextRun({ text: line, ...(at > 0 && { break: 1 }) }))

/** Word takes letters, digits and underscores, at most 40. */
const bookmarkOf = (id: string): string => `gt_${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, 40)
