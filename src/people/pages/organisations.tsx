/** The council and its partner agencies, and the posts of each; adding one, renaming one, and what each was called before. */
import { changeToPutBack } from '../../store/change.ts'
import { changedParts, Changes } from '../../web/changes.tsx'
import { Button, Empty, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Select, Textarea } from '../../web/fields.tsx'
import { type Form, oneOf, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { addPartner, changeOrganisation, findOrganisation, listOrganisationChanges, listOrganisationsHeld, type OrganisationHeld } from '../organisation-store.ts' // prettier-ignore
import { doingOf, ORGANISATION_KIND, peopleCrumbs } from '../people-words.tsx'

const PATH = '/people/organisations'
const forAppointers = { may: 'manage-people', section: 'Account', asksAgain: 'to-save' } as const
const crumbs = () => [...peopleCrumbs, { text: 'Organisations', href: PATH }]

export const organisationsPage = page({
  path: PATH,
  may: 'manage-people',
  section: 'Account',
  wide: true,
  load: ({ db }) => listOrganisationsHeld(db),
  title: () => 'Organisations',
  breadcrumbs: () => peopleCrumbs,
  view: (organisations, _form, { person }) => (
    <>
      <Heading
        actions={
          <Button small href={`${PATH}/add`}>
            Add an organisation
          </Button>
        }
      >
        Organisations
      </Heading>
      <AccountNavigation current={PATH} person={person} />
      <p class="govuk-body gt-measure">
        Every post belongs to one. A partner’s people update the actions that posts of their own organisation lead.
      </p>
      <Table
        caption="Organisations"
        captionHidden
        rows={organisations}
        columns={[
          {
            heading: 'Organisation',
            names: true,
            cell: ({ organisationId, name }) => (
              <a class="govuk-link govuk-link--no-visited-state" href={`${PATH}/${organisationId}`}>
                {name}
              </a>
            ),
          },
          { heading: 'Kind', cell: ({ kind }) => ORGANISATION_KIND[kind] },
          {
            heading: 'Posts',
            width: 'wide',
            cell: ({ posts }) => posts.map(({ title }) => title).join('; ') || 'None',
          },
        ]}
        empty={<Empty title="No organisations yet">Add the council first.</Empty>}
      />
    </>
  ),
})

const fields = {
  name: text({ max: 200, missing: 'Enter the name of the organisation' }),
  kind: oneOf(ORGANISATION_KIND, 'Select what kind of organisation it is'),
}

const Fields = ({ form }: { form: Form }) => (
  <>
    <Input name="name" label="Name" form={form} />
    <Select name="kind" label="What kind of organisation is it?" blank="" options={ORGANISATION_KIND} form={form} />
  </>
)

export const addOrganisationPage = page({
  ...forAppointers,
  path: `${PATH}/add`,
  load: async () => null,
  title: () => 'Add an organisation',
  breadcrumbs: crumbs,
  form: fields,
  view: (_loaded, form) => (
    <form method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add an organisation</Heading>
      <Fields form={form} />
      <Button>Add this organisation</Button>
    </form>
  ),
  async save(asked, _loaded, given) {
    return `${PATH}/${await addPartner(asked.db, doingOf(asked), given)}`
  },
})

export const organisationPage = page({
  ...forAppointers,
  path: `${PATH}/:id`,
  async load({ db, params, query }) {
    const organisation = await findOrganisation(db, Number(params['id']))
    const changes = await listOrganisationChanges(db, organisation.organisationId)
    return { organisation, changes, back: changeToPutBack(changes, query) }
  },
  title: ({ organisation }) => organisation.name,
  breadcrumbs: crumbs,
  form: { ...fields, why: text({ max: 1000, missing: 'Enter why it is changed' }) },
  view: ({ organisation, changes, back }, form) => {
    const { name, kind } = back?.was ?? organisation
    form.start({ name, kind })
    return (
      <>
        <ErrorSummary problems={form.problems} />
        <Heading caption={ORGANISATION_KIND[organisation.kind]}>{organisation.name}</Heading>
        <PostsOf organisation={organisation} />
        <form method="post" novalidate>
          <h2 class="govuk-heading-m">{back ? 'Put back what it was' : 'Change it'}</h2>
          <Fields form={form} />
          <Textarea name="why" label="Why?" rows={2} form={form} />
          <Button>{back ? 'Put it back' : 'Change it'}</Button>
        </form>
        <Changes
          changes={changes}
          inWords={(was, becomes) =>
            changedParts({ name: 'Name', kind: 'Kind' }, was, becomes, (part, of) =>
              part === 'kind' ? ORGANISATION_KIND[of.kind] : of.name,
            )
          }
          href={`${PATH}/${organisation.organisationId}`}
        />
      </>
    )
  },
  async save(asked, { organisation: { organisationId } }, { why, ...becomes }) {
    await changeOrganisation(asked.db, doingOf(asked), organisationId, becomes, why)
    return `${PATH}/${organisationId}`
  },
})

const PostsOf = ({ organisation: { posts } }: { organisation: OrganisationHeld }) => (
  <Table
    caption="Its posts"
    rows={posts}
    columns={[
      {
        heading: 'Post',
        names: true,
        cell: ({ postId, title }) => (
          <a class="govuk-link govuk-link--no-visited-state" href={`/people/posts/${postId}`}>
            {title}
          </a>
        ),
      },
    ]}
    empty="No post is of this organisation yet"
  />
)
