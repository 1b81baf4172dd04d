/** A post: who holds it and held it, and appointing the next one from a day. */
import { type Day, longDay } from '../../terms/day.ts'
import { PERMISSION, ROLE, ROLE_NAME } from '../../terms/permission.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Radios, Select } from '../../web/fields.tsx'
import { idOf, maybeOneOf, onDay, Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { findPostHeld, listColleagues, type PostHeld } from '../appointment-store.ts'
import { appoint, changeRole } from '../appointing.ts'
import { doingOf, holdingsOn, peopleCrumbs, period, ROLE_OPTIONS } from '../people-words.tsx'

export const appointPage = page({
  path: '/people/posts/:id',
  may: 'manage-people',
  section: 'Account',
  load: async ({ db, params, today }) => ({
    post: await findPostHeld(db, Number(params['id'])),
    people: await listColleagues(db, today),
  }),
  title: ({ post }) => `Who holds ${post.title}`,
  breadcrumbs: () => peopleCrumbs,
  form: {
    person: idOf('Select the person'),
    from: onDay({ missing: 'Enter the day from which they hold it' }),
    role: maybeOneOf(ROLE_NAME),
  },
  view: ({ post, people }, form, { today }) => {
    form.start({ from: today })
    return (
      <>
        <ErrorSummary problems={form.problems} />
        <Heading caption={post.organisation}>{post.title}</Heading>
        <AsItIs post={post} today={today} />
        <form method="post" novalidate>
          <h2 class="govuk-heading-m">Appoint someone</h2>
          <Select
            name="person"
            label="Who?"
            hint="Whoever holds it until then ends the day before"
            blank="Select a person"
            options={people.map(one => ({ value: one.personId, text: `${one.name}, ${one.email}` }))}
            form={form}
          />
          <DayInput name="from" label="From" form={form} />
          {post.role === null && (
            <Radios name="role" legend="What may its holder do?" options={ROLE_OPTIONS} form={form} small />
          )}
          <Button>Appoint</Button>
        </form>
        <p class="govuk-body">
          Is the person not in the list?{' '}
          <a class="govuk-link" href="/people/add">
            Add them first
          </a>
          .
        </p>
        <History post={post} today={today} />
      </>
    )
  },
  async save(asked, { post, people }, { person, from, role }) {
    if (!people.some(one => one.personId === person))
      throw new Refused([{ field: 'person', text: 'Select the person from the list' }])
    if (post.role === null) {
      if (role === null) throw new Refused([{ field: 'role', text: 'Select what its holder may do' }])
      await changeRole(asked.db, doingOf(asked), post.postId, role)
    }
    await appoint(asked.db, doingOf(asked), { postId: post.postId, personId: person, from: from! })
    return '/people'
  },
})

const AsItIs = ({ post, today }: { post: PostHeld; today: Day }) => {
  const now = holdingsOn(post.holdings, today)
  return (
    <SummaryList
      rows={[
        {
          key: 'Held by',
          value: now.length === 0 ? 'Vacant' : now.map(one => `${one.name}, since ${longDay(one.from)}`).join('; '),
        },
        {
          key: 'Its holder may',
          value: post.role
            ? `${ROLE[post.role].name}: ${ROLE[post.role].may.map(permission => PERMISSION[permission]).join('. ')}`
            : 'Not chosen yet',
          change: `/people/posts/${post.postId}/role`,
        },
      ]}
    />
  )
}

const History = ({ post, today }: { post: PostHeld; today: Day }) => (
  <Table
    caption="Who has held it"
    rows={post.holdings}
    columns={[
      { heading: 'Name', names: true, cell: one => one.name },
      { heading: 'From and to', cell: period },
      {
        heading: 'End it',
        cell: one =>
          (one.to === null || one.to >= today) && (
            <a class="govuk-link" href={`/people/holdings/${one.postHoldingId}/end`}>
              End<span class="govuk-visually-hidden"> what {one.name} holds</span>
            </a>
          ),
      },
    ]}
    empty="Nobody has held it yet"
  />
)
