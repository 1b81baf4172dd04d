/** The children behind a figure, those longest overdue first: as far as the person's post reaches. What is narrowed to stays in the address. */
import { lower } from '../../terms/first-letter.ts'
import type { Look } from '../../store/look.ts'
import { NotFound } from '../../store/not-found.ts'
import { longDay, shortDay } from '../../terms/day.ts'
import { Button, Chips, Empty, Heading, Pagination } from '../../web/components.tsx'
import { type Asked, download, page } from '../../web/page.tsx'
import { excelFile, type Sheet } from '../../web/sheet.ts'
import { type Column, type Sorting, Table } from '../../web/table.tsx'
import { addressOf, casesAddress, figureIn, measureAddress, measureIn, periodAddress } from '../asked.ts'
import { DIMENSION, type Dimension } from '../breakdown.ts'
import { type CaseList, listCases, type Listed, type Narrowing } from '../case-list.ts'
import { STATE, type State } from '../clock-state.ts'
import { figureText, partsText } from '../figure-shown.tsx'
import { historyOfRun } from '../kept-history.ts'
import { type Measure } from '../measure.ts'
import { periodWords } from '../period-words.ts'
import { findRunAsAt, type KeptFigure, listFigures } from '../run-store.ts'
import { isInReach } from '../support.ts'
import { windowOf } from '../window.ts'
import { seriesKind, settingsFor } from '../work-out.ts'

const ROWS_A_PAGE = 100

type Loaded = CaseList & { measure: Measure; figure: KeptFigure; narrowing: Narrowing; asAt: string }

async function findList({ db, asAt, params, query }: Asked): Promise<Loaded> {
  const measure = await measureIn(db, params)
  const run = await findRunAsAt(db, asAt)
  const figure = run && figureIn(query, await listFigures(db, run.runId, { measure: measure.id }), seriesKind(measure))
  if (!run || !figure) throw new NotFound('figure of this measure by this day')
  const history = await historyOfRun(db, run)
  if (!isInReach(measure, figure, history.records.reaches))
    throw new NotFound('list of this period: the records that were kept last begin after it')
  const settings = settingsFor(measure, new Map(Object.entries(run.settings)))
  const narrowing = narrowingIn(query)
  const list = await listCases(db, { measure, history, window: windowOf(figure, run.asAt), settings, narrowing })
  return { ...list, listed: sortedBy(list.listed, query), measure, figure, narrowing, asAt: run.asAt }
}

function narrowingIn(query: URLSearchParams): Narrowing {
  const [state, by, part] = [query.get('state') ?? '', query.get('by') ?? '', query.get('part')]
  return {
    state: Object.hasOwn(STATE, state) ? (state as State) : null,
    by: Object.hasOwn(DIMENSION, by) ? (by as Dimension) : null,
    part,
  }
}

export const measureChildren = page({
  path: '/measures/of/:measure/children',
  may: 'see-children',
  section: 'Measures',
  dated: true,
  wide: true,
  load: findList,
  looks: ({ listed }, { query }) => lookAt(listed.slice(firstOf(query, listed), firstOf(query, listed) + ROWS_A_PAGE)),
  title: ({ measure }) => `The children behind ${measure.name.toLowerCase()}`,
  breadcrumbs: ({ measure }) => [
    { text: 'Performance book', href: '/measures' },
    { text: measure.name, href: measureAddress(measure.id) },
  ],
  view(loaded, _form, { query }) {
    const { measure, figure, listed, unseen, narrowing } = loaded
    const pages = Math.max(1, Math.ceil(listed.length / ROWS_A_PAGE))
    const first = firstOf(query, listed)
    const download = casesAddress(measure.id, figure, given(narrowing)).replace('/children?', '/children.xlsx?')
    return (
      <>
        <Heading
          caption={periodWords(figure)}
          actions={
            <Button small kind="secondary" href={download}>
              Excel
            </Button>
          }
        >
          {measure.name}
        </Heading>
        <p class="govuk-body">
          <a class="govuk-link" href={periodAddress(measure.id, figure)}>
            {figureText(measure, figure)}
          </a>{' '}
          {partsText(measure, figure)}. {measure.counted}. Out of: {lower(measure.outOf)}.
        </p>
        <Chips items={chipsOf(measure, figure, narrowing)} clear={casesAddress(measure.id, figure)} />
        <States loaded={loaded} />
        <Table
          caption={listed.length === 1 ? '1 case' : `${listed.length.toLocaleString('en-GB')} cases`}
          columns={columnsFor(measure)}
          rows={listed.slice(first, first + ROWS_A_PAGE)}
          sorting={sortingOf(query, href => casesAddress(measure.id, figure, { ...given(narrowing), ...href }))}
          empty={
            <Empty title={unseen > 0 ? 'None of these children is in your reach' : 'There is no case like that'} />
          }
        />
        {unseen > 0 && listed.length > 0 && (
          <p class="govuk-body">{unseen.toLocaleString('en-GB')} more are of children whom your post does not reach.</p>
        )}
        <Pagination
          page={first / ROWS_A_PAGE + 1}
          pages={pages}
          href={page => casesAddress(measure.id, figure, { ...given(narrowing), ...sortIn(query), page: String(page) })}
        />
      </>
    )
  },
})

const text = (one: string, other: string) => one.localeCompare(other, 'en-GB')
const days = (one: string | null, other: string | null) => (one ?? '9').localeCompare(other ?? '9')

const SORTS: Record<string, (one: Listed, other: Listed) => number> = {
  child: (one, other) => text(one.child?.name ?? one.caseRef, other.child?.name ?? other.caseRef),
  from: (one, other) => days(one.start, other.start),
  due: (one, other) => days(one.due, other.due),
  done: (one, other) => days(one.done, other.done),
  over: (one, other) => (one.over ?? -1e6) - (other.over ?? -1e6),
  amount: (one, other) => one.amount - other.amount,
  stands: (one, other) => text(one.words, other.words),
  worker: (one, other) => text(one.worker, other.worker),
  team: (one, other) => text(one.team, other.team),
}

