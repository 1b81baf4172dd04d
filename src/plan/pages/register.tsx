/** The plan register: every action, narrowed and put in order, with what can be done to many at once. */
import { may } from '../../terms/permission.ts'
import { shortDay } from '../../terms/day.ts'
import { AsAtControl } from '../../web/as-at.tsx'
import { Button, Chips, Empty, Heading, NotificationBanner, Pagination, Split } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { type Column, Table } from '../../web/table.tsx'
import type { Action } from '../action.ts'
import { allActions, type Plan } from '../plan.ts'
import {
  filterChoices,
  listRegister,
  readRegister,
  registerAddress,
  ROWS_A_PAGE,
  type Sort,
  SORT,
  themesAsked,
} from '../register.ts'
import { findCurrentPlanId, findPlanAsAt } from '../store.ts'
import { listViews } from '../view-store.ts'
import { ActionLink, DeliveryTag, FirstLead, ImpactTag, TimescaleWords } from '../words.tsx'
import { chipsOf, Filters } from './register-filters.tsx'
import { NoPlan, PlanNavigation } from './plan-navigation.tsx'
import { ThemeWhy } from './theme-why.tsx'

export const register = page({
  path: '/plan',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  wide: true,
  async load({ db, asAt, person }) {
    const planId = await findCurrentPlanId(db, asAt)
    if (planId === null) return null
    const [plan, views] = await Promise.all([findPlanAsAt(db, planId, asAt), listViews(db, person.personId)])
    return { plan, views }
  },
  title: () => 'Plan register',
  view(loaded, _form, asked) {
    if (loaded === null) return <NoPlan person={asked.person} />
    const kept = asked.query.has('kept')
    const query = new URLSearchParams(asked.query)
    query.delete('kept')
    const wanted = readRegister(query)
    const choices = filterChoices(loaded.plan)
    const rows = listRegister(loaded.plan, wanted)
    const all = allActions(loaded.plan).length
    const themes = themesAsked(loaded.plan, wanted)
    const theme = themes.length === 1 ? themes[0] : undefined
    const chips = chipsOf(query, wanted, choices)
    return (
      <>
        <Heading caption={loaded.plan.title} actions={<Exports query={query} />}>
          {theme ? `${theme.ref} ${theme.title}` : 'Plan register'}
        </Heading>
        {kept && <Kept plan={loaded.plan} />}
        <PlanNavigation current="register" asked={asked} />
        {theme && <ThemeWhy theme={theme} asked={asked} />}
        <Split
          sideFirst
          side={<Filters wanted={wanted} choices={choices} views={loaded.views} query={query} applied={chips.length} />}
        >
          <div class="gt-toolbar">
            <p class="govuk-body gt-toolbar__count" role="status">
              <strong>{rows.length === all ? all : `${rows.length} of ${all}`}</strong>{' '}
              {all === 1 ? 'action' : 'actions'}
            </p>
            <AsAtControl {...asked} />
          </div>
          <Chips items={chips} {...(chips.length > 0 && { clear: '/plan' })} />
          <Rows rows={rows} wanted={wanted} query={query} asked={asked} />
        </Split>
      </>
    )
  },
})

/** Once, after an upload: that it is the plan now, and the way to what it changed. */
const Kept = ({ plan }: { plan: Plan }) => (
  <NotificationBanner kind="success">
    Version {plan.version.number} of the plan is kept.{' '}
    <a class="govuk-notification-banner__link" href="/plan/versions">
      All versions, and what each changed
    </a>
  </NotificationBanner>
)

const Exports = ({ query }: { query: URLSearchParams }) => {
  const words = query.toString() === '' ? '' : `?${query}`
  return (
    <>
      <Button kind="secondary" small href={`/plan/register.xlsx${words}`}>
        Excel
      </Button>
      <Button kind="secondary" small href={`/plan/register.csv${words}`}>
        CSV
      </Button>
    </>
  )
}

type RowsOptions = { rows: Action[]; wanted: ReturnType<typeof readRegister>; query: URLSearchParams; asked: Asked }

/** The page of rows; with boxes to tick for those who may edit many at once. */
function Rows({ rows, wanted, query, asked }: RowsOptions) {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE))
  const current = Math.min(wanted.page, pages)
  const shown = rows.slice((current - 1) * ROWS_A_PAGE, current * ROWS_A_PAGE)
  const bulk = may(asked.person, 'edit-plan') && asked.asAt === asked.today
  const table = (
    <Table
      caption="Actions"
      captionHidden
      rows={shown}
      columns={columnsOf(asked, bulk)}
      sorting={{
        by: wanted.sort,
        descending: wanted.descending,
        href: (by, descending) =>
          registerAddress(query, {
            sort: by === 'ref' && !descending ? null : by,
            order: descending ? 'descending' : null,
          }),
      }}
      empty={
        <Empty title="No action answers to this">
          <p class="govuk-body">
            Take a filter away, or{' '}
            <a class="govuk-link" href="/plan">
              show every action
            </a>
            .
          </p>
        </Empty>
      }
    />
  )
  return (
    <>
      {bulk && shown.length > 0 ? (
        <form method="get" action="/plan/bulk">
          {table}
          <Button kind="secondary" small>
            Edit the ticked actions
          </Button>
        </form>
      ) : (
        table
      )}
      <Pagination page={current} pages={pages} href={to => registerAddress(query, { page: String(to) })} />
    </>
  )
}

function columnsOf(asked: Asked, bulk: boolean): Column<Action>[] {
  const sorted = (sort: Sort) => ({ heading: SORT[sort], sort })
  const tick: Column<Action> = {
    heading: 'Tick',
    headingHidden: true,
    width: 'narrow',
    cell: action => (
      <input
        type="checkbox"
        class="gt-tick"
        name="action"
        value={String(action.actionId)}
        aria-label={`Tick action ${action.ref}`}
      />
    ),
  }
  return [
    ...(bulk ? [tick] : []),
    {
      heading: 'Ref',
      sort: 'ref',
      names: true,
      width: 'nowrap',
      cell: action => <ActionLink action={action} asked={asked} />,
    },
    { ...sorted('text'), width: 'wide', cell: action => <span class="gt-clamp">{action.text}</span> },
    { ...sorted('lead'), width: 'middle', cell: action => <FirstLead action={action} /> },
    { ...sorted('timescale'), width: 'middle', cell: action => <TimescaleWords action={action} asAt={asked.asAt} /> },
    { ...sorted('delivery'), cell: action => <DeliveryTag delivery={action.delivery} /> },
    { ...sorted('impact'), cell: action => <ImpactTag impact={action.impact} /> },
    {
      ...sorted('update'),
      width: 'nowrap',
      cell: action => (action.lastUpdateOn ? shortDay(action.lastUpdateOn) : 'None'),
    },
  ]
}
