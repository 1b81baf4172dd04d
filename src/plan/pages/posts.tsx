/** Who is answerable for what: every post that leads, and for one post all that it leads, is late on, or has still to update. */
import { shortDay } from '../../terms/day.ts'
import { may, type Person } from '../../terms/permission.ts'
import { NotFound } from '../../store/not-found.ts'
import { AsAtControl, linkAsAt } from '../../web/as-at.tsx'
import { Button, Empty, Heading, SummaryList } from '../../web/components.tsx'
import { type Asked, page } from '../../web/page.tsx'
import { Stat, Stats } from '../../web/stat.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { type Action, isLate } from '../action.ts'
import { allActions, type Plan } from '../plan.ts'
import { isStale } from '../register.ts'
import { type KnownPost, listHoldings, listPosts } from '../source-store.ts'
import { findCurrentPlanId, findPlanAsAt } from '../store.ts'
import { actionAddress, DeliveryTag, ImpactTag, TimescaleWords } from '../words.tsx'
import { idIn } from './crumbs.ts'
import { PlanNavigation } from './plan-navigation.tsx'

async function load({ db, asAt }: Asked) {
  const planId = await findCurrentPlanId(db, asAt)
  const [plan, posts] = await Promise.all([
    planId === null ? null : findPlanAsAt(db, planId, asAt),
    listPosts(db, asAt),
  ])
  return { plan, posts }
}

const ledBy = (plan: Plan | null, postId: number): Action[] =>
  plan === null ? [] : allActions(plan).filter(action => action.leads.some(lead => lead.postId === postId))

type Answerable = { post: KnownPost; actions: Action[] }

export const postsPage = page({
  path: '/plan/posts',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  load,
  title: () => 'Who leads what',
  view({ plan, posts }, _form, asked) {
    const rows = posts
      .map(post => ({ post, actions: ledBy(plan, post.postId) }))
      .sort((a, b) => b.actions.length - a.actions.length)
    return (
      <>
        <Heading caption={plan?.title}>Who leads what</Heading>
        <PlanNavigation current="posts" asked={asked} />
        <AsAtControl {...asked} />
        <Table
          caption="Posts and what they lead"
          captionHidden
          rows={rows}
          columns={columnsOf(asked)}
          empty={
            <Empty title="No posts yet">
              Posts come in with a plan, or are added under <PeopleAndPosts person={asked.person} />.
            </Empty>
          }
        />
      </>
    )
  },
})

/** A link for those who may add people and appoint them; for others it is only named. */
const PeopleAndPosts = ({ person }: { person: Person }) =>
  may(person, 'manage-people') ? (
    <a class="govuk-link" href="/people">
      People and posts
    </a>
  ) : (
    <>People and posts, by those who may add people</>
  )

const columnsOf = (asked: Asked): Column<Answerable>[] => [
  {
    heading: 'Post',
    names: true,
    cell: ({ post }) => (
      <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, `/plan/posts/${post.postId}`)}>
        {post.title}
      </a>
    ),
  },
  { heading: 'Held by', cell: ({ post }) => post.holder ?? 'Vacant' },
  { heading: 'Organisation', cell: ({ post }) => post.organisation },
  { heading: 'Actions', number: true, cell: ({ actions }) => actions.length },
  {
    heading: 'Open',
    number: true,
    cell: ({ actions }) => actions.filter(action => action.delivery !== 'completed').length,
  },
  { heading: 'Late', number: true, cell: ({ actions }) => actions.filter(action => isLate(action, asked.asAt)).length },
  {
    heading: 'No update for 8 weeks',
    number: true,
    cell: ({ actions }) => actions.filter(action => isStale(action, asked.asAt)).length,
  },
]

export const postPage = page({
  path: '/plan/posts/:id',
  may: 'read-plan',
  section: 'Plan',
  dated: true,
  wide: true,
  async load(asked) {
    const { plan, posts } = await load(asked)
    const post = posts.find(one => one.postId === idIn(asked.params))
    if (!post) throw new NotFound('such post')
    return { post, actions: ledBy(plan, post.postId), holdings: await listHoldings(asked.db, post.postId, asked.asAt) }
  },
  title: ({ post }) => post.title,
  breadcrumbs: () => [
    { text: 'Plan', href: '/plan' },
    { text: 'Leads', href: '/plan/posts' },
  ],
  view: ({ post, actions, holdings }, _form, asked) => (
    <>
      <Heading
        caption={post.organisation}
        actions={
          may(asked.person, 'manage-people') && (
            <Button small kind="secondary" href={`/people/posts/${post.postId}`}>
              Appoint
            </Button>
          )
        }
      >
        {post.title}
      </Heading>
      <AsAtControl {...asked} />
      <Stats>
        <Stat number={actions.length} words="led" />
        <Stat number={actions.filter(action => action.delivery === 'completed').length} words="completed" />
        <Stat number={actions.filter(action => isLate(action, asked.asAt)).length} words="late" tone="bad" />
        <Stat
          number={actions.filter(action => isStale(action, asked.asAt)).length}
          words="without an update for 8 weeks"
        />
      </Stats>
      <Table
        caption="What this post is answerable for"
        rows={[...actions].sort((a, b) => Number(isLate(b, asked.asAt)) - Number(isLate(a, asked.asAt)))}
        columns={[
          {
            heading: 'Ref',
            names: true,
            cell: action => (
              <a class="govuk-link govuk-link--no-visited-state" href={linkAsAt(asked, actionAddress(action.actionId))}>
                {action.ref}
              </a>
            ),
          },
          { heading: 'Action', width: 'wide', cell: action => <span class="gt-clamp">{action.text}</span> },
          {
            heading: 'Part',
            cell: action => (action.leads[0]?.postId === post.postId ? 'Answers for it' : 'With others'),
          },
          { heading: 'Timescale', cell: action => <TimescaleWords action={action} asAt={asked.asAt} /> },
          { heading: 'Delivery', cell: action => <DeliveryTag delivery={action.delivery} /> },
          { heading: 'Impact', cell: action => <ImpactTag impact={action.impact} /> },
          {
            heading: 'Last update',
            width: 'nowrap',
            cell: action => (action.lastUpdateOn ? shortDay(action.lastUpdateOn) : 'None'),
          },
        ]}
        empty={<Empty title="This post leads no action in the plan" />}
      />
      <h2 class="govuk-heading-m">Who has held this post</h2>
      {holdings.length === 0 ? (
        <p class="govuk-body">Nobody yet.</p>
      ) : (
        <SummaryList
          rows={holdings.map(one => ({
            key: one.name,
            value: `${shortDay(one.fromOn)} to ${one.toOn ? shortDay(one.toOn) : 'now'}`,
          }))}
        />
      )}
    </>
  ),
})
