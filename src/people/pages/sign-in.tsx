/** Sign in, with an e-mail address and a password. On a database that holds nobody yet it says how to begin. */
import { listAuthorities } from '../../store/authority.ts'
import { Button } from '../../web/components.tsx'
import { ErrorSummary, Input, PasswordInput } from '../../web/fields.tsx'
import { type Field, Refused, text } from '../../web/form.ts'
import { openPage } from '../../web/page.tsx'
import { returnAddress } from '../../web/return-address.ts'
import { PASSWORD_LENGTH } from '../password.ts'
import { signIn } from '../sign-in.ts'
import { SlowDown } from '../slow-down.ts'

const WRONG = 'The e-mail address or the password is not right. Check both and try again'
const TOO_MANY =
  'Someone is trying to sign in with this e-mail address many times at once. Wait 10 seconds and try again'

/** As typed: spaces belong to a password. */
const password: Field<string> = {
  read({ texts: [typed = ''] }) {
    if (typed === '') return { problem: 'Enter your password' }
    return typed.length > PASSWORD_LENGTH.most ? { problem: WRONG } : { value: typed }
  },
}

const slowDown = new SlowDown()

export const signInPage = openPage({
  path: '/sign-in',
  load: async ({ database, query }) => ({
    isEmpty: (await listAuthorities(database)).length === 0,
    next: returnAddress(query.get('next')),
  }),
  form: { email: text({ max: 254, missing: 'Enter your e-mail address' }), password },
  title: ({ isEmpty }) => (isEmpty ? 'Set up Golden Thread' : 'Sign in'),
  view: ({ isEmpty }, form, { address }) =>
    isEmpty ? (
      <FirstTime />
    ) : (
      <form class="gt-narrow" method="post" action={address} novalidate>
        <ErrorSummary problems={form.problems} />
        <h1 class="govuk-heading-l">Sign in</h1>
        <Input name="email" label="E-mail address" type="email" autocomplete="username" form={form} />
        <PasswordInput name="password" label="Password" autocomplete="current-password" form={form} />
        <Button>Sign in</Button>
        <p class="govuk-body gt-quiet">
          If you cannot sign in, ask your improvement programme manager. Nobody will ever ask you for your password.
        </p>
      </form>
    ),
  async save({ database, now, from }, { next }, given) {
    const tooMany = { field: 'email', text: TOO_MANY }
    const session = await slowDown.attempt(given.email.toLowerCase(), from, tooMany, () =>
      signIn(database, { ...given, now }),
    )
    if (session === null) throw new Refused([{ field: 'email', text: WRONG }])
    return { to: next === '/sign-out' ? '/' : next, session }
  },
})

const FirstTime = () => (
  <div class="gt-reading">
    <h1 class="govuk-heading-l">Golden Thread is running, and holds nothing yet</h1>
    <p class="govuk-body">No council has been set up in its database. On the machine that runs it, do one of these:</p>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        to begin with your own council, run <code>npx golden-thread authority add --help</code> and do what it says
      </li>
      <li>
        to look around with the invented council of Aldermere, set <code>GOLDEN_THREAD_DEMO</code> to <code>yes</code>{' '}
        and start it again
      </li>
    </ul>
    <p class="govuk-body">Then open this page again to sign in.</p>
  </div>
)
