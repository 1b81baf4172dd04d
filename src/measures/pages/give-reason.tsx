/** Says why a child is past a clock, who owns it and what comes next: by whoever works with the child, without waiting for a meeting. */
import { findChildAt } from '../../people/reach-store.ts'
import { longDay } from '../../terms/day.ts'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Select, Textarea } from '../../web/fields.tsx'
import { oneOf, onDay, Refused, text } from '../../web/form.ts'
import { type Asked, page } from '../../web/page.tsx'
import { nameOf } from '../case-list.ts'
import { clocksOfRun } from '../clocks-of-run.ts'
import { doingOf } from '../doing.ts'
import { listExceptions } from '../exceptions.ts'
import { historyOfRun } from '../kept-history.ts'
import { addReason } from '../reason-store.ts'
import { NEVER_IN_TIME, noteMissing, REASON } from '../reason.ts'
import { findRunAsAt } from '../run-store.ts'
import { weekOf } from '../week.ts'

async function load({ db, params, today }: Asked) {
  const child = await findChildAt(db, params['address']!)
  const run = await findRunAsAt(db, today)
  if (!run) return { child, name: child.personRef, rows: [], asAt: null }
  const history = await historyOfRun(db, run)
  const own = new Map(Object.entries(run.settings))
  const running = await clocksOfRun(db, run, history)
  const clocks = running.filter(({ one }) => one.personId === child.personRef)
  const { rows } = await listExceptions(db, { history, own, clocks, on: today, week: weekOf(today) })
  return { child, name: nameOf(history, child.personRef), rows, asAt: run.asAt }
}

export const giveReason = page({
  path: '/children/:address/reason',
  may: 'give-reasons',
  section: 'Children',
  load,
  looks: ({ child }) => ({ what: 'child-reason', children: [child.childId] }),
  title: () => 'Say why something is late',
  breadcrumbs: ({ child }) => [
    { text: 'Children', href: '/children' },
    { text: 'The child', href: `/children/${child.address}` },
  ],
  form: {
    case: text({ missing: 'Select what is late' }),
    reason: oneOf(REASON, 'Select a reason'),
    note: text({ max: 2000 }),
    owner: text({ max: 200 }),
    nextStep: text({ max: 1000 }),
    review: onDay(),
  },
  view: ({ name, child, rows, asAt }, form) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading caption={name}>Say why something is late</Heading>
      <p class="govuk-body">
        {NEVER_IN_TIME} {asAt && `Records to ${longDay(asAt)}.`}
      </p>
      {rows.length === 0 ? (
        <Empty title="Nothing is past its day for this child">
          <a class="govuk-link" href={`/children/${child.address}`}>
            Back to the child
          </a>
        </Empty>
      ) : (
        <form method="post" novalidate>
          <Select
            name="case"
            label="What is late"
            blank="Select"
            options={rows.map(({ clock, due, what, over }) => ({
              value: `${clock} ${due}`,
              text: `${what}, due ${longDay(due)}, ${over} days over`,
            }))}
            form={form.start({ case: rows.length === 1 ? `${rows[0]!.clock} ${rows[0]!.due}` : null })}
          />
          <Radios name="reason" legend="Reason" options={REASON} small form={form} />
          <Textarea name="note" label="Note" rows={3} form={form} />
          <Input name="owner" label="Who sees to it" width={20} form={form} />
          <Input name="nextStep" label="Next step" form={form} />
          <DayInput name="review" label="Review on" form={form} />
          <Button>Keep the reason</Button>
        </form>
      )}
    </>
  ),
  async save(asked, { child, rows }, { case: late, review, ...given }) {
    const row = rows.find(({ clock, due }) => `${clock} ${due}` === late)
    if (!row) throw new Refused([{ field: 'case', text: 'Select one of the things that are late' }])
    const missing = noteMissing(given.reason, given.note)
    if (missing !== null) throw new Refused([{ field: 'note', text: missing }])
    if (review !== null && review < asked.today)
      throw new Refused([{ field: 'review', text: 'Enter a day for the review that is still to come' }])
    const key = { childId: child.childId, clock: row.clock, due: row.due }
    await addReason(asked.db, doingOf(asked), key, { ...given, review }, null)
    return `/children/${child.address}`
  },
})
