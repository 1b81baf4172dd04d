/** Add a post, of an organisation that is known or a new one, with what its holder may do. */
import { ROLE_NAME } from '../../terms/permission.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Radios, Select } from '../../web/fields.tsx'
import { maybeOneOf, oneOf, Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { listOrganisations } from '../appointment-store.ts'
import { addPostTo } from '../appointing.ts'
import { doingOf, ORGANISATION_KIND, peopleCrumbs, ROLE_OPTIONS } from '../people-words.tsx'
import { listServices, listTeams } from '../team-store.ts'
import { PlaceFields, placeGiven } from './place-fields.tsx'

export const addPostPage = page({
  path: '/people/posts/add',
  may: 'manage-people',
  section: 'Account',
  asksAgain: 'to-save',
  load: async ({ db, today }) => ({
    organisations: await listOrganisations(db),
    teams: await listTeams(db, today),
    services: await listServices(db),
  }),
  title: () => 'Add a post',
  breadcrumbs: () => peopleCrumbs,
  form: {
    title: text({ max: 200, missing: 'Enter the title of the post' }),
    organisation: text({ max: 9 }),
    newOrganisation: text({ max: 200 }),
    newKind: maybeOneOf(ORGANISATION_KIND),
    role: oneOf(ROLE_NAME, 'Select what its holder may do'),
    team: text({ max: 9 }),
    service: text({ max: 120 }),
  },
  view: ({ organisations, teams, services }, form) => {
    form.start({ organisation: String(organisations[0]?.organisationId ?? '') })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading>Add a post</Heading>
        <Input name="title" label="Title" hint="Such as Head of Assessment" form={form} />
        <Select
          name="organisation"
          label="Organisation"
          blank="Another, named below"
          options={organisations.map(one => ({ value: one.organisationId, text: one.name }))}
          form={form}
        />
        <Input name="newOrganisation" label="Another organisation" form={form} />
        <Select
          name="newKind"
          label="What kind of organisation is it?"
          blank=""
          options={ORGANISATION_KIND}
          form={form}
        />
        <Radios name="role" legend="What may its holder do?" options={ROLE_OPTIONS} form={form} small />
        <PlaceFields teams={teams} services={services} form={form} />
        <Button>Add this post</Button>
      </form>
    )
  },
  async save(asked, { teams, services }, { title, organisation, newOrganisation, newKind, role, ...place }) {
    if (organisation === '' && newOrganisation === '')
      throw new Refused([{ field: 'organisation', text: 'Select the organisation, or name another' }])
    if (organisation === '' && newKind === null)
      throw new Refused([{ field: 'newKind', text: 'Select what kind of organisation it is' }])
    const postId = await addPostTo(asked.db, doingOf(asked), {
      title,
      role,
      ...placeGiven(place, teams, services),
      organisation: organisation === '' ? { name: newOrganisation, kind: newKind! } : Number(organisation),
    })
    return `/people/posts/${postId}`
  },
})