/** `?sort=due&down=1`; as they are, those longest overdue first, where nothing is asked. */
function sortedBy(listed: readonly Listed[], query: URLSearchParams): readonly Listed[] {
  const order = SORTS[query.get('sort') ?? '']
  if (!order) return listed
  return query.has('down') ? listed.toSorted((one, other) => order(other, one)) : listed.toSorted(order)
}

const sortIn = (query: URLSearchParams): Record<string, string> => ({
  ...(query.get('sort') && { sort: query.get('sort')! }),
  ...(query.has('down') && { down: '1' }),
})

const sortingOf = (query: URLSearchParams, address: (query: Record<string, string>) => string): Sorting => ({
  by: query.get('sort') ?? 'over',
  descending: query.has('down') || !query.has('sort'),
  href: (sort, descending) => address({ sort, ...(descending && { down: '1' }) }),
})

/** The first row of the page of the list that the address asks for. */
function firstOf(query: URLSearchParams, listed: readonly Listed[]): number {
  const pages = Math.max(1, Math.ceil(listed.length / ROWS_A_PAGE))
  return (Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1)) - 1) * ROWS_A_PAGE
}

const lookAt = (shown: readonly Listed[]): Look => ({
  what: 'measure-list',
  children: shown.flatMap(({ child }) => child?.childId ?? []),
})

const given = ({ state, by, part }: Narrowing): Record<string, string> => ({
  ...(state && { state }),
  ...(by && part !== null && { by, part }),
})

function chipsOf(measure: Measure, figure: KeptFigure, { state, by, part }: Narrowing) {
  const withoutState = casesAddress(measure.id, figure, given({ state: null, by, part }))
  const withoutPart = casesAddress(measure.id, figure, given({ state, by: null, part: null }))
  return [
    ...(state ? [{ text: measure.stateWords[state] ?? STATE[state], href: withoutState }] : []),
    ...(by && part !== null ? [{ text: `${DIMENSION[by]}: ${part}`, href: withoutPart }] : []),
  ]
}

/** How many there are in each state, each a way to narrow to it. */
const States = ({ loaded: { measure, figure, listed, narrowing } }: { loaded: Loaded }) =>
  narrowing.state !== null ? null : (
    <ul class="govuk-list gt-inline">
      {(Object.keys(STATE) as State[]).map(state => {
        const count = listed.filter(one => one.state === state).length
        return (
          count > 0 && (
            <li>
              <a class="govuk-link" href={casesAddress(measure.id, figure, given({ ...narrowing, state }))}>
                {measure.stateWords[state] ?? STATE[state]}
              </a>{' '}
              {count.toLocaleString('en-GB')}
            </li>
          )
        )
      })}
    </ul>
  )

const dayCell = (on: Listed['due']) => (on === null ? '' : shortDay(on))

const columnsFor = (measure: Measure): Column<Listed>[] => [
  {
    heading: 'Child',
    names: true,
    sort: 'child',
    cell: ({ child, caseRef }) =>
      child === null ? (
        caseRef
      ) : (
        <>
          <a class="govuk-link" href={`/children/${child.address}`}>
            {child.name}
          </a>{' '}
          <span class="gt-figure__of">{child.ref}</span>
        </>
      ),
  },
  { heading: 'From', sort: 'from', width: 'nowrap', cell: ({ start }) => dayCell(start) },
  ...(measure.clock === null
    ? []
    : [{ heading: 'Due', sort: 'due', width: 'nowrap' as const, cell: ({ due }: Listed) => dayCell(due) }]),
  { heading: 'Done', sort: 'done', width: 'nowrap', cell: ({ done }) => dayCell(done) },
  ...(measure.clock === null
    ? []
    : [
        {
          heading: 'Days over',
          sort: 'over',
          number: true,
          cell: ({ over }: Listed) => (over !== null && over > 0 ? over : ''),
        },
      ]),
  ...(measure.valued === 'mean'
    ? [
        {
          heading: measure.unit,
          number: true,
          sort: 'amount',
          cell: ({ amount, state }: Listed) => (state === 'excluded' ? '' : amount),
        },
      ]
    : []),
  { heading: 'How it stands', sort: 'stands', cell: ({ words }) => words },
  { heading: 'Worker', sort: 'worker', cell: ({ worker }) => worker },
  { heading: 'Team', sort: 'team', cell: ({ team }) => team },
]

export const measureChildrenExcel = download({
  path: '/measures/of/:measure/children.xlsx',
  may: 'see-children',
  asksAgain: true,
  asksWhy: true,
  async make(asked) {
    const { measure, figure, listed } = await findList(asked)
    return {
      ...excelFile(
        `${addressOf(measure.id)}-${figure.to}`,
        `${measure.name}, to ${longDay(figure.to)}`,
        sheetOf(listed),
      ),
      look: { ...lookAt(listed), what: 'measure-export' },
    }
  },
})

const sheetOf = (listed: readonly Listed[]): Sheet => ({
  headings: ['Number', 'Child', 'From', 'Due', 'Done', 'Days over', 'How it stands', 'Amount', 'Worker', 'Team', 'Case'],
  rows: listed.map(({ child, start, due, done, over, words, amount, worker, team, caseRef }) => [
    child?.ref ?? '', child?.name ?? '', start ?? '', due ?? '', done ?? '', over !== null && over > 0 ? String(over) : '', words, String(amount), worker, team, caseRef,
  ]),
}) // prettier-ignore
