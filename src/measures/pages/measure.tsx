/** One measure: how it stands in words and figures, its chart, its parts, the children behind it, its definition, and what of the plan relies on it. */
import type { Day } from '../../terms/day.ts'
import { findSnapshot } from '../../children/snapshot.ts'
import { may } from '../../terms/permission.ts'
import { AsAtControl } from '../../web/as-at.tsx'
import { Button, Empty, Heading, InsetText } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { casesAddress, dimensionIn, figureIn, measureIn } from '../asked.ts'
import { bookLine, type BookLine } from '../book-line.ts'
import { findBook } from '../book-store.ts'
import { breakDown, type Dimension, type Part } from '../breakdown.ts'
import { casesOf } from '../figure.ts'
import { type Forecast, forecastOf, isForecast } from '../forecast.ts'
import { historyOfRun } from '../kept-history.ts'
import { MEASURE_AREA, type Measure, type Settings } from '../measure.ts'
import type { ListReliance, Relying } from '../reliance.ts'
import { findDifference, type FoundDifference } from '../find-difference.ts'
import { publishedWays, type ShownFigure } from '../public-figures.ts'
import { listWaysKnown, type Run } from '../run-store.ts'
import { isInReach, reachWords } from '../support.ts'
import { windowOf } from '../window.ts'
import { seriesKind, settingsFor } from '../work-out.ts'
import { Breakdown } from './measure-breakdown.tsx'
import { Definition } from './measure-definition.tsx'
import { ReportedThen } from './measure-difference.tsx'
import { ForecastOfMeasure } from './measure-forecast.tsx'
import { Series } from './measure-series.tsx'
import { Standing } from './measure-standing.tsx'

export type MeasureShown = {
  measure: Measure
  line: BookLine
  run: Run
  /** Every figure of the measure, of every kind. */
  figures: ShownFigure[]
  /** The figure the address asks for. */
  figure: ShownFigure | null
  settings: Settings
  by: Dimension
  /** Null for those who may only see figures that tell nothing of a child. */
  parts: Part[] | null
  /** Of the month under way; null of what is not counted from clocks. */
  forecast: Forecast | null
  /** From when on the records hold what it is counted from, in words; null where they hold all there is. */
  reach: string | null
  /** Every way the figure had been known by the day, oldest first. */
  ways: (ShownFigure & { firstRun: number; asAt: Day; knownAt: Date })[]
  /** Where the address asks what changed since one of them. */
  difference: FoundDifference | null
  relying: Relying[]
}

/** `listReliance` is given by the room that keeps the plan. */
export const measurePage = (listReliance: ListReliance) =>
  page({
    path: '/measures/of/:measure',
    may: 'see-public-figures',
    section: 'Measures',
    dated: true,
    wide: true,
    async load(asked): Promise<MeasureShown | { measure: Measure }> {
      const { db, asAt, params, query, person } = asked
      const measure = await measureIn(db, params)
      const book = await findBook(db, person, asAt, measure.id)
      if (!book) return { measure }
      const { run, ground } = book
      const figure = figureIn(query, ground.figures, seriesKind(measure))
      const line = bookLine(measure, ground, figure?.kind)
      const settings = settingsFor(measure, new Map(Object.entries(run.settings)))
      const by = dimensionIn(query)
      const { reaches } = await findSnapshot(db, run.snapshotId)
      const isOpen = figure !== null && may(person, 'see-figures') && isInReach(measure, figure, reaches)
      return {
        measure, line, run, figures: [...ground.figures], figure, settings, by,
        reach: reachWords(measure, reaches),
        parts: isOpen ? await partsOf(asked, { measure, run, figure, settings, by }) : null,
        forecast: isOpen && isForecast(measure) ? forecastOf(measure, await historyOfRun(db, run), settings) : null,
        ways: figure ? await waysOf(asked, { measure, run, figure }) : [],
        difference: figure && may(person, 'see-figures') && query.has('explain') ? await findDifference(db, person, { measure, period: figure, then: Number(query.get('explain')), run }) : null,
        relying: await listReliance(db, measure.id, asAt),
      } // prettier-ignore
    },
    looks: loaded =>
      'run' in loaded && loaded.difference?.seen
        ? { what: 'measure-list', children: loaded.difference.seen.flatMap(({ child }) => child?.childId ?? []) }
        : null,
    title: ({ measure }) => measure.name,
    breadcrumbs: ({ measure }) => [
      { text: 'Performance book', href: '/measures' },
      { text: MEASURE_AREA[measure.area], href: `/measures?area=${measure.area}` },
    ],
    view: (loaded, _form, asked) =>
      'run' in loaded ? (
        <MeasureView shown={loaded} asked={asked} />
      ) : (
        <>
          <Heading>{loaded.measure.name}</Heading>
          <Empty title="No figures had been worked out by this day">
            They come with the first extract that is kept.
          </Empty>
          <Definition measure={loaded.measure} settings={null} run={null} />
        </>
      ),
  })

