/** What an invited person opens: they choose a password, or link their council account. */
import { addEvent } from '../../store/event.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, PasswordInput } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { openPage } from '../../web/page.tsx'
import { EASY_TO_GUESS, isEasyToGuess } from '../easy-password.ts'
import { DIRECTORY_PROBLEM } from '../directory-problem.ts'
import { hashPassword } from '../password.ts'
import { NEW_PASSWORD_HINT, newPassword } from '../proof/fields.ts'
import { findInvitation } from '../proof/invitation.ts'
import { useInvitation } from '../proof/store.ts'
import { hashOf } from '../session.ts'
import { beginSessionIn, signsInElsewhere } from '../sign-in.ts'
import { addAccount, endSessions } from '../store.ts'

export const invitationPage = openPage({
  path: '/invitation',
  load: async ({ database, query, now }) => ({ invited: await findInvitation(database, query.get('with') ?? '', now) }),
  form: { chosen: newPassword },
  title: () => 'Your invitation',
  view: ({ invited }, form, { address, settings: { directory } }) =>
    invited === null ? (
      <div class="gt-narrow">
        <Heading>This invitation cannot be used</Heading>
        <p class="govuk-body">{DIRECTORY_PROBLEM.uninvited}</p>
        <Button href="/sign-in">Sign in</Button>
      </div>
    ) : (
      <div class="gt-narrow">
        <ErrorSummary problems={form.problems} />
        <Heading caption={invited.council}>Welcome, {invited.name}</Heading>
        {directory && (
          <>
            <p class="govuk-body">Do you have a council account? Then link it, and you need no other password.</p>
            <Button href={`/sign-in/directory?invitation=${encodeURIComponent(invited.secret)}`}>
              Link {directory.name}
            </Button>
            <h2 class="govuk-heading-m">Without {directory.name}</h2>
          </>
        )}
        <p class="govuk-body">You will sign in as {invited.email} with the password you choose here.</p>
        <form method="post" action={address} novalidate>
          <PasswordInput
            name="chosen"
            label="New password"
            hint={NEW_PASSWORD_HINT}
            autocomplete="new-password"
            form={form}
          />
          <Button kind={directory ? 'secondary' : 'primary'}>Choose this password</Button>
        </form>
      </div>
    ),
  async save({ database, now, from, settings }, { invited }, { chosen }) {
    if (invited === null) throw new Refused([], 'wrong-sign-in')
    const { authorityId, personId, secret: invitation } = invited
    if (await signsInElsewhere(database, invited, settings))
      throw new Refused([{ field: null, text: 'You sign in with your council account: link it with the button' }])
    if (isEasyToGuess(chosen, [invited.name, invited.email, invited.council]))
      throw new Refused([{ field: 'chosen', text: EASY_TO_GUESS }])
    const passwordHash = await hashPassword(chosen)
    const begun = await database.transaction({ authority: authorityId, person: personId }, async db => {
      if (!(await useInvitation(db, hashOf(invitation), now))) throw new Refused([], 'wrong-sign-in')
      await addAccount(db, personId, passwordHash)
      const ended = await endSessions(db, personId)
      await addEvent(db, { personId, postId: null }, 'accept-invitation', 'person', personId, {
        how: 'password',
        ended,
      })
      return beginSessionIn(db, { authorityId, personId }, 'password', { now, from, settings })
    })
    return { to: begun.waits ? '/sign-in/second-step' : '/', session: begun.secret }
  },
})
