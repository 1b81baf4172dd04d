/** The children whom somebody's post reaches, with who holds each and what is due next. */
import { longDay, shortDay } from '../../terms/day.ts'
import { dayNumber, dayNumbered } from '../../terms/day-number.ts'
import { Button, Empty, Heading, Pagination } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { type Form, Refused, text } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { type Sorting, Table } from '../../web/table.tsx'
import { type ChildRow, choicesOf, filterIn, listChildRows, narrowedTo, overdueOf, sortedBy } from '../child-rows.ts'
import { CHILD_STATUS } from '../child-standing.ts'
import { clocksOfRun } from '../clocks-of-run.ts'
import { historyOfRun } from '../kept-history.ts'
import { findRunAsAt } from '../run-store.ts'
import { Days } from './child.tsx'
import { ChildrenNavigation, Narrow } from './children-navigation.tsx'

const ROWS_A_PAGE = 100

/** Null where no records have been brought in by the day. */
export async function findChildRows({ db, asAt }: Asked) {
  const run = await findRunAsAt(db, asAt)
  if (!run) return null
  const history = await historyOfRun(db, run)
  const clocks = await clocksOfRun(db, run, history)
  return { asAt: run.asAt, rows: await listChildRows(db, history, clocks) }
}

export const childrenPage = page({
  path: '/children',
  may: 'see-children',
  section: 'Children',
  dated: true,
  wide: true,
  load: findChildRows,
  looks: (loaded, { query }) =>
    loaded && { what: 'child-list', children: pageOf(loaded.rows, query).shown.map(({ childId }) => childId) },
  title: () => 'Children',
  form: { find: text({ max: 100, missing: 'Enter a name or a number' }) },
  view(loaded, form, asked) {
    if (loaded === null)
      return (
        <>
          <Heading>Children</Heading>
          <Empty title="No records of children have been brought in yet" />
        </>
      )
    const { rows, asAt } = loaded
    const found = matching(rows, form)
    const { shown, page, pages } = pageOf(rows, asked.query)
    const { teams, workers } = choicesOf(rows)
    return (
      <>
        <ErrorSummary problems={form.problems} />
        <Heading caption={`Records to ${longDay(asAt)}`}>Children</Heading>
        <ChildrenNavigation current="children" asked={asked} />
        <Find form={form} />
        {found.length > 1 && (
          <Rows rows={found.slice(0, ROWS_A_PAGE)} caption={`Found: ${found.length}`} asked={asked} />
        )}
        <Narrow action="/children" query={asked.query} teams={teams} workers={workers} />
        <Rows
          rows={shown}
          sorting={sortingOf(asked.query)}
          caption={`Children in your reach: ${narrowedTo(rows, filterIn(asked.query)).length.toLocaleString('en-GB')}`}
          asked={asked}
        />
        <Pagination page={page} pages={pages} href={number => addressOf(asked.query, number)} />
      </>
    )
  },
  async save(_asked, loaded, { find }) {
    const found = loaded ? narrowedTo(loaded.rows, { team: '', worker: '', status: '', text: find }) : []
    if (found.length === 1) return `/children/${found[0]!.address}`
    throw new Refused([
      {
        field: 'find',
        text:
          found.length === 0
            ? 'No child in your reach has this name or number'
            : `${found.length} children have this name: they are listed below`,
      },
    ])
  },
})

/** Those that were looked for, where more than one was found. Nothing of a name stands in an address. */
const matching = (rows: readonly ChildRow[], form: Form) =>
  form.text('find') === '' ? [] : narrowedTo(rows, { team: '', worker: '', status: '', text: form.text('find') })

function pageOf(rows: readonly ChildRow[], query: URLSearchParams) {
  const all = sortedBy(narrowedTo(rows, filterIn(query)), query)
  const pages = Math.max(1, Math.ceil(all.length / ROWS_A_PAGE))
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(query.get('page'))) || 1))
  return { shown: all.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE), page, pages }
}

const sortingOf = (query: URLSearchParams): Sorting => ({
  by: query.get('sort') ?? 'name',
  descending: query.has('down'),
  href(by, descending) {
    const next = new URLSearchParams(query)
    next.set('sort', by)
    next.delete('down')
    if (descending) next.set('down', '1')
    return addressOf(next, 1)
  },
})

function addressOf(query: URLSearchParams, page: number): string {
  const next = new URLSearchParams(query)
  next.set('page', String(page))
  return `/children?${next.toString()}`
}

const Find = ({ form }: { form: Form }) => (
  <form method="post" novalidate class="gt-find">
    <Input name="find" label="Find a child by name or number" type="search" width={20} form={form} />
    <Button small kind="secondary">
      Find
    </Button>
  </form>
)

type RowsGiven = { rows: readonly ChildRow[]; caption: string; sorting?: Sorting; asked: Asked }

const Rows = ({ rows, caption, sorting, asked: { today } }: RowsGiven) => (
  <Table<ChildRow>
    caption={caption}
    rows={[...rows]}
    {...(sorting && { sorting })}
    empty={<Empty title="No child is like that, or none is in your reach" />}
    columns={[
      {
        heading: 'Child',
        names: true,
        sort: 'name',
        cell: ({ name, ref, address }) => (
          <>
            <a class="govuk-link" href={`/children/${address}`}>
              {name}
            </a>{' '}
            <span class="gt-figure__of">{ref}</span>
          </>
        ),
      },
      { heading: 'Status', sort: 'status', cell: ({ status }) => CHILD_STATUS[status] },
      { heading: 'Worker', sort: 'worker', cell: ({ worker }) => worker || <strong class="gt-late">nobody</strong> },
      { heading: 'Team', sort: 'team', cell: ({ team }) => team },
      {
        heading: 'Next due',
        sort: 'due',
        width: 'middle',
        cell: ({ clocks: [next] }) => next && `${next.clock.name}, ${shortDay(dayNumbered(next.due))}`,
      },
      {
        heading: 'Days',
        width: 'nowrap',
        cell: ({ clocks: [next] }) => next && <Days days={next.due - dayNumber(today)} isOverdue={next.isOverdue} />,
      },
      {
        heading: 'Overdue',
        number: true,
        sort: 'overdue',
        cell: row => overdueOf(row) || '',
      },
    ]}
  />
)
