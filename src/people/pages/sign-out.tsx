/** Sign out. The menu sends the form at once; whoever opens the address is asked first. */
import { addEvent } from '../../store/event.ts'
import { Button } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { endSession, findProved } from '../store.ts'

export const signOutPage = page({
  path: '/sign-out',
  may: 'be-signed-in',
  section: 'Account',
  opensBefore: ['second-step', 'own-password', 'add-second-step'],
  load: async ({ db, session, now }) => findProved(db, session, now),
  title: () => 'Sign out',
  view: () => (
    <form class="gt-narrow" method="post">
      <h1 class="govuk-heading-l">Sign out</h1>
      <p class="govuk-body">You will need to sign in to come back.</p>
      <Button>Sign out</Button>
    </form>
  ),
  async save({ db, person, session, settings }, { proof }) {
    await addEvent(db, person, 'sign-out', 'person', person.personId)
    await endSession(db, session)
    const left = proof === 'directory' && settings.directory !== null
    return { to: left ? '/sign-in?left=directory' : '/sign-in', session: null }
  },
})
