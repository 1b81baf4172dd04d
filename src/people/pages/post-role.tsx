/** Change what a post's holder may do, and the team or service by which it reaches children. It holds from the next page they open. */
import { ROLE_NAME } from '../../terms/permission.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Radios } from '../../web/fields.tsx'
import { oneOf, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findPostHeld } from '../appointment-store.ts'
import { changePlace } from '../appointing.ts'
import { doingOf, peopleCrumbs, ROLE_OPTIONS } from '../people-words.tsx'
import { listServices, listTeams } from '../team-store.ts'
import { PlaceFields, placeGiven } from './place-fields.tsx'

export const postRolePage = page({
  path: '/people/posts/:id/role',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  load: async ({ db, params, today }) => ({
    post: await findPostHeld(db, Number(params['id'])),
    teams: await listTeams(db, today),
    services: await listServices(db),
  }),
  title: ({ post }) => `What ${post.title} may do`,
  breadcrumbs: ({ post }) => [...peopleCrumbs, { text: post.title, href: `/people/posts/${post.postId}` }],
  form: {
    role: oneOf(ROLE_NAME, 'Select what its holder may do'),
    team: text({ max: 9 }),
    service: text({ max: 120 }),
  },
  view: ({ post: { title, role, teamId, service }, teams, services }, form) => {
    form.start({ role, service, team: teamId === null ? null : String(teamId) })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={title}>What may its holder do?</Heading>
        <Radios name="role" legend="Role" options={ROLE_OPTIONS} form={form} small />
        <PlaceFields teams={teams} services={services} form={form} />
        <Button>Save</Button>
      </form>
    )
  },
  async save(asked, { post: { postId }, teams, services }, { role, ...place }) {
    await changePlace(asked.db, doingOf(asked), postId, { role, ...placeGiven(place, teams, services) })
    return `/people/posts/${postId}`
  },
})
