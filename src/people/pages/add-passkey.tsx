/** Add a passkey: this computer, a telephone or a security key, which then signs in by itself. */
import { Heading } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { Refused, text } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { PasskeyButton } from '../passkey-form.tsx'
import { once, passkeyAnswer } from '../proof/fields.ts'
import { readMade, toCreate } from '../proof/passkey.ts'
import { afterAdding, bytesFor } from '../proof/second-step.ts'
import { addPasskey, listPasskeys } from '../proof/store.ts'
import { findNonce, findPerson, findShortName, renewNonce } from '../store.ts'
import { accountSecondStepCrumbs } from './add-authenticator.tsx'

const WRONG = 'That passkey did not answer what was asked here. Try again'

export const addPasskeyPage = page({
  path: '/account/second-step/passkey',
  may: 'be-signed-in',
  section: 'Account',
  opensBefore: ['add-second-step'],
  asksAgain: true,
  load: async ({ db, person, session }) => ({
    nonce: await findNonce(db, session),
    known: await listPasskeys(db, person.personId),
    owner: { ...person, ...(await findPerson(db, person.personId)), council: await findShortName(db) },
  }),
  form: { name: once(text({ max: 60 })), answer: passkeyAnswer },
  title: () => 'Add a passkey',
  breadcrumbs: () => accountSecondStepCrumbs,
  view: ({ nonce, known, owner }, form, { origin }) => (
    <form class="gt-narrow" method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add a passkey</Heading>
      <p class="govuk-body">
        Your device keeps it and asks for your finger, your face or its own code. What it keeps never leaves it, and
        works only at this address: nobody can be tricked out of it.
      </p>
      <Input name="name" label="What do you call this device?" hint="For example, council laptop" form={form} />
      <PasskeyButton
        does="create"
        primary
        origin={origin}
        options={toCreate({ origin, challenge: bytesFor(nonce, 'passkey') }, owner, known)}
      >
        Make a passkey
      </PasskeyButton>
    </form>
  ),
  async save(asked, { nonce }, { name, answer }) {
    const { db, person, session, origin, now } = asked
    const made = await readMade(answer, { origin, challenge: bytesFor(nonce, 'passkey') })
    if (made === null) throw new Refused([{ field: null, text: WRONG }])
    await renewNonce(db, session, nonce)
    const isNew = await addPasskey(db, { ...made, personId: person.personId, name: name || 'A passkey' }, now)
    if (!isNew) throw new Refused([{ field: null, text: 'That passkey is here already' }])
    return afterAdding(asked, 'passkey', 'passkey')
  },
})
