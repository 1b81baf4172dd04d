/** Change what a post's holder may do, and the team or service by which it reaches children. It holds from the next page they open. */
import { changeToPutBack } from '../../store/change.ts'
import { ROLE_NAME } from '../../terms/permission.ts'
import { changedParts, Changes } from '../../web/changes.tsx'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Radios, Textarea } from '../../web/fields.tsx'
import { oneOf, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findPostHeld } from '../appointment-store.ts'
import { changePlace, listPlaceChanges, type PlaceBefore } from '../appointing.ts'
import { doingOf, peopleCrumbs, ROLE_OPTIONS } from '../people-words.tsx'
import type { Team } from '../team.ts'
import { listServices, listTeams } from '../team-store.ts'
import { PlaceFields, placeGiven } from './place-fields.tsx'

export const postRolePage = page({
  path: '/people/posts/:id/role',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  async load({ db, params, query, today }) {
    const post = await findPostHeld(db, Number(params['id']))
    const changes = await listPlaceChanges(db, post.postId)
    const [teams, services] = [await listTeams(db, today), await listServices(db)]
    return { post, teams, services, changes, back: changeToPutBack(changes, query) }
  },
  title: ({ post }) => `What ${post.title} may do`,
  breadcrumbs: ({ post }) => [...peopleCrumbs, { text: post.title, href: `/people/posts/${post.postId}` }],
  form: {
    role: oneOf(ROLE_NAME, 'Select what its holder may do'),
    team: text({ max: 9 }),
    service: text({ max: 120 }),
    why: text({ max: 1000 }),
  },
  view: ({ post, teams, services, changes, back }, form) => {
    const { role, teamId, service } = back?.was ?? post
    form.start({ role, service, team: teamId === null ? null : String(teamId) })
    return (
      <>
        <form method="post" novalidate>
          <ErrorSummary problems={form.problems} />
          <Heading caption={post.title}>{back ? 'Put back what its holder may do' : 'What may its holder do?'}</Heading>
          <Radios name="role" legend="Role" options={ROLE_OPTIONS} form={form} small />
          <PlaceFields teams={teams} services={services} form={form} />
          <Textarea name="why" label="Why is it changed?" rows={2} form={form} />
          <Button>Save</Button>
        </form>
        <Changes
          changes={changes}
          inWords={(was, becomes) => changedParts(PLACE, was, becomes, (part, of) => placePart(part, of, teams))}
          href={`/people/posts/${post.postId}/role`}
        />
      </>
    )
  },
  async save(asked, { post: { postId }, teams, services }, { role, why, ...place }) {
    await changePlace(asked.db, doingOf(asked), postId, { role, ...placeGiven(place, teams, services) }, why)
    return `/people/posts/${postId}`
  },
})

const PLACE: Record<keyof PlaceBefore, string> = { role: 'Role', teamId: 'Team', service: 'Service' }

function placePart(part: keyof PlaceBefore, { role, teamId, service }: PlaceBefore, teams: Team[]): string {
  if (part === 'role') return role === null ? 'none' : ROLE_NAME[role]
  return (part === 'service' ? service : teams.find(team => team.teamId === teamId)?.name) || 'none'
}
