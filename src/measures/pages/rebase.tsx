/** Begin a measure's series anew from a day, because something changed for good: limits are worked out afresh, and what went before stays. */
import { shortDay } from '../../terms/day.ts'
import { Button, Heading, InsetText, SummaryList } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { doingOf } from '../doing.ts'
import { findSettable } from '../settable.ts'
import { addRebase, findRebase, listRebases, withdrawRebase } from '../target-store.ts'
import { crumbsOf, targetsAddress } from './measures-navigation.tsx'

export const addRebasePage = page({
  path: '/measures/rebases/add',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, query }) {
    const measure = await findSettable(db, query.get('measure') ?? '')
    return { measure, rebases: await listRebases(db, measure.id) }
  },
  title: ({ measure }) => `Begin ${measure.name} anew`,
  breadcrumbs: ({ measure }) => crumbsOf(measure),
  form: {
    from: onDay({ missing: 'Enter the day from which it begins anew' }),
    reason: text({ max: 1000, missing: 'Enter what changed' }),
    approver: text({ max: 200, missing: 'Enter who approved it' }),
  },
  view: ({ measure }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={measure.name}>Begin the series anew</Heading>
      <InsetText>
        Only where you know what changed the way children are served or counted, and when. The average and its limits
        are then worked out afresh from that day; the figures before it stay on the chart with theirs.
      </InsetText>
      <DayInput
        name="from"
        label="From"
        hint="The end of the first month or period that is different, such as 30/04/2026"
        form={form}
      />
      <Textarea name="reason" label="What changed?" rows={3} form={form} />
      <Input name="approver" label="Approved by" hint="A board, or a post" form={form} />
      <Button>Begin it anew</Button>
    </form>
  ),
  async save(asked, { measure, rebases }, { from, reason, approver }) {
    if (from! > asked.today) throw new Refused([{ field: 'from', text: 'Enter a day that has come: nobody knows yet' }])
    if (rebases.some(one => one.from === from && one.withdrawn === null))
      throw new Refused([{ field: 'from', text: 'It begins anew on that day already' }])
    await addRebase(asked.db, doingOf(asked), measure.id, { from: from!, reason, approver })
    return targetsAddress(measure.id)
  },
})

export const withdrawRebasePage = page({
  path: '/measures/rebases/:id/withdraw',
  may: 'set-measures',
  section: 'Measures',
  async load({ db, params }) {
    const rebase = await findRebase(db, Number(params['id']))
    return { rebase, measure: await findSettable(db, rebase.measure) }
  },
  title: ({ measure }) => `Withdraw a new beginning of ${measure.name}`,
  breadcrumbs: ({ measure }) => crumbsOf(measure),
  form: {
    why: text({ max: 1000, missing: 'Enter why it is withdrawn' }),
    approver: text({ max: 200, missing: 'Enter who approved that' }),
  },
  view: ({ rebase, measure }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading caption={measure.name}>Withdraw a new beginning</Heading>
      <SummaryList
        rows={[
          { key: 'From', value: shortDay(rebase.from) },
          { key: 'Reason', value: rebase.reason },
          { key: 'Said', value: `${shortDay(rebase.said)}, ${rebase.saidBy}` },
        ]}
      />
      <Textarea name="why" label="Why is it withdrawn?" rows={3} form={form} />
      <Input name="approver" label="Approved by" form={form} />
      <Button>Withdraw it</Button>
    </form>
  ),
  async save(asked, { rebase, measure }, given) {
    if (rebase.withdrawn) throw new Refused([{ field: null, text: 'This was withdrawn already' }])
    await withdrawRebase(asked.db, doingOf(asked), rebase, given)
    return targetsAddress(measure.id)
  },
})
