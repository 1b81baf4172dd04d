/** Sign out. The menu sends the form at once; whoever opens the address is asked first. */
import { addEvent } from '../../store/event.ts'
import { Button } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { endSession } from '../store.ts'

export const signOutPage = page({
  path: '/sign-out',
  may: 'be-signed-in',
  section: 'Account',
  opensWithOneTimePassword: true,
  load: async () => null,
  title: () => 'Sign out',
  view: () => (
    <form class="gt-narrow" method="post">
      <h1 class="govuk-heading-l">Sign out</h1>
      <p class="govuk-body">You will need your password to come back.</p>
      <Button>Sign out</Button>
    </form>
  ),
  async save({ db, person, session }) {
    await addEvent(db, person, 'sign-out', 'person', person.personId)
    await endSession(db, session)
    return { to: '/sign-in', session: null }
  },
})
