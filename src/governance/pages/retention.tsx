/** For the data protection officer: how long what is kept, who is due for review, what is on hold, and what was disposed of. */
import { shortDay } from '../../terms/day.ts'
import { TABLE } from '../../children/table-words.ts'
import type { TableName } from '../../children/records.ts'
import { listLooks } from '../../store/look.ts'
import { Button, Empty, Heading, InsetText, WarningText } from '../../web/components.tsx'
import { ErrorSummary, Hidden, Input, Radios, Textarea } from '../../web/fields.tsx'
import { idOf, oneOf, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { KINDS, periodsOf } from '../retention.ts'
import {
  addHold,
  disposeOfDue,
  findChildByAddress,
  findChildByRef,
  liftHold,
  listDisposals,
  listDue,
  listHeldOf,
  listHolds,
  listPeriods,
  listReasonsOf,
  setPeriod,
} from '../retention-store.ts'

const crumbs = () => [{ text: 'Retention', href: '/retention' }]
const common = { may: 'read-record', section: 'Account', asksAgain: true } as const

export const retentionPage = page({
  ...common,
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
  looks: ({ due, holds }) => ({
    what: 'retention-review',
    children: holds.length + due.length === 0 ? [] : due.map(({ childId }) => childId),
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
  ...common,
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

const HELD = { child: 'What is held of one child', everything: 'Everything that is held of anybody' } as const

export const legalHoldPage = page({
  ...common,
  path: '/retention/hold',
  load: async () => null,
  title: () => 'Add a legal hold',
  breadcrumbs: crumbs,
  form: {
    of: oneOf(HELD, 'Select what it keeps'),
    child: text({ max: 100 }),
    reason: text({ max: 1000, missing: 'Enter the reason' }),
  },
  view: (_loaded, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add a legal hold</Heading>
      <Radios name="of" legend="What does it keep?" options={HELD} form={form} />
      <Input
        name="child"
        label="Number of the child in the case system"
        hint="For a hold on one child"
        width={20}
        form={form}
      />
      <Textarea
        name="reason"
        label="Reason"
        hint="The inquiry, claim or investigation; no name of a child"
        rows={3}
        form={form}
      />
      <Button>Add it</Button>
    </form>
  ),
  async save({ db, person, today }, _loaded, { of, child, reason }) {
    const found = of === 'everything' ? null : await findChildByRef(db, child)
    if (of === 'child' && !found) throw new Refused([{ field: 'child', text: 'No child is held by that number' }])
    await addHold(db, person, today, { childId: found?.childId ?? null, reason })
    return '/retention'
  },
})

export const liftHoldPage = page({
  ...common,
  path: '/retention/lift',
  load: async ({ db }) => (await listHolds(db)).filter(({ liftedOn }) => liftedOn === null),
  title: () => 'Lift a legal hold',
  breadcrumbs: crumbs,
  form: { hold: idOf('Enter the number of the hold'), why: text({ max: 1000, missing: 'Enter why it is lifted' }) },
  view: (_holds, form, { query }) => {
    form.start({ hold: query.get('hold') ?? '' })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Lift a legal hold</Heading>
        <Input name="hold" label="Number of the hold" width={5} inputmode="numeric" form={form} />
        <Textarea name="why" label="Why?" rows={3} form={form} />
        <Button>Lift it</Button>
      </form>
    )
  },
  async save({ db, person, today }, _holds, { hold, why }) {
    if (!(await liftHold(db, person, today, hold, why)))
      throw new Refused([{ field: 'hold', text: 'There is no such hold in force' }])
    return '/retention'
  },
})

export const disposePage = page({
  ...common,
  path: '/retention/dispose',
  load: async ({ db, today }) => (await listDue(db, today)).filter(({ isHeld }) => !isHeld),
  title: () => 'Dispose of what is held',
  breadcrumbs: crumbs,
  looks: due => ({ what: 'disposal', children: due.map(({ childId }) => childId) }),
  form: {
    shown: text({ max: 2_000_000 }),
    why: text({ max: 1000, missing: 'Enter who reviewed it and why it may go' }),
  },
  view: (due, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Dispose of all that is held of {due.length === 1 ? '1 child' : `${due.length} children`}</Heading>
      <WarningText>It cannot be undone. Backups made before still hold it until they are gone too.</WarningText>
      <p class="govuk-body">{due.map(({ personRef }) => personRef).join(', ')}</p>
      <Hidden name="shown" value={due.map(({ childId }) => childId).join(' ')} />
      <Textarea name="why" label="Who reviewed it, and why may it go?" rows={3} form={form} />
      <Button kind="warning">Dispose of it</Button>
    </form>
  ),
  async save({ db, person, today }, _due, { shown, why }) {
    const these = shown
      .split(' ')
      .filter(one => /^\d{1,9}$/.test(one))
      .map(Number)
    const gone = await disposeOfDue(db, person, today, { shown: these, why })
    if (gone === 0) throw new Refused([{ field: null, text: 'Nothing is due that was shown: look at the list again' }])
    return '/retention'
  },
})

export const copyOfChildPage = page({
  ...common,
  path: '/retention/copy',
  async load({ db, query }) {
    const address = query.get('child')
    if (address === null) return null
    const child = await findChildByAddress(db, address)
    const [held, reasons, looks] = [
      await listHeldOf(db, child.childId),
      await listReasonsOf(db, child.childId),
      await listLooks(db, child.childId, 10_000),
    ]
    return { child, held, reasons, looks }
  },
  title: () => 'What we hold of a child',
  breadcrumbs: crumbs,
  looks: loaded => (loaded ? { what: 'subject-access', children: [loaded.child.childId] } : null),
  form: { child: text({ max: 100, missing: 'Enter the number' }) },
  view: (loaded, form, { today }) =>
    loaded === null ? (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>What we hold of a child</Heading>
        <Input name="child" label="Number of the child in the case system" width={20} form={form} />
        <Button>Show it</Button>
      </form>
    ) : (
      <>
        <Heading caption={`As at ${shortDay(today)}`}>All that is held of {loaded.child.personRef}</Heading>
        <InsetText>
          Look for what tells of other people before it is handed over. Print it, or save it as a PDF.
        </InsetText>
        {[...Map.groupBy(loaded.held, ({ kind }) => kind)].map(([kind, rows]) => (
          <section>
            <h2 class="govuk-heading-m">{TABLE[kind as TableName] ?? kind}</h2>
            {rows.map(({ row, from, to }) => (
              <p class="govuk-body">
                {inWords(row)}{' '}
                <span class="govuk-hint">
                  Known from {shortDay(from)}
                  {to ? ` to ${shortDay(to)}` : ''}
                </span>
              </p>
            ))}
          </section>
        ))}
        <h2 class="govuk-heading-m">What was said here</h2>
        {loaded.reasons.map(said => (
          <p class="govuk-body">
            {shortDay(said.saidOn)}: {[said.reason, said.note, said.nextStep].filter(Boolean).join('. ')}
          </p>
        ))}
        <Table
          caption="Who has looked"
          rows={loaded.looks}
          columns={[
            { heading: 'When', names: true, cell: ({ at }) => at.toISOString().slice(0, 16).replace('T', ' ') },
            { heading: 'Post', cell: ({ post }) => post ?? '' },
            { heading: 'What', cell: ({ what }) => what },
          ]}
          empty="Nobody"
        />
      </>
    ),
  async save({ db }, _loaded, { child }) {
    const found = await findChildByRef(db, child)
    if (!found) throw new Refused([{ field: 'child', text: 'No child is held by that number' }])
    return `/retention/copy?child=${found.address}`
  },
})

/** `cpPlanId: 12; startOn: 2026-01-02`, without what is empty. */
const inWords = (row: Record<string, unknown>): string =>
  Object.entries(row)
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => {
      const words = name.replace(/([A-Z])/g, ' $1').toLowerCase()
      return `${words}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`
    })
    .join('; ')

export const retentionPages = [
  retentionPage,
  retentionPeriodPage,
  legalHoldPage,
  liftHoldPage,
  disposePage,
  copyOfChildPage,
]
