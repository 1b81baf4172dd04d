/** One measure of the authority's own: what it would give now with ten of its cases, its examples, what it says, and everything said before. */
import { shortDay } from '../../terms/day.ts'
import { may } from '../../terms/permission.ts'
import { Button, Empty, Heading, SummaryList } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { measureAddress } from '../asked.ts'
import { listCases, type Listed } from '../case-list.ts'
import { EXPECTED_STATE, type ExampleResult, tryExample, whyNotYet } from '../custom-example.ts'
import { customMeasure } from '../custom-measure.ts'
import { type CustomSaid, listCustomVersions } from '../custom-store.ts'
import { figureOf, type Figure } from '../figure.ts'
import type { WorkingDays } from '../../terms/working-day.ts'
import { findWorkingDays } from '../holiday-store.ts'
import { figureText, partsText } from '../figure-shown.tsx'
import { historyOfRun } from '../kept-history.ts'
import { BASIS, type Measure, MEASURE_AREA, POLARITY, settingsOf } from '../measure.ts'
import { periodWords } from '../period-words.ts'
import { findRunAsAt } from '../run-store.ts'
import { isInReach, lacking, lackWords, reachWords } from '../support.ts'
import { type PeriodKind, periodTo, windowOf } from '../window.ts'
import { lastDays } from '../work-out.ts'
import { CustomStateTag, ownAddress, ownCrumb } from './own-measures.tsx'

const CASES_SHOWN = 10

const measureOfVersion = ({ customMeasureId, measure: id, number, said, definition }: CustomSaid): Measure =>
  customMeasure({ id, customMeasureId, number, from: said, definition })

type Preview = { kind: PeriodKind; from: string; to: string; figure: Figure; listed: readonly Listed[]; cases: number; lacks: string[] } // prettier-ignore

/** The last whole month, or how things stand, of the records that were kept last. Null where there are none. */
async function previewOf({ db, asAt, person }: Asked, measure: Measure): Promise<Preview | null> {
  const run = await findRunAsAt(db, asAt)
  if (!run) return null
  const history = await historyOfRun(db, run)
  const [kind, settings] = [measure.periods[0]!, settingsOf(measure)]
  const [before, last] = lastDays(run.asAt, 2)
  const period = periodTo(kind, kind === 'snapshot' ? (last ?? before!) : before!)
  const window = windowOf(period, run.asAt)
  const figure = figureOf(measure, history, window, settings)
  const narrowing = { state: null, by: null, part: null }
  const { listed, unseen } = may(person, 'see-children')
    ? await listCases(db, { measure, history, window, settings, narrowing })
    : { listed: [], unseen: 0 }
  const { reaches } = history.records
  const short = isInReach(measure, period, reaches) ? null : reachWords(measure, reaches)
  const lacks = [...lacking(measure, history.records).map(lackWords), ...(short === null ? [] : [short])]
  return { kind, ...period, figure, listed: listed.slice(0, CASES_SHOWN), cases: listed.length + unseen, lacks }
}

export const ownMeasurePage = page({
  path: '/measures/own/:id',
  may: 'set-measures',
  section: 'Measures',
  wide: true,
  async load(asked) {
    const versions = await listCustomVersions(asked.db, Number(asked.params['id']))
    const measure = measureOfVersion(versions[0])
    const calendar = await findWorkingDays(asked.db)
    return { versions, measure, calendar, preview: await previewOf(asked, measure) }
  },
  looks: ({ preview }) =>
    preview && preview.listed.length > 0
      ? { what: 'measure-preview', children: preview.listed.flatMap(({ child }) => child?.childId ?? []) }
      : null,
  title: ({ measure }) => measure.name,
  breadcrumbs: () => [ownCrumb],
  view({ versions, measure, calendar, preview }) {
    const [last] = versions
    const isUsed = versions.some(({ state }) => state === 'used')
    return (
      <>
        <Heading caption={MEASURE_AREA[measure.area]} actions={<Actions last={last} />}>
          {measure.name}
        </Heading>
        <p class="govuk-body">
          <CustomStateTag state={last.state} />{' '}
          {last.state === 'tried' && isUsed && 'The version before stays in use until this one is. '}
          {isUsed && (
            <a class="govuk-link" href={measureAddress(measure.id)}>
              Its figures
            </a>
          )}
        </p>
        <WouldGive measure={measure} preview={preview} />
        <Examples last={last} calendar={calendar} />
        <h2 class="govuk-heading-m">What it says</h2>
        <SummaryList
          rows={[
            { key: 'It tells', value: measure.rule },
            { key: 'Out of', value: measure.outOf },
            { key: 'Counted', value: measure.counted },
            { key: 'Left out', value: measure.leftOut },
            { key: 'When', value: BASIS[measure.basis] },
            { key: 'Which way is better', value: POLARITY[measure.polarity] },
            { key: 'Source', value: measure.source },
          ]}
        />
        <History versions={versions} />
      </>
    )
  },
})

