/** Where you are signed in, and ending it there or everywhere but here: for a computer left open somewhere. */
import { dayInLondon, shortDay } from '../../terms/day.ts'
import { addEvent } from '../../store/event.ts'
import { Button, Heading, Tag } from '../../web/components.tsx'
import { ErrorSummary, Hidden } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { Table } from '../../web/table.tsx'
import { AccountNavigation } from '../account-navigation.tsx'
import { hidden } from '../proof/fields.ts'
import type { Proof } from '../session.ts'
import { endOtherSessions, endOwnSession, listSessions, type OwnSession } from '../store.ts'

const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })
const shown = (instant: Date) => `${shortDay(dayInLondon(instant))}, ${LONDON.format(instant)}`

const HOW: Record<Proof, string> = {
  password: 'Password',
  code: 'Password and code',
  'recovery-code': 'Password and recovery code',
  passkey: 'Passkey',
  directory: 'Council account',
}

export const sessionsPage = page({
  path: '/account/sessions',
  may: 'be-signed-in',
  section: 'Account',
  asksAgain: true,
  load: async ({ db, person, session, now, settings }) => ({
    own: session,
    sessions: await listSessions(db, person.personId, now, settings),
  }),
  form: { which: hidden },
  title: () => 'Where you are signed in',
  view: ({ own, sessions }, form, { person, settings }) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading>Your account</Heading>
      <AccountNavigation current="/account/sessions" person={person} />
      <Table
        caption="Where you are signed in"
        rows={sessions}
        columns={[
          { heading: 'Signed in', cell: ({ beganAt }) => shown(beganAt), names: true },
          { heading: 'With', cell: ({ proof }) => HOW[proof] },
          { heading: 'From', cell: ({ from }) => from ?? '' },
          { heading: 'Last used', cell: ({ seenAt }) => shown(seenAt) },
          {
            heading: 'End it',
            cell: one => (one.session === own ? <Tag colour="blue">Here</Tag> : <EndIt {...one} />),
          },
        ]}
      />
      <p class="govuk-body gt-quiet">
        You are signed out after {settings.idleHours} hours without use, and after {settings.longestHours} hours in any
        case.
      </p>
      {sessions.length > 1 && (
        <form method="post">
          <Button kind="secondary">Sign out everywhere else</Button>
        </form>
      )}
    </>
  ),
  async save({ db, person, session }, _loaded, { which }) {
    if (which !== '' && !(/^[0-9a-f]{64}$/.test(which) && (await endOwnSession(db, person.personId, which))))
      throw new Refused([{ field: null, text: 'You are not signed in there any more' }])
    const ended = which === '' ? await endOtherSessions(db, person.personId, session) : 1
    await addEvent(db, person, 'end-sessions', 'person', person.personId, { ended })
    return '/account/sessions'
  },
})

const EndIt = ({ session, beganAt }: OwnSession) => (
  <form method="post">
    <Hidden name="which" value={session} />
    <Button kind="secondary" small>
      Sign out<span class="govuk-visually-hidden"> where you signed in on {shown(beganAt)}</span>
    </Button>
  </form>
)
