/** A post: who holds it and held it, appointing the next one from a day, and letting someone stand in until a day. */
import { type Day, longDay } from '../../terms/day.ts'
import { PERMISSION, permissionsOf, type Role, ROLE, ROLE_NAME, SCOPE } from '../../terms/permission.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { DayInput, ErrorSummary, Input, Radios, Select } from '../../web/fields.tsx'
import { idOf, maybeOneOf, onDay, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { findPostHeld, listColleagues, type PostHeld } from '../appointment-store.ts'
import { appoint, changePlace, letStandIn } from '../appointing.ts'
import { doingOf, holdingsOn, peopleCrumbs, period, ROLE_OPTIONS } from '../people-words.tsx'
import { BASIS } from '../reach.ts'

export const appointPage = page({
  path: '/people/posts/:id',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  load: async ({ db, params, today }) => ({
    post: await findPostHeld(db, Number(params['id'])),
    people: await listColleagues(db, today),
  }),
  title: ({ post }) => `Who holds ${post.title}`,
  breadcrumbs: () => peopleCrumbs,
  form: {
    person: idOf('Select the person'),
    from: onDay({ missing: 'Enter the day from which they hold it' }),
    to: onDay(),
    basis: maybeOneOf(BASIS),
    reason: text({ max: 300 }),
    role: maybeOneOf(ROLE_NAME),
  },
  view: ({ post, people }, form, { today }) => {
    form.start({ from: today, basis: 'holds' })
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
            blank="Select a person"
            options={people.map(one => ({ value: one.personId, text: `${one.name}, ${one.email}` }))}
            form={form}
          />
          <Radios name="basis" legend="How?" options={HOW} form={form} small />
          <DayInput name="from" label="From" form={form} />
          <DayInput
            name="to"
            label="Last day"
            hint="For cover, for a delegation, and for an inspector: then it ends by itself"
            form={form}
          />
          <Input name="reason" label="Why do they stand in?" hint="For cover and delegation only" form={form} />
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
  async save(asked, { post, people }, { person, from, to, basis, reason, role }) {
    if (!people.some(one => one.personId === person))
      throw new Refused([{ field: 'person', text: 'Select the person from the list' }])
    if (post.role === null) {
      if (role === null) throw new Refused([{ field: 'role', text: 'Select what its holder may do' }])
      await changePlace(asked.db, doingOf(asked), post.postId, { role })
    }
    const given = { postId: post.postId, personId: person, from: from! }
    if (basis === null || basis === 'holds') await appoint(asked.db, doingOf(asked), { ...given, to })
    else if (to === null) throw new Refused([{ field: 'to', text: 'Enter the last day on which they stand in' }])
    else await letStandIn(asked.db, doingOf(asked), { ...given, to, basis, reason })
    return '/people'
  },
})

const HOW = [
  { value: 'holds', text: 'The post is theirs', hint: 'Whoever holds it until then ends the day before' },
  { value: 'covers', text: 'They cover while its holder is away', hint: 'They see the children its holder sees' },
  { value: 'delegated', text: 'Its holder delegates it to them', hint: 'Both may act in it' },
]

const AsItIs = ({ post, today }: { post: PostHeld; today: Day }) => {
  const now = holdingsOn(post.holdings, today)
  return (
    <SummaryList
      rows={[
        { key: 'Title', value: post.title, change: `/people/posts/${post.postId}/title` },
        {
          key: 'Held by',
          value: now.length === 0 ? 'Vacant' : now.map(one => `${one.name}, since ${longDay(one.from)}`).join('; '),
        },
        {
          key: 'Its holder may',
          value: post.role ? <RoleInFull role={post.role} /> : 'Not chosen yet',
          change: `/people/posts/${post.postId}/role`,
        },
        { key: 'Reaches', value: reachesIn(post) },
        { key: 'Team', value: post.team ?? 'None', change: `/people/posts/${post.postId}/role` },
        { key: 'Service', value: post.service || 'None', change: `/people/posts/${post.postId}/role` },
      ]}
    />
  )
}

const RoleInFull = ({ role }: { role: Role }) => (
  <>
    {ROLE[role].name}
    <ul class="govuk-list govuk-list--bullet gt-tight">
      {permissionsOf(role).map(permission => (
        <li>{PERMISSION[permission]}</li>
      ))}
    </ul>
  </>
)

/** In words, with what is still missing before it reaches anyone. */
function reachesIn({ role, team, service }: PostHeld): string {
  if (role === null) return 'Not chosen yet'
  const { scope } = ROLE[role]
  if (scope === 'service' && service === '') return 'No child yet: it names no service'
  if (scope === 'team' && team === null) return 'No child yet: it is in no team'
  return SCOPE[scope]
}

const History = ({ post, today }: { post: PostHeld; today: Day }) => (
  <Table
    caption="Who has held it"
    rows={post.holdings}
    columns={[
      { heading: 'Name', names: true, cell: one => one.name },
      { heading: 'From and to', cell: period },
      { heading: 'How', cell: one => BASIS[one.basis] },
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