const Actions = ({ last: { customMeasureId, state } }: { last: CustomSaid }) =>
  state === 'withdrawn' ? null : (
    <>
      {state === 'tried' && (
        <Button small href={ownAddress(customMeasureId, '/use')}>
          Use it
        </Button>
      )}
      <Button small kind="secondary" href={ownAddress(customMeasureId, '/examples')}>
        Give examples
      </Button>
      <Button small kind="secondary" href={ownAddress(customMeasureId, '/change')}>
        Change what it says
      </Button>
      <Button small kind="secondary" href={ownAddress(customMeasureId, '/withdraw')}>
        Withdraw it
      </Button>
    </>
  )

const WouldGive = ({ measure, preview }: { measure: Measure; preview: Preview | null }) => {
  if (preview === null) return <Empty title="There are no records to try it on yet" />
  if (preview.lacks.length > 0)
    return <Empty title="The records that were kept last cannot support it">{preview.lacks.join('. ')}</Empty>
  const { kind, from, to, figure, listed, cases } = preview
  return (
    <section class="gt-section">
      <h2 class="govuk-heading-m">What it would give</h2>
      <p class="govuk-body">
        {periodWords({ kind, from: from as never, to: to as never })}: <strong>{figureText(measure, figure)}</strong>{' '}
        {partsText(measure, figure)}
        {figure.openOverdue > 0 && `, ${figure.openOverdue.toLocaleString('en-GB')} open and overdue`}
        {figure.excluded > 0 && `, ${figure.excluded.toLocaleString('en-GB')} left out`}.
      </p>
      {listed.length > 0 && (
        <Table<Listed>
          caption={`${listed.length} of ${cases.toLocaleString('en-GB')} cases`}
          rows={[...listed]}
          columns={columnsFor(measure)}
        />
      )}
    </section>
  )
}

const columnsFor = (measure: Measure): Column<Listed>[] => [
  {
    heading: 'Child',
    names: true,
    cell: ({ child, caseRef }) =>
      child === null ? (
        caseRef
      ) : (
        <a class="govuk-link" href={`/children/${child.address}`}>
          {child.name}
        </a>
      ),
  },
  { heading: 'From', width: 'nowrap', cell: ({ start }) => start && shortDay(start) },
  ...(measure.clock === null
    ? []
    : [{ heading: 'Due', width: 'nowrap' as const, cell: ({ due }: Listed) => due && shortDay(due) }]),
  { heading: 'Done', width: 'nowrap', cell: ({ done }) => done && shortDay(done) },
  { heading: 'How it stands', cell: ({ words }) => words },
]

const Examples = ({ last, calendar }: { last: CustomSaid; calendar: WorkingDays }) => {
  const { customMeasureId, definition, examples, state } = last
  const notYet = whyNotYet(definition, examples, calendar)
  return (
    <section class="gt-section">
      <h2 class="govuk-heading-m">Examples of our own</h2>
      {state === 'tried' && <p class="govuk-body">{notYet ?? 'All of them come out as expected: it can be used.'}</p>}
      <Table<ExampleResult>
        caption="Examples, and what comes of each"
        captionHidden
        rows={examples.map(example => tryExample(definition, example, calendar))}
        empty={
          <Empty title="None has been given yet">
            <a class="govuk-link" href={ownAddress(customMeasureId, '/examples')}>
              Give two or more small cases, with what must come of each
            </a>
          </Empty>
        }
        columns={[
          { heading: 'From', cell: ({ example }) => (example.from ? shortDay(example.from) : 'not known') },
          { heading: 'Done', cell: ({ example }) => (example.done ? shortDay(example.done) : '') },
          ...(definition.test.kind === 'yes'
            ? [{ heading: 'The field says', cell: ({ example: { says } }: ExampleResult) => (says === null ? '' : says ? 'Yes' : 'No') }]
            : []),
          { heading: 'Looked at', cell: ({ example }) => shortDay(example.at) },
          { heading: 'Expected', cell: ({ example }) => EXPECTED_STATE[example.expected] },
          {
            heading: 'What comes of it',
            cell: ({ found, because, isAsExpected }) =>
              isAsExpected ? (
                'As expected'
              ) : (
                <strong class="gt-late">
                  {EXPECTED_STATE[found]}
                  {because && `: ${because.replace(/^./, first => first.toLowerCase())}`}
                </strong>
              ),
          },
        ]}
      />
    </section>
  ) // prettier-ignore
}

const History = ({ versions }: { versions: readonly CustomSaid[] }) => (
  <Table<CustomSaid>
    caption="Everything that was said of it, the last first"
    rows={[...versions]}
    columns={[
      { heading: 'Version', names: true, cell: ({ number }) => number },
      { heading: 'State', cell: ({ state }) => <CustomStateTag state={state} /> },
      { heading: 'Said', cell: ({ said, saidBy }) => `${shortDay(said)}, ${saidBy}` },
      { heading: 'Counted', width: 'wide', cell: said => `${measureOfVersion(said).outOf}. ${measureOfVersion(said).counted}` }, // prettier-ignore
      { heading: 'Why', cell: ({ why }) => why },
    ]}
  />
)
