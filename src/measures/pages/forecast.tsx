/** Every clock measure with what its month will be: so far, if nothing more is done, at best, and whether the target can still be reached. */
import { longDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Empty, Heading, Tag } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { measureAddress } from '../asked.ts'
import { MEASURES } from '../catalogue.ts'
import { FigureShown } from '../figure-shown.tsx'
import { type Forecast, forecastOf, isForecast, REACH, reachOf } from '../forecast.ts'
import { historyOfRun } from '../kept-history.ts'
import { type Measure, MEASURE_AREA } from '../measure.ts'
import { findRunAsAt } from '../run-store.ts'
import { targetsAsAt } from '../target-store.ts'
import { targetInForce } from '../target.ts'
import { settingsFor } from '../work-out.ts'
import { MeasuresNavigation } from './measures-navigation.tsx'

type Line = { measure: Measure; forecast: Forecast; target: number | null; reach: ReturnType<typeof reachOf> }

async function load({ db, asAt }: Asked): Promise<{ lines: Line[]; asAt: string; to: string } | null> {
  const run = await findRunAsAt(db, asAt)
  if (!run) return null
  const history = await historyOfRun(db, run)
  const targets = await targetsAsAt(db, asAt)
  const own = new Map(Object.entries(run.settings))
  const lines = MEASURES.filter(measure => isForecast(measure) && !run.lacks[measure.id]?.length).map(
    (measure): Line => {
      const forecast = forecastOf(measure, history, settingsFor(measure, own))
      const target = targetInForce(targets.get(measure.id) ?? [], forecast.to)?.value ?? null
      return { measure, forecast, target, reach: target === null ? null : reachOf(forecast, target) }
    },
  )
  return { lines, asAt: longDay(run.asAt), to: lines[0] ? longDay(lines[0].forecast.to) : '' }
}

export const forecastPage = page({
  path: '/measures/forecast',
  may: 'see-figures',
  section: 'Measures',
  dated: true,
  wide: true,
  load,
  title: () => 'Forecast',
  breadcrumbs: () => [{ text: 'Performance book', href: '/measures' }],
  view: (loaded, _form, asked) => (
    <>
      <Heading {...(loaded?.to && { caption: `The month to ${loaded.to}, from records to ${loaded.asAt}` })}>
        Forecast
      </Heading>
      <MeasuresNavigation current="forecast" asked={asked} />
      <AsAtControl {...asked} />
      <p class="govuk-body">
        What this month will be, from the clocks that run. What begins meanwhile is not foreseen.{' '}
        {may(asked.person, 'see-children') && (
          <a class="govuk-link" href="/children/due">
            Who falls due, by team and week
          </a>
        )}
      </p>
      <Lines lines={loaded?.lines ?? []} asked={asked} />
    </>
  ),
})

const COLOUR = { reached: 'green', open: 'blue', gone: 'red' } as const
const SHAPE = { reached: 'tick', open: 'half', gone: 'cross' } as const

const Lines = ({ lines, asked }: { lines: readonly Line[]; asked: Asked }) => (
  <Table<Line>
    caption="Measures counted from clocks"
    rows={[...lines]}
    empty={<Empty title="No measure can be foreseen from what was loaded" />}
    columns={[
      {
        heading: 'Measure',
        names: true,
        width: 'wide',
        cell: ({ measure }) => (
          <>
            <a class="govuk-link" href={linkAsAt(asked, measureAddress(measure.id))}>
              {measure.name}
            </a>
            <span class="gt-small">{MEASURE_AREA[measure.area]}</span>
          </>
        ),
      },
      {
        heading: 'So far',
        number: true,
        cell: row => <FigureShown measure={row.measure} figure={row.forecast.soFar} />,
      },
      {
        heading: 'If nothing more',
        number: true,
        cell: row => <FigureShown measure={row.measure} figure={row.forecast.ifNothing} />,
      },
      {
        heading: 'If all in time',
        number: true,
        cell: row => <FigureShown measure={row.measure} figure={row.forecast.ifInTime} />,
      },
      {
        heading: 'At best',
        number: true,
        cell: row => <FigureShown measure={row.measure} figure={row.forecast.best} />,
      },
      { heading: 'Yet to do', number: true, cell: ({ forecast }) => forecast.yetToDo || '' },
      { heading: 'Overdue', number: true, cell: ({ forecast }) => forecast.overdue || '' },
      { heading: 'Target', number: true, cell: ({ target }) => (target === null ? '' : `${target}%`) },
      {
        heading: 'The target',
        cell: ({ reach }) =>
          reach && (
            <Tag colour={COLOUR[reach]} shape={SHAPE[reach]}>
              {REACH[reach]}
            </Tag>
          ),
      },
    ]}
  />
)
