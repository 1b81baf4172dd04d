/** Change which posts lead an action. Who led it before stays in its history. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Select, Textarea } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { inWords } from '../asking.ts'
import { addLeads } from '../action-store.ts'
import { doingOf } from '../doing.ts'
import { listPosts } from '../source-store.ts'
import { findAction } from '../store.ts'
import { actionAddress } from '../words.tsx'
import { actionCrumbs, idIn } from './crumbs.ts'
import { refuseOvertaken, Seen, seenField } from './seen.tsx'

const PLACES = ['first', 'second', 'third', 'fourth'] as const

export const changeLeads = page({
  path: '/plan/actions/:id/leads',
  may: 'edit-plan',
  section: 'Plan',
  async load({ db, today, params }) {
    const [action, posts] = await Promise.all([findAction(db, idIn(params), today), listPosts(db, today)])
    return { action, posts }
  },
  title: ({ action }) => `Change who leads action ${action.ref}`,
  breadcrumbs: ({ action }) => actionCrumbs(action),
  form: {
    seen: seenField,
    first: text(),
    second: text(),
    third: text(),
    fourth: text(),
    reason: text({ max: 1000, missing: 'Enter why the lead changes' }),
  },
  view: ({ action, posts }, form) => {
    form.start(Object.fromEntries(PLACES.map((place, index) => [place, String(action.leads[index]?.postId ?? '')])))
    const options = posts.map(post => ({
      value: post.postId,
      text: post.holder ? `${post.title} (${post.holder})` : `${post.title} (vacant)`,
    }))
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={`Action ${action.ref}`}>Change who leads</Heading>
        <Seen of={action.leads} />
        {action.leadText && <p class="govuk-body">The plan says: {action.leadText}</p>}
        <p class="govuk-body">Now: {inWords(action.leads.map(lead => lead.title)) || 'nobody leads it'}</p>
        <Select name="first" label="Answers for the action" blank="Nobody" options={options} form={form} />
        <Select name="second" label="With" blank="Nobody else" options={options} form={form} />
        <Select name="third" label="With" blank="Nobody else" options={options} form={form} />
        <Select name="fourth" label="With" blank="Nobody else" options={options} form={form} />
        <Textarea name="reason" label="Reason" rows={3} form={form} />
        <Button>Save the leads</Button>
      </form>
    )
  },
  async save(asked, { action, posts }, given) {
    const ids = [
      ...new Set(
        PLACES.map(place => given[place])
          .filter(Boolean)
          .map(Number),
      ),
    ]
    if (ids.some(id => !posts.some(post => post.postId === id)))
      throw new Refused([{ field: 'first', text: 'Select posts from the list' }])
    refuseOvertaken(given.seen, action.leads, 'Who leads this action was changed')
    await addLeads(asked.db, doingOf(asked), action.actionId, ids, given.reason)
    return actionAddress(action.actionId)
  },
})