/** What came to be known after the day looked at is not among them. */
async function waysOf({ db, person }: Asked, { measure, run, figure }: Pick<Counted, 'measure' | 'run' | 'figure'>) {
  const ways = (await listWaysKnown(db, measure.id, figure.kind, figure.to)).filter(way => way.firstRun <= run.runId)
  return may(person, 'see-figures') ? ways : publishedWays(measure, ways)
}

type Counted = { measure: Measure; run: Run; figure: ShownFigure; settings: Settings; by: Dimension }

/** Counted over every child, as figures are; no child is shown by it. */
async function partsOf({ db }: Asked, { measure, run, figure, settings, by }: Counted): Promise<Part[]> {
  const history = await historyOfRun(db, run)
  const window = windowOf(figure, run.asAt)
  return breakDown(measure, history, window, by, casesOf(measure, history, window, settings))
}

const MeasureView = ({ shown, asked }: { shown: MeasureShown; asked: Asked }) => {
  const { measure, figure, line } = shown
  return (
    <>
      <Heading caption={MEASURE_AREA[measure.area]} actions={<Doings shown={shown} asked={asked} />}>
        {measure.name}
      </Heading>
      <AsAtControl {...asked} />
      {line.lacks.length > 0 || figure === null ? (
        <Empty title="This measure cannot be worked out from what was loaded">{line.lacks.join('. ')}</Empty>
      ) : (
        <>
          <Standing shown={{ ...shown, figure }} asked={asked} />
          {shown.reach && <InsetText>{shown.reach}.</InsetText>}
          <Series shown={shown} />
          {shown.forecast && (
            <ForecastOfMeasure
              measure={measure}
              forecast={shown.forecast}
              target={line.target?.upTo == null ? (line.target?.value ?? null) : null}
              asked={asked}
            />
          )}
          <ReportedThen shown={{ ...shown, figure }} isPublic={!may(asked.person, 'see-figures')} />
          {shown.parts && (
            <Breakdown shown={{ ...shown, figure, parts: shown.parts }} mayOpen={may(asked.person, 'see-children')} />
          )}
        </>
      )}
      <Reliance relying={shown.relying} />
      <Definition measure={measure} settings={shown.settings} run={shown.run} />
    </>
  )
}

const Doings = ({ shown: { measure, figure }, asked }: { shown: MeasureShown; asked: Asked }) => (
  <>
    {figure && may(asked.person, 'see-children') && (
      <Button small href={casesAddress(measure.id, figure)}>
        The children behind it
      </Button>
    )}
    {may(asked.person, 'set-measures') && (
      <Button small kind="secondary" href={`/measures/targets?measure=${measure.id}`}>
        Targets and settings
      </Button>
    )}
  </>
)

const WHAT: Record<Relying['what'], string> = { finding: 'Finding', objective: 'Objective', action: 'Action' }

/** The thread from the measure to the plan. */
const Reliance = ({ relying }: { relying: readonly Relying[] }) => (
  <section class="gt-section">
    <h2 class="govuk-heading-m">What relies on it</h2>
    {relying.length === 0 ? (
      <p class="govuk-body">No action, objective or finding of the plan has been tied to this measure.</p>
    ) : (
      <ul class="govuk-list">
        {relying.map(({ what, ref, text, href }) => (
          <li>
            {WHAT[what]}{' '}
            <a class="govuk-link" href={href}>
              {ref}
            </a>{' '}
            {text}
          </li>
        ))}
      </ul>
    )}
  </section>
)
