/** How a colleague signs in, and taking away what they have lost: their second steps, or the link to the council's directory. */
import { addEvent } from '../../store/event.ts'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { Checkboxes, ErrorSummary } from '../../web/fields.tsx'
import { Refused, texts } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { peopleCrumbs } from '../people-words.tsx'
import {
  endLinks,
  findAuthenticator,
  listLinks,
  listPasskeys,
  removeAuthenticator,
  removePasskeys,
  withdrawRecoveryCodes,
} from '../proof/store.ts'
import { endSessions, findPasswordHash, findPerson } from '../store.ts'

export const personSignInPage = page({
  path: '/people/:id/sign-in',
  may: 'manage-people',
  section: 'Account',
  asksAgain: true,
  load: async ({ db, params }) => {
    const known = await findPerson(db, Number(params['id']))
    return {
      ...known,
      hasPassword: (await findPasswordHash(db, known.personId)) !== null,
      hasApp: (await findAuthenticator(db, known.personId)) !== null,
      passkeys: (await listPasskeys(db, known.personId)).length,
      links: (await listLinks(db, known.personId)).length,
    }
  },
  form: { take: texts() },
  title: ({ name }) => `How ${name} signs in`,
  breadcrumbs: () => peopleCrumbs,
  view: ({ personId, name, hasPassword, hasApp, passkeys, links }, form) => (
    <>
      <ErrorSummary problems={form.problems} />
      <Heading
        caption={name}
        actions={
          <Button small href={`/people/${personId}/invitation`}>
            Invite them
          </Button>
        }
      >
        How they sign in
      </Heading>
      <SummaryList
        rows={[
          { key: 'Password', value: hasPassword ? 'Has one' : 'None', change: `/people/${personId}/password` },
          { key: 'Authenticator app', value: hasApp ? 'Has one' : 'None' },
          { key: 'Passkeys', value: String(passkeys) },
          { key: 'Council account', value: links > 0 ? 'Linked: they sign in there only' : 'Not linked' },
        ]}
      />
      {(hasApp || passkeys > 0 || links > 0) && (
        <form method="post">
          <Checkboxes
            name="take"
            legend="What have they lost?"
            hint={`Make sure that it is ${name} who asks. They are signed out everywhere. If their post needs a second step, they add a new one when they next sign in`}
            options={{
              ...((hasApp || passkeys > 0) && { 'second-step': 'Take away the app, passkeys and recovery codes' }),
              ...(links > 0 && { directory: 'Take away the link to their council account' }),
            }}
            form={form}
          />
          <Button kind="warning">Take away</Button>
        </form>
      )}
    </>
  ),
  async save({ db, person, now }, { personId }, { take }) {
    if (personId === person.personId)
      throw new Refused([{ field: null, text: 'Change how you sign in under Your account' }])
    if (!take.includes('second-step') && !take.includes('directory'))
      throw new Refused([{ field: 'take', text: 'Select what to take away' }])
    if (take.includes('second-step')) {
      await removeAuthenticator(db, personId, now)
      await removePasskeys(db, personId, now)
      await withdrawRecoveryCodes(db, personId, now)
    }
    if (take.includes('directory')) await endLinks(db, personId, now)
    const ended = await endSessions(db, personId)
    await addEvent(db, person, 'take-away-sign-in', 'person', personId, { take, ended })
    return `/people/${personId}/sign-in`
  },
})
