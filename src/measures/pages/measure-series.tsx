/** A measure over time: the chart with its limits, target and comparator, and the same figures in a table. */
import { Details } from '../../web/components.tsx'
import { Table } from '../../web/table.tsx'
import { SeriesChart } from '../charts.tsx'
import { comparatorAttribution } from '../comparators.ts'
import { funnelChartOf, FunnelFigure } from '../funnel-figure.tsx'
import { METHOD } from '../book-line.ts'
import { periodAddress } from '../asked.ts'
import { figureText, overdueText, partsText } from '../figure-shown.tsx'
import { periodWords } from '../period-words.ts'
import type { ShownFigure } from '../public-figures.ts'
import { firmnessOf, methodInWords, pointInWords } from '../spc-words.ts'
import { targetSteps, trajectoryOf } from '../target.ts'
import type { MeasureShown } from './measure.tsx'

export const Series = ({ shown }: { shown: MeasureShown }) => {
  const { measure, line } = shown
  const hidden = line.series.filter(({ isHidden }) => isHidden).length
  return (
    <section class="gt-section">
      <h2 class="govuk-heading-m">Over time</h2>
      {line.spc ? (
        <SeriesChart
          title={measure.name}
          spc={line.spc}
          unit={measure.unit}
          targets={targetSteps(line.targets)}
          trajectory={trajectoryOf(line.targets)}
          rebases={line.rebases.map(({ from, reason }) => ({ on: from, reason }))}
          {...comparatorBand(shown)}
        />
      ) : (
        <p class="govuk-body">{hidden > 0 ? 'Its figures are too small to be shown.' : 'There is no figure yet.'}</p>
      )}
      {line.spc && hidden > 0 && (
        <p class="govuk-body-s">
          {hidden === 1 ? 'One figure is' : `${hidden} figures are`} hidden, being of one to five children or telling
          such a number: the line has a gap there, and its average and limits are of the others.
        </p>
      )}
      <Details summary="The same figures in a table">
        <FiguresTable shown={shown} />
        {line.spc && firmnessOf(line.spc.groups.at(-1)!) !== 'none' && (
          <p class="govuk-body-s">{methodInWords(line.spc.chart, METHOD)}</p>
        )}
      </Details>
      <Compared shown={shown} />
    </section>
  )
}

/** Where the middle half of the comparison group is, else England. */
function comparatorBand({ line: { comparators } }: MeasureShown) {
  if (comparators === null) return {}
  const { spread, england, year } = comparators
  if (spread && spread.many > 3)
    return { comparator: { name: `Comparison group ${year}`, low: spread.lower, high: spread.upper } }
  return england.value === null
    ? {}
    : { comparator: { name: `England ${year}`, low: england.value, high: england.value } }
}

const FiguresTable = ({ shown: { measure, line } }: { shown: MeasureShown }) => {
  const said = new Map(line.spc?.points.map(point => [point.on, pointInWords(line.spc!, point)]))
  return (
    <Table<ShownFigure>
      caption={`${measure.name}, ${line.series.length} periods`}
      rows={[...line.series].reverse()}
      columns={[
        {
          heading: 'Period',
          names: true,
          cell: figure => (
            <a class="govuk-link" href={periodAddress(measure.id, figure)}>
              {periodWords(figure)}
            </a>
          ),
        },
        { heading: 'Figure', number: true, cell: figure => figureText(measure, figure) },
        { heading: 'Of', number: true, cell: figure => partsText(measure, figure) },
        { heading: 'Open and overdue', number: true, cell: overdueText },
        { heading: 'Signal', cell: ({ to }) => said.get(to) ?? '' },
      ]}
    />
  )
}

const Compared = ({ shown: { measure, line, figures } }: { shown: MeasureShown }) => {
  const { comparators } = line
  if (comparators === null) return null
  const year = figures.findLast(({ kind }) => kind === 'rolling-year') ?? line.latest
  const own = year?.denominator ? { name: 'Us', numerator: year.numerator, denominator: year.denominator } : null
  const chart = funnelChartOf(measure.id, comparators, measure.valued === 'percentage' ? own : null)
  const areas = [comparators.england, comparators.region, ...comparators.neighbours].filter(area => area !== null)
  return (
    <Details summary={`Compared with others, year to 31 March ${comparators.year}`}>
      <p class="govuk-body">
        {comparators.words}
        {comparators.differs && `. ${comparators.differs}`}
      </p>
      {chart && <FunnelFigure chart={chart} />}
      <Table
        caption="Published figures"
        rows={areas}
        columns={[
          { heading: 'Area', names: true, cell: ({ area }) => area.name },
          {
            heading: 'Figure',
            number: true,
            cell: ({ value }) =>
              value === null ? 'not published' : `${value.toFixed(1)}${comparators.unit === '%' ? '%' : ''}`,
          },
          { heading: 'Year', number: true, cell: ({ year }) => year },
        ]}
        foot={`${comparators.source}. ${comparatorAttribution()}`}
      />
    </Details>
  )
}
