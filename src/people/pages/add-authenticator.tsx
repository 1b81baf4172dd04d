/** Add an authenticator app, or move to another: its square code, its secret for typing, and the first code as the proof. */
import { raw } from 'hono/html'
import type { Asked } from '../../web/page.tsx'
import { Button, Heading, SummaryList } from '../../web/components.tsx'
import { ErrorSummary, Input } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { page } from '../../web/page.tsx'
import { base32, enrolmentAddress, SECRET_BYTES, stepOf } from '../proof/code.ts'
import { code } from '../proof/fields.ts'
import { afterAdding, bytesFor } from '../proof/second-step.ts'
import { seal } from '../proof/sealed-secret.ts'
import { squareCode } from '../proof/square-code.ts'
import { addAuthenticator, removeAuthenticator } from '../proof/store.ts'
import { findNonce, findPerson, findShortName, renewNonce } from '../store.ts'

export const accountSecondStepCrumbs = [
  { text: 'Your account', href: '/account' },
  { text: 'Your second step', href: '/account/second-step' },
]

/** The secret is made of this session's own bytes: the same until it is added, and never another's. */
async function loadNew({ db, person, session }: Asked) {
  const nonce = await findNonce(db, session)
  const { email } = await findPerson(db, person.personId)
  const secret = bytesFor(nonce, 'authenticator').subarray(0, SECRET_BYTES)
  return { nonce, secret, address: enrolmentAddress(`${await findShortName(db)} Golden Thread`, email, secret) }
}

export const addAuthenticatorPage = page({
  path: '/account/second-step/app',
  may: 'be-signed-in',
  section: 'Account',
  opensBefore: ['add-second-step'],
  asksAgain: true,
  load: loadNew,
  form: { code },
  title: () => 'Add an authenticator app',
  breadcrumbs: () => accountSecondStepCrumbs,
  view: ({ secret, address }, form) => (
    <form class="gt-reading" method="post" novalidate>
      <ErrorSummary problems={form.problems} />
      <Heading>Add an authenticator app</Heading>
      <p class="govuk-body">
        Open the authenticator app on your telephone (the one your council uses, or any other), choose to add an
        account, and hold it before this square.
      </p>
      <p class="gt-square-code">{raw(squareCode(address))}</p>
      <SummaryList
        rows={[{ key: 'Or type this key', value: <code>{base32(secret).match(/.{4}/g)!.join(' ')}</code> }]}
      />
      <Input
        name="code"
        label="Code"
        hint="The six digits that the app shows now"
        autocomplete="one-time-code"
        inputmode="numeric"
        width={10}
        form={form}
      />
      <Button>Add this app</Button>
    </form>
  ),
  async save(asked, { nonce, secret }, { code }) {
    const { db, person, session, now, settings } = asked
    const step = stepOf(secret, code, now)
    if (step === null)
      throw new Refused([
        { field: 'code', text: 'That is not the code of this key. Enter the one that the app shows now' },
      ])
    await renewNonce(db, session, nonce)
    await removeAuthenticator(db, person.personId, now)
    const { sealing } = settings
    await addAuthenticator(db, person.personId, sealing ? seal(sealing, secret, person) : secret, step, now)
    return afterAdding(asked, 'authenticator', 'code')
  },
})
