/** A figure parted by team, worker or what is known of the children; each part opens into its children. */
import { raw } from 'hono/html'
import { SubNavigation } from '../../web/components.tsx'
import { Table } from '../../web/table.tsx'
import { casesAddress, periodAddress } from '../asked.ts'
import { DIMENSION, type Dimension, type Part } from '../breakdown.ts'
import { figureText, partsText } from '../figure-shown.tsx'
import { periodWords } from '../period-words.ts'
import type { KeptFigure } from '../run-store.ts'
import { FEW_CASES } from '../rag.ts'
import { shareBarSvg } from '../share-bar.ts'
import type { MeasureShown } from './measure.tsx'

type Given = { shown: MeasureShown & { figure: KeptFigure; parts: Part[] }; mayOpen: boolean }

/** Each share is a bar too, the target marked on it; a count, a rate or a mean has none to draw. `mayOpen` where a part opens into its children. */
export const Breakdown = ({ shown, mayOpen }: Given) => {
  const { measure, figure, parts, by, line } = shown
  const target = line.target?.upTo == null ? (line.target?.value ?? null) : null
  const few = measure.valued === 'percentage' && parts.some(part => isFew(part))
  return (
    <section class="gt-section" id="parts">
      <h2 class="govuk-heading-m">In parts, {periodWords(figure)}</h2>
      <SubNavigation
        label="Parted by"
        items={(Object.keys(DIMENSION) as Dimension[]).map(name => ({
          text: DIMENSION[name],
          href: `${periodAddress(measure.id, figure, { by: name })}#parts`,
          current: name === by,
        }))}
      />
      <Table<Part>
        caption={`${measure.name} by ${DIMENSION[by].toLowerCase()}`}
        captionHidden
        rows={parts}
        empty="There is no case to part"
        columns={[
          {
            heading: DIMENSION[by],
            names: true,
            cell: ({ name }) =>
              mayOpen ? (
                <a class="govuk-link" href={casesAddress(measure.id, figure, { by, part: name })}>
                  {name}
                </a>
              ) : (
                name
              ),
          },
          { heading: 'Figure', number: true, cell: part => figureText(measure, part.figure) },
          { heading: 'Of', number: true, width: 'nowrap', cell: part => partsText(measure, part.figure) },
          ...(measure.valued === 'percentage'
            ? [
                {
                  heading: target === null ? 'Share' : 'Share, and the target',
                  cell: ({ figure: { value, denominator } }: Part) => raw(shareBarSvg(value, denominator ?? 0, target)),
                },
              ]
            : []),
          { heading: 'Open and overdue', number: true, cell: part => part.figure.openOverdue || '' },
          { heading: 'Left out', number: true, cell: part => part.figure.excluded || '' },
        ]}
        {...(few && { foot: 'Hatched: fewer than six cases, where one child more or less makes another figure.' })}
      />
    </section>
  )
}

const isFew = ({ figure: { denominator } }: Part) => denominator !== null && denominator > 0 && denominator < FEW_CASES
