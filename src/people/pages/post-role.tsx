/** Change what a post's holder may do. It holds from the next page they open. */
import { ROLE_NAME } from '../../terms/permission.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Radios } from '../../web/fields.tsx'
import { oneOf } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { findPostHeld } from '../appointment-store.ts'
import { changeRole } from '../appointing.ts'
import { doingOf, peopleCrumbs, ROLE_OPTIONS } from '../people-words.tsx'

export const postRolePage = page({
  path: '/people/posts/:id/role',
  may: 'manage-people',
  section: 'Account',
  load: ({ db, params }) => findPostHeld(db, Number(params['id'])),
  title: ({ title }) => `What ${title} may do`,
  breadcrumbs: post => [...peopleCrumbs, { text: post.title, href: `/people/posts/${post.postId}` }],
  form: { role: oneOf(ROLE_NAME, 'Select what its holder may do') },
  view: ({ title, role }, form) => {
    form.start({ role })
    return (
      <form method="post" novalidate>
        <ErrorSummary problems={form.problems} />
        <Heading caption={title}>What may its holder do?</Heading>
        <Radios name="role" legend="Role" options={ROLE_OPTIONS} form={form} small />
        <Button>Save</Button>
      </form>
    )
  },
  async save(asked, { postId }, { role }) {
    await changeRole(asked.db, doingOf(asked), postId, role)
    return `/people/posts/${postId}`
  },
})
