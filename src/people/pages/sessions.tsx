/** Where you are signed in, and ending it everywhere but here: for a computer left open somewhere. */
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { addEvent } from '../../store/event.ts'
import { Button, Heading, Tag } from '../../web/components.tsx'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { IDLE_HOURS, LONGEST_HOURS } from '../session.ts'
import { endOtherSessions, listSessions } from '../store.ts'

const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
const shown = (instant: Date) => `${shortDay(dayInLondon(instant))}, ${LONDON.format(instant)}`

export const sessionsPage = page({
  path: '/account/sessions',
  may: 'be-signed-in',
  section: 'Account',
  load: async ({ db, person, session, now }) => ({
    own: session,
    sessions: await listSessions(db, person.personId, now),
  }),
  title: () => 'Where you are signed in',
  view: ({ own, sessions }, _form, { person }) => (
    <>
      <Heading>Your account</Heading>
      <AccountNavigation current="/account/sessions" person={person} />
      <Table
        caption="Where you are signed in"
        rows={sessions}
        columns={[
          { heading: 'Signed in', cell: ({ beganAt }) => shown(beganAt), names: true },
          { heading: 'Last used', cell: ({ seenAt }) => shown(seenAt) },
          { heading: '', cell: ({ session }) => session === own && <Tag colour="blue">Here</Tag> },
        ]}
      />
      <p class="govuk-body gt-quiet">
        You are signed out after {IDLE_HOURS} hours without use, and after {LONGEST_HOURS} hours in any case.
      </p>
      {sessions.length > 1 && (
        <form method="post">
          <Button kind="secondary">Sign out everywhere else</Button>
        </form>
      )}
    </>
  ),
  async save({ db, person, session }) {
    const ended = await endOtherSessions(db, person.personId, session)
    await addEvent(db, person, 'end-sessions', 'person', person.personId, { ended })
    return '/account/sessions'
  },
})
