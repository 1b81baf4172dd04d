/** A report as an accessible page: the same words, numbers, tables and charts as in Word and PDF, every figure a link to its ground. */
import { readFileSync } from 'node:fs'
import { raw } from 'hono/html'
import { longDay } from '../terms/day.ts'
import { Tag } from '../web/components.tsx'
import { htmlOf } from '../web/html.ts'
import { Table } from '../web/table.tsx'
import type { Block, Callout, Chart, Description, Piece, Section, Table as ReportTable, Words } from './description.ts'
import { drawingOf } from './drawing.ts'
import type { Frozen } from './freeze.ts'
import { LOOK } from './tone.ts'

/** How links are written: `''` within the service, its address from elsewhere, null where there is no service to open them. */
type Address = string | null

/** What stands on a page under its first heading. */
export const ReportBody = ({ frozen, address = '' }: { frozen: Frozen; address?: Address }) => (
  <div class="gt-report">
    <FirstWords description={frozen.description} address={address} />
    {frozen.description.sections.map(section => (
      <SectionPart section={section} address={address} />
    ))}
    <p class="gt-report__foot">
      Position as at {longDay(frozen.description.asAt)}. Fingerprint <code>{frozen.sha256}</code>
    </p>
  </div>
)

/** The whole report as one file that needs nothing else, for `golden-thread pack --out pack.html`. */
export const writeWeb = ({ description, sha256 }: Frozen, address: Address = null): string => {
  const stylesheet = readFileSync(new URL('../web/assets/built/golden-thread.css', import.meta.url), 'utf8')
  return `<!DOCTYPE html>${htmlOf(
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${description.title}: ${description.subtitle}`}</title>
        <style>{raw(stylesheet.replaceAll('</', '<\\/'))}</style>
      </head>
      <body class="govuk-template__body">
        <div class="govuk-width-container">
          <main class="govuk-main-wrapper" lang="en-GB">
            <h1 class="govuk-heading-xl">
              <span class="govuk-caption-xl">{description.authority}</span>
              {description.title}
            </h1>
            <ReportBody frozen={{ description, sha256 }} address={address} />
          </main>
        </div>
      </body>
    </html>,
  )}`
}

const FirstWords = ({ description, address }: { description: Description; address: Address }) => (
  <>
    <p class="govuk-body-l gt-reading">
      <Run text={description.subtitle} />
    </p>
    <dl class="gt-report__facts">
      {description.facts.map(({ term, words }) => (
        <div>
          <dt>{term}</dt>
          <dd>
            <WordsOf words={words} address={address} />
          </dd>
        </div>
      ))}
    </dl>
    <nav class="gt-report__contents" aria-labelledby="contents">
      <h2 class="govuk-heading-s" id="contents">
        Contents
      </h2>
      <ol class="govuk-list">
        {description.sections.map(({ id, label, heading }) => (
          <li>
            <a class="govuk-link govuk-link--no-visited-state" href={`#${id}`}>
              {`${label} ${heading}`}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  </>
)

const SectionPart = ({ section, address }: { section: Section; address: Address }) => (
  <section aria-labelledby={section.id}>
    <h2 class="govuk-heading-l gt-report__heading" id={section.id} tabindex={-1}>
      <span class="gt-report__label">{section.label}</span> {section.heading}
    </h2>
    {section.blocks.map(block => (
      <BlockPart block={block} address={address} />
    ))}
  </section>
)

function BlockPart({ block, address }: { block: Block; address: Address }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h3 class="govuk-heading-m" id={block.id}>
          <Run text={block.text} />
        </h3>
      )
    case 'paragraph':
      return (
        <p class="govuk-body gt-report__paragraph">
          <span class="gt-report__number">{block.number}</span>{' '}
          <span>
            <WordsOf words={block.words} address={address} />
          </span>
        </p>
      )
    case 'points':
      return <PointList points={block.points} address={address} />
    case 'callout':
      return <CalloutPart callout={block} address={address} />
    case 'table':
      return <TablePart table={block} address={address} />
    case 'chart':
      return <ChartPart chart={block} />
  }
}

const PointList = ({ points, address }: { points: Words[]; address: Address }) => (
  <ul class="govuk-list govuk-list--bullet gt-report__points">
    {points.map(words => (
      <li>
        <WordsOf words={words} address={address} />
      </li>
    ))}
  </ul>
)

const CalloutPart = ({ callout, address }: { callout: Callout; address: Address }) => (
  <div class="gt-report__callout">
    <h3 class="govuk-heading-m">{callout.heading}</h3>
    <PointList points={callout.points} address={address} />
  </div>
)

const TablePart = ({ table, address }: { table: ReportTable; address: Address }) => (
  <div class="gt-report__table" id={table.id}>
    <Table
      caption={`${table.label}: ${table.caption}`}
      columns={table.columns.map(({ heading, numeric }, at) => ({
        heading,
        cell: (row: Words[]) => <WordsOf words={row[at] ?? []} address={address} />,
        ...(numeric && { number: true }),
        ...(at === 0 && { names: true }),
      }))}
      rows={table.rows}
    />
  </div>
)

/** The words for those who do not see it are inside the drawing; the table after it has the figures. */
const ChartPart = ({ chart }: { chart: Chart }) => (
  <figure class="gt-report__chart" id={chart.id}>
    <figcaption class="govuk-heading-s">{`${chart.label}: ${chart.caption}`}</figcaption>
    <div class="gt-chart" role="region" aria-label={`${chart.label}: ${chart.caption}`} tabindex={0}>
      {raw(drawingOf(chart))}
    </div>
  </figure>
)

const WordsOf = ({ words, address }: { words: Words; address: Address }) => (
  <>
    {words.map(piece => (
      <PieceOf piece={piece} address={address} />
    ))}
  </>
)

function PieceOf({ piece, address }: { piece: Piece; address: Address }) {
  if (typeof piece === 'string') return <Run text={piece} />
  if ('see' in piece) return <>{piece.see}</>
  if ('tag' in piece)
    return (
      <Tag colour={LOOK[piece.tone].tag} shape={LOOK[piece.tone].shape}>
        {piece.tag}
      </Tag>
    )
  const text = 'link' in piece ? piece.link : piece.figure
  const href = hrefOf(piece.to, address)
  if (href === null) return <Run text={text} />
  return (
    <a class="govuk-link govuk-link--no-visited-state" href={href}>
      <Run text={text} />
    </a>
  )
}

const hrefOf = (to: string | null, address: Address): string | null => {
  if (to === null || to.startsWith('#')) return to
  return address === null ? null : address + to
}

/** Words with their line feeds. Words of a script that runs from right to left keep their direction to themselves. */
function Run({ text }: { text: string }) {
  const lines = text.split('\n').map((line, at) => (
    <>
      {at > 0 && <br />}
      {line}
    </>
  ))
  return RIGHT_TO_LEFT.test(text) ? <bdi>{lines}</bdi> : <>{lines}</>
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
