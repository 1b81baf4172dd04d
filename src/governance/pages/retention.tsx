/** For the data protection officer: how long each kind is kept and by which rule, what is due for review, what is on hold, and what went. */
import { type Day, shortDay } from '../../terms/day.ts'
import { Button, Heading } from '../../web/components.tsx'
import { AccountNavigation } from '../../people/account-navigation.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { GOES, KIND, lengthText, type Period, periodsOf, REVIEWED, type Reviewed } from '../retention.ts'
import { type Disposal, type Hold, listCleared, listDisposals, listHolds, listPeriods } from '../retention-store.ts'
import { listDue } from '../review-store.ts'
import { forOfficer } from './retention-officer.ts'
import { countedAs } from './retention-words.ts'

type DueOf = { kind: Reviewed; count: number; held: number }
type Cleared = { kind: string; disposedOn: Day; rows: number }

export const retentionPage = page({
  ...forOfficer,
  path: '/retention',
  async load({ db, today }) {
    const due: DueOf[] = []
    for (const kind of REVIEWED) {
      const these = await listDue(db, kind, today)
      due.push({ kind, count: these.length, held: these.filter(({ isHeld }) => isHeld).length })
    }
    const [periods, holds] = [periodsOf(await listPeriods(db)), await listHolds(db)]
    return { periods, due, holds, cleared: await listCleared(db), disposals: await listDisposals(db) }
  },
  title: () => 'Retention',
  breadcrumbs: () => [{ text: 'Your account', href: '/account' }],
  view: ({ periods, due, holds, cleared, disposals }, _form, { person }) => (
    <>
      <Heading
        actions={
          <>
            <Button small kind="secondary" href="/subject-access/child">
              What we hold of a child
            </Button>
            <Button small kind="secondary" href="/retention/hold">
              Add a legal hold
            </Button>
          </>
        }
      >
        Retention
      </Heading>
      <AccountNavigation current="/retention" person={person} />
      <h2 class="govuk-heading-m">Due for review</h2>
      <DueForReview due={due} />
      <h2 class="govuk-heading-m">How long each kind is kept</h2>
      <Rules periods={periods} cleared={cleared} />
      <h2 class="govuk-heading-m">Legal holds</h2>
      <Holds holds={holds} />
      <h2 class="govuk-heading-m">Disposed of</h2>
      <Disposals disposals={disposals} />
    </>
  ),
})

/** In counts: whom it is about is on the page of the review. */
const DueForReview = ({ due }: { due: DueOf[] }) => (
  <Table
    caption="Due for review"
    captionHidden
    rows={due}
    columns={[
      { heading: 'Kind', names: true, cell: ({ kind }) => KIND[kind].words },
      { heading: 'Due', cell: ({ kind, count }) => (count === 0 ? 'None' : countedAs(kind, count)) },
      { heading: 'On legal hold', number: true, cell: ({ held }) => String(held) },
      {
        heading: 'Review',
        cell: ({ kind, count, held }) =>
          count > held && (
            <a class="govuk-link" href={`/retention/dispose?kind=${kind}`}>
              Review {countedAs(kind, count - held)}
            </a>
          ),
      },
    ]}
    empty=""
  />
)

const Rules = ({ periods, cleared }: { periods: Period[]; cleared: Cleared[] }) => (
  <Table
    caption="How long each kind is kept"
    captionHidden
    rows={periods}
    columns={[
      { heading: 'Kind', names: true, cell: ({ kind }) => KIND[kind].words },
      {
        heading: 'How long',
        cell: ({ kept, kind, own }) => (
          <>
            {kept === null ? 'Until' : `${lengthText(kept)} from`} {KIND[kind].from}
            {own && <span class="gt-small">The council’s own</span>}
            {KIND[kind].isOurs && (
              <a class="govuk-link gt-small" href={`/retention/period?kind=${kind}`}>
                Change<span class="govuk-visually-hidden">: {KIND[kind].words}</span>
              </a>
            )}
          </>
        ),
      },
      {
        heading: 'How it goes',
        cell: ({ kind }) => {
          const last = cleared.find(one => one.kind === kind)
          return (
            <>
              {GOES[KIND[kind].goes]}
              {last && (
                <span class="gt-small">
                  Last on {shortDay(last.disposedOn)}: {last.rows === 1 ? '1 row' : `${last.rows} rows`}
                </span>
              )}
            </>
          )
        },
      },
      { heading: 'Why', width: 'wide', cell: ({ kind }) => KIND[kind].source },
    ]}
    empty=""
  />
)

const Holds = ({ holds }: { holds: Hold[] }) => (
  <Table
    caption="Legal holds"
    captionHidden
    rows={holds}
    columns={[
      { heading: 'Of', names: true, cell: ({ personRef, staff }) => personRef ?? staff ?? 'Everything' },
      { heading: 'Reason', cell: ({ reason }) => reason },
      { heading: 'Since', cell: ({ heldOn, by }) => `${shortDay(heldOn)}, ${by}` },
      {
        heading: 'Lifted',
        cell: ({ liftedOn, holdId }) =>
          liftedOn ? (
            shortDay(liftedOn)
          ) : (
            <a class="govuk-link" href={`/retention/lift?hold=${holdId}`}>
              Lift hold {holdId}
            </a>
          ),
      },
    ]}
    empty="None"
  />
)

const Disposals = ({ disposals }: { disposals: Disposal[] }) => (
  <Table
    caption="Disposed of"
    captionHidden
    rows={disposals}
    columns={[
      { heading: 'Day', names: true, cell: ({ disposedOn }) => shortDay(disposedOn) },
      { heading: 'What', cell: ({ kind, count }) => countedAs(kind, count) },
      { heading: 'Rows', number: true, cell: ({ rows }) => String(rows) },
      { heading: 'Rule', cell: ({ rule }) => rule },
      { heading: 'Why, and who', cell: ({ why, by }) => `${why} (${by})` },
    ]}
    empty="Nothing yet"
  />
)
