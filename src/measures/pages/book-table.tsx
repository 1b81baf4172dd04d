/** The measures of one area as the book lists them. */
import { raw } from 'hono/html'
import { linkAsAt } from '../../web/as-at.tsx'
import type { Asked } from '../../web/page.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { measureAddress } from '../asked.ts'
import { type BookLine, toldBy } from '../book-line.ts'
import { figureText, FigureShown, HIDDEN_FIGURE, overdueText, RagTag } from '../figure-shown.tsx'
import { iconsOf } from '../icon.ts'
import { MEASURE_AREA, type MeasureArea } from '../measure.ts'
import { periodWords } from '../period-words.ts'
import { goalInWords } from '../settable.ts'
import { sparklineSvg } from '../sparkline.ts'
import { Icon } from './signal-icon.tsx'

export const AreaOfBook = ({ area, lines, asked }: { area: MeasureArea; lines: readonly BookLine[]; asked: Asked }) =>
  lines.length === 0 ? null : (
    <section class="gt-section gt-book">
      <h2 class="govuk-heading-m" id={area}>
        {MEASURE_AREA[area]}
      </h2>
      <Table caption={MEASURE_AREA[area]} captionHidden columns={columnsFor(asked)} rows={[...lines]} />
    </section>
  )

/** Of every line of the book, entered by hand too. */
export const HOW_IT_GOES: Column<BookLine>[] = [
  { heading: 'Three years', cell: ({ series }) => raw(sparklineSvg(series.map(({ value }) => value))) },
  { heading: 'Signal', cell: ({ spc }) => spc && <Icon {...iconsOf(spc).variation} /> },
  {
    heading: 'Target',
    number: true,
    width: 'nowrap',
    cell: ({ measure, target }) => target && goalInWords(measure.unit, target),
  },
  { heading: 'Rating', width: 'nowrap', cell: ({ rag }) => <RagTag rag={rag} /> },
]

const columnsFor = (asked: Asked): Column<BookLine>[] => [
  {
    heading: 'Measure',
    names: true,
    width: 'wide',
    cell: ({ measure }) => (
      <a
        class={`govuk-link${measure.id === measure.base ? '' : ' gt-variant'}`}
        href={linkAsAt(asked, measureAddress(measure.id))}
      >
        {measure.name}
      </a>
    ),
  },
  { heading: 'Figure', number: true, width: 'nowrap', cell: LatestFigure },
  ...HOW_IT_GOES,
  { heading: 'England', number: true, width: 'nowrap', cell: England },
  {
    heading: 'Open and overdue',
    number: true,
    cell: ({ soFar, latest }) => (soFar || latest) && overdueText((soFar ?? latest)!),
  },
]

function LatestFigure(line: BookLine) {
  const { measure, latest, year } = line
  const figure = toldBy(line)
  if (!figure) return <span class="gt-figure__of">no figure yet</span>
  return (
    <>
      <FigureShown measure={measure} figure={figure} />
      <span class="gt-figure__when">
        {periodWords(figure)}
        {year && `. ${periodWords(latest!)} ${HIDDEN_FIGURE}`}
      </span>
    </>
  )
}

/** With its own year, which is rarely ours. */
function England({ comparators, measure }: BookLine) {
  const value = comparators?.england.value ?? null
  if (comparators === null || value === null) return null
  const unit = measure.unit === '%' ? '%' : ''
  return (
    <>
      {figureText({ ...measure, unit }, { value, numerator: 0, denominator: null })}
      <span class="gt-figure__when">year to March {comparators.year}</span>
    </>
  )
}
