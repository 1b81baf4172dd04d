/** What you may do: each permission with its sentence, because of which post, and whose children your posts reach. */
import { Heading } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { PermissionsView } from '../permissions-view.tsx'
import { listPostsInForce } from '../reach-store.ts'

export const whatYouMayDoPage = page({
  path: '/account/permissions',
  may: 'be-signed-in',
  section: 'Account',
  load: ({ db, person, today }) => listPostsInForce(db, person.personId, today),
  title: () => 'What you may do',
  view: (posts, _form, { person }) => (
    <>
      <Heading>Your account</Heading>
      <AccountNavigation current="/account/permissions" person={person} />
      <h2 class="govuk-heading-m">What you may do</h2>
      <p class="govuk-body gt-measure">
        What you may do comes with your posts. A post counts while you act in it. If you need more for your work, ask
        someone who manages people here.
      </p>
      <PermissionsView posts={posts} acting={person.postId} />
    </>
  ),
})
