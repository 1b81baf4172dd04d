/** Revise when an action is to be done. The first agreed date stays in sight for ever; who agreed the new one is always asked. */
import { readTimescale } from '../../intake/timescale-reading.ts'
import { Button, Heading, InsetText, SummaryList } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { addTimescale } from '../action-store.ts'
import { doingOf } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'
import { refuseOvertaken, Seen, seenField } from './seen.tsx'

export const reviseTimescale = page({
  path: '/plan/actions/:id/timescale',
  may: 'edit-plan',
  section: 'Plan',
  load: ({ db, today, params }) => findActionToChange(db, idIn(params), today),
  title: action => `Revise the timescale of action ${action.ref}`,
  breadcrumbs: actionCrumbs,
  form: {
    seen: seenField,
    text: text({ max: 2000, missing: 'Enter the timescale' }),
    nextTestOn: onDay(),
    agreedBy: text({ max: 200, missing: 'Enter who agreed it' }),
    agreedOn: onDay({ missing: 'Enter the day it was agreed' }),
    reason: text({ max: 1000, missing: 'Enter why it changes' }),
  },
  view: (action, form, { today }) => {
    form.start({ text: action.timescale.text, nextTestOn: action.timescale.nextTestOn, agreedOn: today })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={`Action ${action.ref}`}>Revise the timescale</Heading>
        <Seen of={[action.timescale, action.revisions]} />
        <SummaryList
          rows={[
            { key: 'First agreed', value: action.firstTimescale.text || 'Not given' },
            { key: 'Now', value: action.timescale.text || 'Not given' },
          ]}
        />
        <InsetText>
          The first agreed timescale stays visible. A later date counts as a slip, whoever agreed it.
        </InsetText>
        <Input
          name="text"
          label="New timescale"
          hint="As the plan would word it: 31 March 2027, September 2026, Ongoing, On hold until April 2027"
          form={form}
        />
        <DayInput
          name="nextTestOn"
          label="Next tested on"
          hint="For ongoing work: when the board next tests that it still happens. For example, 22/11/2026"
          form={form}
        />
        <Input name="agreedBy" label="Agreed by" hint="The body or post: Improvement Board" form={form} />
        <DayInput name="agreedOn" label="Agreed on" form={form} />
        <Textarea name="reason" label="Reason" rows={3} form={form} />
        <Button>Save the new timescale</Button>
      </form>
    )
  },
  async save(asked, action, given) {
    const read = readTimescale(given.text)
    if (read.kind === 'unread')
      throw new Refused([
        {
          field: 'text',
          text: 'Enter a month, a date, a range, Ongoing, On hold until or To be confirmed: this could not be read as a timescale',
        },
      ])
    if (given.agreedOn! > asked.today)
      throw new Refused([{ field: 'agreedOn', text: 'The day it was agreed must be today or earlier' }])
    if (given.agreedOn! < action.timescale.agreedOn)
      throw new Refused([
        {
          field: 'agreedOn',
          text: 'The day it was agreed must not be before the day the present timescale was agreed',
        },
      ])
    refuseOvertaken(given.seen, [action.timescale, action.revisions], 'The timescale was revised')
    await addTimescale(asked.db, doingOf(asked), action.actionId, {
      ...read,
      text: given.text,
      nextTestOn: given.nextTestOn,
      agreedOn: given.agreedOn!,
      agreedBy: given.agreedBy,
      reason: given.reason,
    })
    return actionAddress(action.actionId)
  },
})
