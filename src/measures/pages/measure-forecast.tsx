/** What a measure's month will be, from the clocks that run: on its page, above the parts. */
import { longDay, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import type { Asked } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { FigureShown } from '../figure-shown.tsx'
import { type Forecast, REACH, reachOf, type Share } from '../forecast.ts'
import type { Measure } from '../measure.ts'

type Given = { measure: Measure; forecast: Forecast; target: number | null; asked: Asked }

export const ForecastOfMeasure = ({ measure, forecast, target, asked }: Given) => {
  const reach = target === null ? null : reachOf(forecast, target)
  return (
    <section class="gt-section">
      <h2 class="govuk-heading-m">The month to {longDay(forecast.to)}</h2>
      <p class="govuk-body">
        {forecast.yetToDo === 0
          ? 'Nothing more that is in time falls due this month.'
          : `${forecast.yetToDo.toLocaleString('en-GB')} still in time ${forecast.yetToDo === 1 ? 'falls' : 'fall'} due by ${shortDay(forecast.to)}.`}{' '}
        {forecast.overdue > 0 && `${forecast.overdue.toLocaleString('en-GB')} past their day and not done.`}{' '}
        {reach && `Target ${target}%: ${REACH[reach].toLowerCase()}.`}{' '}
        {may(asked.person, 'see-children') && (
          <a class="govuk-link" href="/children/due">
            Who falls due, by team and week
          </a>
        )}
      </p>
      <Table
        caption="What the month will be"
        captionHidden
        rows={waysOf(forecast)}
        columns={[
          { heading: 'If', names: true, cell: ({ words }) => words },
          { heading: 'Figure', number: true, cell: ({ share }) => <FigureShown measure={measure} figure={share} /> },
        ]}
      />
      <p class="gt-small">
        From the clocks that run on the day of the records. What begins meanwhile, such as the next visit of a chain, is
        not foreseen.
      </p>
    </section>
  )
}

const waysOf = (forecast: Forecast): { words: string; share: Share }[] => [
  { words: 'As it stands', share: forecast.soFar },
  { words: 'Nothing more is done', share: forecast.ifNothing },
  { words: 'All that is still in time and falls due is done in time', share: forecast.ifInTime },
  ...(forecast.ifBacklog === null
    ? [{ words: 'The best there can be', share: forecast.best }]
    : [
        { words: 'The best there can be, with what falls due later done early', share: forecast.best },
        {
          words: 'What is overdue is done as well: it is late, and right to do, and lowers the figure of the month',
          share: forecast.ifBacklog,
        },
      ]),
]
