/** Remove the app or a passkey: for a telephone that was sold or lost. Everywhere else one is signed in ends. */
import { addEvent } from '../../store/event.ts'
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Radios } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { once } from '../proof/fields.ts'
import {
  findAuthenticator,
  hasSecondStep,
  listPasskeys,
  removeAuthenticator,
  removePasskey,
  withdrawRecoveryCodes,
} from '../proof/store.ts'
import { endOtherSessions } from '../store.ts'
import { accountSecondStepCrumbs } from './add-authenticator.tsx'

export const removeSecondStepPage = page({
  path: '/account/second-step/remove',
  may: 'be-signed-in',
  section: 'Account',
  asksAgain: true,
  load: async ({ db, person: { personId } }) => ({
    hasApp: (await findAuthenticator(db, personId)) !== null,
    passkeys: await listPasskeys(db, personId),
  }),
  form: { which: once(text({ max: 20, missing: 'Select what to remove' })) },
  title: () => 'Remove a second step',
  breadcrumbs: () => accountSecondStepCrumbs,
  view: ({ hasApp, passkeys }, form) =>
    hasApp || passkeys.length > 0 ? (
      <form class="gt-narrow" method="post">
        <ErrorSummary problems={form.problems} />
        <Heading>Remove a second step</Heading>
        <Radios
          name="which"
          legend="Which one?"
          hint="If your post needs a second step and you remove the last, you are asked to add another when you next sign in"
          options={[
            ...(hasApp ? [{ value: 'app', text: 'The authenticator app' }] : []),
            ...passkeys.map(({ passkeyId, name }) => ({ value: passkeyId, text: `The passkey “${name}”` })),
          ]}
          form={form}
        />
        <Button kind="warning">Remove it</Button>
      </form>
    ) : (
      <div class="gt-narrow">
        <Heading>Remove a second step</Heading>
        <p class="govuk-body">You have none.</p>
      </div>
    ),
  async save({ db, person, session, now }, { passkeys }, { which }) {
    const { personId } = person
    const passkey = passkeys.find(one => String(one.passkeyId) === which)
    const removed = passkey
      ? await removePasskey(db, personId, passkey.passkeyId, now)
      : which === 'app' && (await removeAuthenticator(db, personId, now))
    if (!removed) throw new Refused([{ field: 'which', text: 'Select one of those you have' }])
    if (!(await hasSecondStep(db, personId))) await withdrawRecoveryCodes(db, personId, now)
    const ended = await endOtherSessions(db, personId, session)
    await addEvent(db, person, 'remove-second-step', 'person', personId, { kind: passkey ? 'passkey' : 'app', ended })
    return '/account/second-step'
  },
})
