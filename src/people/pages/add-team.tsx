/** Add a team. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary } from '../../web/fields.tsx'
import { page } from '../../web/page.tsx'
import { listPostsHeld } from '../appointment-store.ts'
import { doingOf, teamCrumbs } from '../people-words.tsx'
import { addTeam, listServices } from '../team-store.ts'
import { TeamFields, teamFields, teamGiven } from './team-form.tsx'

export const addTeamPage = page({
  path: '/people/teams/add',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  load: async ({ db }) => ({ posts: await listPostsHeld(db), services: await listServices(db) }),
  title: () => 'Add a team',
  breadcrumbs: () => teamCrumbs,
  form: teamFields,
  view: ({ posts, services }, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add a team</Heading>
      <TeamFields posts={posts} services={services} form={form} />
      <Button>Add this team</Button>
    </form>
  ),
  async save(asked, { posts, services }, typed) {
    const teamId = await addTeam(asked.db, doingOf(asked), teamGiven(typed, posts, services))
    return `/people/teams/${teamId}`
  },
})
