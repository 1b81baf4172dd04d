/** Sign in with a passkey alone: the device asks for a finger, a face or its own code, and so is two things in one. */
import { listAuthorities } from '../../store/authority.ts'
import { Heading } from '../../web/components.tsx'
import { ErrorSummary, Hidden } from '../../web/fields.tsx'
import { Refused } from '../../web/form.ts'
import { openPage, type Opened } from '../../web/page.tsx'
import { comingBack, returnAddress } from '../../web/return-address.ts'
import { PasskeyButton } from '../passkey-form.tsx'
import { hidden, passkeyAnswer } from '../proof/fields.ts'
import { toGet } from '../proof/passkey.ts'
import { beginPasskeyTry, takePasskeyTry } from '../proof/passkey-try.ts'
import { beginSession, signsInElsewhere } from '../sign-in.ts'
import { SlowDown } from '../slow-down.ts'

const WRONG = 'That passkey signs in nobody here. Try another, or sign in with your password'
const TOO_MANY = { field: null, text: 'Someone is trying passkeys many times at once. Wait 10 seconds and try again' }

const slowDown = new SlowDown()

export const signInPasskeyPage = openPage({
  path: '/sign-in/passkey',
  load: async ({ database, query, now }: Opened) => ({
    next: returnAddress(query.get('next')),
    attempt: await beginPasskeyTry(database, await firstAuthority(database), now),
  }),
  form: { attempt: hidden, answer: passkeyAnswer },
  title: () => 'Sign in with a passkey',
  view: ({ next, attempt }, form, { origin }) => (
    <form class="gt-narrow" method="post" action={comingBack('/sign-in/passkey', next)}>
      <ErrorSummary problems={form.problems} />
      <Heading>Sign in with a passkey</Heading>
      <p class="govuk-body">
        Your device asks for your finger, your face or its own code. You can add a passkey under “Your account” once you
        have signed in another way.
      </p>
      <Hidden name="attempt" value={attempt?.secret ?? ''} />
      {attempt && (
        <PasskeyButton does="get" primary origin={origin} options={toGet({ origin, challenge: attempt.challenge }, [])}>
          Use a passkey
        </PasskeyButton>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={comingBack('/sign-in', next)}>
          Sign in another way
        </a>
      </p>
    </form>
  ),
  async save({ database, now, from, origin, settings }, { next }, { attempt, answer }) {
    const whose = await slowDown.attempt('passkey', from, TOO_MANY, () =>
      takePasskeyTry(database, { secret: attempt, answer, origin, now }),
    )
    if (whose === null || (await signsInElsewhere(database, whose, settings)))
      throw new Refused([{ field: null, text: WRONG }], 'wrong-sign-in')
    const { secret } = await beginSession(database, whose, 'passkey', { now, from, settings })
    return { to: next === '/sign-out' ? '/' : next, session: secret }
  },
})

const firstAuthority = async (database: Opened['database']): Promise<number | null> =>
  (await listAuthorities(database))[0]?.authorityId ?? null
