/** One entered measure: its figures by period with every correction, what it says, and how that was changed. */
import { NotYet } from '../../store/not-found.ts'
import { longDay, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Details, Heading, SummaryList } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { METHOD } from '../book-line.ts'
import { SeriesChart } from '../charts.tsx'
import { type EnteredFigure, type EnteredMeasure, FREQUENCY, latestOfEach, standingOf } from '../entered-measure.ts'
import { findEnteredMeasure, listEnteredFigures, listVersions, type SaidVersion } from '../entered-store.ts'
import { POLARITY } from '../measure.ts'
import { workOutSpc } from '../spc.ts'
import { listRebases, listTargets, standing } from '../target-store.ts'
import { targetInForce, targetSteps, trajectoryOf } from '../target.ts'
import { enteredAddress, figureShown, StandingTag } from './entered.tsx'
import { enteredCrumb, targetsAddress } from './measures-navigation.tsx'

export const enteredMeasurePage = page({
  path: '/measures/entered/:id',
  may: 'see-figures',
  section: 'Measures',
  dated: true,
  async load({ db, params, asAt }) {
    const measure = await findEnteredMeasure(db, Number(params['id']))
    if (asAt < measure.from) throw new NotYet(`figure of ${measure.name} on ${longDay(asAt)}`, measure.from)
    const [said, versions, targets, rebases] = await Promise.all([
      listEnteredFigures(db, { enteredMeasureId: measure.enteredMeasureId, asAt }),
      listVersions(db, measure.enteredMeasureId),
      listTargets(db, measure.measure),
      listRebases(db, measure.measure),
    ])
    return { measure, said, versions, targets: standing(targets, asAt), rebases: standing(rebases, asAt) }
  },
  title: ({ measure }) => measure.name,
  breadcrumbs: () => [enteredCrumb],
  view: ({ measure, said, versions, targets, rebases }, _form, asked) => {
    const figures = latestOfEach(said)
    const ends = new Set(figures.map(({ period }) => period.to))
    return (
      <>
        <Heading
          caption="Entered by hand"
          actions={<Actions measure={measure} hasFigures={figures.length > 0} asked={asked} />}
        >
          {measure.name}
        </Heading>
        <p class="govuk-body">
          <StandingTag standing={standingOf(measure, ends, asked.asAt)} />
        </p>
        <Chart measure={measure} figures={figures} targets={targets} rebases={rebases} />
        <Figures measure={measure} said={said} />
        <h2 class="govuk-heading-m">What it says</h2>
        <SummaryList rows={factsOf(measure, targets, asked)} />
        {versions.length > 1 && <Versions versions={versions} />}
      </>
    )
  },
})

const Actions = ({ measure, hasFigures, asked }: { measure: EnteredMeasure; hasFigures: boolean; asked: Asked }) => {
  const to = (page: string) => `${enteredAddress(measure.enteredMeasureId)}/${page}`
  return (
    <>
      {may(asked.person, 'enter-measures') && !measure.isEnded && (
        <Button small href={to('enter')}>
          Enter a figure
        </Button>
      )}
      {may(asked.person, 'enter-measures') && hasFigures && (
        <Button small kind="secondary" href={to('take-back')}>
          Take a figure back
        </Button>
      )}
      {may(asked.person, 'set-measures') && (
        <Button small kind="secondary" href={to('change')}>
          Change what it says
        </Button>
      )}
    </>
  )
}

const DIRECTION = { higher: 'increase', lower: 'decrease', band: 'neutral', none: 'neutral' } as const

type Set = { targets: Parameters<typeof targetSteps>[0]; rebases: { from: EnteredFigure['said']; reason: string }[] }

const Chart = ({ measure, figures, targets, rebases }: Set & { measure: EnteredMeasure; figures: EnteredFigure[] }) => {
  if (figures.length < 3) return null
  const dates = figures.map(({ period }) => period.to)
  const anew = rebases
    .filter(({ from }) => dates.some(on => on >= from))
    .map(({ from, reason }) => ({ on: dates.find(on => on >= from)!, reason }))
  const spc = workOutSpc({
    values: figures.map(({ value }) => value),
    dates,
    improvementDirection: DIRECTION[measure.polarity],
    target: targetInForce(targets, dates.at(-1)!)?.value ?? null,
    rebaseDates: [...new Set(anew.map(({ on }) => on))],
    ...METHOD,
  })
  return (
    <SeriesChart
      title={measure.name}
      spc={spc}
      unit={measure.unit}
      targets={targetSteps(targets)}
      trajectory={trajectoryOf(targets)}
      rebases={anew}
    />
  )
}

/** Everything that was entered, the latest period first; of each period what was said last on top, what it replaced below it. */
const Figures = ({ measure, said }: { measure: EnteredMeasure; said: EnteredFigure[] }) => {
  const last = new Map(said.map(figure => [figure.period.to, figure.figureId]))
  return (
    <Table
      caption="Figures"
      rows={said.toSorted((one, other) =>
        one.period.to < other.period.to ? 1 : one.period.to > other.period.to ? -1 : other.figureId - one.figureId,
      )}
      columns={[
        {
          heading: 'Period',
          names: true,
          width: 'nowrap',
          cell: ({ period }) => `${shortDay(period.from)} to ${shortDay(period.to)}`,
        },
        {
          heading: 'Figure',
          number: true,
          width: 'nowrap',
          cell: one => <Said unit={measure.unit} figure={one} isLast={last.get(one.period.to) === one.figureId} />,
        },
        { heading: 'Note', width: 'wide', cell: ({ note }) => note },
        { heading: 'Entered', cell: one => `${shortDay(one.said)}, ${one.saidBy}` },
      ]}
      empty="No figure has been entered"
    />
  )
}

const Said = ({ unit, figure, isLast }: { unit: string; figure: EnteredFigure; isLast: boolean }) => {
  if (figure.value === null && figure.denominator === null) return <>taken back</>
  return isLast ? <>{figureShown(unit, figure)}</> : <del>{figureShown(unit, figure)}</del>
}

const factsOf = (measure: EnteredMeasure, targets: Parameters<typeof targetInForce>[0], asked: Asked) => [
  { key: 'What is counted', value: measure.definition },
  { key: 'Who gives it', value: measure.source },
  { key: 'Owner', value: measure.owner ?? 'Nobody yet' },
  {
    key: 'How often',
    value: `${FREQUENCY[measure.frequency]}${measure.frequency === 'once' ? '' : `, ${measure.dueAfterDays} days after its end`}`,
  },
  { key: 'Better', value: POLARITY[measure.polarity] },
  {
    key: 'Target',
    value: (
      <a class="govuk-link" href={targetsAddress(measure.measure)}>
        {targetInForce(targets, asked.asAt)
          ? 'Its targets and milestones'
          : 'No target in force: its targets and milestones'}
      </a>
    ),
  },
]

const Versions = ({ versions }: { versions: SaidVersion[] }) => (
  <Details summary={`How it was changed (${versions.length - 1})`}>
    <Table
      caption="What it said, newest first"
      captionHidden
      rows={versions}
      columns={[
        { heading: 'From', names: true, width: 'nowrap', cell: one => longDay(one.from) },
        { heading: 'Name', cell: one => one.name },
        { heading: 'What is counted', width: 'wide', cell: one => one.definition },
        { heading: 'Owner', cell: one => one.owner },
        { heading: 'How often', cell: one => (one.isEnded ? 'No longer entered' : FREQUENCY[one.frequency]) },
        { heading: 'Why', cell: one => one.why },
        { heading: 'By', cell: one => one.saidBy },
      ]}
    />
  </Details>
)
