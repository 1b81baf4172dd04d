/** The review of what is due of a kind and not on hold, and its disposal. */
import { shortDay } from '../../terms/day.ts'
import { NotFound } from '../../store/not-found.ts'
import { Button, Empty, Heading, WarningText } from '../../web/components.tsx'
import { ErrorSummary, Hidden, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { KIND, type Reviewed, ruleOf } from '../retention.ts'
import { findPeriod } from '../retention-store.ts'
import { disposeOfDue, type Due, listDue } from '../review-store.ts'
import { crumbs, forOfficer } from './retention-officer.ts'
import { countedAs } from './retention-words.ts'

const OF: Record<Reviewed, { heading: string; last: string; goes: string }> = {
  children: {
    heading: 'Number in the case system',
    last: 'Last worked with',
    goes: 'Every row of their records in every load, their allocations, the cases behind figures, reasons given for them and lines of closed meetings.',
  },
  meetings: {
    heading: 'Team or service',
    last: 'Held',
    goes: 'Who was there, what was minuted, and the lines of the children who stood in it. Reasons given there stay with the child.',
  },
  files: {
    heading: 'File',
    last: 'Added',
    goes: 'What is in them, and their names. That there was a file, and that it was disposed of, stays with the evidence.',
  },
  staff: {
    heading: 'Name',
    last: 'Last day of their last post',
    goes: 'Their e-mail address, passwords, apps, passkeys, codes, links to the directory, invitations, sessions and saved views. Their name and the posts they held stay, for the record of who did what.',
  },
}
const isReviewed = (kind: string): kind is Reviewed => Object.hasOwn(OF, kind)

export const disposePage = page({
  ...forOfficer,
  path: '/retention/dispose',
  async load({ db, today, query }) {
    const kind = query.get('kind') ?? 'children'
    if (!isReviewed(kind)) throw new NotFound('kind of record')
    const due = await listDue(db, kind, today)
    return {
      kind,
      due: due.filter(({ isHeld }) => !isHeld),
      held: due.length,
      rule: ruleOf(await findPeriod(db, kind)),
    }
  },
  title: () => 'Dispose of what is held',
  breadcrumbs: crumbs,
  looks: ({ kind, due }) =>
    kind === 'children' ? { what: 'retention-review', children: due.map(({ id }) => id) } : null,
  form: {
    shown: text({ max: 2_000_000 }),
    why: text({ max: 1000, missing: 'Enter who reviewed it and why it may go' }),
  },
  view: ({ kind, due, held, rule }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={KIND[kind].words}>
        {due.length === 0 ? 'Nothing is due' : `Dispose of what is held of ${countedAs(kind, due.length)}`}
      </Heading>
      <p class="govuk-body">
        Kept: {rule}.{held > due.length && ` On legal hold, and left out here: ${held - due.length}.`}
      </p>
      {due.length === 0 ? (
        <Empty title="Nothing is due">No period is over, or a legal hold keeps what is.</Empty>
      ) : (
        <>
          <ReviewedOnes kind={kind} due={due} />
          <p class="govuk-body">What goes: {OF[kind].goes}</p>
          <WarningText>It cannot be undone. Backups made before still hold it until they are gone too.</WarningText>
          <Hidden name="shown" value={due.map(({ id }) => id).join(' ')} />
          <Textarea name="why" label="Who reviewed it, and why may it go?" rows={3} form={form} />
          <Button kind="warning">Dispose of it</Button>
        </>
      )}
    </form>
  ),
  async save({ db, person, today }, { kind }, { shown, why }) {
    const these = shown
      .split(' ')
      .filter(one => /^\d{1,9}$/.test(one))
      .map(Number)
    const gone = await disposeOfDue(db, person, today, { kind, shown: these, why })
    if (gone === 0) throw new Refused([{ field: null, text: 'Nothing is due that was shown: look at the list again' }])
    return '/retention'
  },
})

const ReviewedOnes = ({ kind, due }: { kind: Reviewed; due: Due[] }) => (
  <Table
    caption={countedAs(kind, due.length)}
    rows={due}
    columns={[
      { heading: OF[kind].heading, names: true, cell: ({ name }) => name },
      { heading: OF[kind].last, cell: ({ lastOn }) => shortDay(lastOn) },
    ]}
    empty=""
  />
)
