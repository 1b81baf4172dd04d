/** A copy of what is held of somebody, on a page: what is in it first, then each part. */
import { Card, SummaryList } from '../../web/components.tsx'
import { Table } from '../../web/table.tsx'
import { amount } from '../figure.ts'
import { type Copy, isTall, linesOf, type Part } from './copy.ts'

export const CopyParts = ({ parts }: Pick<Copy, 'parts'>) => (
  <>
    <nav aria-labelledby="parts-heading">
      <h2 class="govuk-heading-m" id="parts-heading">
        What is held
      </h2>
      <ul class="govuk-list gt-columns">
        {parts.map(({ id, heading, rows }) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {heading}
            </a>{' '}
            <span class="gt-quiet">{amount(rows.length, 'row')}</span>
          </li>
        ))}
      </ul>
    </nav>
    {parts.map(part => (
      <PartShown part={part} />
    ))}
  </>
)

const PartShown = ({ part }: { part: Part }) => (
  <section id={part.id}>
    <h2 class="govuk-heading-m">{part.heading}</h2>
    {part.about && <p class="govuk-body gt-measure">{part.about}</p>}
    {isTall(part) ? (
      part.rows.map((row, at) => (
        <Card title={part.rows.length === 1 ? part.heading : `${part.heading}, ${at + 1} of ${part.rows.length}`}>
          <SummaryList rows={linesOf(part, row).map(([key, value]) => ({ key, value }))} compact />
        </Card>
      ))
    ) : (
      <Table
        caption={part.heading}
        captionHidden
        rows={[...part.rows]}
        columns={part.columns.map((heading, at) => ({
          heading,
          names: at === 0,
          cell: (row: readonly string[]) => row[at]!,
        }))}
        empty="Nothing"
      />
    )}
  </section>
)
