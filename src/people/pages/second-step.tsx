/** The second step of signing in: a code from the app, a recovery code, or a passkey. */
import { Button, Heading } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { returnAddress } from '../../web/return-address.ts'
import { AppLost, appIn } from '../app-lost.tsx'
import { PasskeyButton } from '../passkey-form.tsx'
import { code, passkeyAnswer } from '../proof/fields.ts'
import { toGet } from '../proof/passkey.ts'
import { bytesFor, findApp, takeCode, takePasskey } from '../proof/second-step.ts'
import { listPasskeys } from '../proof/store.ts'
import { noteSignIn } from '../sign-in.ts'
import { SlowDown } from '../slow-down.ts'
import { findNonce, renewSession } from '../store.ts'

const WRONG = 'That code is not right, or was used before. Wait for the next one and enter it'
const NOT_YOURS = 'That passkey is not one of yours here. Try another, or enter a code'
const TOO_MANY = 'Your codes are being tried in another window. Wait 10 seconds and try again'

const slowDown = new SlowDown()

export const secondStepPage = page({
  path: '/sign-in/second-step',
  may: 'be-signed-in',
  section: 'Account',
  opensBefore: ['second-step'],
  load: async ({ db, person, session, query, settings }) => ({
    next: returnAddress(query.get('next')),
    ...appIn(await findApp(db, person, settings.sealing)),
    passkeys: await listPasskeys(db, person.personId),
    challenge: bytesFor(await findNonce(db, session), 'passkey'),
  }),
  form: { code, answer: passkeyAnswer },
  title: () => 'Enter your code',
  view: ({ hasApp, isLost, passkeys, challenge }, form, { origin, address }) => (
    <div class="gt-narrow">
      <ErrorSummary problems={form.problems} />
      <Heading>{hasApp ? 'Enter your code' : isLost ? 'Enter a recovery code' : 'Use your passkey'}</Heading>
      {isLost && <AppLost />}
      {passkeys.length > 0 && (
        <form method="post" action={address}>
          <PasskeyButton does="get" primary origin={origin} options={toGet({ origin, challenge }, passkeys)}>
            Use a passkey
          </PasskeyButton>
        </form>
      )}
      <form method="post" action={address} novalidate>
        <Input
          name="code"
          label={hasApp ? 'Code' : 'Recovery code'}
          hint={
            hasApp
              ? 'The six digits that your authenticator app shows, or a recovery code'
              : isLost
                ? 'One of those you were shown when you added the app'
                : 'If your passkey is lost'
          }
          autocomplete="one-time-code"
          form={form}
        />
        <Button kind={hasApp ? 'primary' : 'secondary'}>Sign in</Button>
      </form>
      <p class="govuk-body gt-quiet">
        If you have lost them all, ask your improvement programme manager: they can let you begin again.
      </p>
    </div>
  ),
  async prepare({ code, answer }, { person, session, origin, now, from, keeping, settings }) {
    const by = person
    if (answer !== '') {
      const proof = await keeping(({ db }) => takePasskey(db, { by, session, origin, answer, now }))
      if (proof === null) throw new Refused([{ field: 'code', text: NOT_YOURS }])
      return proof
    }
    const key = `${person.authorityId}/${person.personId}`
    const proof = await slowDown.attempt(key, from, { field: 'code', text: TOO_MANY }, () =>
      keeping(({ db }) => takeCode(db, { by, typed: code, now, sealing: settings.sealing })),
    )
    if (proof === null) throw new Refused([{ field: 'code', text: WRONG }])
    return proof
  },
  async save({ db, person, session, now }, { next }, _given, proof) {
    await noteSignIn(db, person, proof)
    return { to: next, session: await renewSession(db, { authorityId: person.authorityId, session, proof, now }) }
  },
})
