/** The part of the performance book that is entered by hand: figures that no extract holds, beside those that are worked out. */
import type { Db } from '../../store/database.ts'
import { type Day, shortDay } from '../../terms/day.ts'
import { linkAsAt } from '../../web/as-at.tsx'
import type { Asked } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import type { BookGround } from '../book-line.ts'
import { enteredLine, type EnteredLine } from '../entered-line.ts'
import { listEnteredFigures, listEnteredMeasures } from '../entered-store.ts'
import { HOW_IT_GOES } from './book-table.tsx'
import { enteredAddress, figureShown, StandingTag } from './entered.tsx'

/** Every measure that was entered on the day, by area and name. */
export async function findEnteredLines(
  db: Db,
  asAt: Day,
  ground: Omit<BookGround, 'figures' | 'lacks'>,
): Promise<EnteredLine[]> {
  const [measures, figures] = await Promise.all([listEnteredMeasures(db), listEnteredFigures(db, { asAt })])
  const byMeasure = Map.groupBy(figures, ({ enteredMeasureId }) => enteredMeasureId)
  return measures
    .filter(({ from, isEnded }) => from <= asAt && !isEnded)
    .map(measure => enteredLine(measure, byMeasure.get(measure.enteredMeasureId) ?? [], { ...ground, asAt }))
}

export const EnteredInBook = ({ lines, asked }: { lines: readonly EnteredLine[]; asked: Asked }) =>
  lines.length === 0 ? null : (
    <section class="gt-section">
      <h2 class="govuk-heading-m" id="entered">
        Entered by hand
      </h2>
      <Table
        caption="Entered by hand"
        captionHidden
        rows={[...lines]}
        columns={[
          {
            heading: 'Measure',
            names: true,
            width: 'wide',
            cell: ({ entered }) => (
              <a class="govuk-link" href={linkAsAt(asked, enteredAddress(entered.enteredMeasureId))}>
                {entered.name}
              </a>
            ),
          },
          { heading: 'Figure', number: true, width: 'nowrap', cell: LatestEntered },
          ...HOW_IT_GOES,
          { heading: 'How it stands', cell: ({ standing }) => <StandingTag standing={standing} /> },
        ]}
      />
    </section>
  )

const LatestEntered = ({ latest, measure }: EnteredLine) => {
  if (latest === null) return 'no figure'
  const { numerator, denominator, value, to } = latest
  const shown = figureShown(measure.unit, { numerator: denominator === null ? null : numerator, denominator, value })
  return (
    <>
      {shown}
      <span class="gt-figure__when">to {shortDay(to)}</span>
    </>
  )
}
