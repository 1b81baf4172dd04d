/** Entered figures: what is entered by hand, by whom, and what is late; and the measures that come ready made. */
import { type Day, shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { linkAsAt } from '../../web/as-at.tsx'
import { Button, Details, Empty, Heading, Tag } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { type EnteredFigure, type EnteredMeasure, FREQUENCY, latestOfEach, type Standing, standingInWords, standingOf } from '../entered-measure.ts' // prettier-ignore
import { listEnteredFigures, listEnteredMeasures } from '../entered-store.ts'
import { MEASURE_AREA } from '../measure.ts'
import { READY_MADE, type ReadyMade } from '../ready-made-measures.ts'
import { written } from '../settable.ts'
import { MeasuresNavigation } from './measures-navigation.tsx'

type Line = { measure: EnteredMeasure; latest: EnteredFigure | null; standing: Standing }

export const enteredPage = page({
  path: '/measures/entered',
  may: 'see-figures',
  section: 'Measures',
  dated: true,
  async load({ db, asAt }) {
    const [measures, figures] = await Promise.all([listEnteredMeasures(db), listEnteredFigures(db, { asAt })])
    const byMeasure = Map.groupBy(figures, ({ enteredMeasureId }) => enteredMeasureId)
    const lines = measures
      .filter(({ from }) => from <= asAt)
      .map(measure => lineOf(measure, byMeasure.get(measure.enteredMeasureId) ?? [], asAt))
    return { lines, taken: new Set(measures.map(({ measure }) => measure)) }
  },
  title: () => 'Entered figures',
  view: ({ lines, taken }, _form, asked) => (
    <>
      <Heading
        actions={
          may(asked.person, 'set-measures') && (
            <Button small href="/measures/entered/add">
              Add a measure to enter
            </Button>
          )
        }
      >
        Entered figures
      </Heading>
      <MeasuresNavigation current="entered" asked={asked} />
      <p class="govuk-body gt-measure">
        Figures that no extract of the case system holds: surveys, complaints, recruitment, training, partners’ returns.
        Each has an owner and a day it is due.
      </p>
      <Lines lines={lines} asked={asked} />
      {may(asked.person, 'set-measures') && (
        <ReadyMadeList measures={READY_MADE.filter(one => !taken.has(one.measure))} />
      )}
    </>
  ),
})

function lineOf(measure: EnteredMeasure, figures: EnteredFigure[], asAt: Day): Line {
  const latest = latestOfEach(figures)
  const ends = new Set(latest.map(({ period }) => period.to))
  return { measure, latest: latest.at(-1) ?? null, standing: standingOf(measure, ends, asAt) }
}

/** What is late comes first, then what is due. */
const FIRST: Record<Standing['state'], number> = { late: 0, due: 1, 'up-to-date': 2, 'as-it-comes': 2, ended: 3 }

const Lines = ({ lines, asked }: { lines: Line[]; asked: Asked }) => (
  <Table
    caption="Measures that are entered"
    captionHidden
    rows={lines.toSorted((one, other) => FIRST[one.standing.state] - FIRST[other.standing.state])}
    columns={[
      {
        heading: 'Measure',
        names: true,
        width: 'wide',
        cell: ({ measure }) => (
          <a class="govuk-link" href={linkAsAt(asked, enteredAddress(measure.enteredMeasureId))}>
            {measure.name}
          </a>
        ),
      },
      {
        heading: 'Latest',
        number: true,
        width: 'nowrap',
        cell: ({ measure, latest }) => figureShown(measure.unit, latest),
      },
      { heading: 'Period to', width: 'nowrap', cell: ({ latest }) => latest && shortDay(latest.period.to) },
      { heading: 'How it stands', cell: ({ standing }) => <StandingTag standing={standing} /> },
      { heading: 'How often', cell: ({ measure }) => FREQUENCY[measure.frequency] },
      { heading: 'Owner', cell: ({ measure }) => measure.owner ?? 'Nobody' },
      {
        heading: 'Enter',
        headingHidden: true,
        cell: ({ measure }) =>
          may(asked.person, 'enter-measures') &&
          !measure.isEnded && (
            <a class="govuk-link" href={`${enteredAddress(measure.enteredMeasureId)}/enter`}>
              Enter<span class="govuk-visually-hidden"> a figure of {measure.name}</span>
            </a>
          ),
      },
    ]}
    empty={
      <Empty title="Nothing is entered yet">
        {may(asked.person, 'set-measures')
          ? 'Take a ready-made measure from the list below, or add one of your own.'
          : 'Those who set measures choose what is entered.'}
      </Empty>
    }
  />
)

export const enteredAddress = (id: number): string => `/measures/entered/${id}`

/** `85.0% (17 of 20)`. */
export function figureShown(unit: string, figure: Pick<EnteredFigure, 'value' | 'numerator' | 'denominator'> | null) {
  if (figure === null) return 'None yet'
  const { value, numerator, denominator } = figure
  const parts = numerator !== null && denominator !== null ? `${numerator} of ${denominator}` : ''
  return (
    <>
      {value === null ? 'No cases' : written(unit)(value)} {parts && <span class="gt-small">{parts}</span>}
    </>
  )
}

export const StandingTag = ({ standing }: { standing: Standing }) => {
  const words = standingInWords(standing)
  if (standing.state === 'late')
    return (
      <Tag colour="red" shape="warning">
        {words}
      </Tag>
    )
  if (standing.state === 'due')
    return (
      <Tag colour="blue" shape="ring">
        {words}
      </Tag>
    )
  if (standing.state === 'up-to-date')
    return (
      <Tag colour="green" shape="tick">
        {words}
      </Tag>
    )
  return <Tag shape="dash">{words}</Tag>
}

const ReadyMadeList = ({ measures }: { measures: readonly ReadyMade[] }) =>
  measures.length === 0 ? null : (
    <Details summary={`${measures.length} ready-made measures that are not entered`}>
      <Table
        caption="Ready-made measures"
        captionHidden
        rows={[...measures]}
        columns={[
          { heading: 'Measure', names: true, width: 'wide', cell: ({ name }) => name },
          { heading: 'Area', cell: ({ area }) => MEASURE_AREA[area] },
          { heading: 'What is counted', width: 'wide', cell: ({ definition }) => definition },
          { heading: 'Who gives it', cell: ({ source }) => source },
          {
            heading: 'Take it',
            headingHidden: true,
            cell: ({ measure, name }) => (
              <a class="govuk-link" href={`/measures/entered/add?from=${encodeURIComponent(measure)}`}>
                Take it<span class="govuk-visually-hidden">: {name}</span>
              </a>
            ),
          },
        ]}
      />
    </Details>
  )
