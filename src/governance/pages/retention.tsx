/** For the data protection officer: how long what is kept, who is due for review, what is on hold, and what was disposed of. */
import { shortDay } from '../../terms/day.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { KINDS, periodsOf } from '../retention.ts'
import { listDisposals, listDue, listHolds, listPeriods, setPeriod } from '../retention-store.ts'
import { crumbs, forOfficer } from './retention-officer.ts'

export const retentionPage = page({
  ...forOfficer,
  path: '/retention',
  async load({ db, today }) {
    const [said, due, holds, disposals] = [
      await listPeriods(db),
      await listDue(db, today),
      await listHolds(db),
      await listDisposals(db),
    ]
    return { said, due, holds, disposals }
  },
  title: () => 'Retention',
  looks: ({ due }) => ({
    what: 'retention-review',
    children: due.map(({ childId }) => childId),
  }),
  view: ({ said, due, holds, disposals }) => (
    <>
      <Heading
        actions={
          <>
            <Button small kind="secondary" href="/retention/copy">
              What we hold of a child
            </Button>
            <Button small kind="secondary" href="/retention/hold">
              Add a legal hold
            </Button>
            <Button small kind="secondary" href="/retention/period">
              Change a period
            </Button>
          </>
        }
      >
        Retention
      </Heading>
      <Table
        caption="How long each kind is kept"
        rows={periodsOf(said)}
        columns={[
          { heading: 'Kind', names: true, cell: ({ name }) => KINDS.find(kind => kind.name === name)!.words },
          {
            heading: 'Years',

            cell: ({ years, isOwn }) => (isOwn ? `${years} (the authority’s own)` : String(years)),
          },
          { heading: 'From', cell: ({ name }) => KINDS.find(kind => kind.name === name)!.from },
          { heading: 'Why', cell: ({ name }) => KINDS.find(kind => kind.name === name)!.source },
        ]}
        empty="None"
      />
      <h2 class="govuk-heading-m">Due for review</h2>
      {due.length === 0 ? (
        <Empty title="Nobody is due">No child’s period is over.</Empty>
      ) : (
        <>
          <Table
            caption={due.length === 1 ? '1 child' : `${due.length} children`}
            rows={due}
            columns={[
              { heading: 'Number in the case system', names: true, cell: ({ personRef }) => personRef },
              { heading: 'Last worked with', cell: ({ lastOn }) => shortDay(lastOn) },
              { heading: 'Hold', cell: ({ isHeld }) => (isHeld ? 'On legal hold' : '') },
            ]}
            empty=""
          />
          <Button href="/retention/dispose">Review and dispose</Button>
        </>
      )}
      <h2 class="govuk-heading-m">Legal holds</h2>
      <Table
        caption="Legal holds"
        captionHidden
        rows={holds}
        columns={[
          { heading: 'Of', names: true, cell: ({ personRef }) => personRef ?? 'Everything' },
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
      <h2 class="govuk-heading-m">Disposed of</h2>
      <Table
        caption="Disposed of"
        captionHidden
        rows={disposals}
        columns={[
          { heading: 'Day', names: true, cell: ({ disposedOn }) => shortDay(disposedOn) },
          { heading: 'Children', number: true, cell: ({ children }) => String(children) },
          { heading: 'Rows', number: true, cell: ({ rows }) => String(rows) },
          { heading: 'Rule', cell: ({ rule }) => rule },
          { heading: 'Why, and who', cell: ({ why, by }) => `${why} (${by})` },
        ]}
        empty="Nothing yet"
      />
    </>
  ),
})

export const retentionPeriodPage = page({
  ...forOfficer,
  path: '/retention/period',
  load: async ({ db }) => listPeriods(db),
  title: () => 'Change how long children’s data is kept',
  breadcrumbs: crumbs,
  form: {
    years: text({ max: 3 }),
    why: text({ max: 1000, missing: 'Enter why' }),
  },
  view: (said, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>How long is all that is held of a child kept?</Heading>
      <Input
        name="years"
        label="Years after the council last worked with them"
        hint={`Leave empty to put back what it comes with: ${KINDS[0]!.years}`}
        width={3}
        inputmode="numeric"
        form={form}
      />
      <Textarea name="why" label="Why?" hint="The schedule that says so" rows={3} form={form} />
      <Button>Change it</Button>
      {said.length > 0 && (
        <Table
          caption="What was said before"
          rows={said.toReversed()}
          columns={[
            { heading: 'Day', names: true, cell: ({ saidOn }) => shortDay(saidOn) },
            { heading: 'Years', cell: ({ years }) => (years === null ? 'As it comes' : String(years)) },
            { heading: 'Why, and who', cell: ({ why, by }) => `${why} (${by})` },
          ]}
          empty=""
        />
      )}
    </form>
  ),
  async save({ db, person, today }, _said, { years, why }) {
    if (years !== '' && !/^([1-9]\d?|1[0-4]\d|150)$/.test(years))
      throw new Refused([{ field: 'years', text: 'Enter whole years, 1 to 150' }])
    await setPeriod(db, person, today, { kind: 'children', years: years === '' ? null : Number(years), why })
    return '/retention'
  },
})
