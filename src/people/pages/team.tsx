/** A team: the posts in it, changing what it is, and what was changed before. */
import { dayInLondon, longDay } from '../../terms/day.ts'
import { PutBack } from '../../web/changes.tsx'
import { Button, Heading, Timeline } from '../../web/components.tsx'
import { ErrorSummary } from '../../web/fields.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { listPostsHeld, type PostHeld } from '../appointment-store.ts'
import { doingOf, teamCrumbs } from '../people-words.tsx'
import type { Team, TeamChange, TeamGiven } from '../team.ts'
import { changeTeam, findTeam, listServices, listTeamChanges } from '../team-store.ts'
import { TeamFields, teamFields, teamGiven } from './team-form.tsx'

export const teamPage = page({
  path: '/people/teams/:id',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  async load({ db, params, query, today }) {
    const team = await findTeam(db, Number(params['id']), today)
    const changes = await listTeamChanges(db, team.teamId)
    const back = changes.find(({ eventId, kind }) => kind === 'change-team' && String(eventId) === query.get('back'))
    return { team, changes, back, posts: await listPostsHeld(db), services: await listServices(db) }
  },
  title: ({ team }) => team.name,
  breadcrumbs: () => teamCrumbs,
  form: teamFields,
  view: ({ team, changes, back, posts, services }, form) => {
    const { name, teamRef, service, managerPostId } = { ...team, ...back?.before }
    form.start({ name, teamRef, service, manager: managerPostId === null ? null : String(managerPostId) })
    return (
      <>
        <ErrorSummary problems={form.problems} />
        <Heading caption={team.service || 'Team'}>{team.name}</Heading>
        <PostsIn team={team} />
        <form method="post" novalidate>
          <h2 class="govuk-heading-m">{back ? 'Put back what it was' : 'Change the team'}</h2>
          <TeamFields posts={posts} services={services} form={form} />
          <Button>Save</Button>
        </form>
        <h2 class="govuk-heading-m">What was changed</h2>
        <Changes team={team} changes={changes} posts={posts} />
      </>
    )
  },
  async save(asked, { team, posts, services }, typed) {
    await changeTeam(asked.db, doingOf(asked), team.teamId, teamGiven(typed, posts, services))
    return `/people/teams/${team.teamId}`
  },
})

const PostsIn = ({ team }: { team: Team }) => (
  <Table
    caption="Posts in this team"
    rows={team.posts}
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
      { heading: 'Held by', cell: post => post.holders.join(', ') || 'Vacant' },
    ]}
    empty="No post is in this team yet. A post is put in it on the page of the post"
  />
)

const FIELD: Record<keyof TeamGiven, string> = {
  name: 'Name',
  teamRef: 'Number in the case system',
  service: 'Service',
  managerPostId: 'Managed by',
}

const Changes = ({ team, changes, posts }: { team: Team; changes: TeamChange[]; posts: PostHeld[] }) => (
  <Timeline
    items={changes.map(change => ({
      title: change.kind === 'add-team' ? 'Added' : 'Changed',
      when: longDay(dayInLondon(change.at)),
      ...(change.by !== null && { by: change.by }),
      children: (
        <>
          <ul class="govuk-list gt-tight">
            {(Object.keys(change.after) as (keyof TeamGiven)[]).map(field => (
              <li>
                {FIELD[field]}: {shown(change.after, field, posts)}
                {field in change.before && `, before ${shown(change.before, field, posts)}`}
              </li>
            ))}
          </ul>
          {change.kind === 'change-team' && <PutBack href={`/people/teams/${team.teamId}`} eventId={change.eventId} />}
        </>
      ),
    }))}
  />
)

function shown(values: Partial<TeamGiven>, field: keyof TeamGiven, posts: PostHeld[]): string {
  const value = values[field]
  if (field === 'managerPostId') return posts.find(post => post.postId === value)?.title ?? 'nobody'
  return String(value || 'none')
}
