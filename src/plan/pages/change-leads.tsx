/** Change which posts lead an action. Who led it before stays in its history. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Select, Textarea } from '../../web/fields.tsx'
import { type Field, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import type { Action } from '../action.ts'
import { inWords } from '../asking.ts'
import { addLeads } from '../action-store.ts'
import { doingOf } from '../doing.ts'
import { findActionToChange } from '../in-force.ts'
import { listPosts } from '../source-store.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'
import { refuseOvertaken, Seen, seenField } from './seen.tsx'

/** A form has a place for each post that leads and for one more, four at least and as many as there are names here at most. */
const FEWEST = 4
const PLACES = ['first', 'second', 'third', 'fourth', ...Array.from({ length: 26 }, (_, at) => `place-${at + 5}`)]
const LED_BY = Object.fromEntries(PLACES.map((place): [string, Field<string>] => [place, text()]))
const placesFor = ({ leads }: Action) => PLACES.slice(0, Math.max(FEWEST, leads.length + 1))

export const changeLeads = page({
  path: '/plan/actions/:id/leads',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, params }) {
    const [action, posts] = await Promise.all([findActionToChange(db, idIn(params), today), listPosts(db, today)])
    const ended = action.leads.filter(lead => !posts.some(post => post.postId === lead.postId))
    const choices = posts.map(post => ({
      value: post.postId,
      text: post.holder ? `${post.title} (${post.holder})` : `${post.title} (vacant)`,
    }))
    return { action, options: [...choices, ...ended.map(lead => ({ value: lead.postId!, text: lead.title }))] }
  },
  title: ({ action }) => `Change who leads action ${action.ref}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: {
    seen: seenField,
    ...LED_BY,
    reason: text({ max: 1000, missing: 'Enter why the lead changes' }),
  },
  view: ({ action, options }, form) => {
    form.start(Object.fromEntries(PLACES.map((place, index) => [place, String(action.leads[index]?.postId ?? '')])))
    const [first, ...others] = placesFor(action)
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={`Action ${action.ref}`}>Change who leads</Heading>
        <Seen of={action.leads} />
        {action.leadText && <p class="govuk-body">The plan says: {action.leadText}</p>}
        <p class="govuk-body">Now: {inWords(action.leads.map(lead => lead.title)) || 'nobody leads it'}</p>
        <Select name={first!} label="Answers for the action" blank="Nobody" options={options} form={form} />
        {others.map(place => (
          <Select name={place} label="With" blank="Nobody else" options={options} form={form} />
        ))}
        <Textarea name="reason" label="Reason" rows={3} form={form} />
        <Button>Save the leads</Button>
      </form>
    )
  },
  async save(asked, { action, options }, given) {
    const places: Record<string, string> = given
    const named = PLACES.map(place => places[place] ?? '').filter(Boolean)
    const ids = [...new Set(named.map(Number))]
    if (ids.some(id => !options.some(({ value }) => value === id)))
      throw new Refused([{ field: 'first', text: 'Select posts from the list' }])
    refuseOvertaken(given.seen, action.leads, 'Who leads this action was changed')
    await addLeads(asked.db, doingOf(asked), action.actionId, ids, given.reason)
    return actionAddress(action.actionId)
  },
})
