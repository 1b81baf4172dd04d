/** People and posts: everyone who works here, every post and who holds it, and what each role may do. */
import { PERMISSION, permissionsOf, ROLE, type Role, SCOPE } from '../../terms/permission.ts'
import { type Day, shortDay } from '../../terms/day.ts'
import { Button, Empty, Heading, Tag } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { type Colleague, listColleagues, listPostsHeld, type PostHeld, type SignsIn } from '../appointment-store.ts'
import { holdingsOn } from '../people-words.tsx'

const SIGNS_IN: Record<SignsIn, string> = {
  own: 'With their own password',
  'one-time': 'Not yet: has a one-time password',
  not: 'Has no password',
}

export const peoplePage = page({
  path: '/people',
  may: 'manage-people',
  section: 'Account',
  wide: true,
  load: async ({ db, today }) => ({ people: await listColleagues(db, today), posts: await listPostsHeld(db) }),
  title: () => 'People and posts',
  breadcrumbs: () => [{ text: 'Your account', href: '/account' }],
  view: ({ people, posts }, _form, { person, today }) => (
    <>
      <Heading
        actions={
          <>
            <Button small href="/people/add">
              Add a person
            </Button>
            <Button small kind="secondary" href="/people/posts/add">
              Add a post
            </Button>
          </>
        }
      >
        People and posts
      </Heading>
      <AccountNavigation current="/people" person={person} />
      <p class="govuk-body gt-measure">
        A post leads actions and says what its holder may do. When someone leaves, appoint the next one: what the post
        leads stays with it.
      </p>
      <People people={people} own={person.personId} />
      <Table
        caption="Posts"
        rows={posts}
        columns={[
          {
            heading: 'Post',
            names: true,
            cell: post => (
              <a class="govuk-link govuk-link--no-visited-state" href={`/people/posts/${post.postId}`}>
                {post.title}
              </a>
            ),
          },
          { heading: 'Organisation', cell: post => post.organisation },
          { heading: 'Held by', cell: post => <HeldBy post={post} today={today} /> },
          { heading: 'Role', cell: post => (post.role ? ROLE[post.role].name : 'Not chosen yet') },
        ]}
        empty={<Empty title="No posts yet">Add the first, or bring in a plan that names them.</Empty>}
      />
      <Table
        caption="What each role may do"
        rows={Object.keys(ROLE) as Role[]}
        columns={[
          { heading: 'Role', names: true, cell: role => ROLE[role].name },
          { heading: 'Reaches', cell: role => SCOPE[ROLE[role].scope] },
          {
            heading: 'Its holder may',
            width: 'wide',
            cell: role => (
              <ul class="govuk-list gt-tight">
                {permissionsOf(role).map(permission => (
                  <li>{PERMISSION[permission]}</li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </>
  ),
})

const People = ({ people, own }: { people: Colleague[]; own: number }) => (
  <Table
    caption="People"
    rows={people}
    columns={[
      {
        heading: 'Name',
        names: true,
        cell: ({ personId, name }) => (
          <a class="govuk-link govuk-link--no-visited-state" href={`/people/${personId}`}>
            {name}
          </a>
        ),
      },
      { heading: 'E-mail address', cell: ({ email }) => email },
      { heading: 'Posts', cell: ({ posts }) => (posts.length > 0 ? posts.join(', ') : 'None') },
      { heading: 'Signs in', cell: ({ signsIn }) => SIGNS_IN[signsIn] },
      {
        heading: 'Password',
        cell: ({ personId, name }) =>
          personId === own ? (
            <Tag colour="blue">You</Tag>
          ) : (
            <a class="govuk-link" href={`/people/${personId}/password`}>
              Set a one-time password<span class="govuk-visually-hidden"> for {name}</span>
            </a>
          ),
      },
    ]}
  />
)

const HeldBy = ({ post, today }: { post: PostHeld; today: Day }) => {
  const now = holdingsOn(post.holdings, today)
  const next = post.holdings.filter(one => one.from > today)
  return (
    <>
      {now.length > 0 ? now.map(one => one.name).join(', ') : 'Vacant'}
      {next.map(one => `; ${one.name} from ${shortDay(one.from)}`)}
    </>
  )
}
