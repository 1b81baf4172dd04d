/** Change somebody's name or e-mail address, and the title of a post; with what each was before. */
import { changeToPutBack } from '../../store/change.ts'
import { changedParts, Changes } from '../../web/changes.tsx'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input, Textarea } from '../../web/fields.tsx'
import { text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findColleague, findPostHeld } from '../appointment-store.ts'
import { doingOf, peopleCrumbs } from '../people-words.tsx'
import { changeDetails, type DetailsTold, listDetailChanges, listTitleChanges, renamePost } from '../renaming.ts'

const forAppointers = { may: 'manage-people', section: 'Account', asksAgain: 'to-save' } as const
const why = text({ max: 1000, missing: 'Enter why it is changed' })

export const personDetailsPage = page({
  ...forAppointers,
  path: '/people/:id/details',
  async load({ db, params, query, today }) {
    const colleague = await findColleague(db, Number(params['id']), today)
    const changes = await listDetailChanges(db, colleague.personId)
    return { colleague, changes, back: changeToPutBack(changes, query) }
  },
  title: ({ colleague }) => `Name and e-mail address of ${colleague.name}`,
  breadcrumbs: ({ colleague }) => [...peopleCrumbs, { text: colleague.name, href: `/people/${colleague.personId}` }],
  form: {
    name: text({ max: 200, missing: 'Enter their name' }),
    email: text({ max: 200, missing: 'Enter their e-mail address' }),
    why,
  },
  view: ({ colleague, changes, back }, form) => {
    form.start({ name: (back?.was ?? colleague).name, email: colleague.email })
    return (
      <>
        <form method="post" novalidate>
          <ErrorSummary problems={form.problems} />
          <Heading caption={colleague.name}>{back ? 'Put back the name' : 'Name and e-mail address'}</Heading>
          <Input name="name" label="Name" form={form} />
          <Input
            name="email"
            label="E-mail address"
            hint="They sign in with it, unless your directory does that. Addresses from before are not kept"
            type="email"
            form={form}
          />
          <Textarea name="why" label="Why?" rows={2} form={form} />
          <Button>{back ? 'Put it back' : 'Change it'}</Button>
        </form>
        <Changes changes={changes} inWords={inWords} href={`/people/${colleague.personId}/details`} />
      </>
    )
  },
  async save(asked, { colleague: { personId } }, { why, ...becomes }) {
    await changeDetails(asked.db, doingOf(asked), personId, becomes, why)
    return `/people/${personId}`
  },
})

const inWords = (was: DetailsTold, becomes: DetailsTold): string =>
  [
    ...(was.name === becomes.name ? [] : [`Name: ${was.name} to ${becomes.name}`]),
    ...(becomes.email === 'another' ? ['Another e-mail address'] : []),
  ].join('; ')

export const renamePostPage = page({
  ...forAppointers,
  path: '/people/posts/:id/title',
  async load({ db, params, query }) {
    const post = await findPostHeld(db, Number(params['id']))
    const changes = await listTitleChanges(db, post.postId)
    return { post, changes, back: changeToPutBack(changes, query) }
  },
  title: ({ post }) => `Title of ${post.title}`,
  breadcrumbs: ({ post }) => [...peopleCrumbs, { text: post.title, href: `/people/posts/${post.postId}` }],
  form: { title: text({ max: 200, missing: 'Enter the title of the post' }), why },
  view: ({ post, changes, back }, form) => {
    form.start({ title: (back?.was ?? post).title })
    return (
      <>
        <form method="post" novalidate>
          <ErrorSummary problems={form.problems} />
          <Heading caption={post.title}>{back ? 'Put back its title' : 'Title of the post'}</Heading>
          <Input
            name="title"
            label="Title"
            hint="What it leads, and who holds it, stays with it. Plans keep the words that they were brought in with"
            form={form}
          />
          <Textarea name="why" label="Why?" rows={2} form={form} />
          <Button>{back ? 'Put it back' : 'Change it'}</Button>
        </form>
        <Changes
          changes={changes}
          inWords={(was, becomes) => changedParts({ title: 'Title' }, was, becomes)}
          href={`/people/posts/${post.postId}/title`}
        />
      </>
    )
  },
  async save(asked, { post: { postId } }, { title, why }) {
    await renamePost(asked.db, doingOf(asked), postId, title, why)
    return `/people/posts/${postId}`
  },
})
