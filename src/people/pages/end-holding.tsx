/** End what someone holds, on a last day, without appointing another: the post is vacant then. */
import { longDay } from '../../terms/day.ts'
import { Button, Heading } from '../../web/components.tsx'
import { DayInput, ErrorSummary } from '../../web/fields.tsx'
import { onDay } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findHolding } from '../appointment-store.ts'
import { endHolding } from '../appointing.ts'
import { doingOf, peopleCrumbs } from '../people-words.tsx'

export const endHoldingPage = page({
  path: '/people/holdings/:id/end',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  load: ({ db, params }) => findHolding(db, Number(params['id'])),
  title: ({ name, title }) => `End ${name} as ${title}`,
  breadcrumbs: ({ postId, title }) => [...peopleCrumbs, { text: title, href: `/people/posts/${postId}` }],
  form: { to: onDay({ missing: 'Enter the last day' }) },
  view: ({ name, title, from, to }, form, { today }) => {
    form.start({ to: to ?? today })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={title}>When does {name} leave this post?</Heading>
        <p class="govuk-body gt-measure">
          {name} holds it since {longDay(from)}. What the post leads stays with it, and it is vacant until someone is
          appointed.
        </p>
        <DayInput name="to" label="Last day" form={form} />
        <Button>End it</Button>
      </form>
    )
  },
  async save(asked, { postHoldingId, postId }, { to }) {
    await endHolding(asked.db, doingOf(asked), postHoldingId, to!)
    return `/people/posts/${postId}`
  },
})
